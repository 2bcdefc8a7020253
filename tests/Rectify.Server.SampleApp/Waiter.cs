using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Rectify.Server.SampleApp;

public static class Waiter
{
    [Function("Waiter")]
    public static async Task<string> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        context.SetCustomStatus(new { step = "waiting" });
        return await context.WaitForExternalEvent<string>("go");
    }
}
