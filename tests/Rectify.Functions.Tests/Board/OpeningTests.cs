using System.Net;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Board;

public sealed class OpeningTests
{
    private const string Listing = "/board/listings/new?unitId=yj-oubei";

    private static readonly (string, string)[] Filled =
    [
        ("ground", "unresolvedHotspot"), ("facts", "辖区电动自行车违规停放充电问题突出"),
        ("goals", "违规停放充电点清零\r\n\r\n建立长效机制"), ("period.months", "6"),
        ("legalBasis", "实施办法第二十一条"),
    ];

    [Fact]
    public async Task A_unit_is_listed_from_its_choice_through_the_preview_to_its_case()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Boards.Keys);
        using var officer = await app.OfficerAsync();

        var register = PageForm.Parse((await officer.GetAsync("/board/cases")).Text);
        Assert.Equal("/board/listings/new", register.QuerySelector(".doing a")!.GetAttribute("href"));
        var choice = PageForm.Parse((await officer.GetAsync("/board/listings/new")).Text);
        Assert.Equal(["yj-oubei"], choice.QuerySelectorAll("select[name=unitId] option").Select(option => option.GetAttribute("value")));

        var preview = await officer.PreviewAsync(Listing, Filled);
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Empty(await app.ItemsAsync("/api/cases"));
        var text = PageForm.Parse(preview.Text).QuerySelector("main")!.TextContent;
        foreach (var expected in new[]
        {
            "2026年9月30日24时止", "平安督〔2026〕1号（本年下一个文号，以确认时为准）", "干部o-1", "干部o-2", "干部o-3",
            "2026年8月31日 09:00", "催办提醒，距整改期限 15 天",
            "整改期限届满；未按期申请验收的，一票否决", "建立长效机制", "永嘉县平安办",
        })
        {
            Assert.Contains(expected, text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("干部o-4", text, StringComparison.Ordinal);
        var opened = await officer.PressAsync(PageForm.Of(preview), "confirm");
        Assert.Equal(HttpStatusCode.SeeOther, opened.Status);
        Assert.Contains("已挂牌督办，通知随即发出。", (await officer.GetAsync(opened.Location!)).Text, StringComparison.Ordinal);

        var listed = Assert.Single(await app.ItemsAsync("/api/cases"));
        Assert.Equal(opened.Location, $"/board/cases/{listed.GetProperty("caseId").GetString()}");
        Assert.Equal(["违规停放充电点清零", "建立长效机制"], listed.GetProperty("goals").EnumerateArray().Select(goal => goal.GetString()));
        await app.SettleAsync();
        Assert.NotEmpty(app.Mails());
    }

    [Fact]
    public async Task A_confirmation_that_is_sent_twice_opens_one_case_and_changed_afterwards_asks_again()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var officer = await app.OfficerAsync();
        var preview = PageForm.Of(await officer.PreviewAsync(Listing, Filled));

        var answers = await Task.WhenAll(officer.PressAsync(preview, "confirm"), officer.PressAsync(preview, "confirm"));
        Assert.Equal(HttpStatusCode.SeeOther, answers[0].Status);
        Assert.Equal((answers[0].Status, answers[0].Location), (answers[1].Status, answers[1].Location));
        Assert.Single(await app.ItemsAsync("/api/cases"));

        var changed = await officer.PressAsync(preview.With("facts", "另一件事"), "confirm");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, changed.Status);
        Assert.Contains("此表单已提交过，内容与本次不同", changed.Text, StringComparison.Ordinal);
        Assert.Single(await app.ItemsAsync("/api/cases"));

        Assert.Equal(HttpStatusCode.SeeOther, (await officer.PressAsync(PageForm.Of(changed), "confirm")).Status);
        Assert.Equal(2, (await app.ItemsAsync("/api/cases")).Count);
    }

    [Fact]
    public async Task Who_shares_the_sanction_may_be_chosen_one_by_one()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var officer = await app.OfficerAsync();
        var form = Filled.Aggregate(PageForm.Of(await officer.GetAsync(Listing)), (filled, one) => filled.With(one.Item1, one.Item2))
            .With("officials.mode", "chosen").With("officials.person", "o-1", "o-4").With("officials.role.o-4", "other");

        var unsanctioned = await officer.PressAsync(form, "preview");
        Assert.Equal("所选责任中有不受限制的责任类型，请改选责任或去掉该人员。",
            PageForm.Parse(unsanctioned.Text).QuerySelector("#f-officials-error")?.TextContent ?? "none");
        var kept = PageForm.Of(unsanctioned);
        Assert.Equal(("chosen", "other"), (kept.Text("officials.mode"), kept.Text("officials.role.o-4")));

        var opened = await officer.PressAsync(kept.With("officials.role.o-4", "inCharge"), "confirm");
        Assert.Equal(HttpStatusCode.SeeOther, opened.Status);
        var listed = Assert.Single(await app.ItemsAsync("/api/cases"));
        Assert.Equal(["o-1 principal", "o-4 inCharge"],
            listed.GetProperty("officials").EnumerateArray().Select(one => $"{one.GetProperty("officialId")} {one.GetProperty("role")}"));
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_said_beside_each_field()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var officer = await app.OfficerAsync();

        var empty = PageForm.Parse((await officer.PreviewAsync(Listing)).Text);
        Assert.Equal(
            ["f-facts-error", "f-ground-error", "f-legalBasis-error"],
            empty.QuerySelectorAll("main .error").Select(error => error.Id!).Order(StringComparer.Ordinal));

        foreach (var (name, value, where, message) in new[]
        {
            ("goals", "", "goals", "整改目标为 1 至 50 项，验收时逐项核对；填写了 0 项。"),
            ("listedOn", "2024-01-05", "listedOn", "挂牌日期应在"),
            ("receivedOn", "2026-03-29", "receivedOn", "收到日期不早于挂牌日期2026年3月30日，填写的是2026年3月29日。"),
            ("period.months", "25", "period", "期限为 1 至 24 个月，填写的是 25。"),
            ("period.months", "半年", "period", "请填写整数。"),
            ("period.dueOn", "2026-09-30", "period", "须填写其中一项，且只填一项"),
            ("ground", "nonsense", "ground", "请从所列各项中选择。"),
            ("facts", new string('长', 20_001), "facts", "最多 20000 个字，已填写 20001 个。"),
        })
        {
            var wrong = await officer.PreviewAsync(Listing, [.. Filled, (name, value)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
            Assert.Contains(message, PageForm.Parse(wrong.Text).QuerySelector($"#f-{where}-error")?.TextContent ?? wrong.Text,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_veto_is_imposed_without_a_listing_and_warned_of_when_little_of_it_is_left()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Boards.Keys);
        using var officer = await app.OfficerAsync();
        (string, string)[] veto = [("ground", "graveHarm"), ("facts", "重大事故"), ("legalBasis", "实施办法第二十六条"),
            ("eventOn", "2025-04-10")];

        var missing = await officer.PreviewAsync("/board/vetoes/new?unitId=yj-oubei", [.. veto, ("eventOn", "")]);
        Assert.Contains("须填写事件日期", PageForm.Parse(missing.Text).QuerySelector("#f-eventOn-error")!.TextContent,
            StringComparison.Ordinal);

        var preview = await officer.PreviewAsync("/board/vetoes/new?unitId=yj-oubei", veto);
        var text = PageForm.Parse(preview.Text).QuerySelector("main")!.TextContent;
        Assert.Contains("2025年4月10日 — 2026年4月10日", text, StringComparison.Ordinal);
        Assert.Contains("决定之日起只余 12 天", text, StringComparison.Ordinal);

        var imposed = await officer.PressAsync(PageForm.Of(preview), "confirm");
        Assert.Equal(HttpStatusCode.SeeOther, imposed.Status);
        Assert.Contains("已一票否决，通知随即发出。", (await officer.GetAsync(imposed.Location!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_an_officer_opens_a_case_and_a_unit_that_is_not_registered_is_named()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Boards.Keys);
        using var officer = await app.OfficerAsync();

        foreach (var key in new[] { "unit-key-of-the-tests", "reader-key-of-the-tests" })
        {
            using var other = await app.SignedInAsync(key);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync("/board/listings/new")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.PostAsync("/board/vetoes/new")).Status);
            Assert.DoesNotContain("/board/listings/new", (await other.GetAsync("/board/cases")).Text, StringComparison.Ordinal);
        }

        var unknown = await officer.GetAsync("/board/listings/new?unitId=nobody");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.Status);
        Assert.Contains("单位台账中没有编号为“nobody”的单位。", unknown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("yj-oubei", (await officer.GetAsync("/board/listings/new?search=xyz")).Text, StringComparison.Ordinal);
    }
}
