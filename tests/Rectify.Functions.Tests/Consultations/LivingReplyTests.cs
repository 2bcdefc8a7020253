using System.Net;
using System.Text.Json;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Consultations;

/// <summary>A valid reply whose answers stop being true.</summary>
public sealed class LivingReplyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_measure_overtakes_a_clear_answer_and_who_asked_is_told_once_with_both_answers()
    {
        await using var app = await App.StartAsync("2026-03-02 09:30");
        var reply = await AskAsync(app, "official:o-1", "official:o-4");
        await app.AdvanceAsync("2026-03-30 09:30");
        await app.ListAsync("2026-03-30", new { months = 6 });
        await app.SettleAsync();

        var one = Assert.Single(await OvertakenAsync(app, reply));
        Assert.Equal("official:o-1", one.GetProperty("subject").GetString());
        Assert.Equal("clear", one.GetProperty("answered").GetProperty("finding").GetProperty("answer").GetString());
        var later = one.GetProperty("now").GetProperty("later");
        Assert.Equal(("2026-03-30", "barred"),
            (later.GetProperty("from").GetString(), later.GetProperty("finding").GetProperty("answer").GetString()));
        var mail = Assert.Single(Mails(app));
        Assert.Contains("无限制", mail, StringComparison.Ordinal);
        Assert.Contains("自2026年3月30日起受限制，至2026年9月30日", mail, StringComparison.Ordinal);

        await app.AdvanceAsync("2026-05-20 10:00");
        Assert.Single(await OvertakenAsync(app, reply));
        Assert.Single(Mails(app));
    }

    [Fact]
    public async Task A_revocation_overtakes_a_barred_answer()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        var reply = await AskAsync(app, "official:o-1");
        await app.AdvanceAsync("2026-04-10 10:00");
        await app.DoAsync(caseId, "revocation",
            new { measure = "listing", effect = "void", reason = "认定有误", decidedBy = "县委政法委" });
        await app.SettleAsync();

        var one = Assert.Single(await OvertakenAsync(app, reply));
        Assert.Equal(("barred", "clear"), (
            one.GetProperty("answered").GetProperty("finding").GetProperty("answer").GetString(),
            one.GetProperty("now").GetProperty("finding").GetProperty("answer").GetString()));
        Assert.Single(Mails(app));
    }

    [Fact]
    public async Task What_changes_again_is_told_again_with_what_was_answered_at_first()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        var reply = await AskAsync(app, "official:o-1");
        await app.AdvanceAsync("2026-04-10 10:00");
        await app.DoAsync(caseId, "revocation",
            new { measure = "listing", effect = "void", reason = "认定有误", decidedBy = "县委政法委" });
        await app.AdvanceAsync("2026-04-20 10:00");
        var again = App.Listing("2026-04-20", new { months = 3 });
        again["documentNumber"] = "永平安督〔2026〕8号";
        Assert.Equal(HttpStatusCode.Created, (await app.PostAsync("/api/listings", again)).StatusCode);
        await app.AdvanceAsync("2026-04-21 10:00");

        var told = await OvertakenAsync(app, reply);
        Assert.Equal(["clear", "clear"], told.Select(one => Answer(one.GetProperty("now"))));
        Assert.Equal("barred", Answer(told[1].GetProperty("now").GetProperty("later")));
        Assert.All(told, one => Assert.Equal("barred", Answer(one.GetProperty("answered"))));
        Assert.Equal(2, Mails(app).Count);
        Assert.Contains(Mails(app), text => text.Contains("自2026年4月20日起受限制", StringComparison.Ordinal));
        await app.AdvanceAsync("2026-05-20 10:00");
        Assert.Equal(2, Mails(app).Count);
    }

    [Fact]
    public async Task A_bar_that_ends_later_than_answered_overtakes_while_the_reply_is_valid_and_not_afterwards()
    {
        await using var app = await App.StartAsync("2026-01-12 09:30");
        await app.ListAsync("2026-01-12", new { months = 3 });
        var early = await AskAsync(app, "official:o-1");
        await app.AdvanceAsync("2026-03-30 10:00");
        var late = await AskAsync(app, "official:o-1");

        // The first reply is valid to 12 April; the deadline of 13 April is missed.
        await app.AdvanceAsync("2026-04-20 10:00");

        Assert.Empty(await OvertakenAsync(app, early));
        var one = Assert.Single(await OvertakenAsync(app, late));
        Assert.Equal(("2026-07-12", "2027-04-13"), (
            one.GetProperty("answered").GetProperty("finding").GetProperty("until").GetString(),
            one.GetProperty("now").GetProperty("finding").GetProperty("until").GetString()));
    }

    [Fact]
    public async Task Entries_that_change_no_answer_overtake_nothing()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        var reply = await AskAsync(app, "official:o-1", "official:o-4", "unit:yj-oubei");
        await app.AdvanceAsync("2026-05-11 10:00");
        await app.DoAsync(caseId, "submission", new { summary = "已整改" });
        await app.AdvanceAsync("2026-05-15 10:00");

        Assert.Empty(await OvertakenAsync(app, reply));
        Assert.Empty(Mails(app));
    }

    private static string? Answer(JsonElement standing) => standing.GetProperty("finding").GetProperty("answer").GetString();

    private static async Task<string> AskAsync(App app, params string[] subjects)
    {
        var response = await app.PostAsync("/api/consultations", new
        {
            subjects,
            purpose = subjects.Any(subject => subject.StartsWith("unit:", StringComparison.Ordinal)) ? "honour" : "promotion",
            askedBy = "县委组织部",
            replyTo = "zuzhibu@example.cn",
        });
        Assert.True(response.StatusCode == HttpStatusCode.Created, await response.Content.ReadAsStringAsync(Cancellation));
        return response.Headers.Location!.ToString();
    }

    private static async Task<IReadOnlyList<JsonElement>> OvertakenAsync(App app, string reply) =>
        [.. (await app.GetAsync(reply)).GetProperty("overtaken").EnumerateArray()];

    private static IReadOnlyList<string> Mails(App app) => !Directory.Exists(app.MailFolder)
        ? []
        :
        [
            .. Directory.GetFiles(app.MailFolder, "*.eml").Where(file => file.Contains("reply-overtaken", StringComparison.Ordinal))
                .Select(file => MimeKit.MimeMessage.Load(file, Cancellation).TextBody ?? ""),
        ];
}
