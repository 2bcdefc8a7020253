using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Rectify.Bench.AzureCost;

/// <summary>Tells the count on whose behalf requests are sent, and keeps the reconcile timer from running unless it is wanted.</summary>
internal sealed class CauseMiddleware(TransactionCount count) : IFunctionsWorkerMiddleware
{
    private static readonly string[] Triggers = ["httpTrigger", "activityTrigger", "timerTrigger"];

    /// <summary>Orchestrators touch no storage and are left alone.</summary>
    public static bool Sees(FunctionContext context) =>
        context.FunctionDefinition.InputBindings.Values.Any(binding => Triggers.Contains(binding.Type));

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        count.Cause = context.FunctionDefinition.Name;
        if (count.Reconciles || context.FunctionDefinition.Name != "Reconcile") await next(context);
    }
}
