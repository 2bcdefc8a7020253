using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Board;

/// <summary>What holds for every form of the board, shown on those of a case.</summary>
public sealed class FormTests
{
    [Fact]
    public async Task A_form_without_a_ticket_of_this_session_and_this_address_changes_nothing()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Boards.Keys);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        using var officer = await app.OfficerAsync();
        using var again = await app.OfficerAsync();
        var form = PageForm.Of(await officer.GetAsync($"/board/cases/{caseId}/suspension")).With("reason", "理由");
        var extension = PageForm.Of(await officer.GetAsync($"/board/cases/{caseId}/extension"));

        foreach (var (browser, sent) in new[]
        {
            (officer, form.With("_ticket")), (officer, form.With("_ticket", "CfDJ8AAAA")),
            (officer, form.With("_ticket", extension.Text("_ticket")!)), (again, form),
        })
        {
            var refused = await browser.PressAsync(sent, "confirm");
            Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
            Assert.Contains("表单不是在本次登录中打开的", refused.Text, StringComparison.Ordinal);
        }

        Assert.Equal("rectifying", (await app.CaseAsync(caseId)).GetProperty("status").GetString());
        Assert.Equal(HttpStatusCode.SeeOther, (await officer.PressAsync(form, "confirm")).Status);
    }

    [Theory]
    [InlineData("cross-site", HttpStatusCode.Forbidden)]
    [InlineData("same-site", HttpStatusCode.Forbidden)]
    // its own pages
    [InlineData("same-origin", HttpStatusCode.SeeOther)]
    public async Task A_form_that_another_site_sends_is_refused_even_with_a_ticket(string site, HttpStatusCode expected)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        using var officer = await app.OfficerAsync();
        var form = PageForm.Of(await officer.GetAsync($"/board/cases/{caseId}/suspension")).With("reason", "理由");

        officer.Site = site;
        var answer = await officer.PressAsync(form, "confirm");

        Assert.Equal(expected, answer.Status);
        Assert.Equal(expected == HttpStatusCode.Forbidden, answer.Text.Contains("请求来自其他网站，未予办理。", StringComparison.Ordinal));
        Assert.Equal(expected == HttpStatusCode.Forbidden ? "rectifying" : "suspended",
            (await app.CaseAsync(caseId)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_caller_with_a_key_in_the_header_needs_no_ticket()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });

        using var body = new FormUrlEncodedContent(new Dictionary<string, string> { ["reason"] = "等待判决", ["_step"] = "confirm" });
        using var withoutRedirect =
            new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = app.Http.BaseAddress };
        withoutRedirect.DefaultRequestHeaders.Add("x-functions-key", app.Http.DefaultRequestHeaders.GetValues("x-functions-key"));
        var answer = await withoutRedirect.PostAsync($"/board/cases/{caseId}/suspension", body, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.SeeOther, $"/board/cases/{caseId}"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Equal("suspended", (await app.CaseAsync(caseId)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task What_is_no_form_too_large_or_cut_off_gets_a_page_that_says_so()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        using var officer = await app.OfficerAsync();
        var address = $"/board/cases/{caseId}/suspension";

        var json = await officer.SendAsync(address, new StringContent("{}", Encoding.UTF8, "application/json"));
        var large = await officer.SendAsync(address, new FormUrlEncodedContent([KeyValuePair.Create("reason", new string('长', 200_000))]));
        using var parts = new StringContent("--x\r\nContent-Disposition: form-data; name=\"reason\"\r\n\r\ncut");
        parts.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        var cut = await officer.SendAsync(address, parts);
        var crowded =
            await officer.SendAsync(address,
                new FormUrlEncodedContent(Enumerable.Range(0, 5_000).Select(i => KeyValuePair.Create($"n{i}", ""))));

        Assert.Equal(
            [HttpStatusCode.UnsupportedMediaType, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest,
                HttpStatusCode.BadRequest],
            [json.Status, large.Status, cut.Status, crowded.Status]);
        Assert.All([json, large, cut, crowded], answer => Assert.Contains("class=\"refusal\"", answer.Text, StringComparison.Ordinal));
        Assert.Contains("提交的内容过大，最多 1048576 字节", large.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN", "理由：请填写此项。", "月数、日数、工作日数和届满日，须填写其中一项，且只填一项。")]
    [InlineData("en", "Reason: Please fill this in.", "A period is exactly one of months, days, workingDays, dueOn.")]
    public async Task Errors_stand_beside_their_fields_and_what_was_typed_stays(string language, string missing, string wrongPeriod)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        using var officer = await app.OfficerAsync();
        await officer.GetAsync($"/board?lang={language}");

        var first =
            await officer.PreviewAsync($"/board/cases/{caseId}/extension", ("by.months", "1"), ("by.days", "30"),
                ("approvedBy", "县委 <政法委>"));
        var second = await officer.PressAsync(PageForm.Of(first).With("reason", "汛期\r\n停工"), "preview");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (first.Status, second.Status));
        var page = PageForm.Parse(first.Text);
        Assert.Equal(missing, page.QuerySelector("main [role=alert] a[href='#f-reason']")!.TextContent);
        Assert.True(page.QuerySelector("main [role=alert]")!.HasAttribute("autofocus"));
        var reason = page.QuerySelector("#f-reason")!;
        Assert.Equal(("true", "f-reason-error"), (reason.GetAttribute("aria-invalid"), reason.GetAttribute("aria-describedby")));
        Assert.NotNull(page.QuerySelector("#f-reason-error"));

        Assert.Contains(wrongPeriod, PageForm.Parse(second.Text).QuerySelector("#f-by-error")!.TextContent, StringComparison.Ordinal);
        var kept = PageForm.Of(second);
        Assert.Equal(("1", "30", "县委 <政法委>", "汛期\n停工"),
            (kept.Text("by.months"), kept.Text("by.days"), kept.Text("approvedBy"), kept.Text("reason")));
    }

    [Fact]
    public async Task From_a_preview_back_to_the_form_nothing_typed_is_lost()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        using var officer = await app.OfficerAsync();

        var preview =
            await officer.PreviewAsync($"/board/cases/{caseId}/extension", ("by.months", "1"), ("reason", "第一行\n第二行"),
                ("approvedBy", "县委"));
        var back = await officer.PressAsync(PageForm.Of(preview), "edit");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (preview.Status, back.Status));
        Assert.Contains("2026年9月30日24时止 → 2026年10月30日24时止", WebUtility.HtmlDecode(preview.Text), StringComparison.Ordinal);
        var form = PageForm.Of(back);
        Assert.Equal(("1", "第一行\n第二行", "县委"), (form.Text("by.months"), form.Text("reason"), form.Text("approvedBy")));
        Assert.Equal(0, (await app.CaseAsync(caseId)).GetProperty("deadline").GetProperty("extended").GetInt32());
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_counts_once_and_both_times_leads_to_the_case_which_says_what_was_done_once()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        using var officer = await app.OfficerAsync();
        var preview =
            PageForm.Of(
                await officer.PreviewAsync($"/board/cases/{caseId}/extension", ("by.months", "1"), ("reason", "汛期"),
                    ("approvedBy", "县委")));

        var answers = await Task.WhenAll(officer.PressAsync(preview, "confirm"), officer.PressAsync(preview, "confirm"));
        var later = await officer.PressAsync(preview, "confirm");

        Assert.All([.. answers, later],
            answer => Assert.Equal((HttpStatusCode.SeeOther, $"/board/cases/{caseId}"), (answer.Status, answer.Location)));
        Assert.Single(await app.ItemsAsync($"/api/cases/{caseId}/events"),
            entry => entry.GetProperty("type").GetString() == "extensionGranted");
        Assert.DoesNotContain("期限已延长", (await officer.GetAsync("/board")).Text, StringComparison.Ordinal);
        Assert.Contains("<p class=\"done\" role=\"status\">期限已延长。</p>", (await officer.GetAsync($"/board/cases/{caseId}")).Text,
            StringComparison.Ordinal);
        Assert.DoesNotContain("期限已延长。", (await officer.GetAsync($"/board/cases/{caseId}")).Text, StringComparison.Ordinal);
    }
}
