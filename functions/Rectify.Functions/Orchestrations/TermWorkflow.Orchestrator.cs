using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Rectify.Office.Upkeep;

namespace Rectify.Functions.Orchestrations;

/// <summary>The orchestration of a measure's term, which all its sanctions share: announces the end and records the expiry.</summary>
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
