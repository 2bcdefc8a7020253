using System.Net;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Board;

public sealed class RegistryPageTests
{
    private const string NewUnit = "/board/registry/unit";
    private const string NewOfficial = "/board/registry/official";

    private static readonly (string, string)[] Unit =
        [("unitId", "yj-qiaotou"), ("name", "桥头镇"), ("kind", "locality"), ("level", "township"), ("liaison.name", "联络员"),
            ("liaison.email", "liaison@qiaotou.example")];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_unit_is_entered_after_its_preview_once_however_often_it_is_confirmed()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var officer = await app.OfficerAsync();
        Assert.Equal([NewUnit, "/board/registry/import"],
            PageForm.Parse((await officer.GetAsync("/board/units")).Text).QuerySelectorAll(".doing a")
                .Select(link => link.GetAttribute("href")));

        var preview = await officer.PreviewAsync(NewUnit, Unit);
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Single(await app.ItemsAsync("/api/units"));
        var form = PageForm.Of(preview);
        var answers = await Task.WhenAll(officer.PressAsync(form, "confirm"), officer.PressAsync(form, "confirm"));
        Assert.All([.. answers, await officer.PressAsync(form, "confirm")],
            answer => Assert.Equal((HttpStatusCode.SeeOther, "/board/units/yj-qiaotou"), (answer.Status, answer.Location)));

        var entered = await app.GetAsync("/api/units/yj-qiaotou");
        Assert.Equal(("桥头镇", "liaison@qiaotou.example", "zh-CN"),
            (entered.GetProperty("name").GetString(), entered.GetProperty("liaison").GetProperty("email").GetString(),
                entered.GetProperty("liaison").GetProperty("language").GetString()));
        Assert.Contains("<p class=\"done\" role=\"status\">已登记。</p>", (await officer.GetAsync("/board/units/yj-qiaotou")).Text,
            StringComparison.Ordinal);

        var taken = await officer.PreviewAsync(NewUnit, [.. Unit, ("name", "另一个")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.Status);
        Assert.Contains("编号“yj-qiaotou”已登记", PageForm.Parse(taken.Text).QuerySelector("#f-unitId-error")!.TextContent,
            StringComparison.Ordinal);
    }

    // What is owed of before a unit's registration hangs on this day, whichever way the unit comes in or is changed.
    [Fact]
    public async Task A_unit_keeps_the_day_of_its_registration_when_it_is_changed_on_the_board()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var officer = await app.OfficerAsync();

        Assert.Equal(HttpStatusCode.SeeOther, (await officer.DoAsync(NewUnit, Unit)).Status);
        await app.AdvanceAsync("2026-04-20 09:00");
        Assert.Equal(HttpStatusCode.SeeOther, (await officer.DoAsync("/board/units/yj-qiaotou/edit", ("name", "桥头镇（更名）"))).Status);

        var unit = await app.GetAsync("/api/units/yj-qiaotou");
        Assert.Equal(
            ("桥头镇（更名）", "2026-03-30"), (unit.GetProperty("name").GetString(), unit.GetProperty("registeredOn").GetString()));
    }

    [Fact]
    public async Task A_change_shows_what_stood_there_and_whoever_comes_second_is_told_and_loses_nothing()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var officer = await app.OfficerAsync();
        using var other = await app.OfficerAsync();
        const string edit = "/board/officials/o-1/edit";

        var preview = await officer.PreviewAsync(edit, ("posts[0].post", "街道办事处主任"), ("posts[0].to", "2026-06-30"));
        var changed =
            PageForm.Parse(preview.Text).QuerySelectorAll("tbody tr")
                .Where(row => row.TextContent.Contains("有变化", StringComparison.Ordinal))
                .Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim())));
        Assert.Equal(
            ["任职|yj-oubei 职务（主要领导），2024年1月1日起在任|yj-oubei 街道办事处主任（主要领导），2024年1月1日至2026年6月30日 有变化"],
            changed);

        Assert.Equal(HttpStatusCode.SeeOther, (await other.DoAsync(edit, ("name", "王主任"))).Status);
        var late = await officer.PressAsync(PageForm.Of(preview), "confirm");
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("他人已更改此项", late.Text, StringComparison.Ordinal);
        Assert.Contains("王主任", PageForm.Parse(late.Text).QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        var kept = PageForm.Of(late);
        Assert.Equal(("干部o-1", "街道办事处主任"), (kept.Text("name"), kept.Text("posts[0].post")));
        Assert.Equal("职务", (await app.GetAsync("/api/officials/o-1")).GetProperty("post").GetString());

        Assert.Equal(HttpStatusCode.SeeOther, (await officer.PressAsync(kept.With("name", "王主任"), "confirm")).Status);
        Assert.Equal(("王主任", "街道办事处主任"),
            ((await app.GetAsync("/api/officials/o-1")).GetProperty("name").GetString(),
                (await app.GetAsync("/api/officials/o-1")).GetProperty("post").GetString()));
    }

    [Fact]
    public async Task A_post_that_is_left_by_a_change_stays_on_the_page_of_the_person()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var officer = await app.OfficerAsync();

        var moved = await officer.DoAsync(
            "/board/officials/o-1/edit",
            ("posts[0].to", "2026-02-28"),
            ("posts[1].unitId", "yj-oubei"), ("posts[1].post", "街道党工委书记"), ("posts[1].role", "principal"),
            ("posts[1].from", "2026-03-01"));
        Assert.Equal(HttpStatusCode.SeeOther, moved.Status);

        var posts =
            PageForm.Parse((await officer.GetAsync("/board/officials/o-1")).Text).QuerySelector("main table")!.QuerySelectorAll("tbody tr");
        Assert.Equal(
            ["职务 2024年1月1日 2026年2月28日", "街道党工委书记 2026年3月1日 在任"],
            posts.Select(row => $"{row.Children[1].TextContent} {row.Children[3].TextContent} {row.Children[4].TextContent}"));
    }

    [Theory]
    [InlineData("zh-CN", "主要任职", "兼任")]
    [InlineData("en", "main post", "A row for each post")]
    public async Task Several_posts_are_entered_and_ended_without_script(string language, string main, string hint)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        await app.PutAsync(
            "/api/units/yj-qiaotou",
            new { name = "桥头镇", kind = "locality", level = "township", liaison = new { name = "郑", email = "l@qiaotou.example" } });
        using var officer = await app.OfficerAsync();
        await officer.GetAsync($"/board?lang={language}");
        const string edit = "/board/officials/o-1/edit";

        var form = await officer.GetAsync(edit);
        Assert.Contains(hint, form.Text, StringComparison.Ordinal);
        var shown = PageForm.Of(form);
        Assert.Equal(("职务", "", "0"), (shown.Text("posts[0].post"), shown.Text("posts[1].post"), shown.Text("posts.main")));
        (string, string)[] both =
        [
            ("posts[1].unitId", "yj-qiaotou"), ("posts[1].post", "镇长"), ("posts[1].role", "inCharge"), ("posts[1].from", "2025-06-01"),
            ("posts.main", "1"),
        ];
        Assert.Contains(main, (await officer.PreviewAsync(edit, both)).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.SeeOther, (await officer.DoAsync(edit, both)).Status);
        var official = await app.GetAsync("/api/officials/o-1");
        Assert.Equal(("yj-qiaotou", 2), (official.GetProperty("unitId").GetString(), official.GetProperty("posts").GetArrayLength()));
        foreach (var unit in new[] { "yj-oubei", "yj-qiaotou" })
        {
            var page = PageForm.Parse((await officer.GetAsync($"/board/units/{unit}")).Text);
            Assert.Contains("干部o-1", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await officer.DoAsync(edit, ("posts[0].to", "2026-03-15"))).Status);
        Assert.Equal("2026-03-15", (await app.GetAsync("/api/officials/o-1")).GetProperty("posts")[0].GetProperty("to").GetString());
        var wrong = await officer.PreviewAsync(edit, ("posts[2].unitId", "yj-oubei"), ("posts[2].post", "书记"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        var error = PageForm.Parse(wrong.Text).QuerySelector("#f-posts-error")!.TextContent;
        Assert.Contains(language == "en" ? "Post 3, Role: " : "任职 3，角色：", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_ids_of_one_person_are_joined_and_taken_apart_on_the_board()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var officer = await app.OfficerAsync();
        await app.ListAsync("2026-03-30", new { months = 6 });
        await app.PutAsync(
            "/api/officials/o-7",
            new { name = "干部o-1", email = "o-1@oubei.example", unitId = "yj-oubei", post = "科长", role = "other", from = "2024-01-01" });
        Assert.Contains("姓名、邮箱相同", (await officer.GetAsync("/board/officials/o-7")).Text, StringComparison.Ordinal);
        var eligibility = await officer.GetAsync("/board/eligibility?subjects=official:o-7&on=2026-04-01");
        Assert.Contains("姓名、邮箱相同", eligibility.Text, StringComparison.Ordinal);

        const string joins = "/board/officials/o-7/joins";
        var withItself = await officer.PreviewAsync(joins, ("otherId", "o-7"), ("reason", "同一人"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, withItself.Status);
        (string, string)[] join = [("otherId", "o-1"), ("reason", "身份证号相同")];
        Assert.Contains("同一人", (await officer.PreviewAsync(joins, join)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await officer.DoAsync(joins, join)).Status);
        Assert.Equal("barred", await app.EligibilityAsync("official:o-7", new DateOnly(2026, 4, 1)));
        var page = (await officer.GetAsync("/board/officials/o-7")).Text;
        Assert.Contains("同一人的另一编号 o-1", page, StringComparison.Ordinal);
        Assert.NotNull(PageForm.Parse(page).QuerySelector("a[href='/board/officials/o-7/joins/o-1']"));

        Assert.Equal(HttpStatusCode.SeeOther, (await officer.DoAsync("/board/officials/o-7/joins/o-1", ("reason", "同名"))).Status);
        Assert.Equal("clear", await app.EligibilityAsync("official:o-7", new DateOnly(2026, 4, 1)));
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_said_beside_each_field()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var officer = await app.OfficerAsync();

        var empty = PageForm.Parse((await officer.PreviewAsync(NewUnit)).Text);
        Assert.Equal(["f-kind-error", "f-level-error", "f-liaison-email-error", "f-liaison-name-error", "f-name-error"],
            empty.QuerySelectorAll("main .error").Select(error => error.Id!).Order(StringComparer.Ordinal));
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

        (string, string)[] official =
        [
            ("officialId", "o-9"), ("name", "李"), ("posts[0].unitId", "yj-oubei"), ("posts[0].post", "主任"),
            ("posts[0].role", "principal"),
            ("posts[0].from", "2026-01-01"), ("email", "li@oubei.example"),
        ];
        var backwards = await officer.PreviewAsync(NewOfficial, [.. official, ("posts[0].to", "2025-12-31")]);
        Assert.Equal(
            "任职 1，任职止：离任日期不早于任职日期2026年1月1日，填写的是2025年12月31日。",
            PageForm.Parse(backwards.Text).QuerySelector("#f-posts-error")!.TextContent);
        var unknown = await officer.PreviewAsync(NewOfficial, [.. official, ("posts[0].unitId", "nobody")]);
        Assert.Equal("任职 1，单位编号：单位台账中没有编号为“nobody”的单位。",
            PageForm.Parse(unknown.Text).QuerySelector("#f-posts-error")!.TextContent);
        Assert.Equal("yj-oubei", PageForm.Of(await officer.GetAsync($"{NewOfficial}?posts[0].unitId=yj-oubei")).Text("posts[0].unitId"));
        Assert.Equal(HttpStatusCode.SeeOther, (await officer.DoAsync(NewOfficial, official)).Status);
    }

    [Fact]
    public async Task Units_and_officials_are_found_by_name_or_id_and_shown_in_pages()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        for (var i = 0; i < 60; i++)
        {
            await app.PutAsync($"/api/units/u{i:00}", new
            {
                name = $"第{i}村",
                kind = "unit",
                level = "township",
                liaison = new { name = "联络员", email = "u@county.example" },
            });
            await app.PutAsync($"/api/officials/p{i:00}", new
            {
                name = $"干部{i}",
                email = "p@county.example",
                unitId = $"u{i:00}",
                post = "主任",
                role = "principal",
                from = "2024-01-01",
            });
        }

        async Task<IReadOnlyList<string>> FoundAsync(string address) =>
            [.. PageForm.Parse(await app.Http.GetStringAsync(address, Cancellation)).QuerySelectorAll("tbody tr td:first-child a")
                .Select(link => link.TextContent)];

        Assert.Equal(50, (await FoundAsync("/board/units")).Count);
        Assert.Equal(11, (await FoundAsync("/board/units?page=2")).Count);
        Assert.Equal(11, (await FoundAsync("/board/units?page=99")).Count);
        Assert.Equal(["第7村"], await FoundAsync("/board/units?search=u07"));
        Assert.Equal(["瓯北街道"], await FoundAsync("/board/units?search=瓯北"));
        Assert.Equal(14, (await FoundAsync("/board/officials?page=2")).Count);
        Assert.Equal(["干部7"], await FoundAsync("/board/officials?unitId=u07"));
        Assert.Equal(["干部o-1", "干部o-2", "干部o-3", "干部o-4"], await FoundAsync("/board/officials?search=O-"));
        Assert.Empty(await FoundAsync("/board/units?search=xyz"));
        var next =
            PageForm.Parse(await app.Http.GetStringAsync("/board/units?search=第", Cancellation)).QuerySelector("a[rel=next]")!
                .GetAttribute("href")!;
        Assert.Equal(10, (await FoundAsync(next)).Count);
    }

    [Fact]
    public async Task A_unit_shows_its_leaders_cases_and_successor_and_an_official_the_sanctions_that_came_along()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.PutAsync("/api/units/yj-new", new
        {
            name = "新瓯北街道",
            kind = "locality",
            level = "township",
            liaison = new { name = "联络员", email = "new@county.example" },
        });
        await app.PutAsync("/api/units/yj-oubei", new
        {
            name = "瓯北街道",
            kind = "locality",
            level = "township",
            liaison = new { name = "陈联络", email = "liaison@oubei.example" },
            successorUnitId = "yj-new",
        });
        await app.PutAsync("/api/officials/o-1", new
        {
            name = "干部o-1",
            email = "o-1@oubei.example",
            unitId = "yj-new",
            post = "新职务",
            role = "principal",
            from = "2026-03-30",
        });
        async Task<AngleSharp.Dom.IElement> PageAsync(string address) =>
            PageForm.Parse(await app.Http.GetStringAsync(address, Cancellation)).QuerySelector("main")!;

        var gone = await PageAsync("/board/units/yj-oubei");
        Assert.NotNull(gone.QuerySelector("a[href='/board/units/yj-new']"));
        Assert.NotNull(gone.QuerySelector($"a[href='/board/cases/{caseId}']"));
        Assert.NotNull(gone.QuerySelector("a[href='/board/officials/o-2']"));
        Assert.Contains(
            "2026年3月29日",
            gone.QuerySelector("a[href='/board/officials/o-1']")!.Closest("tr")!.TextContent,
            StringComparison.Ordinal);

        var successor = await PageAsync("/board/units/yj-new");
        Assert.Contains("所承继的瓯北街道", successor.TextContent, StringComparison.Ordinal);
        Assert.Contains("2026年9月30日", successor.TextContent, StringComparison.Ordinal);

        var official = await PageAsync("/board/officials/o-1");
        Assert.Contains("新瓯北街道（yj-new）", official.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["瓯北街道|职务|主要领导|2024年1月1日|2026年3月29日", "新瓯北街道|新职务|主要领导|2026年3月30日|在任"],
            official.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr")
                .Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent))));
        Assert.Equal(["永平安督〔2026〕3号", "瓯北街道", "职务", "主要领导"],
            official.QuerySelectorAll("table")[1].QuerySelectorAll("tbody td").Select(cell => cell.TextContent));
        Assert.Equal(["永平安督〔2026〕3号", "挂牌督办", "评先受奖、晋职晋级资格", "2026年3月30日", "2026年9月30日", "执行中"],
            official.QuerySelectorAll("table")[2].QuerySelectorAll("tbody td").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task A_unit_sees_its_own_page_readers_see_all_and_only_officers_change_anything()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Boards.Keys);
        await app.PutOtherUnitAsync();
        using var unit = await app.SignedInAsync("unit-key-of-the-tests");
        using var other = await app.SignedInAsync("other-key-of-the-tests");
        using var reader = await app.SignedInAsync("reader-key-of-the-tests");

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

        foreach (var page in new[] { "/board/units.csv", "/board/officials.csv", NewUnit, NewOfficial, "/board/units/yj-oubei/edit",
            "/board/officials/o-1/edit", "/board/registry/import" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync(page)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await unit.GetAsync(page)).Status);
            if (!page.EndsWith(".csv", StringComparison.Ordinal))
                Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsync(page)).Status);
        }

        using var officer = await app.OfficerAsync();
        foreach (var page in new[] { "/board/units/none", "/board/officials/none", "/board/units/none/edit", "/board/officials/none/edit" })
            Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(page)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.GetAsync("/board/units?page=0")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.GetAsync("/board/officials?unitId=不是编号")).Status);
    }
}
