using Rectify.Domain.Calendar;

namespace Rectify.Office.Calendar;

/// <summary>The working days that count now: the years that came with the program, and over them those that an office imported.</summary>
/// <remarks>
/// Another process may have imported a year, so that every request and every activity begins with a look at the store
/// (<see cref="RefreshAsync"/>); between two looks the calendar is one immutable value.
/// </remarks>
public sealed class CurrentCalendar(ICalendarStore store)
{
    private Loaded loaded = new(0, WorkingCalendar.Shipped, new Dictionary<int, CalendarImport>());

    /// <summary>The calendar as of the last look.</summary>
    public WorkingCalendar Value => Volatile.Read(ref loaded).Calendar;

    /// <summary>Who imported a year, and when; null for a year that came with the program or is not loaded.</summary>
    public CalendarImport? ImportOf(int year) => Volatile.Read(ref loaded).Imports.GetValueOrDefault(year);

    /// <summary>Takes in what was imported since the last look.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        if (await store.RevisionAsync(cancellation) == Volatile.Read(ref loaded).Revision) return;

        var imports = await store.LatestAsync(cancellation);
        Volatile.Write(ref loaded, new Loaded(
            imports.Select(import => import.Revision).DefaultIfEmpty().Max(), With(imports),
            imports.ToDictionary(import => import.Year.Year)));
    }

    /// <summary>
    /// The years that came with the program, and over them these imports; of two for one year the later in the list counts.
    /// </summary>
    public static WorkingCalendar With(IEnumerable<CalendarImport> imports)
    {
        // All at once: an imported year may close the gap to another.
        var years = WorkingCalendar.Shipped.Years.ToDictionary(year => year.Year);
        foreach (var import in imports) years[import.Year.Year] = import.Year;
        return new WorkingCalendar(years.Values);
    }

    private sealed record Loaded(long Revision, WorkingCalendar Calendar, IReadOnlyDictionary<int, CalendarImport> Imports);
}
