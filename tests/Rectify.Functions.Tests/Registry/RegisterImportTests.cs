using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Rectify.Functions.Tests.Journeys;
using Rectify.Functions.Tests.Listings;
using Rectify.Functions.Tests.Spreadsheets;

namespace Rectify.Functions.Tests.Registry;

public class RegisterImportTests
{
    private const string Units = """
        单位编号,单位名称,类别,层级,上级单位编号,联络员,联络员邮箱
        yj,永嘉县,地方,县级,,李联络,li@yj.example
        yj-oubei,瓯北街道,locality,township,yj,"陈联络
        ",liaison@oubei.example
        yj-jj,"经济和信息化局, 永嘉县",部门,县级,yj,周联络,zhou@yj.example

        """;

    private const string Officials = """
        officialId,name,email,unitId,post,role,from,to
        o-1,王主任,wang@oubei.example,yj-oubei,街道党工委书记,主要领导,2024/1/1,
        o-7,赵副主任,zhao@oubei.example,yj-oubei,副主任,inCharge,2023年5月6日,2026-03-01

        """;

    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_table_of_enormous_wrong_cells_is_answered_in_a_part_of_its_size()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var table = new StringBuilder("officialId,name,email,unitId,post,role,from\n");
        for (var n = 0; n < 100; n++)
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"o-{n},{new string('王', 19_000)},x,y,z,w,v\n");

        var answer = await ImportAsync(app, Encode(table.ToString(), "utf-8", false));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync(Cancellation)).Length, 1, 1_000_000);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("GB18030", false)]
    public async Task A_table_is_taken_in_whatever_a_spreadsheet_saved_it_as(string charset, bool mark)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var units = await JsonAsync(await ImportAsync(app, Encode(Units, charset, mark)));
        var officials = await JsonAsync(await ImportAsync(app, Encode(Officials, charset, mark)));

        Assert.Equal(("units", 3, 0),
            (units.GetProperty("kind").GetString(), units.GetProperty("acceptedCount").GetInt32(),
                units.GetProperty("rejectedCount").GetInt32()));
        Assert.Equal(
            [(2, "yj", "added"), (3, "yj-oubei", "replaced"), (5, "yj-jj", "added")],
            units.GetProperty("accepted").EnumerateArray().Select(
                row => (row.GetProperty("line").GetInt32(), row.GetProperty("id").GetString()!, row.GetProperty("change").GetString()!)));
        Assert.Equal(["replaced", "added"],
            officials.GetProperty("accepted").EnumerateArray().Select(row => row.GetProperty("change").GetString()));
        var jj = await app.GetAsync("/api/units/yj-jj");
        Assert.Equal(("经济和信息化局, 永嘉县", "department", "county", "yj"),
            (jj.GetProperty("name").GetString(), jj.GetProperty("kind").GetString(), jj.GetProperty("level").GetString(),
                jj.GetProperty("parentUnitId").GetString()));
        var zhao = await app.GetAsync("/api/officials/o-7");
        Assert.Equal(("2023-05-06", "2026-03-01", "inCharge"),
            (zhao.GetProperty("from").GetString(), zhao.GetProperty("to").GetString(), zhao.GetProperty("role").GetString()));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_happen_and_changes_nothing()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var before = await ExportAsync(app, "units");

        var report = await JsonAsync(await ImportAsync(app, Encode(Units + "x y,,,,,,\n"), "?dryRun=true"));

        Assert.True(report.GetProperty("dryRun").GetBoolean());
        Assert.Equal((3, 1), (report.GetProperty("acceptedCount").GetInt32(), report.GetProperty("rejectedCount").GetInt32()));
        Assert.Equal(before, await ExportAsync(app, "units"));
        Assert.Equal(3, (await JsonAsync(await ImportAsync(app, Encode(Units), "?dryRun=true"))).GetProperty("acceptedCount").GetInt32());
        Assert.Equal(before, await ExportAsync(app, "units"));
        await BadListingTests.ProblemAsync(await ImportAsync(app, Encode(Units), "?dryRun=yes"), 400, "malformed");
    }

    [Fact]
    public async Task One_wrong_row_keeps_out_all_and_every_wrong_cell_is_named()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var before = (Units: await ExportAsync(app, "units"), Officials: await ExportAsync(app, "officials"));

        var units = await BadListingTests.ProblemAsync(await ImportAsync(app, Encode("""
            单位编号,单位名称,类别,层级,上级单位编号,联络员,联络员邮箱,承继单位编号
            a,甲,地方,县级,b,联,a@x.example,
            b,乙,地方,县级,a,联,b@x.example,b
            a,甲,地方,县级,,联,a@x.example,
            c d,,街道,镇,nowhere,,no-address,c-gone
            good,丁,单位,市级,,联,d@x.example,
            """)), 422, "rows-rejected");
        var officials = await BadListingTests.ProblemAsync(await ImportAsync(app, Encode("""
            officialId,name,email,unitId,post,role,from,to,语言
            p-1,甲,a@x.example,yj-oubei,职务,principal,2026-02-30,,en
            p-2,乙,a@x.example,none,职务,chief,2026-03-01,2026-02-28,
            p-3,丙,a@x.example,yj-oubei,职务,other,2026-03-01,,fr
            """)), 422, "rows-rejected");

        Snapshot.Matches("rejected",
            string.Join('\n',
                units.GetProperty("rejected").EnumerateArray().Concat(officials.GetProperty("rejected").EnumerateArray())
                    .Select(row => row.ToString())));
        Assert.Contains("line 2, 上级单位编号", units.GetProperty("detail").GetString());
        Assert.Equal(before.Units, await ExportAsync(app, "units"));
        Assert.Equal(before.Officials, await ExportAsync(app, "officials"));
    }

    [Theory]
    [InlineData("name,level,liaisonName,liaisonEmail\n", "kind is missing")]
    [InlineData("unitId,name,kinds,level,liaisonName,liaisonEmail\n", "\\\"kinds\\\" is not a column")]
    [InlineData("unitId,name,单位名称,kind,level,liaisonName,liaisonEmail\n", "name stands more than once")]
    [InlineData("人员编号,姓名\n", "unitId is missing")]
    [InlineData("", "empty file")]
    [InlineData("unitId,name\n\"a,b\n", "line")]
    public async Task A_header_that_does_not_fit_is_refused(string table, string reason)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var problem = await BadListingTests.ProblemAsync(await ImportAsync(app, Encode(table)), 400, "malformed");
        Assert.Contains(reason, problem.GetRawText());
    }

    [Fact]
    public async Task Only_text_of_a_bearable_size_is_read()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        await BadListingTests.ProblemAsync(await app.PostAsync("/api/registry/import", new { }), 415, "not-csv");
        await BadListingTests.ProblemAsync(await ImportAsync(app, new byte[8 * 1024 * 1024 + 1]), 413, "body-too-large");
        await BadListingTests.ProblemAsync(await ImportAsync(app, [0xFF, 0xFF, 0x80]), 400, "malformed");
        await BadListingTests.ProblemAsync(await ImportAsync(app, Encode("unitId,name\n\0")), 400, "malformed");
        await BadListingTests.ProblemAsync(await app.Http.GetAsync("/api/registry/export", Cancellation), 400, "malformed");
    }

    [Fact]
    public async Task Ten_thousand_rows_are_taken_in_at_once_and_one_more_is_not()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        string Table(int rows) => "officialId,name,email,unitId,post,role,from\n"
            + string.Concat(Enumerable.Range(0, rows).Select(n => $"p-{n},干部{n},p{n}@x.example,yj-oubei,职员,other,2024-01-01\n"));

        var report = await JsonAsync(await ImportAsync(app, Encode(Table(10_000))));
        Assert.Equal(10_000, report.GetProperty("acceptedCount").GetInt32());
        Assert.Equal("干部9999", (await app.GetAsync("/api/officials/p-9999")).GetProperty("name").GetString());
        await BadListingTests.ProblemAsync(await ImportAsync(app, Encode(Table(10_001))), 422, "too-many-rows");
    }

    [Fact]
    public async Task What_is_exported_is_imported_again_without_any_change()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        string[] awkward = ["=1+1", "'=1", "'", "a,\"b\"", "一　二", " 前后 ", "＋甲", "𠮷野", "-"];
        foreach (var (index, name) in awkward.Index())
        {
            await app.PutAsync($"/api/units/u-{index}", new
            {
                name,
                kind = "unit",
                level = "county",
                parentUnitId = "yj-oubei",
                liaison = new { name, email = "a@b.example", language = index % 2 == 0 ? "en" : "zh-CN" },
                successorUnitId = index == 0 ? "yj-oubei" : null,
            });
            await app.PutAsync($"/api/officials/a-{index}", new
            {
                name,
                email = "a@b.example",
                unitId = $"u-{index}",
                post = name,
                role = "other",
                from = "2024-01-01",
                to = "2024-01-01",
                language = index % 2 == 0 ? "zh-CN" : "en",
            });
        }

        foreach (var kind in new[] { "units", "officials" })
        {
            var exported = await ExportAsync(app, kind);
            var report = await JsonAsync(await ImportAsync(app, exported));
            Assert.All(report.GetProperty("accepted").EnumerateArray(),
                row => Assert.Equal("unchanged", row.GetProperty("change").GetString()));
            Assert.True(report.GetProperty("acceptedCount").GetInt32() > awkward.Length);
            Assert.Equal(exported, await ExportAsync(app, kind));
        }
    }

    [Fact]
    public async Task A_unit_that_took_the_place_of_a_barred_one_is_barred_and_a_reply_says_for_whom()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        await app.ListAsync("2026-03-30", new { months = 6 });
        async Task PutAsync(string id, string? successor) =>
            await app.PutAsync($"/api/units/{id}", new
            {
                name = id,
                kind = "unit",
                level = "county",
                liaison = new { name = "联", email = "a@b.example" },
                successorUnitId = successor,
            });
        await PutAsync("new", null);
        await PutAsync("newer", null);
        Assert.Equal("clear", await app.EligibilityAsync("unit:newer", new DateOnly(2026, 4, 1)));

        await PutAsync("yj-oubei", "new");
        await PutAsync("new", "newer");
        var answer = await app.GetAsync("/api/eligibility?subject=unit:newer&on=2026-04-01");
        Assert.Equal(("barred", "2026-09-30"), (answer.GetProperty("answer").GetString(), answer.GetProperty("until").GetString()));
        Assert.Equal("unit:yj-oubei", answer.GetProperty("bases")[0].GetProperty("predecessor").GetString());
        Assert.Equal("clear", await app.EligibilityAsync("unit:newer", new DateOnly(2026, 10, 1)));

        var asked =
            await JsonAsync(
                await app.PostAsync("/api/consultations",
                    new { subjects = new[] { "unit:newer", "unit:yj-oubei" }, purpose = "honour", askedBy = "文明办" }),
                    HttpStatusCode.Created);
        Assert.Equal(["barred", "barred"], asked.GetProperty("answers").EnumerateArray().Select(a => a.GetProperty("answer").GetString()));
        // The reply stands although the register says otherwise since.
        await PutAsync("new", null);
        Assert.Equal("clear", await app.EligibilityAsync("unit:newer", new DateOnly(2026, 4, 1)));
        Assert.True(
            (await app.GetAsync($"/api/consultations/{asked.GetProperty("consultationId").GetString()}/verification"))
                .GetProperty("reproduced").GetBoolean());
    }

    [Theory]
    [InlineData("parentUnitId")]
    [InlineData("successorUnitId")]
    public async Task Units_never_point_at_each_other_in_a_circle(string link)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        Task<HttpResponseMessage> PutAsync(string id, string target) =>
            app.Http.PutAsJsonAsync($"/api/units/{id}", new Dictionary<string, object>
            {
                ["name"] = id,
                ["kind"] = "unit",
                ["level"] = "county",
                ["liaison"] = new { name = "联", email = "a@b.example" },
                [link] = target,
            }, Cancellation);

        Assert.Equal(HttpStatusCode.Created, (await PutAsync("b", "yj-oubei")).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await PutAsync("c", "b")).StatusCode);
        foreach (var (id, target) in new[] { ("yj-oubei", "c"), ("d", "d"), ("d", "none") })
        {
            var problem = await BadListingTests.ProblemAsync(await PutAsync(id, target), 422, "unknown-unit");
            Assert.Equal([link], problem.GetProperty("errors").EnumerateObject().Select(e => e.Name));
        }
    }

    [Fact]
    public async Task A_workbook_without_ids_names_its_units_and_again_changes_nothing()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var units = await Xlsx.OfAsync(new Xlsx.SheetOf(
            "单位",
            [
                ["永嘉县单位名录"], ["序号", "单位名称", "类别", "层级", "上级单位", "联络员", "联络员邮箱"],
                [1, "瓯北街道", "地方", "乡镇级", "永嘉县", "陈联络", "liaison@oubei.example"],
                [2, "永嘉县", "地方", "县级", null, "李联络", "li@yj.example"], ["合计", "2"],
            ],
            ["A1:G1"]));
        var officials = await Xlsx.OfAsync(new Xlsx.SheetOf(
            "人员",
            [
                ["姓名", "单位", "职务", "角色", "任职起"],
                ["干部o-1", "瓯北街道", "职务", "主要领导", new DateOnly(2024, 1, 1)],
                ["钱县长", "永嘉县", "县长", "主要领导", new DateOnly(2024, 1, 1)],
                ["钱县长", "永嘉县", "县委副书记", "其他", new DateOnly(2024, 1, 1)],
            ]));

        var ofUnits = await JsonAsync(await ImportAsync(app, units, "", Workbook));
        var county = ofUnits.GetProperty("accepted")[1].GetProperty("id").GetString()!;
        Assert.StartsWith("u-", county, StringComparison.Ordinal);
        Assert.Equal("yj-oubei", ofUnits.GetProperty("accepted")[0].GetProperty("id").GetString());
        Assert.Equal(["序号"], ofUnits.GetProperty("unusedColumns").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal(5, ofUnits.GetProperty("skippedRows")[0].GetProperty("line").GetInt32());
        Assert.Equal(county, (await app.GetAsync("/api/units/yj-oubei")).GetProperty("parentUnitId").GetString());

        var ofOfficials = await JsonAsync(await ImportAsync(app, officials, "", Workbook));
        Assert.Equal(
            [("o-", "unchanged"), ("p-", "added"), ("p-", "added")],
            ofOfficials.GetProperty("accepted").EnumerateArray().Select(one =>
                (one.GetProperty("id").GetString()!.TrimEnd([.. "0123456789abcdef"]), one.GetProperty("change").GetString())));
        foreach (var (table, kind) in ((byte[], string)[])[(units, "units"), (officials, "officials")])
        {
            var again = await JsonAsync(await ImportAsync(app, table, "", Workbook));
            Assert.All(
                again.GetProperty("accepted").EnumerateArray(), one => Assert.Equal("unchanged", one.GetProperty("change").GetString()));
            Assert.Equal(kind, again.GetProperty("kind").GetString());
        }
    }

    [Fact]
    public async Task A_name_that_several_have_needs_its_id()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        foreach (var id in (string[])["w-1", "w-2"])
        {
            await app.PutAsync($"/api/officials/{id}",
                new { name = "王伟", email = $"{id}@x.example", unitId = "yj-oubei", post = "科员", role = "other", from = "2024-01-01" });
        }

        var table = "姓名,单位,职务,角色,任职起\n王 伟,瓯北街道,科长,其他,2026-03-01\n李四,桥头镇,镇长,主要领导,2026-03-01\n";
        var refused = await JsonAsync(await ImportAsync(app, Encode(table, "utf-8", false)), HttpStatusCode.UnprocessableEntity);

        Assert.Equal(
            [(2, "officialId"), (3, "单位")],
            refused.GetProperty("rejected").EnumerateArray().Select(
                one => (one.GetProperty("line").GetInt32(), one.GetProperty("column").GetString())));
    }

    private static byte[] Encode(string text, string charset = "utf-8", bool mark = false) =>
        [.. mark ? Encoding.UTF8.GetPreamble() : [],
            .. (CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.UTF8).GetBytes(text)];

    private static async Task<HttpResponseMessage> ImportAsync(App app, byte[] table, string query = "", string mediaType = "text/csv")
    {
        var content = new ByteArrayContent(table);
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return await app.Http.PostAsync($"/api/registry/import{query}", content, Cancellation);
    }

    private static async Task<byte[]> ExportAsync(App app, string kind)
    {
        var response = await app.Http.GetAsync($"/api/registry/export?kind={kind}", Cancellation);
        Assert.Equal("text/csv; charset=utf-8", response.EnsureSuccessStatusCode().Content.Headers.ContentType!.ToString());
        return await response.Content.ReadAsByteArrayAsync(Cancellation);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response, HttpStatusCode status = HttpStatusCode.OK)
    {
        Assert.True(response.StatusCode == status, await response.Content.ReadAsStringAsync(Cancellation));
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }
}
