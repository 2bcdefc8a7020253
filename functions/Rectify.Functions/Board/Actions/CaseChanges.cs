using Rectify.Board.Cases.Actions;
using Rectify.Domain.Cases;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using Rectify.Office.Cases;

namespace Rectify.Functions.Board.Actions;

/// <summary>Compares a case with its state after some events.</summary>
internal static class CaseChanges
{
    public static CaseChange Of(ActionContext scene, IReadOnlyList<CaseEvent> events)
    {
        var (context, before) = (scene.Context, scene.Record.State);
        var after = (CaseState.Opened)Evolution.Fold(scene.Record.Recorded, events);
        var fallenDue = Settlement.Due(scene.Record.Recorded, context).Count;
        var (stepsBefore, stepsAfter) = (Schedule.Of(before, context.Calendar), Schedule.Of(after, context.Calendar));
        return new CaseChange(
            after.File.Rung, CaseStatus.Of(before), CaseStatus.Of(after), DeadlineOf(before, context), DeadlineOf(after, context),
            [.. events.Skip(fallenDue)],
            [.. SanctionsOf(before.File, after.File)], Missing(stepsBefore, stepsAfter), Missing(stepsAfter, stepsBefore))
        {
            Fields = events.Any(CaseCorrections.IsCorrection) ? OpeningChange.Between(before.File, after.File) : [],
        };
    }

    // The deadline that runs; null for a case that was released, vetoed or revoked, because nothing follows from its deadline any more.
    private static Deadline? DeadlineOf(CaseState.Opened state, DecisionContext context) =>
        state is CaseState.Listed ? RunningClock.Of(state, context.Today, context.Calendar)?.Deadline : null;

    private static IEnumerable<ChangedSanction> SanctionsOf(CaseFile before, CaseFile after) =>
        from sanction in after.Sanctions
        let earlier = before.Find(sanction.Id)?.Barred
        where earlier != sanction.Barred
        select new ChangedSanction(CasePageModel.NameOf(sanction.Subject, after), sanction.Bars, sanction.Measure, earlier,
            sanction.Barred);

    private static IReadOnlyList<CaseStep> Missing(IReadOnlyList<Step> from, IReadOnlyList<Step> there) =>
        [.. from.Except(there).Select(step => new CaseStep(step.DueAt, step))];
}
