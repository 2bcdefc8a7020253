using System.Diagnostics;
using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Office.Openings;
using Rectify.Office.Requests;

namespace Rectify.Office.Admonitions;

/// <summary>Turns a request into a notice or a talk.</summary>
public sealed class OpenAdmonition(OpeningLookup openingLookup, LadderLookup ladderLookup, VisitLookup visitLookup, OpeningHandler handler)
    : OpeningRequestHandler<AdmonitionBody>(handler)
{
    /// <inheritdoc/>
    protected internal override async Task<OpeningDraft> ResolveAsync(AdmonitionBody body, CancellationToken cancellation) =>
        new(body.IssuedOn, "issuedOn", body.DocumentNumber, await CommandAsync(body, cancellation)) { Refusal = body.Refuse() };

    // The command gets its document number when it is appended.
    private async Task<Outcome<CaseCommand>> CommandAsync(AdmonitionBody body, CancellationToken cancellation)
    {
        var asked = openingLookup.Rulebook(body.RulebookId, body.IssuedOn, "issuedOn");
        if (!(await openingLookup.GroundAsync(body.UnitId, body.Officials ?? [], body.IssuedOn, asked, Measure.Listing, cancellation))
            .Try(out var ground, out var problem))
            return problem;

        // A notice may go to a unit in which nobody holds a sanctioned role.
        var (unit, rulebook, named) = ground;
        var called = body.Officials is null
            ? await openingLookup.InPostAsync(unit.UnitId, body.IssuedOn, rulebook.RolesOf(Measure.Listing), cancellation)
            : named;

        var link = new LadderLink(unit.UnitId, RungOf(body), body.Severity, body.IssuedOn, rulebook);
        if (await visitLookup.RefuseAsync(body.VisitId, unit.UnitId, body.IssuedOn, cancellation) is { } noVisit) return noVisit;
        return await ladderLookup.RefuseAsync((body.PrecededBy, body.PreviousCaseId), link, cancellation) is { } noLink ? noLink
            : new CaseCommand.Admonish(
            unit.AsListed(), link.Rung, body.Ground, body.Severity, body.Facts, body.Goals, body.IssuedOn, body.Period, called,
            body.DocumentNumber ?? "", body.LegalBasis, body.IssuedBy, rulebook, body.PrecededBy,
            body.ReceivedOn, body.EventOn, body.ReportDueOn, body.PreviousCaseId, GroundCodes: body.GroundCodes)
            {
                VisitId = body.VisitId,
                IssuerLevel = body.IssuerLevel,
            };
    }

    private static Rung RungOf(AdmonitionBody body) => body.Rung switch
    {
        LowerRung.Notice => Rung.Notice,
        LowerRung.Talk => Rung.Talk,
        _ => throw new UnreachableException(body.Rung.ToString()),
    };
}
