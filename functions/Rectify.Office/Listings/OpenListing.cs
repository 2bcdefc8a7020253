using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Office.Openings;
using Rectify.Office.Requests;

namespace Rectify.Office.Listings;

/// <summary>Turns a request into the listing of a unit.</summary>
public sealed class OpenListing(OpeningLookup openingLookup, LadderLookup ladderLookup, VisitLookup visitLookup, OpeningHandler handler)
    : OpeningRequestHandler<ListingBody>(handler)
{
    /// <inheritdoc/>
    protected internal override async Task<OpeningDraft> ResolveAsync(ListingBody body, CancellationToken cancellation) =>
        new(body.ListedOn, "listedOn", body.DocumentNumber, await CommandAsync(body, cancellation)) { Refusal = body.Refuse() };

    // The command gets its document number when it is appended.
    private async Task<Outcome<CaseCommand>> CommandAsync(ListingBody body, CancellationToken cancellation)
    {
        var asked = openingLookup.Rulebook(body.RulebookId, body.ListedOn, "listedOn");
        if (!(await openingLookup.GroundAsync(body.UnitId, body.Officials, body.ListedOn, asked, Measure.Listing, cancellation))
            .Try(out var ground, out var problem))
            return problem;

        var (unit, rulebook, leaders) = ground;

        var link = new LadderLink(unit.UnitId, Rung.Listing, body.Severity, body.ListedOn, rulebook);
        if (await visitLookup.RefuseAsync(body.VisitId, unit.UnitId, body.ListedOn, cancellation) is { } noVisit) return noVisit;
        return await ladderLookup.RefuseAsync((body.PrecededBy, body.PreviousCaseId), link, cancellation) is { } noLink ? noLink
            : new CaseCommand.ListUnit(
            unit.AsListed(), body.Ground, body.Severity, body.Facts, body.Goals, body.ListedOn, body.ReceivedOn,
            body.Period, leaders, body.DocumentNumber ?? "", body.LegalBasis, body.IssuedBy, rulebook, body.PrecededBy,
            body.EventOn, body.ReportDueOn, body.PreviousCaseId, GroundCodes: body.GroundCodes)
            {
                VisitId = body.VisitId,
                IssuerLevel = body.IssuerLevel,
            };
    }
}
