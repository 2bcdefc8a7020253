using System.Net;
using System.Text;
using System.Text.Json;
using MimeKit;
using Rectify.Functions.Tests.Accounts;
using Rectify.Functions.Tests.Board;
using Rectify.Functions.Tests.Consultations;
using Rectify.Office.Consultations;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>
/// A year of a personnel office: it asks before promotions, two of its replies are overtaken, and all can be checked at the end.
/// </summary>
public sealed class PersonnelYearJourney
{
    private const string Auditor = "auditor-key-of-the-tests";
    private const string First = "ganbu@example.cn";
    private const string Second = "renshi@example.cn";
    private const string Office = "pingan@example.cn";

    [Fact]
    public async Task A_year_of_a_personnel_office_with_two_overtaken_replies()
    {
        await using var app = await App.StartAsync(
            "2026-01-12 09:30", "--Access:Keys:0:Name", "审计", "--Access:Keys:0:Role", "auditor", "--Access:Keys:0:Key", Auditor);
        var caseId = await app.ListAsync("2026-01-12", new { months = 3 });

        // February: one is barred to July, the other is clear. In April the deadline is missed, and the veto bars for another year.
        await app.AdvanceAsync("2026-02-02 10:00");
        var february = await AskAsync(app);
        Assert.Equal(["barred 2026-07-12", "clear "], Answers(await app.GetAsync(february)));
        await app.AdvanceAsync("2026-04-20 10:00");
        Assert.Equal(["official:o-1: 2026-07-12 -> 2027-04-13"], await OvertakenAsync(app, february));

        // May: asked again. In June the committee takes the veto back.
        await app.AdvanceAsync("2026-05-11 10:00");
        var may = await AskAsync(app);
        Assert.Equal(["barred 2027-04-13", "clear "], Answers(await app.GetAsync(may)));
        await app.AdvanceAsync("2026-06-01 10:00");
        await app.DoAsync(caseId, "revocation",
            new { measure = "veto", effect = "void", reason = "复核认定期限内已整改", decidedBy = "县委平安建设领导小组" });
        await app.SettleAsync();
        Assert.Equal(["official:o-1: 2027-04-13 -> 2026-07-12"], await OvertakenAsync(app, may));

        // September: nobody is barred, and that stays so.
        await app.AdvanceAsync("2026-09-01 10:00");
        var september = await AskAsync(app);
        Assert.Equal(["clear ", "clear "], Answers(await app.GetAsync(september)));
        await app.AdvanceAsync("2026-12-31 10:00");
        Assert.Empty(await OvertakenAsync(app, september));
        Assert.Single(await OvertakenAsync(app, february));
        Assert.Equal(2, app.Mails()["reply-overtaken"]);
        Assert.Empty((await app.GetAsync("/api/barred")).GetProperty("items").EnumerateArray());

        // The year's end: every reply comes out again, and its annex fits the ledger of now and the root of now.
        var (ledger, root) = (await ProofFiles.TextAsync(app, "/api/export", Auditor),
            (await app.GetAsync("/api/audit/root", Auditor)).GetProperty("root").GetString());
        foreach (var reply in (string[])[february, may, september])
        {
            Assert.True((await app.GetAsync($"{reply}/verification")).GetProperty("reproduced").GetBoolean());
            var hash = (await app.GetAsync(reply)).GetProperty("annexHash").GetString();
            Assert.Empty(AnnexCheck.Of(Encoding.UTF8.GetBytes(await ProofFiles.TextAsync(app, $"{reply}/annex")), hash, ledger, root));
        }
    }

    // The same office with an account: it signs in by a link, pastes names, and gives no address for news.
    [Fact]
    public async Task The_year_by_account_and_by_names_tells_whoever_holds_the_account_and_at_last_the_office()
    {
        await using var app = await App.StartAsync("2026-01-12 09:30", "--Office:Name", "永嘉县平安办", "--Office:Email", Office);
        await AccountJourneyTests.IssueAsync(app, "hr", new { name = "组织部干部科", role = "consulting", email = First });
        var caseId = await app.ListAsync("2026-01-12", new { months = 3 });
        using var browser = new Browser(app);
        await SignInAsync(app, browser, First);

        await app.AdvanceAsync("2026-02-02 10:00");
        var february = await AskByNamesAsync(browser);
        await app.AdvanceAsync("2026-04-20 10:00");
        Assert.Equal([First], Told(app));

        // The account gets another holder: the reply of its predecessor belongs to it, and so does the news.
        await AccountJourneyTests.PostAsync(app, "/api/accounts/hr/hand-over", new { name = "组织部人事科", email = Second });
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.GetAsync(february)).Status);
        await SignInAsync(app, browser, Second);
        Assert.Contains("2027年4月13日", (await browser.GetAsync(february)).Text, StringComparison.Ordinal);
        await app.AdvanceAsync("2026-05-11 10:00");
        await AskByNamesAsync(browser);
        await app.AdvanceAsync("2026-06-01 10:00");
        await app.DoAsync(caseId, "revocation",
            new { measure = "veto", effect = "void", reason = "复核认定期限内已整改", decidedBy = "县委平安建设领导小组" });
        await app.SettleAsync();
        // The reply of May alone: that of February was valid for ninety days.
        Assert.Equal([First, Second], Told(app));

        // The account has ended, and two replies of it stop being true, that of May on its last days: the office tells the body.
        await app.AdvanceAsync("2026-07-20 10:00");
        await AskByNamesAsync(browser);
        await AccountJourneyTests.PostAsync(app, "/api/accounts/hr/revocation", new { reason = "改由系统查询" });
        await app.AdvanceAsync("2026-08-03 10:00");
        var again = App.Listing("2026-08-03", new { months = 3 });
        again["documentNumber"] = "永平安督〔2026〕9号";
        Assert.Equal(HttpStatusCode.Created, (await app.PostAsync("/api/listings", again)).StatusCode);
        await app.SettleAsync();
        Assert.Equal([First, Second, Office, Office], Told(app));
        Assert.Contains("县委组织部的账户已经失效，请转告该单位", Overtaken(app)[^1].TextBody, StringComparison.Ordinal);
    }

    private static async Task SignInAsync(App app, Browser browser, string address)
    {
        await app.AskForLinkAsync(browser, address);
        var form = PageForm.Of(await browser.GetAsync(app.LinkTo(address)));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(form.Address, form.Pairs.ToDictionary())).Status);
    }

    private static async Task<string> AskByNamesAsync(Browser browser)
    {
        var given = await browser.PressAsync(
            PageForm.Of(await browser.PressAsync(
                PageForm.Of(await browser.PreviewAsync(
                    "/board/new-consultation", ("subjects", "姓名\t单位\n干部o-1\t瓯北街道\n干部o-4\t\n"), ("purpose", "promotion"),
                    ("askedBy", "县委组织部"))),
                "chosen")),
            "confirm");
        Assert.Equal(HttpStatusCode.SeeOther, given.Status);
        return given.Location!;
    }

    private static IReadOnlyList<MimeMessage> Overtaken(App app) =>
    [
        .. Directory.GetFiles(app.MailFolder, "*reply-overtaken*.eml").Select(file => MimeMessage.Load(file))
            .OrderBy(mail => mail.Date),
    ];

    private static IEnumerable<string> Told(App app) => Overtaken(app).Select(mail => mail.To.Mailboxes.Single().Address);

    private static async Task<string> AskAsync(App app)
    {
        var response = await app.PostAsync("/api/consultations", new
        {
            subjects = new[] { "official:o-1", "official:o-4" },
            purpose = "promotion",
            askedBy = "县委组织部",
            replyTo = "zuzhibu@example.cn",
        });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return response.Headers.Location!.ToString();
    }

    private static IEnumerable<string> Answers(JsonElement reply) => reply.GetProperty("answers").EnumerateArray()
        .Select(answer => $"{answer.GetProperty("answer").GetString()} {answer.GetProperty("until").GetString()}");

    private static async Task<IEnumerable<string>> OvertakenAsync(App app, string reply) =>
        (await app.GetAsync(reply)).GetProperty("overtaken").EnumerateArray().Select(one =>
            $"{one.GetProperty("subject").GetString()}: {UntilIn(one, "answered")} -> {UntilIn(one, "now")}");

    private static string? UntilIn(JsonElement overtaken, string member) =>
        overtaken.GetProperty(member).GetProperty("finding").GetProperty("until").GetString();
}
