using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using Rectify.Functions.Http;

namespace Rectify.Functions.Middleware;

/// <summary>Ends a request quietly when its client has closed the connection, since this is no error of the app.</summary>
internal sealed partial class LeavingClient(ILogger<LeavingClient> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception ended) when (context.GetHttpContext() is { } http && IsGone(ended, http))
        {
            LogGone(http.Request.Method, LoggedAddress.Of(http.Request));
        }
    }

    private static bool IsGone(Exception ended, HttpContext http) =>
        ended is ClientGoneException || (ended is OperationCanceledException or IOException && http.RequestAborted.IsCancellationRequested);

    [LoggerMessage(LogLevel.Debug, "The client of {Method} {Path} has gone before the answer was complete.")]
    private partial void LogGone(string method, string path);
}
