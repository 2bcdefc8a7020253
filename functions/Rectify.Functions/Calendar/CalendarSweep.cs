using Microsoft.DurableTask.Client;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using Rectify.Functions.Cases;
using Rectify.Functions.Ledger;

namespace Rectify.Functions.Calendar;

/// <summary>Brings open cases to the calendar that counts now.</summary>
internal sealed class CalendarSweep(ILedger ledger, CaseDesk desk, Workflows workflows)
{
    private const int PageSize = 200;

    /// <summary>Recomputes every open deadline, and says which deadlines and reminders moved since <paramref name="before"/>.</summary>
    public async Task<SweepReport> RunAsync(
        DurableTaskClient durable, WorkingCalendar before, string actor, DateTimeOffset now, CancellationToken cancellation)
    {
        var (deadlines, reminders, cases) = (new List<MovedDeadline>(), new List<MovedReminder>(), 0);
        var filter = new CaseFilter(null, null, null, now);
        string? continuation = null;
        do
        {
            var slice = await ledger.ListAsync(filter, PageSize, continuation, cancellation);
            foreach (var entry in slice.Items.Where(entry => entry.Status != CaseStatus.Closed))
            {
                if (await desk.FindAsync(entry.CaseId, cancellation) is not { } record) continue;

                cases++;
                var moved = await RecomputeAsync(durable, record, actor, cancellation);
                var after = await desk.FindAsync(entry.CaseId, cancellation) ?? record;
                var shifted = Shifted(record, before, after);
                if (moved is not null) deadlines.Add(moved);
                else if (shifted.Count > 0) await WakeAsync(durable, record, cancellation);
                reminders.AddRange(shifted);
            }

            continuation = slice.Continuation;
        } while (continuation is not null);

        return new SweepReport(cases, deadlines, reminders);
    }

    /// <summary>Recomputes the deadline of one case, tells its orchestrations, and says how it moved; null when it did not.</summary>
    public async Task<MovedDeadline?> RecomputeAsync(DurableTaskClient durable, CaseRecord record, string actor, CancellationToken cancellation)
    {
        // Most deadlines stay: a case is written to only when its own has something to record.
        if (!RecomputationDecision.IsDue(record.State, desk.ContextFor(record.CaseId))) return null;
        if (await desk.ExecuteAsync(record.CaseId, new CaseCommand.RecomputeDeadline(), actor, null, cancellation) is not DeskAnswer.Done(var after, var recorded)) return null;

        await WakeAsync(durable, after, cancellation);
        return recorded.Select(entry => entry.Event).OfType<CaseEvent.DeadlineRecomputed>().FirstOrDefault() is { } again
            ? new MovedDeadline(record.CaseId, record.State.File.Opening.DocumentNumber, again.Previous, again.Deadline)
            : null;
    }

    private Task WakeAsync(DurableTaskClient durable, CaseRecord record, CancellationToken cancellation) =>
        workflows.WakeAsync(durable, record.CaseId, record.State.File.MeasuresInForce, cancellation);

    private List<MovedReminder> Shifted(CaseRecord record, WorkingCalendar before, CaseRecord after)
    {
        var was = Reminders(record.State, before).ToLookup(reminder => (reminder.Kind, reminder.Days, reminder.Measure), reminder => reminder.Day);
        return
        [
            .. from reminder in Reminders(after.State, desk.ContextFor(record.CaseId).Calendar)
               from previous in was[(reminder.Kind, reminder.Days, reminder.Measure)].Take(1)
               where previous != reminder.Day
               select new MovedReminder(record.CaseId, reminder.Kind, reminder.Measure, reminder.Days, previous, reminder.Day),
        ];
    }

    private static IEnumerable<Reminder> Reminders(CaseState state, WorkingCalendar calendar) =>
        Schedule.Of(state, calendar).OfType<Step.Remind>().Select(step => step.Reminder);
}

/// <summary>What a change of the calendar moved.</summary>
/// <param name="Cases">How many cases were looked at.</param>
/// <param name="Deadlines">Deadlines that moved, or are no longer provisional.</param>
/// <param name="Reminders">Reminders that go out on another day.</param>
internal sealed record SweepReport(int Cases, IReadOnlyList<MovedDeadline> Deadlines, IReadOnlyList<MovedReminder> Reminders);

/// <summary>A recomputed deadline.</summary>
internal sealed record MovedDeadline(CaseId CaseId, string DocumentNumber, Deadline Previous, Deadline Deadline);

/// <summary>A reminder that goes out on another day.</summary>
internal sealed record MovedReminder(CaseId CaseId, ReminderKind Kind, Measure? Measure, int Days, DateOnly Previous, DateOnly Day);
