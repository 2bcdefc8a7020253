using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Rectify.Functions.Tests.Board;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>更正: every field from what to what, in preview, answer, page, mail and document, with what the rules compute.</summary>
public class FieldCorrectionJourney
{
    /// <summary>Settings that choose the storage.</summary>
    protected virtual string[] Storage { get; } = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bar_goes_from_the_wrong_unit_to_the_right_one_and_former_answers_come_out_again()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        await app.PutAsync("/api/units/yj-qiaotou", new
        {
            name = "桥头镇",
            kind = "locality",
            level = "township",
            liaison = new { name = "李联络", email = "liaison@qiaotou.example" },
        });
        await app.PutAsync("/api/officials/q-1",
            new
            {
                name = "周镇长",
                email = "q1@qiaotou.example",
                unitId = "yj-qiaotou",
                post = "镇长",
                role = "principal",
                from = "2024-01-01",
            });
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-06-01 10:00");
        var served = await app.Http.GetStringAsync($"/api/cases/{caseId}/documents/listing-notice", Cancellation);
        var version = (await app.CaseAsync(caseId)).GetProperty("version").GetInt32();
        await app.AdvanceAsync("2026-06-02 10:00");

        object body = new { unitId = "yj-qiaotou", legalBasis = "实施办法第二十二条", reason = "选错单位", decidedBy = "县平安办" };
        var preview = await (await app.PostAsync($"/api/cases/{caseId}/correction/preview", body)).Content.ReadFromJsonAsync<JsonElement>(
            Cancellation);
        Assert.Equal(["unit", "legalBasis", "officials"], Fields(preview.GetProperty("changes")));
        Assert.Equal("瓯北街道", Text((await app.CaseAsync(caseId)).GetProperty("unit"), "name"));

        var corrected = await app.DoAsync(caseId, "correction", body);
        Assert.Equal("桥头镇", Text(corrected.GetProperty("unit"), "name"));
        Assert.Equal(["unit", "legalBasis", "officials"], Fields(corrected.GetProperty("corrections")[0].GetProperty("changes")));
        foreach (var (subject, answer) in new[] { ("unit:yj-oubei", "clear"), ("unit:yj-qiaotou", "barred"), ("official:q-1", "barred"),
                     ("official:o-1", "clear") })
            Assert.Equal(answer, await app.EligibilityAsync(subject, new DateOnly(2026, 6, 2)));
        foreach (var (unit, answer) in new[] { ("yj-oubei", "barred"), ("yj-qiaotou", "clear") })
        {
            var then = await app.GetAsync($"/api/eligibility?subject=unit:{unit}&on=2026-06-02&asOf=2026-06-01T12:00:00Z");
            Assert.Equal(answer, Text(then, "answer"));
        }

        await app.SettleAsync();
        var mails = Directory.GetFiles(app.MailFolder, "*.correction.*.eml").Select(file => File.ReadAllText(file)).ToList();
        Assert.Contains(mails, mail => mail.Contains("liaison@oubei.example", StringComparison.Ordinal));
        Assert.Contains(mails, mail => mail.Contains("liaison@qiaotou.example", StringComparison.Ordinal));

        var notice = WebUtility.HtmlDecode(await app.Http.GetStringAsync($"/api/cases/{caseId}/documents/listing-notice", Cancellation));
        Assert.Contains("单位由“瓯北街道”更正为“桥头镇”", notice, StringComparison.Ordinal);
        Assert.Equal(served, await app.Http.GetStringAsync($"/api/cases/{caseId}/documents/listing-notice?entry={version}", Cancellation));
    }

    [Fact]
    public async Task A_corrected_day_is_previewed_and_carried_out_by_the_rules_and_read_on_the_page()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-10-09 10:00");
        Assert.Equal("vetoed", Text(await app.CaseAsync(caseId), "status"));

        using var officer = await app.OfficerAsync();
        var preview = await officer.PreviewAsync(
            $"/board/cases/{caseId}/correction", ("on", "2026-04-30"), ("period.months", "6"), ("goals", "整改到位\n群众满意"),
            ("reason", "笔误"), ("decidedBy", "县平安办"));
        var text = WebUtility.HtmlDecode(preview.Text);
        Assert.Contains("2026年3月30日", text, StringComparison.Ordinal);
        Assert.Contains("2026年10月30日", text, StringComparison.Ordinal);
        Assert.Contains("群众满意", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await officer.PressAsync(PageForm.Of(preview), "confirm")).Status);

        var corrected = await app.CaseAsync(caseId);
        Assert.Equal(("rectifying", "2026-10-30"), (Text(corrected, "status"), Text(corrected.GetProperty("deadline"), "effective")));
        Assert.Equal("clear", await app.EligibilityAsync("unit:yj-oubei", new DateOnly(2026, 4, 29)));
        Assert.Equal("barred", await app.EligibilityAsync("unit:yj-oubei", new DateOnly(2026, 10, 30)));
        Assert.Equal("clear", await app.EligibilityAsync("unit:yj-oubei", new DateOnly(2027, 9, 1)));
        var page = WebUtility.HtmlDecode((await officer.GetAsync($"/board/cases/{caseId}")).Text);
        Assert.Contains("措施日期：2026年3月30日 → 2026年4月30日", page, StringComparison.Ordinal);

        await app.AdvanceAsync("2026-11-02 10:00");
        var vetoed = await app.CaseAsync(caseId);
        Assert.Equal(("vetoed", "2026-10-30"), (Text(vetoed, "status"), Text(vetoed.GetProperty("veto"), "from")));
    }

    private static IEnumerable<string?> Fields(JsonElement changes) => changes.EnumerateArray().Select(change => Text(change, "field"));

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
