using Microsoft.DurableTask.Client;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Orchestrations;

/// <summary>How long orchestrations that have ended are kept.</summary>
public sealed class EndedOrchestrationsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_ended_orchestration_goes_in_the_night_after_its_retention_and_one_that_runs_stays()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", "--Durable:RetentionDays", "10");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await RevokeAsync(app, caseId);

        // boundary: the timer runs at 02:43
        await app.AdvanceAsync("2026-04-09 09:00");
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await StatusAsync(app, caseId));
        await app.AdvanceAsync("2026-04-10 02:42");
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await StatusAsync(app, caseId));
        await app.AdvanceAsync("2026-04-10 02:43");
        Assert.Null(await StatusAsync(app, caseId));
        Assert.NotNull(await app.Durable.GetInstanceAsync("yearly-cycle", Cancellation));
    }

    [Fact]
    public async Task An_orchestration_that_ran_for_longer_than_it_is_kept_is_kept_after_its_end_all_the_same()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", "--Durable:RetentionDays", "10");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-04-20 09:30");
        await RevokeAsync(app, caseId);

        await app.AdvanceAsync("2026-04-30 09:00");
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await StatusAsync(app, caseId));
        await app.AdvanceAsync("2026-05-01 03:00");
        Assert.Null(await StatusAsync(app, caseId));
    }

    [Fact]
    public async Task Nothing_goes_where_they_are_kept_for_ever()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", "--Durable:RetentionDays", "never");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await RevokeAsync(app, caseId);

        await app.AdvanceAsync("2027-06-01 09:30");
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await StatusAsync(app, caseId));
    }

    private static async Task RevokeAsync(App app, string caseId)
    {
        await app.DoAsync(caseId, "revocation",
            new { measure = "listing", effect = "void", reason = "认定有误", decidedBy = "县委政法委" });
        await app.SettleAsync();
    }

    private static async Task<OrchestrationRuntimeStatus?> StatusAsync(App app, string caseId) =>
        (await app.Durable.GetInstanceAsync($"case-{caseId}", Cancellation))?.RuntimeStatus;
}
