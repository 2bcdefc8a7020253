using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using Rectify.Functions.Board;
using Rectify.Functions.Http;
using Rectify.Office.Ledger;
using Rectify.Office.Requests;

namespace Rectify.Functions.Middleware;

/// <summary>Answers a request that fails because the ledger or the storage is at fault, with a problem or a page that says why.</summary>
internal sealed class LedgerFaultAnswer(RefusalPages refusalPages, ILogger<LedgerFaultAnswer> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception failed) when (CauseOf(failed) is { } fault && context.GetHttpContext() is { Response.HasStarted: false } http)
        {
            logger.LogWarning("{Method} {Path} was refused: {Reason}", http.Request.Method, LoggedAddress.Of(http.Request), fault.Message);
            await RefuseAsync(http, fault.ToProblem());
        }
        catch (Exception failed) when (failed is StorageException && context.GetHttpContext() is { Response.HasStarted: false } http)
        {
            // The storage's own message is only logged, because it names files and accounts.
            logger.LogError(
                failed, "{Method} {Path} found the storage out of order", http.Request.Method, LoggedAddress.Of(http.Request));
            await RefuseAsync(http, Problem.Of(ProblemKind.Unavailable, ProblemTitles.LedgerUnavailable, LedgerMessages.Unavailable));
        }
    }

    private Task RefuseAsync(HttpContext http, Problem problem) =>
        RefusalPages.IsPage(http.Request) ? refusalPages.RefuseAsync(http, problem.Detail, problem.Status) : problem.WriteAsync(http);

    // The worker may wrap exceptions of a function.
    private static LedgerFaultException? CauseOf(Exception failed) => failed switch
    {
        LedgerFaultException fault => fault,
        AggregateException { InnerExceptions: [var only] } => CauseOf(only),
        _ => null,
    };
}
