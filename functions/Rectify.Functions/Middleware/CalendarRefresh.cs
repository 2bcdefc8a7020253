using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Rectify.Functions.Health;
using Rectify.Office.Calendar;

namespace Rectify.Functions.Middleware;

/// <summary>Lets every request count with the years that are imported by then, by whichever process.</summary>
internal sealed class CalendarRefresh(CurrentCalendar calendar) : IFunctionsWorkerMiddleware
{
    /// <summary>Every HTTP function but those that tell how the app is, which have to say so when the storage cannot be read.</summary>
    public static bool Concerns(FunctionContext context) =>
        AccessGate.Guards(context)
        && !context.FunctionDefinition.EntryPoint.StartsWith(typeof(HealthEndpoints).FullName!, StringComparison.Ordinal);

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        await calendar.RefreshAsync(context.CancellationToken);
        await next(context);
    }
}
