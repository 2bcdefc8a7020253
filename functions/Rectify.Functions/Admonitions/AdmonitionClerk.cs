using System.Diagnostics;
using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Functions.Cases;
using Rectify.Functions.Http;
using Rectify.Functions.Ledger;

namespace Rectify.Functions.Admonitions;

/// <summary>Turns a request into a notice or a talk.</summary>
internal sealed class AdmonitionClerk(CaseClerk clerk, LadderClerk ladder)
{
    public OpeningDraft Draft(AdmonitionBody body) =>
        new(body.IssuedOn, "issuedOn", body.DocumentNumber, (number, cancellation) => ReadAsync(body, number, cancellation));

    private async Task<Outcome<CaseCommand>> ReadAsync(AdmonitionBody body, DocumentNumber number, CancellationToken cancellation)
    {
        if (body.Refuse() is { } refusal) return refusal;
        if (!(await clerk.UnitAsync(body.UnitId, cancellation)).Try(out var unit, out var problem)) return problem;
        if (!clerk.Rulebook(body.RulebookId, body.IssuedOn, "issuedOn").Try(out var rulebook, out problem)) return problem;

        IReadOnlyList<ListedLeader>? called = await clerk.InPostAsync(unit.UnitId, body.IssuedOn, rulebook, cancellation);
        if (body.Officials is not null && !(await clerk.NamedAsync(body.Officials, cancellation)).Try(out called, out problem)) return problem;

        var link = new LadderLink(unit.UnitId, RungOf(body), body.Severity, body.IssuedOn, rulebook);
        return await ladder.RefuseAsync(body.PrecededBy, link, cancellation) is { } noLink ? noLink : new CaseCommand.Admonish(
            new ListedUnit(unit.UnitId, unit.Name), link.Rung, body.Ground, body.Severity, body.Facts, body.Goals, body.IssuedOn, body.Period,
            called, number.Text, body.LegalBasis, body.IssuedBy, rulebook, body.PrecededBy);
    }

    private static Rung RungOf(AdmonitionBody body) => body.Rung switch
    {
        LowerRung.Notice => Rung.Notice,
        LowerRung.Talk => Rung.Talk,
        _ => throw new UnreachableException(body.Rung.ToString()),
    };
}
