using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;
using Rectify.Functions.Tests.Journeys;
using Rectify.Office.Cases;
using Rectify.Office.Observability;
using Rectify.Office.State;

namespace Rectify.Functions.Tests.Orchestrations;

/// <summary>Whom the reconcile timer wakes: those of whom the storage shows that they have missed something.</summary>
public sealed class LostWakeUpTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_orchestration_that_made_no_turn_since_an_entry_is_woken_and_the_others_are_left_alone()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var (one, other) = await TwoCasesAsync(app);
        await app.AdvanceAsync("2026-03-30 10:30");
        var before = await UpdatedAsync(app, other);

        await RecordSilentlyAsync(app, one, new CaseCommand.SuspendClock("等待鉴定"));
        await app.AdvanceAsync("2026-03-30 11:17");

        Assert.Equal(App.Instant("2026-03-30 11:17"), await UpdatedAsync(app, one));
        Assert.Equal(before, await UpdatedAsync(app, other));

        // It has seen the entry: the next run leaves it alone.
        await app.AdvanceAsync("2026-03-30 12:20");
        Assert.Equal(App.Instant("2026-03-30 11:17"), await UpdatedAsync(app, one));
    }

    [Fact]
    public async Task An_orchestration_that_waits_for_a_case_that_has_ended_notices_it_within_the_hour()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var (one, _) = await TwoCasesAsync(app);
        await app.AdvanceAsync("2026-03-30 10:30");

        await RecordSilentlyAsync(
            app, one, new CaseCommand.RevokeMeasure(Measure.Listing, new RevocationEffect.Void(), "认定有误", "县委政法委"));
        await app.AdvanceAsync("2026-03-30 11:20");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await FindAsync(app, $"case-{one}")).RuntimeStatus);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await FindAsync(app, $"term-{one}-listing")).RuntimeStatus);
    }

    [Fact]
    public async Task The_last_run_is_on_record_with_its_findings_for_whoever_asks_next()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var (one, _) = await TwoCasesAsync(app);
        await app.Durable.TerminateInstanceAsync($"case-{one}", Cancellation);
        await app.SettleAsync();
        await app.AdvanceAsync("2026-03-30 10:17");

        var record = await new ReconcileLog(app.Services.GetRequiredService<IStateStore>()).FindAsync(Cancellation);
        Assert.Equal(App.Instant("2026-03-30 10:17"), record!.CompletedAt);
        Assert.Equal(App.Instant("2026-03-30 09:30"), record.AuditedAt);
        Assert.Equal([new("ended", 1)], record.Findings);
        Assert.Empty(record.Unreadable);
        Assert.Contains("重启流程 1", await app.Http.GetStringAsync("/board/health", Cancellation), StringComparison.Ordinal);

        await app.AdvanceAsync("2026-03-30 11:17");
        Assert.Empty((await new ReconcileLog(app.Services.GetRequiredService<IStateStore>()).FindAsync(Cancellation))!.Findings);
    }

    [Fact]
    public async Task A_record_of_an_earlier_version_stays_readable()
    {
        var store = new State.HeldState();
        const string kept = """
            {"startedAt":"2026-03-30T01:17:00Z","completedAt":"2026-03-30T01:17:02.5Z","auditedAt":"2026-03-29T01:17:00Z",
            "findings":{"late":2},"unreadable":["c-1"]}
            """;
        Assert.True(await store.TryWriteAsync(ReconcileLog.Name, kept, null, Cancellation));

        var record = await new ReconcileLog(store).FindAsync(Cancellation);
        Assert.Equal(new DateTimeOffset(2026, 3, 30, 1, 17, 2, 500, TimeSpan.Zero), record!.CompletedAt);
        Assert.Equal((2, "c-1"), (record.Findings["late"], record.Unreadable[0]));
    }

    private static async Task<(string One, string Other)> TwoCasesAsync(App app)
    {
        var one = await app.ListAsync("2026-03-30", new { months = 6 });
        var body = App.Listing("2026-03-30", new { months = 6 });
        body["documentNumber"] = "永平安督〔2026〕4号";
        var opened = await app.PostAsync("/api/listings", body);
        Assert.True(opened.IsSuccessStatusCode, await opened.Content.ReadAsStringAsync(Cancellation));
        await app.SettleAsync();
        return (one, opened.Headers.Location!.ToString().Split('/')[^1]);
    }

    // An entry whose writer died before it woke anybody.
    private static async Task RecordSilentlyAsync(App app, string caseId, CaseCommand command) => Assert.IsType<CommandOutcome.Done>(
        await app.Services.GetRequiredService<CaseCommandHandler>().ExecuteAsync(
            new CaseId(caseId), command, "officer:officer", null, Cancellation));

    private static async Task<DateTimeOffset> UpdatedAsync(App app, string caseId) =>
        (await FindAsync(app, $"case-{caseId}")).LastUpdatedAt;

    private static async Task<OrchestrationMetadata> FindAsync(App app, string instanceId) =>
        (await app.Durable.GetInstanceAsync(instanceId, Cancellation))!;
}
