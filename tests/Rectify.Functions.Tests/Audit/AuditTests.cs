using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Functions.Tests.Journeys;
using Rectify.Functions.Tests.Listings;
using Rectify.Office.Spreadsheets;

namespace Rectify.Functions.Tests.Audit;

public class AuditTests
{
    private static readonly string[] Keys =
        ["--Access:Keys:0:Name", "审计", "--Access:Keys:0:Role", "auditor", "--Access:Keys:0:Key", "auditor-key-of-the-tests"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ledger_that_nobody_touched_is_whole()
    {
        await using var app = await StartAsync();
        var empty = await app.GetAsync("/api/audit/verify", "auditor-key-of-the-tests");
        Assert.Equal((0, 0, true),
            (empty.GetProperty("cases").GetInt32(), empty.GetProperty("events").GetInt32(), empty.GetProperty("whole").GetBoolean()));

        var (one, _) = await TwoCasesAsync(app);
        var report = await app.GetAsync("/api/audit/verify", "auditor-key-of-the-tests");
        Assert.Equal((2, 10, true),
            (report.GetProperty("cases").GetInt32(), report.GetProperty("events").GetInt32(), report.GetProperty("whole").GetBoolean()));
        Assert.Empty(report.GetProperty("breaks").EnumerateArray());
        var ofOne = await app.GetAsync($"/api/audit/verify?caseId={one}", "auditor-key-of-the-tests");
        Assert.Equal(5, ofOne.GetProperty("events").GetInt32());
    }

    [Theory]
    // changed, lost within, lost at the end, swapped
    [InlineData("UPDATE events SET actor = 'somebody' WHERE case_id = $case AND sequence = 2", 2)]
    [InlineData("UPDATE events SET at = '2026-03-30T01:30:00.0000001Z' WHERE case_id = $case AND sequence = 4", 4)]
    [InlineData("DELETE FROM events WHERE case_id = $case AND sequence = 3", 3)]
    [InlineData("DELETE FROM events WHERE case_id = $case AND sequence = 5", 5)]
    [InlineData(
        "UPDATE events SET sequence = 9 WHERE case_id = $case AND sequence = 3; "
        + "UPDATE events SET sequence = 3 WHERE case_id = $case AND sequence = 4; "
        + "UPDATE events SET sequence = 4 WHERE case_id = $case AND sequence = 9",
        3)]
    public async Task Whatever_was_done_to_an_entry_is_found_in_its_case(string sql, int sequence)
    {
        await using var app = await StartAsync();
        var (one, other) = await TwoCasesAsync(app);
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(app.Folder, "ledger.db")};Pooling=False"))
        {
            await connection.OpenAsync(Cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText =
                $"DROP TRIGGER events_are_never_changed; DROP TRIGGER events_are_never_deleted; PRAGMA foreign_keys = OFF; {sql}";
            command.Parameters.AddWithValue("$case", other);
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        var report = await app.GetAsync("/api/audit/verify", "auditor-key-of-the-tests");
        Assert.False(report.GetProperty("whole").GetBoolean());
        var found = Assert.Single(report.GetProperty("breaks").EnumerateArray());
        Assert.Equal((other, sequence), (found.GetProperty("caseId").GetString(), found.GetProperty("sequence").GetInt32()));
        Assert.True((await app.GetAsync($"/api/audit/verify?caseId={one}", "auditor-key-of-the-tests")).GetProperty("whole").GetBoolean());
        var ofOther = await app.GetAsync($"/api/audit/verify?caseId={other}", "auditor-key-of-the-tests");
        Assert.False(ofOther.GetProperty("whole").GetBoolean());
    }

    [Fact]
    public async Task An_exported_ledger_can_be_verified_without_the_program_that_wrote_it()
    {
        await using var app = await StartAsync();
        var (one, other) = await TwoCasesAsync(app);

        var lines =
            Encoding.UTF8.GetString(await ExportAsync(app, "?format=jsonl")).TrimEnd('\n').Split('\n')
                .Select(line => JsonElement.Parse(line)).ToList();
        Assert.True(TextTable.Read(Encoding.UTF8.GetString((await ExportAsync(app, "?format=csv"))[3..])).Try(out var table, out _));
        Assert.True(table.HeadedBy(_ => false).Try(out var csv, out _));

        var fromLines = lines.Select(line => new StoredEvent(
            new CaseId(Text(line, "caseId")), line.GetProperty("sequence").GetInt32(), Text(line, "type"), Instant(Text(line, "at")),
            Text(line, "actor"),
            line.GetProperty("data").GetRawText(), Text(line, "previousHash"), Text(line, "hash"))).ToList();
        var fromTable = csv!.Rows.Select(row => new StoredEvent(
            new CaseId(row.Cells[0]), int.Parse(row.Cells[1], CultureInfo.InvariantCulture), row.Cells[2], Instant(row.Cells[3]),
            row.Cells[4], row.Cells[5], row.Cells[6], row.Cells[7])).ToList();

        Assert.Equal([one, other], fromLines.Select(entry => entry.CaseId.Value).Distinct());
        Assert.Equal(fromLines, fromTable);
        foreach (var stream in fromLines.GroupBy(entry => entry.CaseId)) Assert.Null(EventChain.FirstBreak(stream));
        Assert.Equal(10, fromLines.Count);
        Assert.Equal(await ExportAsync(app, ""), await ExportAsync(app, "?format=jsonl"));
    }

    [Fact]
    public async Task What_there_is_not_is_refused()
    {
        await using var app = await StartAsync();
        app.WithoutKey.DefaultRequestHeaders.Add("x-functions-key", "auditor-key-of-the-tests");
        await BadListingTests.ProblemAsync(await app.WithoutKey.GetAsync("/api/audit/verify?caseId=none", Cancellation), 404, "not-found");
        await BadListingTests.ProblemAsync(await app.WithoutKey.GetAsync("/api/export?format=xml", Cancellation), 400, "malformed");
    }

    private static Task<App> StartAsync() => App.StartAsync("2026-03-30 09:30", Keys);

    private static async Task<(string One, string Other)> TwoCasesAsync(App app)
    {
        var one = await app.ListAsync("2026-03-30", new { months = 6 });
        var body = App.Listing("2026-03-30", new { months = 3 });
        (body["documentNumber"], body["facts"]) = ("永平安督〔2026〕4号", "=引号\"与\\n\n换行 🚧");
        var response = await app.PostAsync("/api/listings", body);
        return (one, response.Headers.Location!.ToString().Split('/')[^1]);
    }

    private static async Task<byte[]> ExportAsync(App app, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/export{query}");
        request.Headers.Add("x-functions-key", "auditor-key-of-the-tests");
        var response = await app.WithoutKey.SendAsync(request, Cancellation);
        return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(Cancellation);
    }

    private static string Text(JsonElement line, string member) => line.GetProperty(member).GetString()!;

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
