using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Rectify.Office.Upkeep;

namespace Rectify.Functions.Orchestrations;

/// <summary>One for the office: remind of what is owed for a year, wait for the next day of a reminder or a change, begin again.</summary>
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
