using System.Collections.Frozen;
using System.Globalization;

namespace Rectify.Domain.Calendar;

/// <summary>The holidays of everyone by law, computed for years whose notice is not loaded (D9).</summary>
/// <remarks>
/// Source: 全国年节及纪念日放假办法 (2024) art. 2, in force since 2025-01-01; earlier years had two days fewer and are not computed.
/// A holiday on a weekend is made up for on a working day that only the notice names, so none is guessed here.
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
        // GetLeapMonth is the position of the leap month among up to 13, or 0; the months from there on stand one place later.
        var leap = calendar.GetLeapMonth(year);
        var position = leap == 0 || month < leap ? month : month + 1;
        return DateOnly.FromDateTime(calendar.ToDateTime(year, position, day, 0, 0, 0, 0));
    }

    /// <summary>
    /// The solar term Qingming: the mean day 4.81 of April 2000, 0.2422 days later each year, a day earlier after each leap day.
    /// </summary>
    private static DateOnly Qingming(int year)
    {
        var ofCentury = year % 100;
        return new(year, 4, (48_100 + 2_422 * ofCentury) / 10_000 - ofCentury / 4);
    }
}
