using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Client;
using Rectify.Functions.Tests.Infrastructure;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>The ledger is the truth: whatever happens to the orchestrations is mended from it.</summary>
public class ReconcileJourney
{
    /// <summary>Settings that choose where ledger, register and outbox lie.</summary>
    protected virtual string[] Storage => [];

    [Fact]
    public async Task Orchestrations_that_were_lost_with_their_file_start_again_from_the_ledger()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-09-16 10:00");

        await app.RestartAtAsync("2026-09-16 11:00", lost: "durable.db*");
        await app.SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Running, await StatusAsync(app, $"case-{caseId}"));
        Assert.Equal(OrchestrationRuntimeStatus.Running, await StatusAsync(app, $"term-{caseId}-listing"));

        await app.AdvanceAsync("2027-10-01 00:00");
        Assert.Equal("closed", (await app.CaseAsync(caseId)).GetProperty("status").GetString());
        var mails = app.Mails();
        Assert.Equal((5 * 4) + 1, mails["reminder"]);
        Assert.Equal(5, mails["veto"]);
        Assert.Equal(10, mails["sanction-over"]);
    }

    [Fact]
    public async Task A_data_folder_of_an_earlier_build_goes_on_with_its_orchestrations_started_again_from_the_ledger()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-09-16 10:00");

        await app.StopForAsync(() => WriteOldStore(app.Folder), "2026-09-16 11:00");
        await app.SettleAsync();
        Assert.True(File.Exists(Path.Combine(app.Folder, "durable.db.schema-4")));
        Assert.Equal(OrchestrationRuntimeStatus.Running, await StatusAsync(app, $"case-{caseId}"));
        Assert.Equal(OrchestrationRuntimeStatus.Running, await StatusAsync(app, $"term-{caseId}-listing"));

        await app.AdvanceAsync("2026-10-01 00:00");
        Assert.Equal("vetoed", (await app.CaseAsync(caseId)).GetProperty("status").GetString());
        Assert.Equal(5, app.Mails()["veto"]);
    }

    [Fact]
    public async Task An_orchestration_that_somebody_terminated_is_replaced_within_the_hour()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.SettleAsync();
        await app.Durable.TerminateInstanceAsync($"case-{caseId}", (object?)"by mistake", TestContext.Current.CancellationToken);
        await app.SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, await StatusAsync(app, $"case-{caseId}"));

        await app.AdvanceAsync("2026-03-30 10:20");
        Assert.Equal(OrchestrationRuntimeStatus.Running, await StatusAsync(app, $"case-{caseId}"));
        await app.AdvanceAsync("2026-10-01 00:00");
        Assert.Equal(5, app.Mails()["veto"]);
    }

    [Fact]
    public async Task Nothing_waits_for_a_case_that_is_closed_or_revoked()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.DoAsync(caseId, "revocation",
            new { measure = "listing", effect = "void", reason = "认定有误", decidedBy = "县委政法委" });
        await app.SettleAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, await StatusAsync(app, $"case-{caseId}"));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await StatusAsync(app, $"term-{caseId}-listing"));
    }

    // The file of an office with one listed unit, as the build before schema 5 left it.
    private static void WriteOldStore(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "durable.db*")) File.Delete(file);
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "durable.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = File.ReadAllText(Repository.PathOf("tests/Rectify.Durable.Sqlite.Tests/Stores/schema-4.sql"));
        command.ExecuteNonQuery();
    }

    private static async Task<OrchestrationRuntimeStatus?> StatusAsync(App app, string instanceId) =>
        (await app.Durable.GetInstanceAsync(instanceId, TestContext.Current.CancellationToken))?.RuntimeStatus;
}
