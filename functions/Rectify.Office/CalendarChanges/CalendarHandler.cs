using Rectify.Domain.Calendar;
using Rectify.Office.Calendar;
using Rectify.Office.Cases;
using Rectify.Office.Upkeep;

namespace Rectify.Office.CalendarChanges;

/// <summary>
/// Imports the holiday notice of a year, and reports which deadlines and reminders it moves: in a preview, at the import, and later.
/// </summary>
public sealed class CalendarHandler(CurrentCalendar calendar, ICalendarStore store, CalendarSweep sweep, YearlyRounds rounds,
    TimeProvider clock)
{
    /// <summary>Imports a year and recomputes every open case.</summary>
    /// <remarks>Importing the same year again records no new import, but completes what an interrupted import left undone.</remarks>
    public async Task<SweepReport> ImportAsync(IOrchestrationWaker orchestrations, CalendarYear year, string actor,
        CancellationToken cancellation)
    {
        var (before, now) = (calendar.Value, clock.GetUtcNow());
        if (!before.Year(year.Year).Equals(year))
        {
            await store.AddAsync(year, actor, now, cancellation);
            await calendar.RefreshAsync(cancellation);
        }

        if (rounds.HasMore()) await orchestrations.WakeYearlyCycleAsync(cancellation);
        return await sweep.RunAsync(orchestrations, before, actor, now, cancellation);
    }

    /// <summary>What an import would move; nothing is recorded.</summary>
    public Task<SweepReport> ForecastAsync(CalendarYear year, CancellationToken cancellation) =>
        sweep.ForecastAsync(calendar.Value, calendar.Value.With(year), clock.GetUtcNow(), cancellation);

    /// <summary>What the last import of a year has moved since it was made; null when the year was never imported.</summary>
    public async Task<(CalendarImport Import, SweepReport Moved)?> ResultOfAsync(int year, CancellationToken cancellation)
    {
        List<CalendarImport> imports = [];
        foreach (var latest in await store.LatestAsync(cancellation))
            imports.AddRange(await store.HistoryAsync(latest.Year.Year, cancellation));
        if (imports.Where(import => import.Year.Year == year).MaxBy(import => import.Revision) is not { } last) return null;

        var inOrder = imports.OrderBy(import => import.Revision).ToList();
        var (before, after) = (CurrentCalendar.With(inOrder.TakeWhile(import => import != last)),
            CurrentCalendar.With(inOrder.TakeWhile(import => import.Revision <= last.Revision)));
        var next = inOrder.Find(import => import.Revision > last.Revision);
        return (last, await sweep.SinceAsync(last.At, next?.At, before, after, clock.GetUtcNow(), cancellation));
    }
}
