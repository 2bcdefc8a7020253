using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Functions.Tests.Accounts;
using Rectify.Functions.Tests.Board;
using Rectify.Functions.Tests.Journeys;
using Rectify.Office.Delivery;
using Rectify.Office.Outbox;

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

    [Fact]
    public async Task A_second_bar_after_a_first_one_that_was_told_is_told_too()
    {
        await using var app = await App.StartAsync("2026-03-02 09:30");
        var reply = await AskAsync(app, "official:o-1");
        await app.AdvanceAsync("2026-03-10 10:00");
        var first = await app.ListAsync("2026-03-10", new { months = 6 });
        await app.AdvanceAsync("2026-03-20 10:00");
        await app.DoAsync(first, "revocation",
            new { measure = "listing", effect = "fromDate", on = "2026-03-20", reason = "认定有误", decidedBy = "县委政法委" });
        await app.AdvanceAsync("2026-05-06 10:00");
        var second = App.Listing("2026-05-06", new { months = 3 });
        second["documentNumber"] = "永平安督〔2026〕8号";
        Assert.Equal(HttpStatusCode.Created, (await app.PostAsync("/api/listings", second)).StatusCode);
        await app.SettleAsync();

        var told = await OvertakenAsync(app, reply);
        var later = told[^1].GetProperty("now").GetProperty("later");
        Assert.Equal(
            ("2026-03-10", "2026-05-06"),
            (later.GetProperty("from").GetString(), later.GetProperty("then").GetProperty("from").GetString()));
        Assert.Contains(Mails(app), text => text.Contains("自2026年5月6日起受限制", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_correction_that_takes_a_person_out_names_the_reply_before_it_is_confirmed()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await AskAsync(app, "official:o-1");
        using var officer = await app.OfficerAsync();

        var preview = await officer.PreviewAsync(
            $"/board/cases/{caseId}/correction", ("reason", "登记有误"), ("decidedBy", "县委"), ("officials.mode", "chosen"),
            ("officials.person", "o-2"));

        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains("平安函〔2026〕1号", PageForm.Parse(preview.Text).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bar_of_an_id_that_was_joined_after_the_reply_is_told_at_once()
    {
        await using var app = await App.StartAsync("2026-03-02 09:30");
        var reply = await AskAsync(app, "official:o-4");
        await app.PutAsync("/api/officials/o-1/joins/o-4", new { reason = "同一人" });
        await app.AdvanceAsync("2026-03-30 09:30");
        await app.ListAsync("2026-03-30", new { months = 6 });
        await app.SettleAsync();

        Assert.Equal("official:o-4", Assert.Single(await OvertakenAsync(app, reply)).GetProperty("subject").GetString());
    }

    // Who is told: an officer who asks for a body leaves that body's address; a hand-over may keep the account's name.
    [Theory]
    [InlineData("officer", "张三", "body@x.example", "body@x.example")]
    [InlineData("consulting", "组织部", "first@x.example", "second@x.example")]
    public async Task After_a_hand_over_the_body_is_told_and_never_the_former_holder(string role, string name, string replyTo, string told)
    {
        await using var app = await App.StartAsync("2026-03-02 09:30", "--Office:Name", "永嘉县平安办");
        await AccountJourneyTests.IssueAsync(app, "a-1", new { name, role, email = "first@x.example" });
        using var browser = new Browser(app);
        await app.AskForLinkAsync(browser, "first@x.example");
        var form = PageForm.Of(await browser.GetAsync(app.LinkTo("first@x.example")));
        await browser.PostAsync(form.Address, form.Pairs.ToDictionary());
        var asked = await browser.DoAsync(
            "/board/new-consultation", ("subjects", "official:o-1"), ("purpose", "promotion"), ("askedBy", "县委组织部"),
            ("replyTo", replyTo));
        Assert.Equal(HttpStatusCode.SeeOther, asked.Status);
        await app.AdvanceAsync("2026-03-03 09:30");
        await AccountJourneyTests.PostAsync(app, "/api/accounts/a-1/hand-over", new { name, email = "second@x.example" });

        await app.AdvanceAsync("2026-03-30 09:30");
        await app.ListAsync("2026-03-30", new { months = 6 });
        await app.SettleAsync();

        var mail = Assert.Single(Directory.GetFiles(app.MailFolder, "*reply-overtaken*.eml"));
        Assert.Equal(told, (await MimeKit.MimeMessage.LoadAsync(mail, Cancellation)).To.Mailboxes.Single().Address);

        // A resend goes to whoever reads it on its day.
        await AccountJourneyTests.PostAsync(app, "/api/accounts/a-1/hand-over", new { name, email = "third@x.example" });
        var sent = (await app.ItemsAsync("/api/notices")).Single(one => one.GetProperty("template").GetString() == "reply-overtaken");
        var row = await app.Services.GetRequiredService<IOutbox>().FindAsync(
            new NoticeId(sent.GetProperty("noticeId").GetString()!), Cancellation);
        var today = await app.Services.GetRequiredService<RecipientToday>().OfAsync(row!.Notice, Cancellation);
        Assert.Equal(told == replyTo ? replyTo : "third@x.example", today.Address);
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
