using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Rectify.Office.Rulebooks;

namespace Rectify.Functions.Middleware;

/// <summary>
/// Refreshes the rulebooks before every request that also refreshes the calendar, so that they include what another process has loaded or
/// put in force.
/// </summary>
internal sealed class RulebookRefresh(CurrentRulebooks rulebooks) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        await rulebooks.RefreshAsync(context.CancellationToken);
        await next(context);
    }
}
