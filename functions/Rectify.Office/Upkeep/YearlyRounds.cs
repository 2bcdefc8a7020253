using System.Collections.Concurrent;
using Rectify.Domain.Calendar;
using Rectify.Office.Calendar;
using Rectify.Office.Delivery;
using Rectify.Office.Observability;
using Rectify.Office.Outbox;
using Rectify.Office.YearlyCycle;

namespace Rectify.Office.Upkeep;

/// <summary>Adds the reminders of the yearly cycle to the outbox on their day, and has them sent.</summary>
/// <remarks>
/// The orchestration only wakes this class. Which reminders a day has follows from the yearly books and the calendar, and each reminder has
/// one id, so a round that is missed, repeated or interrupted is completed later on the same day. The reminders of a day that is over are
/// not sent any more, because they count days.
/// </remarks>
public sealed class YearlyRounds(
    YearlyReminders reminders, IOutbox outbox, OutboxDispatcher outboxDispatcher, CurrentCalendar calendar, TimeProvider clock,
    Signals signals)
{
    // For each year the day and the calendar of the last decision of this process: later rounds of that day only send. A new calendar makes
    // the round decide again.
    private readonly ConcurrentDictionary<int, (DateOnly Day, WorkingCalendar Calendar)> decided = new();

    /// <summary>
    /// Sends the reminders of this day, and says when the next ones fall due. The plan has ended when no more are to come.
    /// </summary>
    public async Task<Plan> CarryOutAsync(CancellationToken cancellation)
    {
        var (now, counted) = (clock.GetUtcNow(), calendar.Value);
        var today = LocalDay.Of(now);
        TimeSpan? resend = null;
        foreach (var year in YearsOn(today))
        {
            if (reminders.FallsDueOn(year, today) <= now && !IsDecided(year, today, counted))
            {
                foreach (var notice in await reminders.OfAsync(year, today, cancellation)) await outbox.AddAsync(notice, cancellation);
                decided[year] = (today, counted);
            }

            var dispatchResult = await outboxDispatcher.SendAsync(OutboxOwner.OfYear(year), null, cancellation);
            dispatchResult.CountIn(signals);
            if (dispatchResult.RetryAfter is { } delay && !(resend <= delay)) resend = delay;
        }

        DateTimeOffset?[] instants = [NextAfter(now), now + resend];
        return new Plan(instants.All(instant => instant is null), instants.Min());
    }

    /// <summary>When the reminders of this day fell due; null when it has none, or none yet.</summary>
    public DateTimeOffset? LastDue()
    {
        var now = clock.GetUtcNow();
        var today = LocalDay.Of(now);
        return YearsOn(today).Select(year => reminders.FallsDueOn(year, today)).Where(instant => instant <= now).Max();
    }

    /// <summary>Whether more reminders are to come.</summary>
    public bool HasMore() => NextAfter(clock.GetUtcNow()) is not null;

    private DateTimeOffset? NextAfter(DateTimeOffset now)
    {
        var year = LocalDay.Of(now).Year;
        return Enumerable.Range(year - 1, 3).SelectMany(reminders.InstantsOf).Where(instant => instant > now).Select(
            instant => (DateTimeOffset?)instant).Min();
    }

    private bool IsDecided(int year, DateOnly day, WorkingCalendar by) => decided.TryGetValue(year, out var last) && last == (day, by);

    // What is owed for a year is due in it or in the year after.
    private static int[] YearsOn(DateOnly day) => [day.Year - 1, day.Year];
}
