using System.Net;
using System.Text;
using Rectify.Functions.Tests.Journeys;
using Rectify.Functions.Tests.Spreadsheets;

namespace Rectify.Functions.Tests.Board;

public sealed class ImportPageTests
{
    private const string Import = "/board/registry/import";

    private const string Table = """
        单位编号,单位名称,类别,层级,联络员,联络员邮箱
        u-1,一村,单位,乡镇级,张,zhang@county.example
        yj-oubei,瓯北街道,地方,乡镇级,周联络,liaison@oubei.example
        u-2,二村,unit,township,李,li@county.example

        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-8 with its mark")]
    [InlineData("gb18030")]
    public async Task A_table_is_shown_row_by_row_and_written_once_when_it_is_confirmed(string encoding)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var officer = await app.OfficerAsync();

        var preview = await UploadAsync(officer, BytesOf(Table, encoding));
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        var main = PageForm.Parse(preview.Text).QuerySelector("main")!;
        Assert.Contains("单位：新增 2 行，更改 1 行，不变 0 行，退回 0 行。", main.TextContent, StringComparison.Ordinal);
        Assert.Equal(["2|u-1|新增", "3|yj-oubei|更改", "4|u-2|新增"],
            main.QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent))));
        Assert.Single(await app.ItemsAsync("/api/units"));

        var form = PageForm.Of(preview);
        var done = await officer.PressAsync(form, "confirm");
        Assert.Equal((HttpStatusCode.SeeOther, "/board/units"), (done.Status, done.Location));
        Assert.Contains("已导入单位 3 行：新增 2，更改 1，不变 0。", (await officer.GetAsync("/board/units")).Text,
            StringComparison.Ordinal);
        Assert.Equal(["一村", "二村", "瓯北街道"],
            (await app.ItemsAsync("/api/units")).Select(unit => unit.GetProperty("name").GetString()));

        var again = await officer.PressAsync(form, "confirm");
        Assert.Equal(HttpStatusCode.SeeOther, again.Status);
        Assert.Contains("新增 0，更改 0，不变 3。", (await officer.GetAsync("/board/units")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "zh-CN",
        "3|email|no-address|邮箱写法为 name@domain。",
        "4|name|王|同一编号是同一人，须与第 2 行一致。",
        "4|email|wang@oubei.example|同一编号是同一人，须与第 2 行一致。",
        "4|officialId|o-9|同一职务（单位、职务、任职起相同）只列一次：第 2 行已有。",
        "4|to|2023-12-31|离任日期不早于任职日期2024年1月1日。",
        "5|unitId|nobody|单位台账中没有这个单位；先导入单位，后导入人员。")]
    [InlineData(
        "en",
        "3|email|no-address|An address is name@domain",
        "4|name|王|One id is one person: the name as on line 2",
        "4|email|wang@oubei.example|One id is one person: the address as on line 2",
        "4|officialId|o-9|Each post of a person once; it stands on line 2 already",
        "4|to|2023-12-31|On or after the first day in the post, 2024-01-01",
        "5|unitId|nobody|A unit in the register; units are imported before their officials")]
    public async Task Every_wrong_cell_is_named_by_line_column_and_rule_and_nothing_is_written(string language, params string[] rejected)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var officer = await app.OfficerAsync();
        await officer.GetAsync($"/board?lang={language}");

        var preview = await UploadAsync(officer, Encoding.UTF8.GetBytes("""
            officialId,name,email,unitId,post,role,from,to
            o-9,李,li@oubei.example,yj-oubei,主任,principal,2024-01-01,
            o-10,<b>张</b>,no-address,yj-oubei,主任,principal,2024-01-01,
            o-9,王,wang@oubei.example,yj-oubei,主任,principal,2024-01-01,2023-12-31
            o-11,赵,zhao@oubei.example,nobody,主任,principal,2024-01-01,

            """));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, preview.Status);
        Snapshot.Matches($"import-preview.{language}", StableHtml.Of(preview.Text));
        var page = PageForm.Parse(preview.Text);
        Assert.Equal(rejected.Order(),
            page.QuerySelectorAll("main table")[0].QuerySelectorAll("tbody tr")
                .Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent))).Order());
        Assert.Equal("2|o-9",
            string.Join('|', page.QuerySelectorAll("main table")[1].QuerySelectorAll("tbody td").Take(2).Select(cell => cell.TextContent)));
        Assert.Null(page.QuerySelector("button[value=confirm]"));
        Assert.Equal(4, (await app.ItemsAsync("/api/officials")).Count);
    }

    [Theory]
    [InlineData("", "请选择文件，且文件不能为空。")]
    [InlineData("单位编号,单位名称\nu-1", "第 2 行的单元格应与首行的列一样多，为 2 个，现有 1 个。")]
    [InlineData("单位编号,单位名称\nu-1,一村", "第 1 行的列名不对：缺少“类别”列；")]
    [InlineData("单位编号,单位名称\nu-1,\"一村", "第 2 行的引号不成对，或单元格过长（最多 20000 个字）。")]
    public async Task What_is_no_table_is_said_on_the_form(string text, string message)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var officer = await app.OfficerAsync();

        var answer = await UploadAsync(officer, Encoding.UTF8.GetBytes(text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(message, PageForm.Parse(answer.Text).QuerySelector("main [role=alert] a[href='#f-file']")!.TextContent,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN", "缺少：任职起。请选择表中哪一列与之对应。")]
    [InlineData("en", "Missing: from. Choose which column of the table it is.")]
    public async Task A_person_says_what_a_column_means_whose_name_does_not_tell(string language, string asked)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var officer = await app.OfficerAsync();
        await officer.GetAsync($"/board?lang={language}");
        var table = await Xlsx.OfAsync(new Xlsx.SheetOf(
            "名册",
            [
                ["姓名", "单位", "职务", "角色", "到岗", "联系方式", "序号"],
                ["赵六", "瓯北街道", "副主任", "分管领导", new DateOnly(2026, 3, 1), "zhao@oubei.example", 1],
            ]));

        var columns = await UploadAsync(officer, table);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, columns.Status);
        var page = PageForm.Parse(columns.Text);
        Assert.Contains(asked, page.QuerySelector("main [role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["到岗", "联系方式", "序号"],
            page.QuerySelectorAll("main tbody tr").Select(row => row.Children[0].TextContent));
        Assert.Contains("2026-03-01", page.QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);

        var preview = await officer.PressAsync(PageForm.Of(columns).With("means", "from", "email", ""), "preview");
        Assert.Contains("序号", PageForm.Parse(preview.Text).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        // The choice is kept when it is looked at again.
        var forms = PageForm.Parse(preview.Text).QuerySelectorAll("main form").Count();
        Assert.Equal(2, forms);
        Assert.Equal(HttpStatusCode.SeeOther, (await officer.PressAsync(PageForm.Of(preview), "confirm")).Status);

        var entered = Assert.Single(
            await app.ItemsAsync("/api/officials?unitId=yj-oubei"), one => one.GetProperty("name").GetString() == "赵六");
        Assert.Equal("zhao@oubei.example", entered.GetProperty("email").GetString());
    }

    [Fact]
    public async Task Bytes_of_another_kind_too_many_of_them_a_made_up_table_and_a_form_without_ticket_change_nothing()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var officer = await app.OfficerAsync();

        var binary = await UploadAsync(officer, [0xff, 0xfe, 0x00, 0x01, 0x80]);
        Assert.Contains(
            "文件既不是工作簿（.xlsx、.xls），也不是 UTF-8、UTF-16 或 GB 18030 编码的文本。", binary.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await UploadAsync(officer, new byte[9 * 1024 * 1024])).Status);
        var madeUp = await officer.PressAsync(PageForm.Of(await officer.GetAsync(Import)).With("table", "bm9uc2Vuc2U="), "confirm");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, madeUp.Status);
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(Table)), "file", "units.csv" },
            { new StringContent("confirm"), "_step" },
        };
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.SendAsync(Import, form)).Status);
        Assert.Single(await app.ItemsAsync("/api/units"));
    }

    [Fact]
    public async Task What_became_wrong_after_the_preview_is_shown_and_not_written()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var officer = await app.OfficerAsync();
        const string table = """
            unitId,name,kind,level,parentUnitId,liaisonName,liaisonEmail
            u-1,一村,unit,township,yj-oubei,张,z@county.example

            """;
        var preview = PageForm.Of(await UploadAsync(officer, Encoding.UTF8.GetBytes(table)));
        await app.PutAsync("/api/units/u-1",
            new { name = "一村", kind = "unit", level = "township", liaison = new { name = "张", email = "z@county.example" } });
        await app.PutAsync("/api/units/yj-oubei", new
        {
            name = "瓯北街道",
            kind = "locality",
            level = "township",
            liaison = new { name = "陈", email = "c@oubei.example" },
            parentUnitId = "u-1",
        });

        var late = await officer.PressAsync(preview, "confirm");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("上级单位不能是本单位，也不能绕回本单位。", late.Text, StringComparison.Ordinal);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await app.GetAsync("/api/units/u-1")).GetProperty("parentUnitId").ValueKind);
    }

    [Fact]
    public async Task What_is_saved_is_imported_again_without_any_change()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var officer = await app.OfficerAsync();

        foreach (var table in new[] { "units", "officials" })
        {
            var saved = await app.Http.GetByteArrayAsync($"/board/{table}.csv", Cancellation);
            Assert.Matches("新增 0 行，更改 0 行，不变 [14] 行，退回 0 行。", (await UploadAsync(officer, saved)).Text);
        }
    }

    private static byte[] BytesOf(string text, string encoding) => encoding switch
    {
        "gb18030" => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text),
        "utf-8" => Encoding.UTF8.GetBytes(text),
        _ => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
    };

    private static async Task<Browser.Answer> UploadAsync(Browser officer, byte[] file)
    {
        var form = PageForm.Of(await officer.GetAsync(Import));
        using var body = new MultipartFormDataContent
        {
            { new StringContent(form.Text("_ticket")!), "_ticket" },
            { new ByteArrayContent(file), "file", "table.csv" },
            { new StringContent("preview"), "_step" },
        };
        return await officer.SendAsync(form.Address, body);
    }
}
