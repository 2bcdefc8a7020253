using System.Net;
using System.Text;
using Rectify.Functions.Tests.Board;
using Rectify.Functions.Tests.Journeys;
using Rectify.Functions.Tests.Spreadsheets;

namespace Rectify.Functions.Tests.TakeOvers;

/// <summary>The former ledger of an office as a table, taken over on the board.</summary>
public sealed class TakeOverPageTests
{
    private const string Page = "/board/take-over";

    private const string Table = """
        单位,措施,文号,日期,期限,事由,责任人,延期至,延期日,报告日,解除日,解除文号,否决情形,否决日,否决文号
        瓯北街道,挂牌督办,永平安督〔2025〕7号,2025/12/1,3个月,群体性事件,,,,,2026-02-26,永平安督〔2026〕1号,,,
        yj-oubei,挂牌督办,永平安督〔2025〕3号,2025-06-01,3,火灾隐患,干部o-1,,,,,,,2025-09-20,永平安督〔2025〕8号
        瓯北街道,listing,永平安督〔2026〕2号,2026.1.15,2026-05-15,盗窃多发,干部o-1、o-3,2026-07-15,2026-03-20,,,,,,
        瓯北街道,一票否决,永平安督〔2025〕9号,2025-10-10,,重大事故,,,,,,,有其他应予否决的情形,,
        """;

    [Fact]
    public async Task Every_case_and_every_bar_is_shown_first_and_recorded_once_when_it_is_confirmed()
    {
        await using var app = await App.StartAsync("2026-04-20 09:30");
        using var officer = await app.OfficerAsync();
        // A reply that called somebody clear before the ledger was there.
        var asked = await app.PostAsync(
            "/api/consultations",
            new { subjects = new[] { "official:o-1", "official:o-2" }, purpose = "promotion", askedBy = "县委组织部" });
        Assert.Equal(HttpStatusCode.Created, asked.StatusCode);

        var preview = await UploadAsync(officer, Table);
        Assert.True(preview.Status == HttpStatusCode.OK, preview.Text);
        var tables = PageForm.Parse(preview.Text).QuerySelectorAll("main table");
        var rows = tables[0].QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        Assert.Equal(4, rows.Count);
        Assert.Contains("干部o-1", tables[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("干部o-1 挂牌督办 2025年12月1日 – 2026年6月1日", Words(rows[0]), StringComparison.Ordinal);
        Assert.Contains("干部o-1 一票否决 2025年9月1日 – 2026年9月1日", Words(rows[1]), StringComparison.Ordinal);
        Assert.Contains("2026年7月15日", rows[2], StringComparison.Ordinal);
        Assert.DoesNotContain("干部o-2", rows[2], StringComparison.Ordinal);
        Assert.Contains("一票否决 2025年10月10日 – 2026年10月10日", Words(rows[3]), StringComparison.Ordinal);
        Assert.Empty(await app.ItemsAsync("/api/cases"));

        var form = PageForm.Of(preview);
        var done = await officer.PressAsync(form, "confirm");
        Assert.Equal((HttpStatusCode.SeeOther, "/board/cases"), (done.Status, done.Location));
        Assert.Contains("已从2025年台账接转 4 个案件。", (await officer.GetAsync("/board/cases")).Text, StringComparison.Ordinal);
        var cases = await app.ItemsAsync("/api/cases");
        Assert.Equal(4, cases.Count);
        Assert.Equal(
            "2025年台账",
            (await app.CaseAsync(cases[0].GetProperty("caseId").GetString()!)).GetProperty("takenOver").GetProperty("source").GetString());
        Assert.Contains(
            "接转", (await officer.GetAsync($"/board/cases/{cases[0].GetProperty("caseId").GetString()}")).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await officer.PressAsync(form, "confirm")).Status);
        Assert.Equal(4, (await app.ItemsAsync("/api/cases")).Count);
    }

    [Theory]
    [InlineData("瓯南街道,挂牌督办,永平安督〔2025〕7号,2025-12-01,3,事,,,,,,,,,", "单位")]
    [InlineData("瓯北街道,督办,永平安督〔2025〕7号,2025-12-01,3,事,,,,,,,,,", "措施")]
    [InlineData("瓯北街道,挂牌督办,,2025-12-01,3,事,,,,,,,,,", "文号")]
    [InlineData("瓯北街道,挂牌督办,永平安督〔2025〕7号,12月1日,3,事,,,,,,,,,", "日期")]
    [InlineData("瓯北街道,挂牌督办,永平安督〔2025〕7号,2026-04-20,3,事,,,,,,,,,", "日期")]
    [InlineData("瓯北街道,挂牌督办,永平安督〔2025〕7号,2025-12-01,三个月,事,,,,,,,,,", "期限")]
    [InlineData("瓯北街道,挂牌督办,永平安督〔2025〕7号,2025-12-01,3,事,王某,,,,,,,,", "责任人")]
    [InlineData("瓯北街道,挂牌督办,永平安督〔2025〕7号,2025-12-01,3,事,,2026-05-01,,,,,,,", "延期日")]
    [InlineData("瓯北街道,一票否决,永平安督〔2025〕9号,2025-10-10,,事,,,,,,,,,", "否决情形")]
    public async Task A_row_that_cannot_be_is_shown_with_its_column_and_its_reason(string row, string column)
    {
        await using var app = await App.StartAsync("2026-04-20 09:30");
        using var officer = await app.OfficerAsync();

        var answer = await UploadAsync(officer, $"{Table.Split('\n')[0].Trim()}\n{row}\n");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        var cells = PageForm.Parse(answer.Text).QuerySelectorAll("main tbody tr").ToList();
        Assert.Contains(cells, cell => cell.Children[0].TextContent == "2" && cell.Children[1].TextContent == column);
        Assert.Empty(await app.ItemsAsync("/api/cases"));
    }

    [Fact]
    public async Task A_workbook_with_a_title_columns_of_its_own_and_a_total_is_taken_over_as_it_is()
    {
        await using var app = await App.StartAsync("2026-04-20 09:30");
        using var officer = await app.OfficerAsync();
        var ledger = await Xlsx.OfAsync(
            new Xlsx.SheetOf("说明", [["本表由平安办维护"]]),
            new Xlsx.SheetOf(
                "台账",
                [
                    ["永嘉县挂牌督办台账"],
                    ["序号", "文号", "单位", "措施", "日期", "期限", "事由", "报告日", "解除日", "解除文号", "经办"],
                    [1, "永平安督〔2025〕7号", "瓯北街道", "挂牌督办", new DateOnly(2025, 12, 1), 3, "群体性事件", null,
                        new DateOnly(2026, 2, 26), "永平安督〔2026〕1号", "周敏"],
                    ["合计", 1],
                ],
                ["A1:K1"]));

        var preview = await UploadAsync(officer, ledger);

        Assert.Equal(HttpStatusCode.OK, preview.Status);
        var main = PageForm.Parse(preview.Text).QuerySelector("main")!;
        Assert.Contains("读取的工作表：台账。", main.TextContent, StringComparison.Ordinal);
        Assert.Contains("未采用的列：序号、经办。", main.TextContent, StringComparison.Ordinal);
        Assert.Contains("第 4 行：合计 1", main.TextContent, StringComparison.Ordinal);
        Assert.Contains("干部o-1 挂牌督办 2025年12月1日 – 2026年6月1日", Words(main.TextContent), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await officer.PressAsync(PageForm.Of(preview), "confirm")).Status);
        Assert.Equal("barred", await app.EligibilityAsync("official:o-1", new DateOnly(2026, 5, 31)));
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Task<Browser.Answer> UploadAsync(Browser officer, string table) => UploadAsync(officer, Encoding.UTF8.GetBytes(table));

    private static async Task<Browser.Answer> UploadAsync(Browser officer, byte[] table)
    {
        var form = PageForm.Of(await officer.GetAsync(Page));
        using var body = new MultipartFormDataContent
        {
            { new StringContent(form.Text("_ticket")!), "_ticket" },
            { new StringContent("2025年台账"), "source" },
            { new StringContent("周敏"), "vouchedBy" },
            { new ByteArrayContent(table), "file", "table" },
            { new StringContent("preview"), "_step" },
        };
        return await officer.SendAsync(form.Address, body);
    }
}
