using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Rectify.Office.Upkeep;

namespace Rectify.Functions.Orchestrations;

/// <summary>One per measure: its sanctions share their interval. Announce the end, record the expiry.</summary>
public static class TermWorkflow
{
    [Function(nameof(TermWorkflow))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var term = context.GetInput<TermId>()!;

        var plan = await context.CallActivityAsync<Plan>(nameof(CaseActivities.CarryOutTerm), term, Waiting.Retries);
        if (plan.Ended) return;

        await context.WaitAsync(plan.WakeAt);
        context.ContinueAsNew(term);
    }
}
