using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Functions.Tests.Journeys;
using Rectify.Functions.Tests.Listings;
using Rectify.Server;
using Rectify.Server.Acceptance;
using Rectify.Storage.Sqlite.Database;
using Rectify.Storage.Sqlite.Ledger;

namespace Rectify.Functions.Tests.Audit;

/// <summary>The ledger's file is older than what was recorded: a copy without its write-ahead log, or one that was put back.</summary>
public class LedgerGapTests
{
    private static readonly string[] Keys = ["--Access:Keys:0:Name", "审计", "--Access:Keys:0:Role", "auditor", "--Access:Keys:0:Key",
        "auditor-key-of-the-tests"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_older_file_numbers_nothing_until_a_person_says_so()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Keys);
        Assert.Equal("平安督〔2026〕1号", await LedgerIndexTests.NumberAsync(app));
        await app.StopForAsync(() => File.Copy(Ledger(app), Ledger(app) + ".old"), "2026-03-30 09:40");
        Assert.Equal("平安督〔2026〕2号", await LedgerIndexTests.NumberAsync(app));
        await app.SettleAsync();

        await app.StopForAsync(() => PutBack(app), "2026-03-30 09:50");
        await app.SettleAsync();
        var ready = await app.Http.GetAsync("/api/health/ready", Cancellation);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        var ledger = (await ready.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("checks").EnumerateArray().Single(
            one => one.GetProperty("name").GetString() == "ledger");
        Assert.Equal("The ledger lacks 5 entries: it had 10 and has 5.", ledger.GetProperty("detail").GetString());
        Assert.Contains("台账缺少 5 条记录", await app.Http.GetStringAsync("/board/health?lang=zh-CN", Cancellation),
            StringComparison.Ordinal);

        var body = App.Listing("2026-03-30", new { months = 6 });
        body.Remove("documentNumber");
        await BadListingTests.ProblemAsync(await app.PostAsync("/api/listings", body), 503, "ledger-incomplete");
        await BadListingTests.ProblemAsync(await app.Http.GetAsync("/api/eligibility?subject=official:o-4&on=2026-04-01", Cancellation),
            503, "ledger-incomplete");
        var question = new { purpose = "honour", askedBy = "县委组织部", subjects = new[] { "unit:yj-oubei" } };
        await BadListingTests.ProblemAsync(await app.PostAsync("/api/consultations", question), 503, "ledger-incomplete");
        Assert.False((await LedgerIndexTests.VerifyAsync(app)).GetProperty("whole").GetBoolean());
        Assert.Single(await app.ItemsAsync("/api/cases"));

        var told = "";
        await app.StopForAsync(() => told = Accept(app, 0), "2026-03-30 10:00");
        Assert.StartsWith("The ledger lacks 5 entries: it had 10 and has 5.", told, StringComparison.Ordinal);
        await app.SettleAsync();
        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync("/api/health/ready", Cancellation)).StatusCode);
        Assert.Equal("平安督〔2026〕2号", await LedgerIndexTests.NumberAsync(app));
        var report = await LedgerIndexTests.VerifyAsync(app);
        Assert.True(report.GetProperty("whole").GetBoolean(), report.ToString());
        var accepted = Assert.Single(report.GetProperty("accepted").EnumerateArray());
        Assert.Equal(("张主任", "备份缺少日志文件", 10),
            (accepted.GetProperty("by").GetString(), accepted.GetProperty("note").GetString(),
                accepted.GetProperty("expected").GetProperty("events").GetInt32()));
        Assert.Contains("张主任", await app.Http.GetStringAsync("/board/audit?check=yes&lang=zh-CN", Cancellation),
            StringComparison.Ordinal);

        await app.StopForAsync(() => Assert.Equal("The ledger is whole: there is nothing to accept.", Accept(app, 1)), "2026-03-30 10:30");
    }

    [Theory]
    [InlineData("its own")]
    [InlineData("none")]
    public async Task An_older_file_that_was_put_back_with_its_head_is_found_by_the_orchestrations_that_know_more(string head)
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Keys);
        await LedgerIndexTests.NumberAsync(app);
        await app.SettleAsync();
        await app.StopForAsync(
            () =>
            {
                File.Copy(Ledger(app), Ledger(app) + ".old");
                File.Copy(Head(app), Head(app) + ".old");
            },
            "2026-03-30 09:40");
        await LedgerIndexTests.NumberAsync(app);
        await app.SettleAsync();

        await app.StopForAsync(
            () =>
            {
                foreach (var file in (string[])[Ledger(app), Head(app)]) File.Copy(file, file + ".newer");
                PutBack(app);
                if (head == "none") File.Delete(Head(app));
                else File.Move(Head(app) + ".old", Head(app), overwrite: true);
            },
            "2026-03-30 09:50");
        await app.SettleAsync();
        await RequireRefusedAsync(app);

        // Not forgotten by another start, by when the orchestrations that told of it have ended.
        await app.RestartAtAsync("2026-03-30 10:00");
        await RequireRefusedAsync(app);

        await app.StopForAsync(
            () => Assert.StartsWith("The ledger is older than its orchestrations", Accept(app, 0), StringComparison.Ordinal),
            "2026-03-30 10:10");
        await app.SettleAsync();
        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync("/api/health/ready", Cancellation)).StatusCode);
        Assert.Equal("平安督〔2026〕2号", await LedgerIndexTests.NumberAsync(app));
    }

    [Fact]
    public async Task An_older_file_that_gives_way_to_the_whole_one_again_is_whole()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Keys);
        await app.StopForAsync(() => File.Copy(Ledger(app), Ledger(app) + ".old"), "2026-03-30 09:35");
        await LedgerIndexTests.NumberAsync(app);
        await app.SettleAsync();
        await app.StopForAsync(
            () =>
            {
                File.Copy(Ledger(app), Ledger(app) + ".newer");
                PutBack(app);
                File.Delete(Head(app));
            },
            "2026-03-30 09:50");
        await app.SettleAsync();
        await RequireRefusedAsync(app);

        await app.StopForAsync(
            () =>
            {
                foreach (var log in Directory.GetFiles(app.Folder, "ledger.db-*")) File.Delete(log);
                File.Move(Ledger(app) + ".newer", Ledger(app), overwrite: true);
            },
            "2026-03-30 10:00");
        await app.SettleAsync();
        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync("/api/health/ready", Cancellation)).StatusCode);
        Assert.Equal("平安督〔2026〕2号", await LedgerIndexTests.NumberAsync(app));
    }

    [Fact]
    public async Task A_ledger_of_another_office_under_the_same_head_is_found()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Keys);
        await using var other = await App.StartAsync("2026-03-30 09:35", Keys);
        await LedgerIndexTests.NumberAsync(app);
        await LedgerIndexTests.NumberAsync(other);
        await LedgerIndexTests.NumberAsync(other);
        await other.StopAsync();

        await app.StopForAsync(() => File.Copy(Ledger(other), Ledger(app), overwrite: true), "2026-03-30 10:00");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await app.Http.GetAsync("/api/health/ready", Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData("behind")]
    [InlineData("torn")]
    [InlineData("gone")]
    public async Task A_head_that_a_crash_left_behind_is_no_finding(string how)
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Keys);
        await LedgerIndexTests.NumberAsync(app);
        await app.SettleAsync();
        var head = Path.Combine(app.Folder, "ledger.head");
        var earlier = await File.ReadAllTextAsync(head, Cancellation);
        await LedgerIndexTests.NumberAsync(app);
        await app.SettleAsync();
        Assert.NotEqual(earlier, await File.ReadAllTextAsync(head, Cancellation));

        await app.StopForAsync(
            () =>
            {
                if (how == "gone") File.Delete(head);
                else File.WriteAllText(head, how == "behind" ? earlier : earlier[..40]);
            },
            "2026-03-30 10:00");
        await app.SettleAsync();
        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync("/api/health/ready", Cancellation)).StatusCode);
        Assert.Equal(10, HeadFile.In(app.Folder).Read()!.Events);
        Assert.True((await LedgerIndexTests.VerifyAsync(app)).GetProperty("whole").GetBoolean());
    }

    [Fact]
    public async Task A_full_disk_is_said_by_the_ledgers_check_until_there_is_room()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Keys);
        await app.SettleAsync();
        var database = app.Services.GetRequiredService<SqliteDatabase>();
        await OnEveryConnectionAsync(database, "PRAGMA max_page_count = 1");
        await BadListingTests.ProblemAsync(await app.PostAsync("/api/listings", App.Listing("2026-03-30", new { months = 6 })), 503,
            "ledger-unavailable");

        var ready = await app.Http.GetAsync("/api/health/ready", Cancellation);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("The disk that holds the ledger is full", await ready.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal);

        await OnEveryConnectionAsync(database, "PRAGMA max_page_count = 1073741823");
        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync("/api/health/ready", Cancellation)).StatusCode);
        await app.ListAsync("2026-03-30", new { months = 6 });
    }

    private static async Task RequireRefusedAsync(App app)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await app.Http.GetAsync("/api/health/ready", Cancellation)).StatusCode);
        var body = App.Listing("2026-03-30", new { months = 6 });
        await BadListingTests.ProblemAsync(await app.PostAsync("/api/listings", body), 503, "ledger-incomplete");
        var asked = await app.Http.GetAsync("/api/eligibility?subject=official:o-1", Cancellation);
        await BadListingTests.ProblemAsync(asked, 503, "ledger-incomplete");
        Assert.False((await LedgerIndexTests.VerifyAsync(app)).GetProperty("whole").GetBoolean());
    }

    private static string Head(App app) => Path.Combine(app.Folder, "ledger.head");

    private static string Ledger(App app) => Path.Combine(app.Folder, "ledger.db");

    private static void PutBack(App app)
    {
        foreach (var log in Directory.GetFiles(app.Folder, "ledger.db-*")) File.Delete(log);
        File.Move(Ledger(app) + ".old", Ledger(app), overwrite: true);
    }

    private static string Accept(App app, int code)
    {
        var options = new ServerOptions(null, app.Folder, null, new Dictionary<string, string?>());
        using var told = new StringWriter();
        Assert.Equal(code, AcceptLedgerCommand.Run("张主任", "备份缺少日志文件", options, TimeProvider.System, told, told));
        return told.ToString().Trim();
    }

    // The setting is a connection's own: all that the pool will give are open at once.
    private static Task<int> OnEveryConnectionAsync(SqliteDatabase database, string sql, int depth = 24) => database.ReadAsync(
        connection =>
        {
            connection.Execute(sql);
            return depth == 0 ? 0 : OnEveryConnectionAsync(database, sql, depth - 1).GetAwaiter().GetResult();
        },
        Cancellation);
}
