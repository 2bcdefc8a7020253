using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Domain.Calendar;
using Rectify.Domain.Identity;
using Rectify.Domain.YearlyCycle;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Records;
using Rectify.Office.Register;
using Rectify.Office.Requests;
using Rectify.Office.YearlyCycle;

namespace Rectify.Functions.YearlyCycle;

/// <summary>The endpoints of the yearly books: responsibility letters of units, duty reports and commendations of officials.</summary>
public sealed class YearlyRecordEndpoints(
    IRegisterStore registerStore, IYearlyRecordStore yearlyRecordStore, YearlyRecordHandler yearlyRecordHandler, YearlyReport yearlyReport,
    TimeProvider clock)
{
    /// <summary>目标责任书.</summary>
    [Function("PutResponsibilityLetter"), Allows(Role.Officer)]
    [Api("Enters or corrects the responsibility letter of a unit for a year.", Takes = typeof(ResponsibilityLetterBody),
        Answers = typeof(ResponsibilityLetterView), Statuses = [200, 201])]
    public Task<IActionResult> PutLetterAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/responsibility-letters/{unitId}/{year}")] HttpRequest request,
        string unitId, string year,
        CancellationToken cancellation) =>
        OfUnitAsync(request, unitId, year,
            (subject, number) => PutAsync<ResponsibilityLetterBody>(request, Letters(subject, number), cancellation), cancellation);

    [Function("DeleteResponsibilityLetter"), Allows(Role.Officer)]
    [Api("Takes back what was entered of a responsibility letter; the entries stay.", Answers = typeof(ResponsibilityLetterView))]
    [ApiQuery("reason", typeof(string), "Why.", Required = true)]
    public Task<IActionResult> DeleteLetterAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/responsibility-letters/{unitId}/{year}")] HttpRequest request,
        string unitId, string year,
        CancellationToken cancellation) =>
        OfUnitAsync(request, unitId, year, (subject, number) => TakeBackAsync(request, Letters(subject, number), cancellation),
            cancellation);

    [Function("GetResponsibilityLetter"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit)]
    [Api("The responsibility letter of a unit for a year, with every entry.", Answers = typeof(ResponsibilityLetterView))]
    public Task<IActionResult> GetLetterAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/responsibility-letters/{unitId}/{year}")] HttpRequest request,
        string unitId, string year,
        CancellationToken cancellation) =>
        OfUnitAsync(request, unitId, year, (subject, number) => ShowAsync(Letters(subject, number), 200, cancellation), cancellation);

    /// <summary>述职.</summary>
    [Function("PutDutyReport"), Allows(Role.Officer)]
    [Api("Enters or corrects the duty report of an official on a year.", Takes = typeof(DutyReportBody), Answers = typeof(DutyReportView),
        Statuses = [200, 201])]
    public Task<IActionResult> PutReportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/duty-reports/{officialId}/{year}")] HttpRequest request,
        string officialId, string year,
        CancellationToken cancellation) =>
        OfOfficialAsync(request, officialId, year,
            (subject, number) => PutAsync<DutyReportBody>(request, Reports(subject, number), cancellation), cancellation);

    [Function("DeleteDutyReport"), Allows(Role.Officer)]
    [Api("Takes back what was entered of a duty report; the entries stay.", Answers = typeof(DutyReportView))]
    [ApiQuery("reason", typeof(string), "Why.", Required = true)]
    public Task<IActionResult> DeleteReportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/duty-reports/{officialId}/{year}")] HttpRequest request,
        string officialId, string year,
        CancellationToken cancellation) =>
        OfOfficialAsync(request, officialId, year, (subject, number) => TakeBackAsync(request, Reports(subject, number), cancellation),
            cancellation);

    [Function("GetDutyReport"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit)]
    [Api("The duty report of an official on a year, with every entry.", Answers = typeof(DutyReportView))]
    public Task<IActionResult> GetReportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/duty-reports/{officialId}/{year}")] HttpRequest request,
        string officialId, string year,
        CancellationToken cancellation) =>
        OfOfficialAsync(request, officialId, year, (subject, number) => ShowAsync(Reports(subject, number), 200, cancellation),
            cancellation);

    /// <summary>表彰奖励.</summary>
    [Function("PutCommendation"), Allows(Role.Officer)]
    [Api("Enters or corrects a commendation of an official.", Takes = typeof(CommendationBody), Answers = typeof(CommendationView),
        Statuses = [200, 201])]
    public Task<IActionResult> PutCommendationAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put",
            Route = "api/officials/{officialId}/commendations/{commendationId}")] HttpRequest request,
        string officialId, string commendationId, CancellationToken cancellation) =>
        OfOfficialAsync(request, officialId, null, (subject, _) => IdForm.Refuse("commendationId", commendationId) is { } malformed
            ? Task.FromResult(malformed.ToResult())
            : PutAsync<CommendationBody>(request, new Place(YearlyRecordKind.Commendations, subject, commendationId, 0), cancellation),
            cancellation);

    [Function("DeleteCommendation"), Allows(Role.Officer)]
    [Api("Takes back a commendation that was entered; the entries stay.", Answers = typeof(CommendationView))]
    [ApiQuery("reason", typeof(string), "Why.", Required = true)]
    public Task<IActionResult> DeleteCommendationAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete",
            Route = "api/officials/{officialId}/commendations/{commendationId}")] HttpRequest request,
        string officialId, string commendationId, CancellationToken cancellation) =>
        OfOfficialAsync(request, officialId, null,
            (subject, _) => TakeBackAsync(request, new Place(YearlyRecordKind.Commendations, subject, commendationId, 0), cancellation),
            cancellation);

    [Function("ListCommendations"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit)]
    [Api("The commendations of an official, with every entry.", Answers = typeof(ListAnswer<CommendationView>))]
    public Task<IActionResult> ListCommendationsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/officials/{officialId}/commendations")] HttpRequest request,
        string officialId,
        CancellationToken cancellation) =>
        OfOfficialAsync(request, officialId, null, async (subject, _) => ListAnswer.Of<CommendationView>(
            [.. (await yearlyRecordStore.EntriesOfAsync(YearlyRecordKind.Commendations, subject, cancellation)).GroupBy(entry => entry.Item)
                .Select(item => CommendationView.Of([.. item]))]), cancellation);

    /// <summary>年终工作总结 and whatever else the rulebook's table asks for.</summary>
    [Function("PutYearlyDuty"), Allows(Role.Officer)]
    [Api("Enters or corrects a duty of the rulebook's own table that a unit or a person did for a year.", Takes = typeof(DutyDoneBody),
        Answers = typeof(DutyDoneView), Statuses = [200, 201])]
    public Task<IActionResult> PutDutyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/yearly-duties/{duty}/{year}/{subject}")] HttpRequest request,
        string duty, string year, string subject, CancellationToken cancellation) =>
        OfDutyAsync(request, duty, year, subject, Entering.Yes,
            place => PutAsync<DutyDoneBody>(request, place, cancellation), cancellation);

    [Function("DeleteYearlyDuty"), Allows(Role.Officer)]
    [Api("Takes back what was entered of a duty of the rulebook's own table; the entries stay.", Answers = typeof(DutyDoneView))]
    [ApiQuery("reason", typeof(string), "Why.", Required = true)]
    public Task<IActionResult> DeleteDutyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/yearly-duties/{duty}/{year}/{subject}")] HttpRequest request,
        string duty, string year, string subject, CancellationToken cancellation) =>
        OfDutyAsync(request, duty, year, subject, Entering.No, place => TakeBackAsync(request, place, cancellation), cancellation);

    [Function("GetYearlyDuty"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit)]
    [Api("A duty of the rulebook's own table that a unit or a person did for a year, with every entry.", Answers = typeof(DutyDoneView))]
    public Task<IActionResult> GetDutyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/yearly-duties/{duty}/{year}/{subject}")] HttpRequest request,
        string duty, string year, string subject, CancellationToken cancellation) =>
        OfDutyAsync(request, duty, year, subject, Entering.No, place => ShowAsync(place, 200, cancellation), cancellation);

    // What is entered has to be owed by the table of the year; what was entered can be seen whatever the table says now.
    private Task<IActionResult> OfDutyAsync(
        HttpRequest request, string duty, string year, string subject, Entering entering, Func<Place, Task<IActionResult>> answer,
        CancellationToken cancellation)
    {
        return Subject.Parse(subject) switch
        {
            Subject.Unit unit => OfUnitAsync(request, unit.Id.Value, year, AnswerAsync, cancellation),
            Subject.Official official => OfOfficialAsync(request, official.Id.Value, year, AnswerAsync, cancellation),
            _ => Task.FromResult(Problem.Malformed("subject", RequestMessages.Subject.With(subject)).ToResult()),
        };

        Task<IActionResult> AnswerAsync(Subject of, int number) =>
            entering == Entering.Yes && !yearlyReport.DutyOf(duty, number, of).Try(out _, out var problem)
                ? Task.FromResult(problem.ToResult())
                : answer(new Place(YearlyRecordKind.Duties, of, YearlyReport.ItemOf(number, duty), number));
    }

    private enum Entering
    {
        No,
        Yes,
    }

    private static Place Letters(Subject subject, int year) => new(YearlyRecordKind.Letters, subject, YearlyReport.ItemOf(year), year);

    private static Place Reports(Subject subject, int year) => new(YearlyRecordKind.Reports, subject, YearlyReport.ItemOf(year), year);

    private async Task<IActionResult> OfUnitAsync(
        HttpRequest request, string unitId, string year, Func<Subject, int, Task<IActionResult>> answer, CancellationToken cancellation)
    {
        if (await registerStore.FindUnitAsync(new UnitId(unitId), cancellation) is not { } unit)
            return Problem.NotFound(RegisterMessages.NoUnit, unitId).ToResult();
        var caller = Caller.Of(request);
        if (caller.RefuseUnit(unit.UnitId) is { } otherUnit) return otherUnit.ToResult();

        // A responsibility letter may be signed before its year begins.
        return YearlyDays.Year(year, Today.Year + 1).Try(out var number, out var problem)
            ? await answer(new Subject.Unit(unit.UnitId), number) : problem.ToResult();
    }

    // A unit sees only the officials who belong to it by the register.
    private async Task<IActionResult> OfOfficialAsync(
        HttpRequest request, string officialId, string? year, Func<Subject, int, Task<IActionResult>> answer,
        CancellationToken cancellation)
    {
        if (await registerStore.FindOfficialAsync(new OfficialId(officialId), cancellation) is not { } official)
            return Problem.NotFound(RegisterMessages.NoOfficial, officialId).ToResult();
        var caller = Caller.Of(request);
        if (caller.UnitId is { } own && !official.BelongsTo(own, Today)) return caller.OtherUnit(official.MainPost.UnitId).ToResult();

        var subject = new Subject.Official(official.OfficialId);
        if (year is null) return await answer(subject, 0);
        return YearlyDays.Year(year, Today.Year).Try(out var number, out var problem) ? await answer(subject, number) : problem.ToResult();
    }

    private async Task<IActionResult> PutAsync<TBody>(HttpRequest request, Place place, CancellationToken cancellation)
        where TBody : IYearlyBody
    {
        if (!(await JsonBody.ReadAsync<TBody>(request)).Try(out var body, out var problem)) return problem.ToResult();
        if (!body.Value.ToContent(place.Year, Today).Try(out var content, out problem)) return problem.ToResult();

        var (name, subject, item, _) = place;
        return (await yearlyRecordHandler.EnterAsync(name, subject, item, content, body.Value.Reason, Caller.Of(request).Actor,
            cancellation)).Try(out var change, out problem)
            ? await ShowAsync(place, change == YearlyChange.New ? 201 : 200, cancellation)
            : problem.ToResult();
    }

    private async Task<IActionResult> TakeBackAsync(HttpRequest request, Place place, CancellationToken cancellation)
    {
        var (name, subject, item, _) = place;
        return (await yearlyRecordHandler.EnterAsync(name, subject, item, null, Query.Text(request, "reason"),
            Caller.Of(request).Actor, cancellation)).Try(out _, out var problem)
            ? await ShowAsync(place, 200, cancellation)
            : problem.ToResult();
    }

    private async Task<IActionResult> ShowAsync(Place place, int status, CancellationToken cancellation)
    {
        var (name, subject, item, _) = place;
        IReadOnlyList<YearlyEntry> entries =
            [.. (await yearlyRecordStore.EntriesOfAsync(name, subject, cancellation)).Where(entry => entry.Item == item)];
        return entries.Count == 0 ? Problem.NotFound(YearlyRecordHandler.Missing(name), $"{subject.IdText}/{item}").ToResult() : name switch
        {
            YearlyRecordKind.Letters => Wire.Json(ResponsibilityLetterView.Of(entries), status),
            YearlyRecordKind.Reports => Wire.Json(DutyReportView.Of(entries), status),
            YearlyRecordKind.Duties => Wire.Json(DutyDoneView.Of(entries), status),
            YearlyRecordKind.Commendations => Wire.Json(CommendationView.Of(entries), status),
            _ => throw new UnreachableException(name.ToString()),
        };
    }

    private DateOnly Today => LocalDay.Of(clock.GetUtcNow());

    /// <summary>The place of an entry: book, subject, item and year (0 for an item without a year).</summary>
    private sealed record Place(YearlyRecordKind Book, Subject Subject, string Item, int Year);
}
