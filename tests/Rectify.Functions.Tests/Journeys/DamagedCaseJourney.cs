using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Functions.Tests.Listings;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;
using Rectify.Storage.Sqlite.Database;
using Rectify.Storage.Sqlite.Ledger;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>Whatever makes a case unreadable, and what happens when it is readable again.</summary>
public class DamagedCaseJourney
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    // data that do not fit, a chain that is broken, a last entry that is gone, all entries gone
    [InlineData("UPDATE events SET data = '{' WHERE case_id = $case AND sequence = 2", "brokenChain")]
    [InlineData("UPDATE events SET actor = 'somebody' WHERE case_id = $case AND sequence = 2", "brokenChain")]
    [InlineData("DELETE FROM notices WHERE case_id = $case; DELETE FROM events WHERE case_id = $case AND sequence = 5", "missingEntries")]
    [InlineData("DELETE FROM notices WHERE case_id = $case; DELETE FROM events WHERE case_id = $case", "missingEntries")]
    public async Task A_damaged_entry_concerns_its_own_case(string sql, string reason)
    {
        await using var app = await NewerVersion.StartAsync();
        var (damaged, other) = await NewerVersion.TwoCasesAsync(app);
        await DamageAsync(app, damaged, sql);

        var list = await app.GetAsync("/api/cases");
        Assert.Equal([other], list.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("caseId").GetString()));
        Assert.Equal(reason, list.GetProperty("unreadable")[0].GetProperty("reason").GetString());
        var asked = await app.Http.GetAsync("/api/eligibility?subject=official:o-1&on=2026-04-01", Cancellation);
        await BadListingTests.ProblemAsync(asked, 409, "unreadable-case");
        Assert.Equal("barred", await app.EligibilityAsync("official:p-1", new DateOnly(2026, 4, 1)));

        await app.AdvanceAsync("2026-05-06 09:00");
        Assert.Equal("vetoed", (await app.CaseAsync(other)).GetProperty("status").GetString());
    }

    [Theory]
    // an unknown member, an impossible day, an event that cannot follow
    [InlineData("reminderDue", """{"reminder":7}""", UnreadableReason.UnreadableData)]
    [InlineData("caseClosed", "[]", UnreadableReason.UnreadableData)]
    [InlineData("caseAppealed", "{}", UnreadableReason.UnknownEvent)]
    [InlineData("rungFulfilled", """{"inspectedOn":"2026-03-30","remarks":"x"}""", UnreadableReason.ImpossibleEvent)]
    public async Task What_cannot_be_read_is_named_by_its_reason(string type, string data, object reason)
    {
        await using var app = await NewerVersion.StartAsync();
        var (newer, _) = await NewerVersion.TwoCasesAsync(app);
        await NewerVersion.WriteNewerAsync(app, newer, type, data);
        await BadListingTests.ProblemAsync(await app.Http.GetAsync($"/api/cases/{newer}", Cancellation), 409, "unreadable-case");
        Assert.Equal(reason, app.Services.GetRequiredService<UnreadableCases>().Find(new(newer))!.Reason);
    }

    [Fact]
    public async Task When_the_newer_version_is_back_everything_goes_on()
    {
        await using var app = await NewerVersion.StartAsync();
        var (newer, _) = await NewerVersion.TwoCasesAsync(app);
        await NewerVersion.WriteNewerAsync(app, newer, "caseAppealed", "{}");
        await app.AdvanceAsync("2026-05-05 10:10");
        await BadListingTests.ProblemAsync(await app.Http.GetAsync($"/api/cases/{newer}", Cancellation), 409, "unreadable-case");

        // What it wrote is still there. A version that can read the case is one that does not stumble over this entry.
        var changed = await DamageAsync(
            app,
            newer,
            "DELETE FROM events WHERE case_id = $case AND type = 'caseAppealed'; "
                + "UPDATE cases SET version = version - 1 WHERE case_id = $case; SELECT changes()");
        Assert.Equal(1, changed);
        await app.Services.GetRequiredService<SqliteDatabase>().WriteAsync(
            connection =>
            {
                SqliteHead.Accept(connection, new LedgerAcceptance(
                    app.Now, "test", "the entry of the newer version", SqliteHead.Kept(connection)!, SqliteHead.Found(connection)));
                return 0;
            },
            Cancellation);
        await app.AdvanceAsync("2026-05-05 11:30");
        Assert.Equal("vetoed", (await app.CaseAsync(newer)).GetProperty("status").GetString());
        Assert.Contains(
            Directory.GetFiles(app.MailFolder, "*.eml"),
            mail => mail.Contains(newer, StringComparison.Ordinal) && mail.Contains(".veto.", StringComparison.Ordinal));
        Assert.Equal("barred", await app.EligibilityAsync("official:o-1", new DateOnly(2026, 5, 5)));
        Assert.Empty((await app.GetAsync("/api/cases")).GetProperty("unreadable").EnumerateArray());
        Assert.DoesNotContain("cannot be read", await app.Http.GetStringAsync("/api/health/ready", Cancellation), StringComparison.Ordinal);
    }

    private static async Task<long> DamageAsync(App app, string caseId, string sql)
    {
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(app.Folder, "ledger.db")};Pooling=False;Foreign Keys=False");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"DROP TRIGGER IF EXISTS events_are_never_changed; DROP TRIGGER IF EXISTS events_are_never_deleted; {sql}";
        command.Parameters.AddWithValue("$case", caseId);
        return Convert.ToInt64(await command.ExecuteScalarAsync(Cancellation) ?? 0L, System.Globalization.CultureInfo.InvariantCulture);
    }
}
