using System.Collections.Frozen;
using System.Globalization;

namespace Rectify.Domain.Calendar;

/// <summary>The public holidays that the law fixes for everyone, computed for years whose notice is not loaded (D9).</summary>
/// <remarks>
/// Source: 全国年节及纪念日放假办法 (2024) art. 2, in force since 2025-01-01; earlier years had two days fewer and are not computed. When a
/// holiday falls on a weekend, a working day is given off instead. Only the notice names that day, so it is not guessed here.
/// </remarks>
internal static class StatutoryHolidays
{
    public const int FirstYear = 2025;

    private static readonly FrozenDictionary<int, CalendarYear> Provisional =
        Enumerable.Range(FirstYear, WorkingCalendar.LastYear - FirstYear + 1).ToFrozenDictionary(
            year => year,
            year => new CalendarYear(year, Source: null, Of(year).ToHashSet(), FrozenSet<DateOnly>.Empty));

    public static CalendarYear ProvisionalYear(int year) => Provisional[year];

    private static IEnumerable<DateOnly> Of(int year)
    {
        var springFestival = Lunar(year, month: 1, day: 1);
        return
        [
            new(year, 1, 1),
            springFestival.AddDays(-1), springFestival, springFestival.AddDays(1), springFestival.AddDays(2),
            Qingming(year),
            new(year, 5, 1), new(year, 5, 2),
            Lunar(year, month: 5, day: 5),
            Lunar(year, month: 8, day: 15),
            new(year, 10, 1), new(year, 10, 2), new(year, 10, 3),
        ];
    }

    private static DateOnly Lunar(int year, int month, int day)
    {
        var calendar = new ChineseLunisolarCalendar();
        // GetLeapMonth returns the position of the leap month among up to 13 months, or 0 when the year has none. From that position on the
        // regular months stand one place later.
        var leap = calendar.GetLeapMonth(year);
        var position = leap == 0 || month < leap ? month : month + 1;
        return DateOnly.FromDateTime(calendar.ToDateTime(year, position, day, 0, 0, 0, 0));
    }

    /// <summary>
    /// The day of the solar term Qingming: 4.81 April in 2000, 0.2422 days later in each following year, and a day earlier after each leap
    /// day.
    /// </summary>
    private static DateOnly Qingming(int year)
    {
        var ofCentury = year % 100;
        return new(year, 4, (48_100 + 2_422 * ofCentury) / 10_000 - ofCentury / 4);
    }
}
