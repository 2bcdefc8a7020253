using System.Globalization;
using Rectify.Domain.Calendar;

namespace Rectify.Domain.Messages;

/// <summary>How days are written.</summary>
public static class Dates
{
    /// <summary>2026年9月30日, or 2026-09-30 in English.</summary>
    public static string Day(DateOnly day, Language language) => language == Language.English
        ? IsoDay.Of(day)
        : $"{day.Year}年{day.Month}月{day.Day}日";

    /// <summary>An instant as local time in China, to the minute.</summary>
    /// <remarks>
    /// Midnight is 24:00 of the day that ends: what ends on 30 September ends on that day, not on the first of October (D1).
    /// </remarks>
    public static string Moment(DateTimeOffset instant, Language language) => instant == LocalDay.StartOf(LocalDay.Of(instant))
        ? $"{Day(LocalDay.Of(instant).AddDays(-1), language)} 24:00"
        : $"{Day(LocalDay.Of(instant), language)} "
            + instant.ToOffset(TimeSpan.FromHours(8)).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>How far away a deadline is: 还有 3 天, 今天, 逾期 2 天.</summary>
    public static string DaysLeft(int days, Language language) => (days, language) switch
    {
        (0, Language.English) => "today",
        (0, _) => "今天",
        ( > 0, Language.English) => days == 1 ? "1 day left" : $"{days} days left",
        ( > 0, _) => $"还有 {days} 天",
        (-1, Language.English) => "1 day over",
        (_, Language.English) => $"{-days} days over",
        _ => $"逾期 {-days} 天",
    };

    /// <summary>
    /// The same for a case whose report was handed in by the deadline and that awaits its inspection: after the deadline the unit is not
    /// overdue, so the text says for how long the inspection has been outstanding.
    /// </summary>
    public static string DaysToInspection(int days, Language language) => (days, language) switch
    {
        ( >= 0, _) => DaysLeft(days, language),
        (_, Language.English) => $"awaits inspection, {-days} {(days == -1 ? "day" : "days")} after the deadline",
        _ => $"待验收，期限届满后 {-days} 天",
    };
}
