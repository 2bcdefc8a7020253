using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Functions.Tests.Board;
using Rectify.Functions.Tests.Journeys;
using Rectify.Functions.Tests.Listings;
using Rectify.Storage.Sqlite.Database;

namespace Rectify.Functions.Tests.Ledger;

/// <summary>A ledger file that is damaged while the app runs.</summary>
public sealed class DamagedLedgerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("pages", "is damaged")]
    [InlineData("cut", "is damaged")]
    [InlineData("gone", "cannot be used")]
    public async Task Every_request_is_503_and_ready_says_why(string how, string sentence)
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Boards.Keys);
        await app.ListAsync("2026-03-30", new { months = 6 });
        await app.SettleAsync();
        using var officer = await app.OfficerAsync();
        await DamageAsync(app, how);

        await BadListingTests.ProblemAsync(await app.Http.GetAsync("/api/cases", Cancellation), 503, "ledger-unavailable");
        var body = App.Listing("2026-03-30", new { months = 3 });
        await BadListingTests.ProblemAsync(await app.PostAsync("/api/listings", body), 503, "ledger-unavailable");
        var page = await officer.GetAsync("/board");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Contains("台账存储暂时无法使用", page.Text, StringComparison.Ordinal);

        using var ready = await app.Http.GetAsync("/api/health/ready", Cancellation);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        var checks = (await ready.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("checks").EnumerateArray();
        var ledger = checks.Single(check => check.GetProperty("name").GetString() == "ledger");
        Assert.Equal("failed", ledger.GetProperty("result").GetString());
        Assert.Contains(sentence, ledger.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(app.Folder, ledger.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync("/api/health/live", Cancellation)).StatusCode);
    }

    // What is in the log beside the file would heal it, and what a connection has read before it keeps.
    private static async Task DamageAsync(App app, string how)
    {
        var database = app.Services.GetRequiredService<SqliteDatabase>();
        await database.WriteAsync(connection => connection.Execute("UPDATE ledger_head SET probe = NULL"), Cancellation);
        await database.ReadAsync(connection => connection.Text("PRAGMA wal_checkpoint(TRUNCATE)"), Cancellation);
        database.Dispose();
        var file = Path.Combine(app.Folder, "ledger.db");
        if (how == "gone")
        {
            File.Delete(file);
            return;
        }

        await using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        if (how == "cut")
        {
            stream.SetLength(4096);
            return;
        }

        stream.Position = 4096;
        await stream.WriteAsync(Enumerable.Repeat((byte)0xA5, (int)(stream.Length - 4096)).ToArray(), Cancellation);
    }
}
