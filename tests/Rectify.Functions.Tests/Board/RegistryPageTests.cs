using System.Net;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Board;

public sealed class RegistryPageTests
{
    private const string NewUnit = "/board/registry/unit";
    private const string NewOfficial = "/board/registry/official";

    private static readonly (string, string)[] Unit =
        [("unitId", "yj-qiaotou"), ("name", "桥头镇"), ("kind", "locality"), ("level", "township"), ("liaison.name", "联络员"), ("liaison.email", "liaison@qiaotou.example")];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_unit_is_entered_after_its_preview_once_however_often_it_is_confirmed()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var officer = await app.OfficerAsync();
        Assert.Equal([NewUnit, "/board/registry/import"], PageForm.Parse((await officer.GetAsync("/board/units")).Text).QuerySelectorAll(".doing a").Select(link => link.GetAttribute("href")));

        var preview = await officer.PreviewAsync(NewUnit, Unit);
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Single(await app.ItemsAsync("/api/units"));
        var form = PageForm.Of(preview);
        var answers = await Task.WhenAll(officer.PressAsync(form, "confirm"), officer.PressAsync(form, "confirm"));
        Assert.All([.. answers, await officer.PressAsync(form, "confirm")], answer => Assert.Equal((HttpStatusCode.SeeOther, "/board/units/yj-qiaotou"), (answer.Status, answer.Location)));

        var entered = await app.GetAsync("/api/units/yj-qiaotou");
        Assert.Equal(("桥头镇", "liaison@qiaotou.example", "zh-CN"), (entered.GetProperty("name").GetString(), entered.GetProperty("liaison").GetProperty("email").GetString(), entered.GetProperty("liaison").GetProperty("language").GetString()));
        Assert.Contains("<p class=\"done\" role=\"status\">已登记。</p>", (await officer.GetAsync("/board/units/yj-qiaotou")).Text, StringComparison.Ordinal);

        var taken = await officer.PreviewAsync(NewUnit, [.. Unit, ("name", "另一个")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.Status);
        Assert.Contains("编号“yj-qiaotou”已登记", PageForm.Parse(taken.Text).QuerySelector("#f-unitId-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_shows_what_stood_there_and_whoever_comes_second_is_told_and_loses_nothing()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var officer = await app.OfficerAsync();
        using var other = await app.OfficerAsync();
        const string edit = "/board/officials/o-1/edit";

        var preview = await officer.PreviewAsync(edit, ("post", "街道办事处主任"), ("to", "2026-06-30"));
        var changed = PageForm.Parse(preview.Text).QuerySelectorAll("tbody tr").Where(row => row.TextContent.Contains("有变化", StringComparison.Ordinal)).Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim())));
        Assert.Equal(["职务|职务|街道办事处主任 有变化", "任职止|在任|2026年6月30日 有变化"], changed);

        Assert.Equal(HttpStatusCode.SeeOther, (await other.DoAsync(edit, ("name", "王主任"))).Status);
        var late = await officer.PressAsync(PageForm.Of(preview), "confirm");
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("他人已更改此项", late.Text, StringComparison.Ordinal);
        Assert.Contains("王主任", PageForm.Parse(late.Text).QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        var kept = PageForm.Of(late);
        Assert.Equal(("干部o-1", "街道办事处主任"), (kept.Text("name"), kept.Text("post")));
        Assert.Equal("职务", (await app.GetAsync("/api/officials/o-1")).GetProperty("post").GetString());

        Assert.Equal(HttpStatusCode.SeeOther, (await officer.PressAsync(kept.With("name", "王主任"), "confirm")).Status);
        Assert.Equal(("王主任", "街道办事处主任"), ((await app.GetAsync("/api/officials/o-1")).GetProperty("name").GetString(), (await app.GetAsync("/api/officials/o-1")).GetProperty("post").GetString()));
    }

    [Fact]
    public async Task A_post_that_is_left_by_a_change_stays_on_the_page_of_the_person()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var officer = await app.OfficerAsync();

        Assert.Equal(HttpStatusCode.SeeOther, (await officer.DoAsync("/board/officials/o-1/edit", ("post", "街道党工委书记"), ("from", "2026-03-01"))).Status);

        var posts = PageForm.Parse((await officer.GetAsync("/board/officials/o-1")).Text).QuerySelector("main table")!.QuerySelectorAll("tbody tr");
        Assert.Equal(
            ["职务 2024年1月1日 2026年2月28日", "街道党工委书记 2026年3月1日 在任"],
            posts.Select(row => $"{row.Children[1].TextContent} {row.Children[3].TextContent} {row.Children[4].TextContent}"));
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_said_beside_each_field()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var officer = await app.OfficerAsync();

        var empty = PageForm.Parse((await officer.PreviewAsync(NewUnit)).Text);
        Assert.Equal(["f-kind-error", "f-level-error", "f-liaison-email-error", "f-liaison-name-error", "f-name-error"], empty.QuerySelectorAll("main .error").Select(error => error.Id!).Order(StringComparer.Ordinal));
        Assert.All(empty.QuerySelectorAll("main .error"), error => Assert.Equal("请填写此项。", error.TextContent));

        foreach (var (name, value, message) in new[]
        {
            ("unitId", "桥头镇", "编号为 1 至 64 个字母、数字、点、下划线或连字符，填写的是“桥头镇”。"),
            ("unitId", "", "编号为 1 至 64 个字母、数字、点、下划线或连字符，填写的是“”。"),
            ("liaison.email", "桥头", "邮箱写法为 name@domain，填写的是“桥头”。"),
            ("parentUnitId", "nobody", "单位台账中没有编号为“nobody”的单位。"),
            ("parentUnitId", "yj-qiaotou", "上级单位不能是本单位，也不能绕回本单位。"),
            ("successorUnitId", "yj-qiaotou", "承继单位不能是本单位，也不能绕回本单位。"),
            ("name", new string('长', 201), "最多 200 个字，已填写 201 个。"),
        })
        {
            var wrong = await officer.PreviewAsync(NewUnit, [.. Unit, (name, value)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
            Assert.Equal(message, PageForm.Parse(wrong.Text).QuerySelector($"#f-{name.Replace('.', '-')}-error")!.TextContent);
        }

        (string, string)[] official = [("officialId", "o-9"), ("name", "李"), ("unitId", "yj-oubei"), ("post", "主任"), ("role", "principal"), ("from", "2026-01-01"), ("email", "li@oubei.example")];
        var backwards = await officer.PreviewAsync(NewOfficial, [.. official, ("to", "2025-12-31")]);
        Assert.Equal("离任日期不早于任职日期2026年1月1日，填写的是2025年12月31日。", PageForm.Parse(backwards.Text).QuerySelector("#f-to-error")!.TextContent);
        var unknown = await officer.PreviewAsync(NewOfficial, [.. official, ("unitId", "nobody")]);
        Assert.Equal("单位台账中没有编号为“nobody”的单位。", PageForm.Parse(unknown.Text).QuerySelector("#f-unitId-error")!.TextContent);
        Assert.Equal("yj-oubei", PageForm.Of(await officer.GetAsync($"{NewOfficial}?unitId=yj-oubei")).Text("unitId"));
        Assert.Equal(HttpStatusCode.SeeOther, (await officer.DoAsync(NewOfficial, official)).Status);
    }

    [Fact]
    public async Task Units_and_officials_are_found_by_name_or_id_and_shown_in_pages()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        for (var i = 0; i < 60; i++)
        {
            await app.PutAsync($"/api/units/u{i:00}", new { name = $"第{i}村", kind = "unit", level = "township", liaison = new { name = "联络员", email = "u@county.example" } });
            await app.PutAsync($"/api/officials/p{i:00}", new { name = $"干部{i}", email = "p@county.example", unitId = $"u{i:00}", post = "主任", role = "principal", from = "2024-01-01" });
        }

        async Task<IReadOnlyList<string>> FoundAsync(string address) =>
            [.. PageForm.Parse(await app.Http.GetStringAsync(address, Cancellation)).QuerySelectorAll("tbody tr td:first-child a").Select(link => link.TextContent)];

        Assert.Equal(50, (await FoundAsync("/board/units")).Count);
        Assert.Equal(11, (await FoundAsync("/board/units?page=2")).Count);
        Assert.Equal(11, (await FoundAsync("/board/units?page=99")).Count);
        Assert.Equal(["第7村"], await FoundAsync("/board/units?search=u07"));
        Assert.Equal(["瓯北街道"], await FoundAsync("/board/units?search=瓯北"));
        Assert.Equal(14, (await FoundAsync("/board/officials?page=2")).Count);
        Assert.Equal(["干部7"], await FoundAsync("/board/officials?unitId=u07"));
        Assert.Equal(["干部o-1", "干部o-2", "干部o-3", "干部o-4"], await FoundAsync("/board/officials?search=O-"));
        Assert.Empty(await FoundAsync("/board/units?search=xyz"));
        var next = PageForm.Parse(await app.Http.GetStringAsync("/board/units?search=第", Cancellation)).QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        Assert.Equal(10, (await FoundAsync(next)).Count);
    }

    [Fact]
    public async Task A_unit_shows_its_leaders_cases_and_successor_and_an_official_the_sanctions_that_came_along()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.PutAsync("/api/units/yj-new", new { name = "新瓯北街道", kind = "locality", level = "township", liaison = new { name = "联络员", email = "new@county.example" } });
        await app.PutAsync("/api/units/yj-oubei", new { name = "瓯北街道", kind = "locality", level = "township", liaison = new { name = "陈联络", email = "liaison@oubei.example" }, successorUnitId = "yj-new" });
        await app.PutAsync("/api/officials/o-1", new { name = "干部o-1", email = "o-1@oubei.example", unitId = "yj-new", post = "新职务", role = "principal", from = "2026-03-30" });
        async Task<AngleSharp.Dom.IElement> PageAsync(string address) => PageForm.Parse(await app.Http.GetStringAsync(address, Cancellation)).QuerySelector("main")!;

        var gone = await PageAsync("/board/units/yj-oubei");
        Assert.NotNull(gone.QuerySelector("a[href='/board/units/yj-new']"));
        Assert.NotNull(gone.QuerySelector($"a[href='/board/cases/{caseId}']"));
        Assert.NotNull(gone.QuerySelector("a[href='/board/officials/o-2']"));
        Assert.Null(gone.QuerySelector("a[href='/board/officials/o-1']"));

        var successor = await PageAsync("/board/units/yj-new");
        Assert.Contains("所承继的瓯北街道", successor.TextContent, StringComparison.Ordinal);
        Assert.Contains("2026年9月30日", successor.TextContent, StringComparison.Ordinal);

        var official = await PageAsync("/board/officials/o-1");
        Assert.Contains("新瓯北街道（yj-new）", official.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["瓯北街道|职务|主要领导|2024年1月1日|2026年3月29日", "新瓯北街道|新职务|主要领导|2026年3月30日|在任"],
            official.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent))));
        Assert.Equal(["永平安督〔2026〕3号", "瓯北街道", "职务", "主要领导"], official.QuerySelectorAll("table")[1].QuerySelectorAll("tbody td").Select(cell => cell.TextContent));
        Assert.Equal(["永平安督〔2026〕3号", "挂牌督办", "评先受奖、晋职晋级资格", "2026年3月30日", "2026年9月30日", "执行中"], official.QuerySelectorAll("table")[2].QuerySelectorAll("tbody td").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task A_unit_sees_its_own_page_readers_see_all_and_only_officers_change_anything()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Boards.Keys);
        using var unit = await app.SignedInAsync("unit-key");
        using var other = await app.SignedInAsync("other-key");
        using var reader = await app.SignedInAsync("reader-key");

        Assert.Equal("/board/units/yj-oubei", (await unit.GetAsync("/board/units")).Location);
        var own = await unit.GetAsync("/board/units/yj-oubei");
        Assert.Equal(HttpStatusCode.OK, own.Status);
        Assert.Contains("干部o-1", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/board/officials", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/edit", own.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("/board/units/yj-oubei")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await unit.GetAsync("/board/officials/o-1")).Status);

        foreach (var page in new[] { "/board/units", "/board/officials", "/board/units/yj-oubei", "/board/officials/o-1" })
        {
            var shown = await reader.GetAsync(page);
            Assert.Equal(HttpStatusCode.OK, shown.Status);
            Assert.Empty(PageForm.Parse(shown.Text).QuerySelectorAll(".doing a:not([href$='/performance-record']), a[href$='.csv']"));
        }

        foreach (var page in new[] { "/board/units.csv", "/board/officials.csv", NewUnit, NewOfficial, "/board/units/yj-oubei/edit", "/board/officials/o-1/edit", "/board/registry/import" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync(page)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await unit.GetAsync(page)).Status);
            if (!page.EndsWith(".csv", StringComparison.Ordinal)) Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsync(page)).Status);
        }

        using var officer = await app.OfficerAsync();
        foreach (var page in new[] { "/board/units/none", "/board/officials/none", "/board/units/none/edit", "/board/officials/none/edit", "/board/units?page=0", "/board/officials?unitId=不是编号" })
            Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(page)).Status);
    }
}
