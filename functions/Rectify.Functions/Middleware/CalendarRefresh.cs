using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Rectify.Functions.Health;
using Rectify.Office.Calendar;

namespace Rectify.Functions.Middleware;

/// <summary>Refreshes the calendar before every request, so that it includes years that another process has imported.</summary>
internal sealed class CalendarRefresh(CurrentCalendar calendar) : IFunctionsWorkerMiddleware
{
    /// <summary>Every HTTP function except the health checks, which must also answer when the storage cannot be read.</summary>
    public static bool Concerns(FunctionContext context) =>
        AccessGate.Guards(context)
        && !context.FunctionDefinition.EntryPoint.StartsWith(typeof(HealthEndpoints).FullName!, StringComparison.Ordinal);

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        await calendar.RefreshAsync(context.CancellationToken);
        await next(context);
    }
}
