using System.Diagnostics;
using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Functions.Assessments;
using Rectify.Functions.Cases;
using Rectify.Functions.Http;
using Rectify.Functions.Ledger;
using Rectify.Functions.Notices;

namespace Rectify.Functions.Vetoes;

/// <summary>Turns a request into a direct veto.</summary>
internal sealed class DirectVetoClerk(CaseClerk clerk, AssessmentDesk assessments, LadderClerk ladder, OfficeSettings office)
{
    public OpeningDraft Draft(DirectVetoBody body) =>
        new(body.DecidedOn, "decidedOn", body.DocumentNumber, (number, cancellation) => ReadAsync(body, number, cancellation));

    private async Task<Outcome<CaseCommand>> ReadAsync(DirectVetoBody body, DocumentNumber number, CancellationToken cancellation)
    {
        if (body.Refuse() is { } refusal) return refusal;
        if (!(await clerk.UnitAsync(body.UnitId, cancellation)).Try(out var unit, out var problem)) return problem;
        if (!clerk.Rulebook(body.RulebookId, body.DecidedOn, "decidedOn").Try(out var rulebook, out problem)) return problem;
        if (!(await clerk.LeadersAsync(body.Officials, unit, body.DecidedOn, rulebook, cancellation)).Try(out var leaders, out problem)) return problem;

        var (years, standing) = body.Ground == DirectVetoGround.TwoYearAssessment ? await assessments.GroundOfAsync(unit.UnitId, cancellation) : default;
        if (standing is not null) return standing;
        var link = new LadderLink(unit.UnitId, Rung.Veto, null, body.DecidedOn, rulebook);
        return await ladder.RefuseAsync(body.PrecededBy, link, cancellation) is { } noLink ? noLink : new CaseCommand.VetoDirectly(
            new ListedUnit(unit.UnitId, unit.Name), GroundOf(body), body.AccountabilityGround, body.EventOn, body.DecidedOn, body.Facts,
            leaders, number.Text, body.LegalBasis, body.IssuedBy ?? office.Name, rulebook, years, body.PrecededBy);
    }

    private static VetoGround GroundOf(DirectVetoBody body) => body.Ground switch
    {
        DirectVetoGround.GraveHarm => VetoGround.GraveHarm,
        DirectVetoGround.TwoYearAssessment => VetoGround.TwoYearAssessment,
        DirectVetoGround.Other => VetoGround.Other,
        _ => throw new UnreachableException(body.Ground.ToString()),
    };
}
