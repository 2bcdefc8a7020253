using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Functions.Cases;
using Rectify.Functions.Http;
using Rectify.Functions.Ledger;

namespace Rectify.Functions.Listings;

/// <summary>Turns a request into the listing of a unit.</summary>
internal sealed class ListingClerk(CaseClerk clerk, LadderClerk ladder)
{
    public OpeningDraft Draft(ListingBody body) =>
        new(body.ListedOn, "listedOn", body.DocumentNumber, (number, cancellation) => ReadAsync(body, number, cancellation));

    private async Task<Outcome<CaseCommand>> ReadAsync(ListingBody body, DocumentNumber number, CancellationToken cancellation)
    {
        if (body.Refuse() is { } refusal) return refusal;
        if (!(await clerk.UnitAsync(body.UnitId, cancellation)).Try(out var unit, out var problem)) return problem;
        if (!clerk.Rulebook(body.RulebookId, body.ListedOn, "listedOn").Try(out var rulebook, out problem)) return problem;
        if (!(await clerk.LeadersAsync(body.Officials, unit, body.ListedOn, rulebook, cancellation)).Try(out var leaders, out problem)) return problem;

        var link = new LadderLink(unit.UnitId, Rung.Listing, body.Severity, body.ListedOn, rulebook);
        return await ladder.RefuseAsync(body.PrecededBy, link, cancellation) is { } noLink ? noLink : new CaseCommand.ListUnit(
            new ListedUnit(unit.UnitId, unit.Name), body.Ground, body.Severity, body.Facts, body.Goals, body.ListedOn, body.ReceivedOn,
            body.Period, leaders, number.Text, body.LegalBasis, body.IssuedBy, rulebook, body.PrecededBy);
    }
}
