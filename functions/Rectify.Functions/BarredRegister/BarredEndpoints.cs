using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Domain.Calendar;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Csv;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.BarredRegister;
using Rectify.Office.Cases;
using Rectify.Office.Eligibility;
using Rectify.Office.Requests;
using Rectify.Office.Settings;

namespace Rectify.Functions.BarredRegister;

/// <summary>The whole register of who is barred, for officers, auditors and the consulting bodies that the office allows.</summary>
public sealed class BarredEndpoints(BarredSnapshots snapshots, BarFeed feed, OfficeSettings office, TimeProvider clock)
{
    [Function("GetBarredRegister"), Allows(Role.Officer, Role.Auditor, Role.Consulting)]
    [Api("Everybody who is barred or pending on a day, from one state of the ledger.", Answers = typeof(BarredSnapshot),
        AnswersMedia = ["text/csv"])]
    [ApiQuery("on", typeof(DateOnly), "The day; today unless told.")]
    [ApiQuery("asOf", typeof(DateTimeOffset), "The instant of the ledger that answers; now unless told.")]
    public async Task<IActionResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/barred")] HttpRequest request, CancellationToken cancellation)
    {
        if (Refuse(Caller.Of(request.HttpContext)) is { } refusal) return refusal.ToResult();
        if (!Query.Date(request, "on").Try(out var day, out var problem)
            || !Query.Instant(request, "asOf").Try(out var past, out problem)) return problem.ToResult();

        var now = clock.GetUtcNow();
        if (DateLimits.Asked("on", day, LocalDay.Of(now)) is { } outside) return outside.ToResult();
        if (past > now) return Problem.Rule("asOf", EligibilityMessages.InTheFuture.With(now, past.Value)).ToResult();
        if (past is { } instant
            && DateLimits.Between("asOf", LocalDay.Of(instant), DateLimits.Earliest, DateOnly.MaxValue, "S15") is { } early)
        {
            return early.ToResult();
        }

        try
        {
            var snapshot = await snapshots.OfAsync(day ?? LocalDay.Of(past ?? now), past, cancellation);
            return Accepts.Csv(request)
                ? CsvAnswer.ToResult(BarredCsv.Write(snapshot), $"barred-{snapshot.On:yyyy-MM-dd}.csv")
                : Wire.Json(snapshot);
        }
        catch (UnreadableCaseException unreadable)
        {
            return unreadable.Case.ToProblem().ToResult();
        }
    }

    [Function("ListBarChanges"), Allows(Role.Officer, Role.Auditor, Role.Consulting)]
    [Api("Whom cases bar, whenever that changed: every change after a mark, once and in one order.", Answers = typeof(BarChanges))]
    [ApiQuery("mark", typeof(string), "Where the last part, or a download of the register, ended; the beginning unless told.")]
    [ApiQuery("top", typeof(int), "How many at most; 100 unless told.")]
    public async Task<IActionResult> ChangesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/barred/changes")] HttpRequest request,
        CancellationToken cancellation)
    {
        if (Refuse(Caller.Of(request.HttpContext)) is { } refusal) return refusal.ToResult();
        if (!Query.Top(request).Try(out var top, out var problem)) return problem.ToResult();
        try
        {
            return Wire.Json(await feed.AfterAsync(Query.Text(request, "mark"), top, cancellation));
        }
        catch (FormatException)
        {
            return Problem.Malformed("mark", BarredRegisterMessages.Mark).ToResult();
        }
    }

    private Problem? Refuse(Caller caller) => caller.Role != Role.Consulting || office.RegisterReaders.Contains(caller.Name)
        ? null
        : Problem.Of(ProblemKind.Forbidden, ProblemTitles.Forbidden, BarredRegisterMessages.NotAllowed.With(caller.Name));
}
