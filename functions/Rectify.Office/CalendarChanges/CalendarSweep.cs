using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;
using Rectify.Office.Requests;

namespace Rectify.Office.CalendarChanges;

/// <summary>Recomputes the deadlines of open cases after a change of the working calendar.</summary>
public sealed class CalendarSweep(ILedger ledger, CaseRepository caseRepository, CaseCommandHandler commandHandler)
{
    private const int PageSize = 200;

    /// <summary>Recomputes every open deadline, and says which deadlines and reminders moved since <paramref name="before"/>.</summary>
    public Task<SweepReport> RunAsync(
        IOrchestrationWaker orchestrations, WorkingCalendar before, string actor, DateTimeOffset now, CancellationToken cancellation) =>
        ReviewAsync(
            now,
            async (caseId, _) =>
            {
                if (await caseRepository.ReadAsync(caseId, cancellation) is not CaseReading.Readable(var record)) return null;

                var moved = await RecomputeAsync(orchestrations, record, actor, cancellation);
                var after = await caseRepository.FindAsync(caseId, cancellation) ?? record;
                var shifted = Shifted(caseId, record.State, before, after.State, caseRepository.ContextFor(caseId).Calendar);
                if (moved is null && shifted.Count > 0) await WakeAsync(orchestrations, record, cancellation);
                return new Review(record, moved is null ? [] : [moved], shifted);
            },
            cancellation);

    /// <summary>Recomputes the deadline of one case, wakes its orchestrations, and returns how it moved; null when it did not.</summary>
    public async Task<MovedDeadline?> RecomputeAsync(IOrchestrationWaker orchestrations, CaseRecord record, string actor,
        CancellationToken cancellation)
    {
        // Most deadlines do not change: a case is written to only when its deadline does.
        if (!RecomputationDecision.IsDue(record.State, caseRepository.ContextFor(record.CaseId))) return null;
        if (await commandHandler.ExecuteAsync(record.CaseId, new CaseCommand.RecomputeDeadline(), actor, null,
            cancellation) is not CommandOutcome.Done(var after, var recorded)) return null;

        await WakeAsync(orchestrations, after, cancellation);
        return recorded.Select(entry => entry.Event).OfType<CaseEvent.DeadlineRecomputed>().FirstOrDefault() is { } again
            ? new MovedDeadline(record.CaseId, record.State.File.Opening.DocumentNumber, again.Previous, again.Deadline)
            : null;
    }

    /// <summary>What would move if another calendar took the place of the present one; nothing is recorded.</summary>
    public Task<SweepReport> ForecastAsync(
        WorkingCalendar before, WorkingCalendar after, DateTimeOffset now, CancellationToken cancellation) =>
        ReviewAsync(now, (caseId, stream) => Task.FromResult(Forecast(caseId, stream, before, after, now)), cancellation);

    private static Review? Forecast(
        CaseId caseId, IReadOnlyList<StoredEvent> stream, WorkingCalendar before, WorkingCalendar after, DateTimeOffset now)
    {
        var context = new DecisionContext(caseId, now, after);
        if (CaseRecord.Of(stream, new DecisionContext(caseId, now, before)) is not { } was
            || CaseRecord.Of(stream, context) is not { } then)
            return null;

        IReadOnlyList<CaseEvent> events = RecomputationDecision.IsDue(then.State, context)
            && Decider.Decide(new CaseCommand.RecomputeDeadline(), then.Recorded, context) is Decision.Accepted(var decided) ? decided : [];
        var state = events.Count == 0 ? then.State : Evolution.Fold(then.Recorded, events);
        return Review.Of(was, events.OfType<CaseEvent.DeadlineRecomputed>(), Shifted(caseId, was.State, before, state, after));
    }

    /// <summary>What an import has moved since it was made, according to the ledger.</summary>
    /// <param name="at">When the import was made.</param>
    /// <param name="until">When the next import was made; null when there was none since.</param>
    /// <param name="before">The calendar that counted before it.</param>
    /// <param name="after">The calendar that counted with it.</param>
    /// <param name="now">The instant of the question.</param>
    /// <param name="cancellation">Stops.</param>
    public Task<SweepReport> SinceAsync(
        DateTimeOffset at, DateTimeOffset? until, WorkingCalendar before, WorkingCalendar after, DateTimeOffset now,
        CancellationToken cancellation) =>
        ReviewAsync(now, (caseId, stream) => Task.FromResult(Since(caseId, stream, (at, until), before, after)), cancellation);

    private static Review? Since(
        CaseId caseId, IReadOnlyList<StoredEvent> stream, (DateTimeOffset At, DateTimeOffset? Until) import, WorkingCalendar before,
        WorkingCalendar after)
    {
        // Entries of exactly the instant of the import count as made before it, except the recomputation that follows from it.
        var place = stream.ToList().FindIndex(
            entry => entry.At >= import.At && !(entry.At >= import.Until) && entry.Event is CaseEvent.DeadlineRecomputed);
        List<StoredEvent> then = place < 0 ? [.. stream.TakeWhile(entry => entry.At <= import.At)] : [.. stream.Take(place)];
        if (CaseRecord.Of(then, new DecisionContext(caseId, import.At, before)) is not { } was) return null;

        CaseEvent.DeadlineRecomputed[] again = place < 0 ? [] : [(CaseEvent.DeadlineRecomputed)stream[place].Event];
        return Review.Of(was, again, Shifted(caseId, was.State, before, Evolution.Fold(was.Recorded, again), after));
    }

    // Every open case, as far as it can be read.
    private async Task<SweepReport> ReviewAsync(
        DateTimeOffset now, Func<CaseId, IReadOnlyList<StoredEvent>, Task<Review?>> review, CancellationToken cancellation)
    {
        var (reviews, unreadable) = (new List<Review>(), new List<UnreadableCase>());
        var filter = new CaseFilter(null, null, null, now);
        await foreach (var slice in Slices.PartsAsync(
            continuation => ledger.ListAsync(filter, PageSize, continuation, cancellation), slice => slice.Continuation))
        {
            var open = slice.Items.Where(entry => entry.Status != CaseStatus.Closed).Select(entry => entry.CaseId).ToList();
            var streams = await ledger.ReadAsync(open, cancellation);
            foreach (var caseId in open)
            {
                if (CaseReading.Of(streams[caseId], caseRepository.ContextFor(caseId)) is CaseReading.Unreadable(var broken))
                    unreadable.Add(broken);
                else if (await review(caseId, streams[caseId].Entries) is { } seen) reviews.Add(seen);
            }
        }

        return new SweepReport(
            reviews.Count, [.. reviews.SelectMany(one => one.Deadlines)], [.. reviews.SelectMany(one => one.Reminders)])
        {
            Names = reviews.Where(one => one.Deadlines.Count + one.Reminders.Count > 0).ToDictionary(
                one => one.Was.CaseId,
                one => $"{one.Was.State.File.Opening.DocumentNumber} {one.Was.State.File.Opening.Unit.Name}"),
            Unreadable = unreadable,
        };
    }

    // What became of one case.
    private sealed record Review(CaseRecord Was, IReadOnlyList<MovedDeadline> Deadlines, IReadOnlyList<MovedReminder> Reminders)
    {
        public static Review Of(CaseRecord was, IEnumerable<CaseEvent.DeadlineRecomputed> again, IReadOnlyList<MovedReminder> reminders) =>
            new(
                was,
                [.. again.Select(one => new MovedDeadline(was.CaseId, was.State.File.Opening.DocumentNumber, one.Previous, one.Deadline))],
                reminders);
    }

    private Task WakeAsync(IOrchestrationWaker orchestrations, CaseRecord record, CancellationToken cancellation) =>
        orchestrations.WakeAsync(record.CaseId, record.State.File.MeasuresInForce, cancellation);

    private static List<MovedReminder> Shifted(CaseId caseId, CaseState was, WorkingCalendar before, CaseState now, WorkingCalendar after)
    {
        var days = Reminders(was, before).ToLookup(reminder => (reminder.Kind, reminder.Days, reminder.Measure), reminder => reminder.Day);
        return
        [
            .. from reminder in Reminders(now, after)
               from previous in days[(reminder.Kind, reminder.Days, reminder.Measure)].Take(1)
               where previous != reminder.Day
               select new MovedReminder(caseId, reminder.Kind, reminder.Measure, reminder.DaysAway, previous, reminder.Day),
        ];
    }

    private static IEnumerable<Reminder> Reminders(CaseState state, WorkingCalendar calendar) =>
        Schedule.Of(state, calendar).OfType<Step.Remind>().Select(step => step.Reminder);
}

/// <summary>What a change of the calendar moved.</summary>
/// <param name="Cases">How many cases were looked at.</param>
/// <param name="Deadlines">Deadlines that moved, or are no longer provisional.</param>
/// <param name="Reminders">Reminders that go out on another day.</param>
public sealed record SweepReport(int Cases, IReadOnlyList<MovedDeadline> Deadlines, IReadOnlyList<MovedReminder> Reminders)
{
    /// <summary>Cases that cannot be read, so that it is not known whether anything moves in them.</summary>
    public IReadOnlyList<UnreadableCase> Unreadable { get; init; } = [];

    /// <summary>Document number and unit of each case in which something moved, for readers.</summary>
    public IReadOnlyDictionary<CaseId, string> Names { get; init; } = new Dictionary<CaseId, string>();
}

/// <summary>A recomputed deadline.</summary>
public sealed record MovedDeadline(CaseId CaseId, string DocumentNumber, Deadline Previous, Deadline Deadline);

/// <summary>A reminder that goes out on another day; <c>Days</c> are those between that day and the date it refers to.</summary>
public sealed record MovedReminder(CaseId CaseId, ReminderKind Kind, Measure? Measure, int Days, DateOnly Previous, DateOnly Day);
