using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Rectify.Functions.Board;
using Rectify.Functions.Health;
using Rectify.Office.Calendar;

namespace Rectify.Functions.Middleware;

/// <summary>Refreshes the calendar before every request, so that it includes years that another process has imported.</summary>
internal sealed class CalendarRefresh(CurrentCalendar calendar) : IFunctionsWorkerMiddleware
{
    // The health checks must also answer when the storage cannot be read; an unknown address needs nothing of it.
    private static readonly string[] Without = [$"{typeof(HealthEndpoints).FullName}.", $"{typeof(UnknownAddress).FullName}."];

    /// <summary>Every HTTP function except the health checks and the answer to unknown addresses.</summary>
    public static bool Concerns(FunctionContext context) =>
        AccessGate.Guards(context)
        && !Without.Any(type => context.FunctionDefinition.EntryPoint.StartsWith(type, StringComparison.Ordinal));

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        await calendar.RefreshAsync(context.CancellationToken);
        await next(context);
    }
}
