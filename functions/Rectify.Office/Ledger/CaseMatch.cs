using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Office.Text;

namespace Rectify.Office.Ledger;

/// <summary>Decides whether an index entry may match a filter.</summary>
public static class CaseMatch
{
    public static bool Of(CaseEntry entry, CaseFilter filter)
    {
        var isDue = entry.NextDueAt <= filter.Now;
        return (filter.Step == StepFilter.Any || isDue || (filter.Step == StepFilter.ToBeRead && entry.Summary is null))
            && (filter.Status is not { } status || entry.Status == status || isDue)
            && (filter.Rung is not { } rung || entry.Summary is null || entry.Summary.Rung == rung)
            && (filter.UnitId is not { } unit || entry.UnitId == unit)
            && (filter.DueBefore is not { } before || entry.DueOn < before)
            && (filter.DueFrom is not { } from || entry.DueOn >= from || entry.Status == CaseStatus.Suspended)
            && (filter.Awaits.Count == 0 || isDue || (entry.Summary?.Awaited is { Act: var act }
                ? filter.Awaits.Contains(act)
                : Awaited.States.Contains(entry.Status)))
            && (filter.ChangedFrom is not { } since || entry.Summary?.ChangedAt >= since)
            && (isDue || entry.Summary is not { } summary || Of(entry, summary, filter));
    }

    private static bool Of(CaseEntry entry, CaseSummary summary, CaseFilter filter) =>
        (filter.Text is not { } text || Shows(summary.DocumentNumber, summary.UnitName, text))
        && (filter.Light is not { } light || (LightOf(entry, LocalDay.Of(filter.Now)) is var shown && (shown is null || shown == light)));

    /// <summary>Whether a search text occurs in the document number, in whatever spelling, or in the unit's name.</summary>
    public static bool Shows(string number, string unitName, string text) =>
        NumberSpelling.Fold(number).Contains(NumberSpelling.Fold(text), StringComparison.Ordinal) || TextRule.Shows(unitName, text);

    /// <summary>
    /// The light that a case without a due step shows on a day (see <see cref="LightRule"/>); null when the case itself has to be read.
    /// </summary>
    public static Light? LightOf(CaseEntry entry, DateOnly today) => entry switch
    {
        { Summary: null } or { Status: CaseStatus.Suspended } => null,
        _ when LightRule.Always(entry.Status) is { } always => always,
        { Status: CaseStatus.Rectifying } when entry.DueOn < today => Light.Red,
        { Status: CaseStatus.AwaitingInspection } when entry.DueOn < today => Light.Yellow,
        { Summary.YellowFrom: { } yellow } => yellow <= today ? Light.Yellow : Light.Green,
        _ => Light.Grey,
    };
}
