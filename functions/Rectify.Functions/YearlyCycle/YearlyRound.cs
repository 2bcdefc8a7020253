using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Domain.Calendar;
using Rectify.Domain.Terms;
using Rectify.Functions.Calendar;
using Rectify.Functions.Notices;
using Rectify.Functions.Observability;

namespace Rectify.Functions.YearlyCycle;

/// <summary>Puts the reminders of the yearly cycle into the outbox on their day, and has them sent.</summary>
/// <remarks>
/// The timer is a wake-up and nothing else: which reminders a day has follows from books and calendar, and each has one id. A run that
/// is missed, repeated or cut off is made up for by the next one of that day; a day that is over is not made up for, as its reminders count days.
/// </remarks>
public sealed class YearlyRound(IServiceProvider services)
{
    private readonly YearlyReminders reminders = services.GetRequiredService<YearlyReminders>();
    private readonly YearlyRoundLog log = services.GetRequiredService<YearlyRoundLog>();
    private readonly IOutbox outbox = services.GetRequiredService<IOutbox>();
    private readonly PostRoom postRoom = services.GetRequiredService<PostRoom>();
    private readonly CurrentCalendar calendar = services.GetRequiredService<CurrentCalendar>();
    private readonly TimeProvider clock = services.GetRequiredService<TimeProvider>();
    private readonly Signals signals = services.GetRequiredService<Signals>();

    [Function("YearlyRound")]
    public async Task RunAsync([TimerTrigger("0 */10 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        await calendar.RefreshAsync(cancellation);
        var now = clock.GetUtcNow();
        var today = LocalDay.Of(now);
        // What is owed for a year is due in it or in the year after.
        foreach (var year in new[] { today.Year - 1, today.Year })
        {
            if (reminders.FallsDueOn(year, today) is not { } at || at > now) continue;

            // Decided once a day and process, so that the rounds that only send cost nothing; a new calendar decides again.
            var counted = calendar.Value;
            if (!log.IsDone(year, today, counted))
            {
                foreach (var notice in await reminders.OfAsync(year, today, cancellation)) await outbox.AddAsync(notice, cancellation);
                log.Done(year, today, counted);
            }

            signals.Posted(await postRoom.SendAsync(YearFile.Of(year), null, cancellation));
        }
    }
}

/// <summary>The last round of each year that this process has decided.</summary>
internal sealed class YearlyRoundLog
{
    private readonly ConcurrentDictionary<int, (DateOnly Day, WorkingCalendar Calendar)> done = new();

    public bool IsDone(int year, DateOnly day, WorkingCalendar calendar) => done.TryGetValue(year, out var last) && last == (day, calendar);

    public void Done(int year, DateOnly day, WorkingCalendar calendar) => done[year] = (day, calendar);
}
