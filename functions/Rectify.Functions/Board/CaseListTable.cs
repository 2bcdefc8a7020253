using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Rectify.Board.Register;
using Rectify.Domain;
using Rectify.Domain.Messages;
using Rectify.Functions.Spreadsheets;
using Rectify.Office.Cases;
using Rectify.Office.Spreadsheets;

namespace Rectify.Functions.Board;

/// <summary>The case register as a CSV table that Excel can open.</summary>
internal static class CaseListTable
{
    private const int PageSize = 1_000;

    private static readonly string[] Header =
        ["文号 number", "单位 unit", "措施 rung", "灯 light", "状态 status", "下达日期 issuedOn", "整改期限 dueOn", "暂定 provisional",
            "案件编号 caseId"];

    private static readonly Bilingual Unreadable = ("无法读取", "cannot be read");

    public static async Task<IActionResult> MakeAsync(
        CaseQuery index, CaseQuery.Wanted wanted, DateOnly today, Language language, HttpResponse response, CancellationToken cancellation)
    {
        List<IReadOnlyList<string?>> rows = [];
        await foreach (var part in index.GlanceAtAllAsync(wanted, PageSize, cancellation))
        {
            var shown = part.Items.Select(CaseListPages.RowOf).Concat(part.Unreadable.Select(CaseListPages.RowOf));
            rows.AddRange(shown.Select(row => Cells(row, language)));
        }

        BoardPages.AddHeaders(response);
        return CsvAnswer.ToResult(CsvText.Of(Header, rows), $"cases-{Day(today)}.csv");
    }

    private static IReadOnlyList<string?> Cells(CaseListRow row, Language language) =>
    [
        row.DocumentNumber, row.UnitName, Names.Of(row.Rung, language), row.IsUnreadable ? "" : Names.Of(row.Light, language),
        row.IsUnreadable ? Unreadable.In(language) : Names.Of(row.Status, language), Day(row.ListedOn), Day(row.DueOn),
        row.Provisional ? language == Language.English ? "yes" : "是" : "", row.CaseId,
    ];

    private static string? Day(DateOnly? day) => day is { } known ? IsoDay.Of(known) : null;
}
