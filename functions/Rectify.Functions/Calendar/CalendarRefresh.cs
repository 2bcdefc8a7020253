using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Rectify.Functions.Calendar;

/// <summary>Lets every request count with the years that are imported by then, by whichever process.</summary>
internal sealed class CalendarRefresh(CurrentCalendar calendar) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        await calendar.RefreshAsync(context.CancellationToken);
        await next(context);
    }
}
