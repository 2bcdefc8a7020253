using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Terms;
using Rectify.Office.Ledger;

namespace Rectify.Office.Cases;

/// <summary>A case in a list, as it is on a day.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="UnitId">The unit it is about.</param>
/// <param name="Status">Its state.</param>
/// <param name="Light">Its light.</param>
/// <param name="DueOn">The deadline; null for a case that has none.</param>
/// <param name="Summary">What the case is about.</param>
public sealed record CaseListItem(CaseId CaseId, UnitId UnitId, CaseStatus Status, Light Light, DateOnly? DueOn, CaseSummary Summary)
{
    /// <summary>
    /// Built from the index alone; null when the index cannot tell the present state: a step is due, the clock is stopped, or there is no
    /// summary.
    /// </summary>
    public static CaseListItem? Of(CaseEntry entry, DateOnly today, DateTimeOffset now) =>
        entry is { Summary: { } summary } && !(entry.NextDueAt <= now) && CaseMatch.LightOf(entry, today) is { } light
            ? new CaseListItem(entry.CaseId, entry.UnitId, entry.Status, light, summary.Deadline is null ? null : entry.DueOn, summary)
            : null;

    /// <summary>Built from the case itself.</summary>
    public static CaseListItem Of(CaseRecord record, DateOnly today, WorkingCalendar calendar)
    {
        var (state, file) = (record.State, record.State.File);
        return new CaseListItem(
            record.CaseId, file.Opening.Unit.UnitId, CaseStatus.Of(state), LightRule.Of(state, today, calendar),
            RunningClock.Of(state, today, calendar)?.Deadline.Effective, Summaries.Of(record, today));
    }
}
