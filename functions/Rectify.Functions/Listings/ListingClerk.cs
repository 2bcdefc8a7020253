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
        new(body.ListedOn, "listedOn", body.DocumentNumber, (number, cancellation) => ReadAsync(body, number, cancellation))
        {
            Refusal = body.Refuse(),
        };

    private async Task<Outcome<CaseCommand>> ReadAsync(ListingBody body, DocumentNumber number, CancellationToken cancellation)
    {
        var asked = clerk.Rulebook(body.RulebookId, body.ListedOn, "listedOn");
        if (!(await clerk.GroundAsync(body.UnitId, body.Officials, body.ListedOn, asked, cancellation))
            .Try(out var ground, out var problem))
            return problem;

        var (unit, rulebook, leaders) = ground;

        var link = new LadderLink(unit.UnitId, Rung.Listing, body.Severity, body.ListedOn, rulebook);
        return await ladder.RefuseAsync(body.PrecededBy, link, cancellation) is { } noLink ? noLink : new CaseCommand.ListUnit(
            new ListedUnit(unit.UnitId, unit.Name), body.Ground, body.Severity, body.Facts, body.Goals, body.ListedOn, body.ReceivedOn,
            body.Period, leaders, number.Text, body.LegalBasis, body.IssuedBy, rulebook, body.PrecededBy);
    }
}
