using System.Net;
using AngleSharp.Dom;
using Rectify.Functions.Tests.Consultations;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Board;

/// <summary>A list of names is pasted into the form, looked at, chosen from, previewed and answered.</summary>
public sealed class NamedConsultationPageTests
{
    private const string New = "/board/new-consultation";

    private static readonly (string, string)[] Asked =
        [("subjects", NamedSample.List), ("purpose", "promotion"), ("askedBy", "县委组织部")];

    [Fact]
    public async Task A_personnel_officer_pastes_names_chooses_between_homonyms_and_gets_a_reply_that_says_how_each_was_found()
    {
        await using var app = await StartAsync();
        await app.ListAsync("2026-03-30", new { months = 6 });
        using var cadres = await app.SignedInAsync("cadres-key-of-the-tests");

        var rows = await cadres.PreviewAsync(New, Asked);
        Assert.Equal(HttpStatusCode.OK, rows.Status);
        var page = PageForm.Parse(rows.Text);
        Assert.Contains("共 6 行：已对应 4，须选择 1，未能识别 1，重复 1。", MainOf(page), StringComparison.Ordinal);
        var choice = page.QuerySelector("main fieldset")!;
        Assert.Equal("第 3 行：王伟", choice.QuerySelector("legend")!.TextContent);
        Assert.Equal(
            [
                "王伟，瓯北街道 党工委副书记（2024-01-01 起）：姓名相同", "王伟，桥头镇 镇长（2024-01-01 起）：姓名相同",
                "都不是（不作答复）",
            ],
            choice.QuerySelectorAll("label").Select(label => label.TextContent.Trim()));
        Assert.Contains("第 6 行：王小二", page.QuerySelector("main ul")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("与第 2 行重复，只答复一次", MainOf(page), StringComparison.Ordinal);
        // Nothing of the register but what is needed to know a person.
        Assert.DoesNotContain("@x.example", rows.Text, StringComparison.Ordinal);

        var preview = await cadres.PressAsync(PageForm.Of(rows).With(NameIn(page), "official:p-2"), "chosen");
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        var main = MainOf(PageForm.Parse(preview.Text));
        Assert.Contains("共 4 个对象：受限 1，无限制 3", main, StringComparison.Ordinal);
        Assert.Contains("未能识别，不作答复", main, StringComparison.Ordinal);
        Assert.Empty(await app.ItemsAsync("/api/consultations"));

        var confirm = PageForm.Of(preview);
        var given = await cadres.PressAsync(confirm, "confirm");
        Assert.Equal((HttpStatusCode.SeeOther, given.Location), (given.Status, (await cadres.PressAsync(confirm, "confirm")).Location));
        var reply = PageForm.Parse((await cadres.GetAsync(given.Location!)).Text);
        Assert.Contains("由征求单位从 2 个候选中选定", MainOf(reply), StringComparison.Ordinal);
        Assert.Contains("第 6 行：王小二\t桥头镇（台账中没有）", reply.QuerySelector("main ul")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(6, reply.QuerySelectorAll("main table")[^1].QuerySelectorAll("tbody tr").Length);
        Assert.Contains("未能识别，不作答复", (await cadres.GetAsync($"{given.Location}/document")).Text, StringComparison.Ordinal);
        Assert.Contains("未能识别，不作答复 notIdentified", (await cadres.GetAsync($"{given.Location}/table")).Text,
            StringComparison.Ordinal);

        using var honours = await app.SignedInAsync("honours-key-of-the-tests");
        using var officer = await app.OfficerAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await honours.GetAsync(given.Location!)).Status);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync(given.Location!)).Status);
    }

    [Fact]
    public async Task Nobody_is_answered_about_before_every_homonym_is_chosen_and_everything_typed_stays()
    {
        await using var app = await StartAsync();
        using var officer = await app.OfficerAsync();
        await officer.GetAsync("/board?lang=en");

        var rows = PageForm.Of(await officer.PreviewAsync(New, Asked));
        foreach (var step in (string[])["chosen", "confirm"])
        {
            var refused = await officer.PressAsync(rows, step);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            var page = PageForm.Parse(refused.Text);
            Assert.Contains("Row 3: 王伟: Choose one of those shown, or none of them.", page.QuerySelector("[role=alert]")!.TextContent,
                StringComparison.Ordinal);
            Assert.NotNull(page.QuerySelector(page.QuerySelector("[role=alert] a")!.GetAttribute("href")!));
            var form = PageForm.Of(refused);
            Assert.Equal(
                (NamedSample.List, "promotion", "县委组织部"), (form.Text("subjects"), form.Text("purpose"), form.Text("askedBy")));
        }

        // Somebody whom the row does not mean is no choice.
        var name = NameIn(PageForm.Parse((await officer.PressAsync(rows, "chosen")).Text));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.PressAsync(rows.With(name, "official:o-1"), "chosen")).Status);
        Assert.Empty(await app.ItemsAsync("/api/consultations"));

        // Back to the list and forward again: the choice is still made.
        var back = PageForm.Of(await officer.PressAsync(rows.With(name, "official:p-3"), "edit"));
        Assert.Equal("official:p-3", back.Text(name));
        var again = await officer.PressAsync(back, "preview");
        Assert.Equal("official:p-3", PageForm.Of(again).Text(name));
        Assert.Equal(HttpStatusCode.OK, (await officer.PressAsync(PageForm.Of(again), "chosen")).Status);
    }

    [Fact]
    public async Task A_choice_does_not_pass_to_another_row_when_the_list_is_corrected()
    {
        await using var app = await StartAsync();
        await app.PutPersonAsync("p-4", "李强", "yj-oubei", "科员");
        await app.PutPersonAsync("p-5", "李强", "yj-qiaotou", "科员");
        using var officer = await app.OfficerAsync();
        var rows = await officer.PreviewAsync(New, ("subjects", "王伟"), ("purpose", "award"), ("askedBy", "县委"));
        var chosen = PageForm.Of(rows).With(NameIn(PageForm.Parse(rows.Text)), "official:p-2");

        var corrected = await officer.PressAsync(chosen.With("subjects", "李强\n王伟"), "chosen");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, corrected.Status);
        var choices = PageForm.Parse(corrected.Text).QuerySelectorAll("main fieldset");
        Assert.Equal([0, 1], choices.Select(choice => choice.QuerySelectorAll("input[checked]").Length));
    }

    [Fact]
    public async Task None_of_the_candidates_is_a_choice_and_no_statement_is_made_then()
    {
        await using var app = await StartAsync();
        using var officer = await app.OfficerAsync();
        var rows = await officer.PreviewAsync(New, ("subjects", "王伟\n张三"), ("purpose", "award"), ("askedBy", "县委"));

        var preview = await officer.PressAsync(PageForm.Of(rows).With(NameIn(PageForm.Parse(rows.Text)), "none"), "chosen");
        var reply = (await officer.PressAsync(PageForm.Of(preview), "confirm")).Location!;

        var main = MainOf(PageForm.Parse((await officer.GetAsync(reply)).Text));
        Assert.Contains("共 1 个对象：无限制 1", main, StringComparison.Ordinal);
        Assert.Contains("第 1 行：王伟（征求单位认为 2 个候选都不是）", main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_in_which_nobody_is_known_is_not_answered()
    {
        await using var app = await StartAsync();
        using var officer = await app.OfficerAsync();

        var rows = await officer.PreviewAsync(New, ("subjects", "王小二\nofficial:nobody"), ("purpose", "award"), ("askedBy", "县委"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, rows.Status);
        var page = PageForm.Parse(rows.Text);
        Assert.Contains("没有一行能够识别，无从答复。请修改名单。", MainOf(page), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("button[value=chosen]"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.PressAsync(PageForm.Of(rows), "confirm")).Status);
        Assert.Empty(await app.ItemsAsync("/api/consultations"));
    }

    [Fact]
    public async Task Who_is_entered_between_preview_and_confirmation_makes_the_list_be_looked_at_again()
    {
        await using var app = await StartAsync();
        using var officer = await app.OfficerAsync();
        var rows = await officer.PreviewAsync(New, ("subjects", "张三\n王伟\t桥头镇"), ("purpose", "award"), ("askedBy", "县委"));
        var preview = PageForm.Of(await officer.PressAsync(PageForm.Of(rows), "chosen"));

        // A second 张三: he has to be told from the first.
        await app.PutPersonAsync("p-7", "张三", "yj-qiaotou", "科员");
        var homonym = await officer.PressAsync(preview, "confirm");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, homonym.Status);
        Assert.Single(PageForm.Parse(homonym.Text).QuerySelectorAll("main fieldset"));

        // The first one has another name now: the list means somebody else than in the preview.
        await app.PutPersonAsync("p-1", "张三丰", "yj-oubei", "科员");
        var other = await officer.PressAsync(preview, "confirm");
        Assert.Equal(HttpStatusCode.OK, other.Status);
        Assert.Contains("预览之后台账已有变动", MainOf(PageForm.Parse(other.Text)), StringComparison.Ordinal);
        Assert.Empty(await app.ItemsAsync("/api/consultations"));

        Assert.Equal(HttpStatusCode.SeeOther, (await officer.PressAsync(PageForm.Of(other), "confirm")).Status);
        // What was confirmed is confirmed, whoever is entered afterwards.
        await app.PutPersonAsync("p-8", "张三", "yj-oubei", "科员");
        Assert.Equal(HttpStatusCode.SeeOther, (await officer.PressAsync(PageForm.Of(other), "confirm")).Status);
        Assert.Single(await app.ItemsAsync("/api/consultations"));
    }

    [Fact]
    public async Task The_page_of_the_question_answers_names_too_and_leaves_homonyms_to_the_numbered_reply()
    {
        await using var app = await StartAsync();
        await app.ListAsync("2026-03-30", new { months = 6 });
        using var cadres = await app.SignedInAsync("cadres-key-of-the-tests");

        var list = Uri.EscapeDataString("干部o-1\n张三\n王伟\n王伟,桥头镇\n王小二\n瓯北街道");
        var page = PageForm.Parse((await cadres.GetAsync($"/board/eligibility?on=2026-03-30&subjects={list}")).Text);

        Assert.Equal(
            [
                "干部o-1（瓯北街道 职务 official:o-1）：受限", "张三（瓯北街道 科员 official:p-1）：无限制",
                "王伟：须核对选择，不得视为无限制",
                "王伟（桥头镇 镇长 official:p-3）：无限制", "王小二：查无此对象，不得视为无限制", "瓯北街道（unit:yj-oubei）：受限",
            ],
            page.QuerySelectorAll("main tbody tr").Select(
                row => $"{row.Children[0].TextContent}：{row.Children[1].TextContent}"));
        Assert.Contains("第 3 行：王伟 须核对选择，请出具编号复函", page.QuerySelector("[role=alert]")!.TextContent,
            StringComparison.Ordinal);
    }

    private static async Task<App> StartAsync()
    {
        var app = await App.StartAsync("2026-03-30 09:00", NamedSample.Keys);
        await app.RegisterNamedAsync();
        return app;
    }

    private static string MainOf(IDocument page) => page.QuerySelector("main")!.TextContent;

    private static string NameIn(IDocument page) => page.QuerySelector("main fieldset input[type=radio]")!.GetAttribute("name")!;
}
