namespace Rectify.Domain.Calendar;

/// <summary>Which days are worked: weekends and holidays are off, make-up Saturdays and Sundays are worked (D6).</summary>
/// <remarks>
/// Immutable. It covers the first loaded year to 2099; a year without a loaded State Council notice is provisional (D9).
/// Every question about a day outside that range is refused, never answered with a guess.
/// </remarks>
public sealed class WorkingCalendar
{
    /// <summary>The last year for which provisional days are computed.</summary>
    public const int LastYear = 2099;

    private static readonly Lazy<WorkingCalendar> Embedded = new(ReadEmbedded);

    private readonly SortedDictionary<int, CalendarYear> loaded = [];
    private readonly CalendarYear[] years;

    /// <summary>The calendar delivered with the software: the notices for 2024 to 2026, later years provisional (D9).</summary>
    /// <exception cref="CalendarFileException">A delivered file is malformed, which is a fault of the build.</exception>
    public static WorkingCalendar Shipped => Embedded.Value;

    /// <summary>A calendar of the given years; the years between and after them, up to 2099, are provisional.</summary>
    /// <param name="years">At least one year, each once.</param>
    /// <exception cref="ArgumentException">
    /// No year, a year twice, a year after 2099, or a gap before 2025: provisional days follow the holiday order in force since then.
    /// </exception>
    public WorkingCalendar(IEnumerable<CalendarYear> years)
    {
        foreach (var year in years)
        {
            if (year.Year > LastYear)
                throw new ArgumentException($"A calendar ends with {LastYear}; got {year.Year}. (D9)", nameof(years));
            if (!loaded.TryAdd(year.Year, year))
                throw new ArgumentException($"A calendar has each year once; got {year.Year} twice.", nameof(years));
        }

        if (loaded.Count == 0)
            throw new ArgumentException("A calendar has at least one loaded year; got none.", nameof(years));

        FirstYear = loaded.Keys.First();
        this.years = [.. Enumerable.Range(FirstYear, LastYear - FirstYear + 1).Select(LoadedOrProvisional)];
    }

    /// <summary>The first year covered; a date before it is refused.</summary>
    public int FirstYear { get; }

    /// <summary>The loaded years in order, without the provisional ones that are computed.</summary>
    public IReadOnlyCollection<CalendarYear> Years => loaded.Values;

    /// <summary>A calendar in which <paramref name="year"/> is imported, or replaces the year already there.</summary>
    /// <param name="year">Up to 2099.</param>
    /// <exception cref="ArgumentException">As for the constructor.</exception>
    public WorkingCalendar With(CalendarYear year) => new([.. loaded.Values.Where(other => other.Year != year.Year), year]);

    /// <summary>The year as loaded, or computed from the holiday order (D9).</summary>
    /// <param name="year"><see cref="FirstYear"/> to 2099.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is not covered.</exception>
    public CalendarYear Year(int year) => year >= FirstYear && year <= LastYear
        ? years[year - FirstYear]
        : throw new ArgumentOutOfRangeException(nameof(year), $"The calendar covers {FirstYear} to {LastYear}; got {year}. (D9)");

    /// <summary>Whether no State Council notice is loaded for the year (D9).</summary>
    /// <inheritdoc cref="Year(int)" path="/param|/exception"/>
    public bool IsProvisional(int year) => Year(year).IsProvisional;

    /// <summary>Whether a notice that is still to come can change the day (D9).</summary>
    /// <remarks>
    /// This holds for every day of a year without a notice, and for 28 to 31 December while the notice of the next year is not loaded: that
    /// notice may join these days to the New Year holiday and have a weekend day worked for it. The notice for 2019 made Saturday, 29
    /// December 2018, a working day and 31 December a day off. Earlier days do not change: even when New Year's Day is a Wednesday, at most
    /// the two days before it become days off, and the weekend before them is worked.
    /// </remarks>
    /// <param name="day">In <see cref="FirstYear"/> to 2099.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is not covered.</exception>
    public bool IsProvisional(DateOnly day) =>
        IsProvisional(day.Year) || (day is { Month: 12, Day: >= 28 } && day.Year < LastYear && IsProvisional(day.Year + 1));

    /// <summary>Whether the day is a Saturday, Sunday or holiday and not a make-up working day (D6).</summary>
    /// <param name="day">In <see cref="FirstYear"/> to 2099.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is not covered; the message names it and the first year.</exception>
    public bool IsDayOff(DateOnly day)
    {
        if (day.Year < FirstYear || day.Year > LastYear)
            throw new ArgumentOutOfRangeException(nameof(day),
                $"The calendar covers {FirstYear} to {LastYear}; got {day:yyyy-MM-dd}. (D9)");

        return years[day.Year - FirstYear].KindOf(day) is DayKind.Weekend or DayKind.Holiday;
    }

    /// <summary>The opposite of <see cref="IsDayOff"/>.</summary>
    /// <inheritdoc cref="IsDayOff" path="/param|/exception"/>
    public bool IsWorkingDay(DateOnly day) => !IsDayOff(day);

    /// <summary>The day itself if it is worked, otherwise the first working day after it (D4).</summary>
    /// <param name="onOrAfter">In <see cref="FirstYear"/> to 2099.</param>
    /// <exception cref="ArgumentOutOfRangeException">The search leaves the calendar.</exception>
    public DateOnly NextWorkingDay(DateOnly onOrAfter)
    {
        var day = onOrAfter;
        while (IsDayOff(day))
            day = day.AddDays(1);
        return day;
    }

    /// <summary>
    /// The last of <paramref name="workingDays"/> working days after <paramref name="from"/>, which is not counted itself (D2, D7).
    /// </summary>
    /// <remarks>10 working days after 2026-02-10 is 2026-03-02: the make-up Saturdays 02-14 and 02-28 count.</remarks>
    /// <param name="from">The first day; it may be a day off.</param>
    /// <param name="workingDays">1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1, or the count leaves the calendar.</exception>
    public DateOnly AddWorkingDays(DateOnly from, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingDays, 1);
        _ = IsDayOff(from); // A start outside the calendar is refused even where the count would lead into it.
        var day = from;
        for (var counted = 0; counted < workingDays; counted++)
            day = NextWorkingDay(day.AddDays(1));
        return day;
    }

    private CalendarYear LoadedOrProvisional(int year) =>
        loaded.TryGetValue(year, out var found) ? found
        : year >= StatutoryHolidays.FirstYear ? StatutoryHolidays.ProvisionalYear(year)
        : throw new ArgumentException($"Years before {StatutoryHolidays.FirstYear} are loaded without a gap; {year} is missing. (D9)");

    private static WorkingCalendar ReadEmbedded()
    {
        const string folder = "Calendar/Years/";
        var assembly = typeof(WorkingCalendar).Assembly;
        return new WorkingCalendar(assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return CalendarYear.Parse(name[folder.Length..], reader.ReadToEnd());
            }));
    }
}
