using Rectify.Domain.Calendar;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>The clock as a reader has to take it on a day.</summary>
public static class RunningClock
{
    /// <summary>
    /// The clock of a listing; one that is stopped as if it were resumed that day. Null for a case that started with the veto.
    /// </summary>
    public static Rectification? Of(CaseState.Opened state, DateOnly today, WorkingCalendar calendar) =>
        state is CaseState.Suspended suspended && Pause.Refusal(suspended.Rectification.Deadline, suspended.SuspendedOn, today) is null
            ? suspended.ResumedOn(today, calendar)
            : state.File.Rectification;
}
