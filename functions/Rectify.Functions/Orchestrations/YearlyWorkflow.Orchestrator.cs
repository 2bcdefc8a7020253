using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Rectify.Office.Upkeep;

namespace Rectify.Functions.Orchestrations;

/// <summary>
/// The orchestration of the yearly cycle, one for the office: sends reminders of yearly duties, waits for the next reminder or a change,
/// and begins again.
/// </summary>
public static class YearlyWorkflow
{
    [Function(nameof(YearlyWorkflow))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var office = context.GetInput<string>()!;

        var plan = await context.CallActivityAsync<Plan>(nameof(YearlyActivities.CarryOutYears), office, Waiting.Retries);
        if (plan.Ended) return;

        await context.WaitAsync(plan.WakeAt);
        context.ContinueAsNew(office);
    }
}
