using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Rectify.Domain;
using Rectify.Functions.Spreadsheets;
using Rectify.Office.Spreadsheets;
using Rectify.Office.Statistics;

namespace Rectify.Functions.Statistics;

/// <summary>The statistics as a table with one row for each quarter, unit and ground, and one for the whole period.</summary>
internal static class StatisticsCsv
{
    private static readonly string[] Columns =
    [
        "自 from", "至 to", "分组 group", "编号 key", "名称 name", "通报 notices", "约谈 talks", "挂牌督办 listings",
        "整改到位 fulfilled", "摘牌 released",
        "按期摘牌 released in time", "验收不合格 refused", "延期 extended", "一票否决 vetoed", "摘牌天数中位数 median days to release",
    ];

    /// <summary>The table as a file.</summary>
    public static IActionResult ToResult(StatisticsView statistics) => CsvAnswer.ToResult(
        CsvText.Of(Columns, RowsOf(statistics)),
        $"statistics-{IsoDay.Of(statistics.From)}-{IsoDay.Of(statistics.To)}.csv");

    private static IEnumerable<IReadOnlyList<string?>> RowsOf(StatisticsView statistics)
    {
        return
        [
            Row("合计 total", "", "", statistics.Total),
            .. statistics.Quarters.Select(one => Row("季度 quarter", one.Key, one.Chinese, one.Figures)),
            .. statistics.Units.Select(one => Row("单位 unit", one.Key, one.Chinese, one.Figures)),
            .. statistics.Grounds.Select(one => Row("情形 ground", one.Key, one.Chinese, one.Figures)),
        ];

        IReadOnlyList<string?> Row(string group, string key, string name, Figures figures) =>
        [
            IsoDay.Of(statistics.From), IsoDay.Of(statistics.To), group, key, name,
            .. new int?[]
            {
                figures.Notices, figures.Talks, figures.Listings, figures.Fulfilled, figures.Released, figures.ReleasedInTime,
                figures.Refused, figures.Extended, figures.Vetoed, figures.MedianDaysToRelease,
            }.Select(number => number?.ToString(CultureInfo.InvariantCulture)),
        ];
    }
}
