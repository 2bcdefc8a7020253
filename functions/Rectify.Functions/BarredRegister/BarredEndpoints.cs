using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.BarredRegister;
using Rectify.Office.Cases;
using Rectify.Office.Requests;

namespace Rectify.Functions.BarredRegister;

/// <summary>The whole register of who is barred, for officers, auditors and the consulting bodies that the office allows.</summary>
public sealed class BarredEndpoints(BarredReader reader, BarFeed feed)
{
    [Function("GetBarredRegister"), Allows(Role.Officer, Role.Auditor, Role.Consulting)]
    [Api("Everybody who is barred or pending on a day, from one state of the ledger.", Answers = typeof(BarredSnapshot),
        AnswersMedia = ["text/csv"])]
    [ApiQuery("on", typeof(DateOnly), "The day; today unless told.")]
    [ApiQuery("asOf", typeof(DateTimeOffset), "The instant of the ledger that answers; now unless told.")]
    public async Task<IActionResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/barred")] HttpRequest request, CancellationToken cancellation)
    {
        if (reader.Refuse(Caller.Of(request.HttpContext)) is { } refusal) return refusal.ToResult();
        if (!Query.Date(request, "on").Try(out var day, out var problem)
            || !Query.Instant(request, "asOf").Try(out var past, out problem)
            || !(await reader.ReadAsync(Caller.Of(request.HttpContext), day, past, cancellation)).Try(out var snapshot, out problem))
        {
            return problem.ToResult();
        }

        return Accepts.Csv(request) ? BarredCsv.ToResult(snapshot) : Wire.Json(snapshot);
    }

    [Function("ListBarChanges"), Allows(Role.Officer, Role.Auditor, Role.Consulting)]
    [Api("Whom cases bar, whenever that changed: every change after a mark, once and in one order.", Answers = typeof(BarChanges))]
    [ApiQuery("mark", typeof(string), "Where the last part, or a download of the register, ended; the beginning unless told.")]
    [ApiQuery("top", typeof(int), "How many at most; 100 unless told.")]
    public async Task<IActionResult> ChangesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/barred/changes")] HttpRequest request,
        CancellationToken cancellation)
    {
        if (reader.Refuse(Caller.Of(request.HttpContext)) is { } refusal) return refusal.ToResult();
        if (!Query.Top(request).Try(out var top, out var problem)) return problem.ToResult();
        try
        {
            return Wire.Json(await feed.AfterAsync(Query.Text(request, "mark"), top, cancellation));
        }
        catch (FormatException)
        {
            return Problem.Malformed("mark", BarredRegisterMessages.Mark).ToResult();
        }
        catch (UnreadableCaseException unreadable)
        {
            return unreadable.Case.ToProblem().ToResult();
        }
    }
}
