using Rectify.Domain.Cases;
using Rectify.Domain.Sanctions;
using Rectify.Office.Cases;

namespace Rectify.Functions.Feeds;

/// <summary>
/// The days of a case that a calendar feed shows, with their history: the deadline, and the last barred day of each measure.
/// </summary>
internal static class CaseDays
{
    /// <summary>All days that the case has or had.</summary>
    public static IEnumerable<CaseDay> Of(CaseRecord record)
    {
        // The closing of a notice or a talk is left out: the state before it tells whether the deadline still counts.
        var states = States(record).Where(one => one.State is not CaseState.Closed { File.Opening: Opening.Admonition }).ToList();
        var changes = from measure in (Measure?[])[null, .. record.State.File.MeasuresTaken]
                      select new CaseDay(measure,
                          [.. Changes(states, state => measure is { } taken ? LastBarred(state, taken) : Deadline(state))]);
        return changes.Where(day => day.Changes.Count > 0);
    }

    // The last state is the present one, which includes steps that are due and not recorded yet. It makes no further change once they are
    // recorded.
    private static IEnumerable<(DateTimeOffset At, CaseState.Opened State)> States(CaseRecord record)
    {
        CaseState state = new CaseState.NotOpened();
        foreach (var entry in record.Stream)
        {
            state = Evolution.Evolve(state, entry.Event);
            if (state is CaseState.Opened opened) yield return (entry.At, opened);
        }

        yield return (record.Stream[^1].At, record.State);
    }

    private static IEnumerable<DayChange> Changes(
        IEnumerable<(DateTimeOffset At, CaseState.Opened State)> states, Func<CaseState.Opened, (DateOnly Day, Standing Standing)?> dayOf)
    {
        DayChange? last = null;
        foreach (var (at, state) in states)
        {
            // A day that a state no longer has is cancelled.
            var (day, standing) = dayOf(state) ?? (last?.Day ?? default, Standing.Cancelled);
            if (last is null ? dayOf(state) is null : (last.Day, last.Standing) == (day, standing)) continue;

            yield return last = new DayChange(at, day, standing);
        }
    }

    private static (DateOnly, Standing)? Deadline(CaseState.Opened state) => state switch
    {
        { File.Deadline: null } => null,
        _ when state is CaseState.Released or CaseState.Fulfilled or CaseState.Escalated or CaseState.Revoked
            || state.File.Release is not null || state.File.Revoked.Contains(Measure.Listing) =>
            (state.File.Deadline.Effective, Standing.Cancelled),
        CaseState.Suspended => (state.File.Deadline.Effective, Standing.Tentative),
        _ => (state.File.Deadline.Effective, state.File.Deadline.Provisional ? Standing.Tentative : Standing.Confirmed),
    };

    // A sanction that lasts as long as the listing has no last day yet (S4).
    private static (DateOnly, Standing)? LastBarred(CaseState.Opened state, Measure measure) =>
        state.File.LastBarredDay(measure) is { } day && day < DateOnly.MaxValue ? (day, Standing.Confirmed) : null;
}

/// <summary>A day of a case.</summary>
/// <param name="Measure">The measure whose last barred day it is; null for the deadline.</param>
/// <param name="Changes">The changes of the day, oldest first.</param>
internal sealed record CaseDay(Measure? Measure, IReadOnlyList<DayChange> Changes);

/// <summary>The change of a day at an instant.</summary>
internal sealed record DayChange(DateTimeOffset At, DateOnly Day, Standing Standing);
