using Rectify.Domain.Calendar;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>整改期限的重新计算: the clock of a case from its corrected opening on, with everything that has moved it since.</summary>
internal static class ClockReplay
{
    /// <summary>Each deadline of the clock in order: that of the opening, and one for each entry that moved it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A pause cannot be added to a deadline of that year.</exception>
    public static IReadOnlyList<Deadline> Deadlines(
        CaseFile file, Opening opening, Deadline first, IReadOnlyList<CaseEvent> moves, WorkingCalendar calendar)
    {
        var deadlines = new List<Deadline> { first };
        Clock(file, opening, moves, (clock, move, suspendedOn) =>
        {
            deadlines.Add(move switch
            {
                CaseEvent.ExtensionGranted { By: { } by and not Period.Until } =>
                    Deadline.Of(clock.Deadline.Nominal, by, calendar, file.OnDayOff),
                CaseEvent.ExtensionGranted e => e.Deadline,
                CaseEvent.ClockResumed e =>
                    Pause.AddedTo(clock.Deadline, clock.Counting, suspendedOn, e.ResumedOn, calendar, file.OnDayOff),
                _ => clock.Deadline,
            });
            return deadlines[^1];
        }, first);
        return deadlines;
    }

    /// <summary>The clock after the same entries, with deadlines that were computed before.</summary>
    public static Rectification Clock(CaseFile file, Opening opening, IReadOnlyList<CaseEvent> moves, IReadOnlyList<Deadline> deadlines)
    {
        var next = 1;
        return Clock(file, opening, moves, (_, _, _) => deadlines[next++], deadlines[0]);
    }

    /// <summary>
    /// Why entries that stopped the clock or moved the deadline cannot have followed the corrected opening; null when they can.
    /// </summary>
    public static Rejection? Refuse(CaseFile file, Opening opening, IReadOnlyList<CaseEvent> moves, IReadOnlyList<Deadline> deadlines)
    {
        var (next, refusal) = (1, (Rejection?)null);
        Clock(file, opening, moves, (clock, move, _) =>
        {
            var deadline = deadlines[next++];
            if (move is CaseEvent.ExtensionGranted && deadline.Effective <= clock.Deadline.Effective)
            {
                refusal ??= Rejection.Conflict(
                    "period", CorrectionMessages.ExtensionShortens.With(deadline.Effective, clock.Deadline.Effective));
            }

            return deadline;
        }, deadlines[0], (clock, move) =>
        {
            DateOnly? on = move switch
            {
                CaseEvent.ClockSuspended e => e.SuspendedOn,
                CaseEvent.ExtensionGranted e => e.GrantedOn,
                _ => null,
            };
            if (on > clock.Deadline.Effective)
                refusal ??= Rejection.Conflict("period", CorrectionMessages.MovedAfter.With(on.Value, clock.Deadline.Effective));
            else if (move is CaseEvent.ClockSuspended && on < opening.BeganOn)
                refusal ??= Rejection.Conflict("on", CorrectionMessages.StoppedBefore.With(on.Value, opening.BeganOn));
        });
        return refusal;
    }

    /// <summary>The entries of a case that moved its deadline, and those that stopped its clock.</summary>
    public static IReadOnlyList<CaseEvent> MovesOf(IEnumerable<CaseEvent> entries) =>
    [
        .. entries.Where(entry => entry is CaseEvent.ExtensionGranted or CaseEvent.ClockSuspended or CaseEvent.ClockResumed
            or CaseEvent.ListingContinued or CaseEvent.RungContinued or CaseEvent.UrgingIssued { Milestone: null }),
    ];

    private static Rectification Clock(
        CaseFile file, Opening opening, IReadOnlyList<CaseEvent> moves, Func<Rectification, CaseEvent, DateOnly, Deadline> deadlineOf,
        Deadline first, Action<Rectification, CaseEvent>? seen = null)
    {
        var clock = Rectification.Of(opening.BeganOn, opening.PeriodFrom, opening.Period!, first, file.OnDayOff);
        DateOnly suspendedOn = default;
        foreach (var move in moves)
        {
            seen?.Invoke(clock, move);
            if (move is CaseEvent.ClockSuspended suspended)
            {
                suspendedOn = suspended.SuspendedOn;
                continue;
            }

            var deadline = deadlineOf(clock, move, suspendedOn);
            clock = move switch
            {
                CaseEvent.ExtensionGranted e => clock.MovedTo(
                    deadline, e.GrantedOn,
                    e.By is { } by ? DeadlineBasis.Of(clock.Deadline.Nominal, by, file.OnDayOff) : DeadlineBasis.Of(deadline)) with
                {
                    Extensions = clock.Extensions + 1,
                    Counting = Counting.Of(e.By),
                },
                CaseEvent.ClockResumed e => clock.PausedTo(deadline, e.ResumedOn, file.OnDayOff) with
                {
                    SuspendedDays = clock.SuspendedDays + e.PausedDays,
                },
                _ => clock,
            };
        }

        return clock;
    }
}
