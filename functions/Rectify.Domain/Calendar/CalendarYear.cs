using System.Collections.Frozen;

namespace Rectify.Domain.Calendar;

/// <summary>The days off and make-up working days of one year, as the State Council notice for that year sets them.</summary>
/// <remarks>
/// Weekends are not listed unless the notice lists them; <see cref="WorkingCalendar"/> adds them (D6). Two years are equal
/// when year, source and days are equal. The sets are copied: changing the argument afterwards changes nothing here.
/// </remarks>
/// <param name="Year">Calendar year, 1 to 9999; every day below lies in it.</param>
/// <param name="Source">
/// Name of the notice, with its number where known; <see langword="null"/> means no notice: the year is provisional (D9).
/// </param>
/// <param name="DaysOff">Holiday days of the notice.</param>
/// <param name="MakeUpWorkingDays">Saturdays and Sundays that are worked (调休上班); none of them is also a day off.</param>
/// <exception cref="ArgumentException">
/// The source is blank, a day lies in another year, a make-up day is no weekend day, or a day is in both sets.
/// </exception>
public sealed record CalendarYear(int Year, string? Source, IReadOnlySet<DateOnly> DaysOff, IReadOnlySet<DateOnly> MakeUpWorkingDays)
{
    /// <summary>Calendar year.</summary>
    public int Year { get; } = Year;

    /// <summary>Name of the notice, or <see langword="null"/> when the year is provisional (D9).</summary>
    public string? Source { get; } = Source is null || !string.IsNullOrWhiteSpace(Source)
        ? Source
        : throw new ArgumentException($"A calendar year names its notice or has none; the source of {Year} is blank. (D9)", nameof(Source));

    /// <summary>Holiday days of the notice.</summary>
    public IReadOnlySet<DateOnly> DaysOff { get; } = Checked(DaysOff, day => DayOffRefusal(Year, day));

    /// <summary>Saturdays and Sundays that are worked.</summary>
    public IReadOnlySet<DateOnly> MakeUpWorkingDays { get; } = Checked(MakeUpWorkingDays, day => MakeUpRefusal(Year, DaysOff, day));

    /// <summary>Whether the year has no State Council notice; dates computed in it are marked 暂定 (D9).</summary>
    public bool IsProvisional => Source is null;

    /// <summary>Reads a year file. The format is that of <see cref="ToJson"/>.</summary>
    /// <remarks>
    /// A notice can contain days of the December before its year (the notice for 2019 did). Such days belong in the file of that earlier
    /// year, which is then imported again; in the file of the notice's own year they are refused.
    /// </remarks>
    /// <param name="fileName">Name for messages, for example <c>2026.json</c>.</param>
    /// <param name="json">The text of the file.</param>
    /// <exception cref="CalendarFileException">The file is malformed; the message names file, member and value.</exception>
    public static CalendarYear Parse(string fileName, string json) => new CalendarYearFile(fileName).Read(json);

    /// <summary>
    /// The year as a file: members <c>year</c>, <c>source</c>, <c>daysOff</c>, <c>makeUpWorkingDays</c>, days in order, UTF-8, LF.
    /// </summary>
    /// <remarks>
    /// For a provisional year the source is <c>null</c>: such a file is a form to fill in, and <see cref="Parse"/> refuses it until it
    /// names a notice.
    /// </remarks>
    public string ToJson() => CalendarYearFile.Write(this);

    /// <summary>Equality by content.</summary>
    /// <param name="other">The year compared with.</param>
    public bool Equals(CalendarYear? other) =>
        other is not null && Year == other.Year && Source == other.Source
        && DaysOff.SetEquals(other.DaysOff) && MakeUpWorkingDays.SetEquals(other.MakeUpWorkingDays);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Year, Source, DaysOff.Count, MakeUpWorkingDays.Count);

    /// <summary>
    /// The public holidays that the law itself fixes for a year, whatever the notice says; empty before 2025, because the holiday order of
    /// earlier years is not implemented.
    /// </summary>
    /// <remarks>全国年节及纪念日放假办法 (2024) art. 2. A notice that leaves one of them out was copied wrongly.</remarks>
    /// <param name="year">Calendar year; the result is empty after 2099.</param>
    public static IReadOnlySet<DateOnly> StatutoryDays(int year) => year is >= StatutoryHolidays.FirstYear and <= WorkingCalendar.LastYear
        ? StatutoryHolidays.ProvisionalYear(year).DaysOff
        : new HashSet<DateOnly>();

    internal static string? DayOffRefusal(int year, DateOnly day) =>
        day.Year == year ? null : $"{day:yyyy-MM-dd} does not lie in {year}.";

    internal static string? MakeUpRefusal(int year, IReadOnlySet<DateOnly> daysOff, DateOnly day) =>
        DayOffRefusal(year, day)
        ?? (!IsWeekend(day) ? $"{day:yyyy-MM-dd} is a {day.DayOfWeek}; a make-up working day is a Saturday or Sunday. (D6)"
            : daysOff.Contains(day) ? $"{day:yyyy-MM-dd} is a day off; a make-up working day is not. (D6)"
            : null);

    /// <summary>The kind of a day of this year; null for a working day from Monday to Friday. (D6)</summary>
    public DayKind? KindOf(DateOnly day) =>
        MakeUpWorkingDays.Contains(day) ? DayKind.MakeUp
        : DaysOff.Contains(day) ? DayKind.Holiday
        : IsWeekend(day) ? DayKind.Weekend
        : null;

    /// <summary>Whether the day is a Saturday or Sunday.</summary>
    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static FrozenSet<DateOnly> Checked(IReadOnlySet<DateOnly> days, Func<DateOnly, string?> refusal)
    {
        foreach (var day in days.Order())
            if (refusal(day) is { } reason)
                throw new ArgumentException(reason);

        return days.ToFrozenSet();
    }
}
