using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Board.Eligibility;
using Rectify.Domain;
using Rectify.Domain.Calendar;
using Rectify.Domain.Messages;
using Rectify.Functions.Access;
using Rectify.Functions.BarredRegister;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.BarredRegister;
using Rectify.Office.Requests;

namespace Rectify.Functions.Board;

/// <summary>受限名单: everybody who is barred or pending on a day, by the ledger of an instant, to be read and saved as a table.</summary>
public sealed class BarredPages(BoardPages pages, BarredReader reader)
{
    private static readonly Bilingual Title = ("受限名单", "Register of the barred");

    [Function("BoardBarred"), Allows(Role.Officer, Role.Auditor, Role.Consulting)]
    public async Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/barred")] HttpRequest request, CancellationToken cancellation)
    {
        if (!(await ReadAsync(request, cancellation)).Try(out var snapshot, out var problem))
            return await pages.ShowProblemAsync(request, problem);

        return await pages.ShowAsync<BarredRegisterPage>(request, Title, new BarredRegisterModel(
            snapshot.On, snapshot.AsOf, Query.Text(request, "asOf") is not null,
            [.. snapshot.Items.Index().Select(item => EligibilityPages.AnswerOf(
                item.Index + 1, item.Item.Subject.IdText, item.Item.Name, item.Item.Finding))],
            "/board/barred.csv" + QueryString.Create("on", IsoDay.Of(snapshot.On)).Add(
                "asOf", snapshot.AsOf.UtcDateTime.ToString("O", CultureInfo.InvariantCulture))));
    }

    // The table has an address of its own, because a link cannot set the Accept header.
    [Function("BoardBarredTable"), Allows(Role.Officer, Role.Auditor, Role.Consulting)]
    public async Task<IActionResult> SaveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/barred.csv")] HttpRequest request, CancellationToken cancellation)
    {
        if (!(await ReadAsync(request, cancellation)).Try(out var snapshot, out var problem))
            return await pages.ShowProblemAsync(request, problem);

        BoardPages.AddHeaders(request.HttpContext.Response);
        return BarredCsv.ToResult(snapshot);
    }

    // The form sends a local time; an address that was saved may have an instant, as the interface takes it.
    private static Outcome<DateTimeOffset?> AsOf(HttpRequest request)
    {
        if (!DateTime.TryParseExact(
                Query.Text(request, "asOf"), BarredRegisterModel.TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None,
                out var local))
            return Query.Instant(request, "asOf");

        var day = DateOnly.FromDateTime(local);
        if (DateLimits.Between("asOf", day, DateLimits.Earliest, DateOnly.MaxValue, "S15") is { } early) return early;
        return LocalDay.At(day, TimeOnly.FromDateTime(local));
    }

    private async Task<Outcome<BarredSnapshot>> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var caller = Caller.Of(request);
        if (reader.Refuse(caller) is { } refusal) return refusal;

        return Query.Date(request, "on").Try(out var on, out var problem) && AsOf(request).Try(out var asOf, out problem)
            ? await reader.ReadAsync(caller, on, asOf, cancellation)
            : problem;
    }
}
