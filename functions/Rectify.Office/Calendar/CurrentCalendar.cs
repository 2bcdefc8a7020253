using Rectify.Domain.Calendar;

namespace Rectify.Office.Calendar;

/// <summary>
/// The working calendar in force: the years that came with the program, and in their place those that an office imported.
/// </summary>
/// <remarks>
/// Another process may import a year, so every request and every activity first calls <see cref="RefreshAsync"/>; between two calls the
/// calendar is one immutable value.
/// </remarks>
public sealed class CurrentCalendar(ICalendarStore store)
{
    private Loaded loaded = new(0, WorkingCalendar.Shipped, new Dictionary<int, CalendarImport>());

    /// <summary>The calendar as of the last refresh.</summary>
    public WorkingCalendar Value => Volatile.Read(ref loaded).Calendar;

    /// <summary>Who imported a year, and when; null for a year that came with the program or is not loaded.</summary>
    public CalendarImport? ImportOf(int year) => Volatile.Read(ref loaded).Imports.GetValueOrDefault(year);

    /// <summary>Loads the years that were imported since the last refresh.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        if (await store.RevisionAsync(cancellation) == Volatile.Read(ref loaded).Revision) return;

        var imports = await store.LatestAsync(cancellation);
        Volatile.Write(ref loaded, new Loaded(
            imports.Select(import => import.Revision).DefaultIfEmpty().Max(), With(imports),
            imports.ToDictionary(import => import.Year.Year)));
    }

    /// <summary>
    /// The calendar of the years that came with the program and of these imports, which take their place; of two imports of one year the
    /// later in the list counts.
    /// </summary>
    public static WorkingCalendar With(IEnumerable<CalendarImport> imports)
    {
        // All years are set at once, because an imported year may close the gap before another one.
        var years = WorkingCalendar.Shipped.Years.ToDictionary(year => year.Year);
        foreach (var import in imports) years[import.Year.Year] = import.Year;
        return new WorkingCalendar(years.Values);
    }

    private sealed record Loaded(long Revision, WorkingCalendar Calendar, IReadOnlyDictionary<int, CalendarImport> Imports);
}
