using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Rectify.Office.Upkeep;

namespace Rectify.Functions.Orchestrations;

/// <summary>The orchestration of a case: carries out due steps, waits for the next step or a change, and begins again.</summary>
public static class CaseWorkflow
{
    [Function(nameof(CaseWorkflow))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var caseId = context.GetInput<string>()!;

        var plan = await context.CallActivityAsync<Plan>(nameof(CaseActivities.CarryOutCase), caseId, Waiting.Retries);
        if (plan.Ended) return;

        await context.WaitAsync(plan.WakeAt);
        context.ContinueAsNew(caseId);
    }
}
