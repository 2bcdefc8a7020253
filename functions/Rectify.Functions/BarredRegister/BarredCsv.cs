using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Rectify.Domain;
using Rectify.Functions.Consultations;
using Rectify.Functions.Spreadsheets;
using Rectify.Office.BarredRegister;
using Rectify.Office.Letters;
using Rectify.Office.Spreadsheets;

namespace Rectify.Functions.BarredRegister;

/// <summary>The register of who is barred as a table with one row for each decision that bars.</summary>
internal static class BarredCsv
{
    private static readonly string[] Columns =
    [
        "对象 subject", "名称 name", "查询日期 on", "结论 answer", "受限至 until", "文号 number", "措施 measure", "取消资格 bars",
        "自 from", "至 to", "被限制的前身或另一编号 predecessor", "案件 case", "台账时点 as of",
    ];

    /// <summary>The table as a file.</summary>
    public static IActionResult ToResult(BarredSnapshot snapshot) =>
        CsvAnswer.ToResult(Write(snapshot), $"barred-{IsoDay.Of(snapshot.On)}.csv");

    public static string Write(BarredSnapshot snapshot) => CsvText.Of(Columns,
        from item in snapshot.Items
        from basis in item.Finding.Bases
        select (IReadOnlyList<string?>)
        [
            item.Subject.ToString(), item.Name, IsoDay.Of(snapshot.On),
            $"{ConsultationWords.Of(item.Finding.Answer)} {WireName.Of(item.Finding.Answer)}", DayOf(item.Finding.Until),
            basis.DocumentNumber, $"{Wording.Of(basis.Measure)} {WireName.Of(basis.Measure)}",
            $"{Wording.Of(basis.Bars)} {WireName.Of(basis.Bars)}", DayOf(basis.From), DayOf(basis.To), basis.Predecessor?.ToString(),
            basis.CaseId.Value, snapshot.AsOf.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        ]);

    private static string DayOf(DateOnly? day) => day is { } known ? IsoDay.Of(known) : "";
}
