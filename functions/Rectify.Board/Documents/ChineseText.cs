using Rectify.Domain.Calendar;

namespace Rectify.Board.Documents;

/// <summary>The form of dates and ordinals in Chinese documents.</summary>
internal static class ChineseText
{
    /// <summary>For example 2026年9月30日.</summary>
    public static string Day(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";

    /// <summary>The number of a heading, 1 to 10: 一 to 十.</summary>
    public static string Ordinal(int number) => "一二三四五六七八九十".Substring(number - 1, 1);

    /// <summary>An instant in China, to the second: 2026年9月30日 16:00:05.</summary>
    public static string Instant(DateTimeOffset instant) =>
        $"{Day(LocalDay.Of(instant))} {instant.ToOffset(TimeSpan.FromHours(8)):HH:mm:ss}";
}
