using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Rectify.Functions.Cases;

namespace Rectify.Functions.Sanctions;

/// <summary>One per measure: its sanctions share their interval. Announce the end, record the expiry.</summary>
public static class TermWorkflow
{
    [Function(nameof(TermWorkflow))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var term = context.GetInput<TermId>()!;

        var plan = await context.CallActivityAsync<Plan>(nameof(CaseActivities.CarryOutTerm), term, Waiting.Retries);
        if (plan.Ended) return;

        context.SetCustomStatus(plan.Version);
        await context.WaitAsync(plan.WakeAt);
        context.ContinueAsNew(term);
    }
}
