using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Audit;

/// <summary>Rows are deleted from the file by hand: nobody is called clear for that, and the check says what is missing.</summary>
public class LedgerIndexTests
{
    private const string EveryRow =
        "DELETE FROM notices WHERE case_id = $case; DELETE FROM subjects WHERE case_id = $case; "
        + "DELETE FROM barred WHERE case_id = $case; DELETE FROM document_numbers WHERE case_id = $case; "
        + "DELETE FROM cases WHERE case_id = $case; DELETE FROM events WHERE case_id = $case";

    private static readonly string[] Keys =
        ["--Access:Keys:0:Name", "审计", "--Access:Keys:0:Role", "auditor", "--Access:Keys:0:Key", "auditor-key-of-the-tests"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // the case's own row, whom it concerns, its number, whom it bars, all of its index rows
    public static TheoryData<string> IndexRows =>
    [
        "DELETE FROM cases WHERE case_id = $case",
        "DELETE FROM subjects WHERE case_id = $case",
        "DELETE FROM document_numbers WHERE case_id = $case",
        "DELETE FROM barred WHERE case_id = $case",
        "DELETE FROM subjects WHERE case_id = $case; DELETE FROM barred WHERE case_id = $case; "
            + "DELETE FROM document_numbers WHERE case_id = $case; DELETE FROM cases WHERE case_id = $case",
        // changed, and not lost
        "UPDATE cases SET status = 'closed', next_due_at = NULL WHERE case_id = $case",
        "UPDATE cases SET unit_id = 'yj-nobody', number = '别的' WHERE case_id = $case",
        "UPDATE barred SET to_day = '2026-04-02' WHERE case_id = $case",
        "UPDATE subjects SET subject = 'unit:yj-nobody' WHERE case_id = $case AND subject = 'unit:yj-oubei'",
    ];

    // also entries
    public static TheoryData<string> Entries =>
    [
        "DELETE FROM notices WHERE case_id = $case; DELETE FROM events WHERE case_id = $case",
        "DELETE FROM notices WHERE case_id = $case; DELETE FROM events WHERE case_id = $case AND sequence > 2",
        "DELETE FROM notices WHERE case_id = $case; DELETE FROM events WHERE case_id = $case AND sequence > 2; "
            + "UPDATE cases SET version = 2 WHERE case_id = $case",
        EveryRow,
        $"{EveryRow}; DELETE FROM subject_heads",
    ];

    [Theory]
    [MemberData(nameof(IndexRows))]
    public async Task A_lost_index_row_clears_nobody_and_is_mended_from_the_entries(string sql)
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Keys);
        var (caseId, other) = await TwoCasesAsync(app);
        await ChangeAsync(app.Folder, caseId, sql);

        await NobodyIsClearAsync(app);
        var report = await VerifyAsync(app);
        Assert.False(report.GetProperty("whole").GetBoolean());
        Assert.Equal(
            [caseId],
            report.GetProperty("differences").EnumerateArray().Select(one => one.GetProperty("caseId").GetString()).Distinct());

        await app.StopForAsync(() => { }, "2026-03-30 10:00");
        await app.SettleAsync();
        report = await VerifyAsync(app);
        Assert.True(report.GetProperty("whole").GetBoolean(), report.ToString());
        Assert.Equal(1, report.GetProperty("mended").GetInt32());
        Assert.Equal("barred", await app.EligibilityAsync("official:o-1", new DateOnly(2026, 4, 1)));
        Assert.Equal("barred", await app.EligibilityAsync("unit:yj-oubei", new DateOnly(2026, 4, 1)));
        Assert.Equal([caseId, other], (await app.ItemsAsync("/api/cases")).Select(one => one.GetProperty("caseId").GetString()));
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public async Task Lost_entries_clear_nobody_and_the_check_does_not_say_whole(string sql)
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Keys);
        var (caseId, _) = await TwoCasesAsync(app);
        await ChangeAsync(app.Folder, caseId, sql);

        if (!sql.EndsWith("subject_heads", StringComparison.Ordinal)) await NobodyIsClearAsync(app);
        Assert.False((await VerifyAsync(app)).GetProperty("whole").GetBoolean());
        await NobodyIsClearAsync(app);

        // Where it is still known which case they are of, the others go on.
        // Else nothing is answered, or recorded, until a person has said so.
        await app.StopForAsync(() => { }, "2026-03-30 10:00");
        await app.SettleAsync();
        await NobodyIsClearAsync(app);
        var known = !sql.StartsWith(EveryRow, StringComparison.Ordinal);
        var ready = await app.Http.GetAsync("/api/health/ready", Cancellation);
        Assert.Equal(known ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        if (known) Assert.Equal("barred", await app.EligibilityAsync("unit:yj-other", new DateOnly(2026, 4, 1)));
    }

    [Fact]
    public async Task A_number_is_not_given_again_because_its_row_was_lost()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Keys);
        Assert.Equal("平安督〔2026〕1号", await NumberAsync(app));
        var last = App.Listing("2026-03-30", new { months = 6 });
        last.Remove("documentNumber");
        var answer = await (await app.PostAsync("/api/listings", last)).Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        await ChangeAsync(app.Folder, answer.GetProperty("caseId").GetString()!, "DELETE FROM document_numbers WHERE case_id = $case");
        Assert.Equal("平安督〔2026〕3号", await NumberAsync(app));
    }

    internal static async Task<string?> NumberAsync(App app)
    {
        var body = App.Listing("2026-03-30", new { months = 6 });
        body.Remove("documentNumber");
        var response = await app.PostAsync("/api/listings", body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Cancellation));
        return (await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("documentNumber").GetString();
    }

    internal static async Task<JsonElement> VerifyAsync(App app)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/audit/verify");
        request.Headers.Add("x-functions-key", "auditor-key-of-the-tests");
        var response = await app.Http.SendAsync(request, Cancellation);
        return await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private static async Task NobodyIsClearAsync(App app)
    {
        foreach (var subject in (string[])["unit:yj-oubei", "official:o-1", "official:o-2"])
        {
            var response = await app.Http.GetAsync($"/api/eligibility?subject={subject}&on=2026-04-01", Cancellation);
            var text = await response.Content.ReadAsStringAsync(Cancellation);
            var isRefused = response.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.ServiceUnavailable;
            Assert.True(text.Contains("\"barred\"", StringComparison.Ordinal) || isRefused, text);
        }
    }

    private static async Task<(string One, string Other)> TwoCasesAsync(App app)
    {
        var liaison = new { name = "王联络", email = "liaison@dongcheng.example" };
        await app.PutAsync("/api/units/yj-other", new { name = "东城街道", kind = "locality", level = "township", liaison });
        var one = await app.ListAsync("2026-03-30", new { months = 6 });
        var body = App.Listing("2026-03-30", new { months = 3 });
        (body["unitId"], body["documentNumber"], body["officials"]) = ("yj-other", "永平安督〔2026〕4号", Array.Empty<object>());
        var response = await app.PostAsync("/api/listings", body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Cancellation));
        await app.SettleAsync();
        return (one, response.Headers.Location!.ToString().Split('/')[^1]);
    }

    internal static async Task ChangeAsync(string folder, string caseId, string sql)
    {
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(folder, "ledger.db")};Pooling=False;Foreign Keys=False");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"DROP TRIGGER IF EXISTS events_are_never_changed; DROP TRIGGER IF EXISTS events_are_never_deleted; {sql}";
        command.Parameters.AddWithValue("$case", caseId);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
