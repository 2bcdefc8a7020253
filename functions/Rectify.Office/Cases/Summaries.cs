using Rectify.Domain.Cases;
using Rectify.Office.Ledger;

namespace Rectify.Office.Cases;

/// <summary>Makes the summary of a case that the index keeps for lists.</summary>
internal static class Summaries
{
    /// <summary>The summary of a case as of a day, without bars that ended before that day.</summary>
    public static CaseSummary Of(CaseRecord record, DateOnly today) => Of(record.State.File, today) with
    {
        Awaited = AwaitedActs.Of(record),
        ChangedAt = record.Stream[^1].At,
    };

    private static CaseSummary Of(CaseFile file, DateOnly today) => new(
        file.Opening.DocumentNumber, file.Opening.Unit.Name, file.Rung, file.Rectification?.ListedOn,
        file.Deadline is { } deadline ? deadline.Provisional ? DeadlineState.Provisional : DeadlineState.Fixed : null,
        file.Deadline?.Effective.AddDays(-file.Rulebook.YellowDays),
        BarList.Of(
            from sanction in file.Sanctions
            where sanction.Barred is { } barred && barred.To >= today
            select new SubjectBar(sanction.Subject, sanction.Barred!.Value)))
    {
        Units = Math.Max(1, file.Opening.SharedBy.Count),
    };
}
