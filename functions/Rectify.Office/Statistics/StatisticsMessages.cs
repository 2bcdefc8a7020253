using Rectify.Domain.Messages;

namespace Rectify.Office.Statistics;

/// <summary>The messages that say why no statistics are given.</summary>
public static class StatisticsMessages
{
    public static readonly MessageCode<int, DateOnly, DateOnly> TooLong = new(
        "statistics.too-long", "A period has at most {0} years; got {1} to {2}.", "统计期间不超过{0}年，收到{1}至{2}。");
}
