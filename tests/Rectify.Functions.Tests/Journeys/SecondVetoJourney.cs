using Microsoft.DurableTask.Client;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>An orchestration that has ended is needed again: to wake it means that it runs.</summary>
public class SecondVetoJourney
{
    protected virtual string[] Storage => [];

    [Fact]
    public async Task A_second_veto_after_a_late_entry_has_its_own_orchestration_at_once()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-10-09 10:00");
        await app.DoAsync(caseId, "submission", new { submittedOn = "2026-09-30", summary = "已整改，9月30日收文" });
        await app.SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await StatusAsync(app, $"term-{caseId}-veto"));

        await app.AdvanceAsync("2026-11-02 10:10");
        await app.DoAsync(caseId, "inspection", new { result = "failed", remarks = "不合格" });
        await app.SettleAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Running, await StatusAsync(app, $"term-{caseId}-veto"));
        Assert.Equal(OrchestrationRuntimeStatus.Running, await StatusAsync(app, $"case-{caseId}"));
    }

    [Fact]
    public async Task What_is_corrected_in_a_closed_case_is_told_at_once()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2027-10-05 10:10");
        Assert.Equal("closed", (await app.CaseAsync(caseId)).GetProperty("status").GetString());
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await StatusAsync(app, $"case-{caseId}"));

        await app.DoAsync(caseId, "correction", new { reason = "登记有误", decidedBy = "县委政法委", facts = "更正后的事实" });
        await app.SettleAsync();
        Assert.True(app.Mails().GetValueOrDefault("correction") > 0);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await StatusAsync(app, $"case-{caseId}"));
    }

    [Theory]
    [InlineData("term-{0}-listing")]
    [InlineData("case-{0}")]
    public async Task A_measure_is_watched_again_whichever_of_its_orchestrations_ended(string which)
    {
        await using var app = await App.StartAsync("2026-03-30 09:40", Storage);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.SettleAsync();
        await app.Durable.TerminateInstanceAsync(
            which.Replace("{0}", caseId, StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        await app.SettleAsync();
        await app.DoAsync(caseId, "extension", new { by = new { months = 1 }, reason = "工程量大", approvedBy = "县委政法委" });
        await app.SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Running, await StatusAsync(app, $"term-{caseId}-listing"));
        Assert.Equal(OrchestrationRuntimeStatus.Running, await StatusAsync(app, $"case-{caseId}"));
    }

    private static async Task<OrchestrationRuntimeStatus?> StatusAsync(App app, string instanceId) =>
        (await app.Durable.GetInstanceAsync(instanceId, TestContext.Current.CancellationToken))?.RuntimeStatus;
}
