using Rectify.Domain.Calendar;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>The clock of a case as it is shown on a day.</summary>
public static class RunningClock
{
    /// <summary>
    /// The clock of the case; a stopped clock is computed as if it were resumed that day. Null for a case that started with the veto.
    /// </summary>
    public static Rectification? Of(CaseState.Opened state, DateOnly today, WorkingCalendar calendar) =>
        state is CaseState.Suspended suspended && Pause.Refusal(suspended.Rectification.Deadline, suspended.SuspendedOn, today) is null
            ? suspended.ResumedOn(today, calendar)
            : state.File.Rectification;
}
