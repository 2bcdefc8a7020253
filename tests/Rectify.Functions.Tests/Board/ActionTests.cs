using System.Net;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Board;

public sealed class ActionTests
{
    [Fact]
    public async Task A_unit_submits_for_its_own_case_and_for_no_other_and_decides_nothing()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Boards.Keys);
        await app.PutOtherUnitAsync();
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        using var unit = await app.SignedInAsync("unit-key-of-the-tests");
        using var other = await app.SignedInAsync("other-key-of-the-tests");
        using var reader = await app.SignedInAsync("reader-key-of-the-tests");

        foreach (var action in "inspection extension suspension resumption veto-decision revocation correction entry-correction".Split(' '))
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await unit.GetAsync($"/board/cases/{caseId}/{action}")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await unit.PostAsync($"/board/cases/{caseId}/{action}")).Status);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync($"/board/cases/{caseId}/submission")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/board/cases/{caseId}/submission")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"/board/cases/{caseId}/submission")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await unit.GetAsync("/board/cases/none/submission")).Status);

        var done = await unit.DoAsync(
            $"/board/cases/{caseId}/submission", ("summary", "已整改到位"), ("evidence[0].name", "照片"),
            ("evidence[0].uri", "https://files.example/1"), ("evidence[2].name", "台账"), ("evidence[2].uri", "https://files.example/2"));
        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        var entry = (await app.ItemsAsync($"/api/cases/{caseId}/events"))[^1];
        Assert.Equal("unit:瓯北街道", entry.GetProperty("actor").GetString());
        Assert.Equal(["照片", "台账"],
            entry.GetProperty("data").GetProperty("evidence").EnumerateArray().Select(one => one.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task A_case_offers_what_its_state_and_the_role_allow_and_nothing_else()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Boards.Keys);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        using var officer = await app.OfficerAsync();
        using var unit = await app.SignedInAsync("unit-key-of-the-tests");
        using var reader = await app.SignedInAsync("reader-key-of-the-tests");
        async Task<string> OfferedAsync(Browser browser) =>
            string.Join(" ", PageForm.Parse((await browser.GetAsync($"/board/cases/{caseId}")).Text)
            .QuerySelectorAll(".doing a").Select(link => link.GetAttribute("href")!.Split('/')[^1]));

        Assert.Equal("submission extension suspension revocation correction", await OfferedAsync(officer));
        Assert.Equal("submission", await OfferedAsync(unit));
        Assert.Equal("", await OfferedAsync(reader));

        await officer.DoAsync($"/board/cases/{caseId}/suspension", ("reason", "诉讼期间"));
        Assert.Equal("resumption revocation correction", await OfferedAsync(officer));
        Assert.Equal("", await OfferedAsync(unit));

        await officer.DoAsync($"/board/cases/{caseId}/resumption", ("reason", "判决生效"));
        await unit.DoAsync($"/board/cases/{caseId}/submission", ("summary", "已整改"));
        Assert.Equal("inspection extension revocation correction entry-correction", await OfferedAsync(officer));

        await officer.DoAsync($"/board/cases/{caseId}/inspection", ("outcome", "failed"), ("remarks", "未达标"));
        await app.AdvanceAsync("2026-10-08 09:00");
        Assert.Equal("late-submission veto-decision revocation correction entry-correction", await OfferedAsync(officer));
        Assert.Equal("", await OfferedAsync(unit));
    }

    [Fact]
    public async Task Whoever_comes_second_sees_what_happened_meanwhile_and_goes_on_with_what_was_typed()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Boards.Keys);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        using var first = await app.OfficerAsync();
        using var second = await app.OfficerAsync();
        var mine =
            PageForm.Of(
                await second.PreviewAsync($"/board/cases/{caseId}/extension", ("by.months", "2"), ("reason", "汛期 <停工>"),
                    ("approvedBy", "县委")));

        await first.DoAsync($"/board/cases/{caseId}/suspension", ("reason", "台风"));
        await app.AdvanceAsync("2026-04-02 09:00");
        await first.DoAsync($"/board/cases/{caseId}/resumption", ("reason", "台风过境"));
        var conflict = await second.PressAsync(mine, "confirm");

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("自 2026年3月30日 起中止：台风", conflict.Text, StringComparison.Ordinal);
        Assert.Contains("自 2026年4月2日 起恢复，中止 3 天，期限至 2026年10月8日：台风过境", conflict.Text, StringComparison.Ordinal);
        var kept = PageForm.Of(conflict);
        Assert.Equal(("2", "汛期 <停工>", "县委"), (kept.Text("by.months"), kept.Text("reason"), kept.Text("approvedBy")));
        Assert.Equal(0, (await app.CaseAsync(caseId)).GetProperty("deadline").GetProperty("extended").GetInt32());

        var preview = await second.PressAsync(kept, "preview");
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains("2026年10月8日24时止（2026年10月3日遇休息日顺延） → 2026年12月3日24时止", WebUtility.HtmlDecode(preview.Text),
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await second.PressAsync(PageForm.Of(preview), "confirm")).Status);
        Assert.Equal(1, (await app.CaseAsync(caseId)).GetProperty("deadline").GetProperty("extended").GetInt32());
    }

    [Fact]
    public async Task What_became_impossible_meanwhile_is_said_and_what_was_typed_can_still_be_read()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Boards.Keys);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        using var officer = await app.OfficerAsync();
        using var unit = await app.SignedInAsync("unit-key-of-the-tests");
        var late = PageForm.Of(await unit.GetAsync($"/board/cases/{caseId}/submission")).With("summary", "我们的整改情况");

        await officer.DoAsync($"/board/cases/{caseId}/suspension", ("reason", "诉讼期间"));
        var conflict = await unit.PressAsync(late, "preview");

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        var page = PageForm.Parse(conflict.Text);
        Assert.Null(page.QuerySelector("main form"));
        Assert.Equal(("整改情况", "我们的整改情况"),
            (page.QuerySelector("main dt")!.TextContent, page.QuerySelector("main dd")!.TextContent));
        Assert.Equal(HttpStatusCode.Conflict, (await unit.GetAsync($"/board/cases/{caseId}/submission")).Status);
    }

    [Fact]
    public async Task A_form_opened_before_the_deadline_cannot_lead_to_a_veto_after_it()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Boards.Keys);
        var caseId = await app.ListAsync("2026-03-30", new { days = 20 });
        await app.DoAsync(caseId, "submission", new { summary = "已整改" });
        using var officer = await app.OfficerAsync();
        var early =
            PageForm.Of(await officer.PreviewAsync($"/board/cases/{caseId}/inspection", ("outcome", "failed"), ("remarks", "尚差一项")));

        await app.AdvanceAsync("2026-04-21 09:00");
        var answer = await officer.PressAsync(early, "confirm");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("提醒，尚未验收", answer.Text, StringComparison.Ordinal);
        var wrong = await officer.PressAsync(PageForm.Of(answer).With("outcome", "failed"), "confirm");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("请从所列各项中选择。", PageForm.Parse(wrong.Text).QuerySelector("#f-outcome-error")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal("awaitingInspection", (await app.CaseAsync(caseId)).GetProperty("status").GetString());

        var failed =
            await officer.DoAsync($"/board/cases/{caseId}/inspection", ("outcome", "continue"), ("newDueOn", "2026-06-30"),
                ("remarks", "尚差一项"));
        Assert.Equal(HttpStatusCode.SeeOther, failed.Status);
        Assert.Equal("2026-06-30", (await app.CaseAsync(caseId)).GetProperty("deadline").GetProperty("effective").GetString());
    }
}
