using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Rectify.Domain.Calendar;
using Rectify.Domain.Identity;
using Rectify.Domain.YearlyCycle;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Entries;
using Rectify.Functions.Board.Records;
using Rectify.Functions.Orchestrations;
using Rectify.Office.Access;
using Rectify.Office.Assessments;
using Rectify.Office.Records;
using Rectify.Office.Register;
using Rectify.Office.Requests;
using Rectify.Office.YearlyCycle;

namespace Rectify.Functions.Board;

/// <summary>The pages to enter the yearly duties and commendations.</summary>
public sealed class RecordPages(
    Workflows workflows, BoardPages pages, EntryForms forms, IRegisterStore registerStore, YearlyRecords yearlyRecords,
    TimeProvider clock, IAssessmentStore assessmentStore, AssessmentHandler assessmentHandler,
    YearlyReport yearlyReport)
{
    /// <summary>目标责任书.</summary>
    [Function("BoardLetter"), Allows(Role.Officer)]
    public Task<IActionResult> LetterAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post",
            Route = "board/responsibility-letters/{unitId}/{year}")] HttpRequest request, string unitId, string year,
        CancellationToken cancellation) =>
        OfUnitAsync(request, unitId, year, Today.Year + 1,
            (unit, number) => forms.RunAsync(request, new LetterForm(yearlyRecords, unit, number, Today), year, cancellation),
            cancellation);

    /// <summary>述职.</summary>
    [Function("BoardReport"), Allows(Role.Officer)]
    public Task<IActionResult> ReportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/duty-reports/{officialId}/{year}")] HttpRequest request,
        string officialId, string year,
        CancellationToken cancellation) =>
        OfOfficialAsync(request, officialId, async official => YearlyDays.Year(year, Today.Year).Try(out var number, out var problem)
            ? await forms.RunAsync(request, new ReportForm(yearlyRecords, official, number, Today), year, cancellation)
            : await pages.ShowMissingAsync(request, problem), cancellation);

    /// <summary>年度考核.</summary>
    [Function("BoardAssessment"), Allows(Role.Officer)]
    public Task<IActionResult> AssessmentAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/assessments/{unitId}/{year}")] HttpRequest request,
        string unitId, string year,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        OfUnitAsync(request, unitId, year, Today.Year, (unit, number) => forms.RunAsync(
            request,
            new AssessmentForm(
                assessmentStore, assessmentHandler, workflows.By(durable), unit, number,
                Caller.Of(request).Actor, clock.GetUtcNow(), Today),
            year, cancellation), cancellation);

    /// <summary>年终工作总结 and whatever else the rulebook's table asks for.</summary>
    [Function("BoardYearlyDuty"), Allows(Role.Officer)]
    public Task<IActionResult> DutyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post",
            Route = "board/yearly-duties/{duty}/{year}/{subject}")] HttpRequest request,
        string duty, string year, string subject, CancellationToken cancellation)
    {
        return Subject.Parse(subject) switch
        {
            Subject.Unit of => OfUnitAsync(
                request, of.Id.Value, year, Today.Year + 1, (unit, number) => RunAsync(of, unit.Name, number), cancellation),
            Subject.Official of => OfOfficialAsync(
                request, of.Id.Value, async official => YearlyDays.Year(year, Today.Year).Try(out var number, out var problem)
                    ? await RunAsync(of, $"{official.Name}（{official.MainPost.Post}）", number)
                    : await pages.ShowMissingAsync(request, problem), cancellation),
            _ => pages.ShowMissingAsync(request, "没有这个单位或者人员。", "There is no such unit or person."),
        };

        async Task<IActionResult> RunAsync(Subject of, string name, int number) =>
            yearlyReport.DutyOf(duty, number, of).Try(out var rule, out var problem)
                ? await forms.RunAsync(request, new DutyForm(yearlyRecords, rule, of, name, number, Today), year, cancellation)
                : await pages.ShowMissingAsync(request, problem);
    }

    /// <summary>表彰奖励.</summary>
    [Function("BoardCommendation"), Allows(Role.Officer)]
    public Task<IActionResult> CommendationAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post",
            Route = "board/officials/{officialId}/commendations/{commendationId}")] HttpRequest request,
        string officialId, string commendationId, CancellationToken cancellation) =>
        OfOfficialAsync(request, officialId, async official => IdForm.Refuse("commendationId", commendationId) is { } malformed
            ? await pages.ShowProblemAsync(request, malformed)
            : await forms.RunAsync(request, new CommendationForm(yearlyRecords, official, commendationId, Today), commendationId,
                cancellation), cancellation);

    /// <summary>Redirects to the form for a commendation under the next free id.</summary>
    [Function("BoardNewCommendation"), Allows(Role.Officer)]
    public Task<IActionResult> NewCommendationAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/officials/{officialId}/new-commendation")] HttpRequest request,
        string officialId,
        CancellationToken cancellation) =>
        OfOfficialAsync(request, officialId, async official =>
        {
            var known =
                (await yearlyRecords.Store.EntriesOfAsync(YearlyRecordKind.Commendations, new Subject.Official(official.OfficialId),
                    cancellation)).Select(entry => entry.Item).ToHashSet(StringComparer.Ordinal);
            var free = Enumerable.Range(1, int.MaxValue).Select(number => FormattableString.Invariant($"c-{number}")).First(
                id => !known.Contains(id));
            return new RedirectResult(RecordAddress.OfCommendation(official.OfficialId, free));
        }, cancellation);

    private DateOnly Today => LocalDay.Of(clock.GetUtcNow());

    private async Task<IActionResult> OfUnitAsync(
        HttpRequest request, string unitId, string year, int latest, Func<Unit, int, Task<IActionResult>> answer,
        CancellationToken cancellation)
    {
        if (await registerStore.FindUnitAsync(new UnitId(unitId), cancellation) is not { } unit)
            return await pages.ShowMissingAsync(request, "单位台账中没有这个单位。", "The register holds no such unit.");

        return YearlyDays.Year(year, latest).Try(out var number, out var problem) ? await answer(unit, number)
            : await pages.ShowMissingAsync(request, problem);
    }

    private async Task<IActionResult> OfOfficialAsync(HttpRequest request, string officialId, Func<Official, Task<IActionResult>> answer,
        CancellationToken cancellation) =>
        await registerStore.FindOfficialAsync(new OfficialId(officialId), cancellation) is { } official
            ? await answer(official)
            : await pages.ShowNoOfficialAsync(request);
}
