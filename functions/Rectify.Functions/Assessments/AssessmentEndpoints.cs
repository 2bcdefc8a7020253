using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Rectify.Domain.Assessments;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Functions.Orchestrations;
using Rectify.Office.Access;
using Rectify.Office.Assessments;
using Rectify.Office.Records;
using Rectify.Office.Register;
using Rectify.Office.Requests;

namespace Rectify.Functions.Assessments;

/// <summary>年度考核结果: the assessment of a unit for a year, and the veto that two failed years lead to (V3).</summary>
public sealed class AssessmentEndpoints(
    Workflows workflows, IRegisterStore registerStore, IAssessmentStore assessmentStore, AssessmentHandler assessmentHandler,
    TimeProvider clock)
{
    [Function("PutAssessment"), Allows(Role.Officer)]
    [Api("Enters or corrects the assessment of a unit for a year; two failed years lead to a veto.", Takes = typeof(AssessmentBody),
        Answers = typeof(AssessmentView), Statuses = [200, 201])]
    public async Task<IActionResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/assessments/{unitId}/{year}")] HttpRequest request, string unitId,
        string year,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        if (await registerStore.FindUnitAsync(new UnitId(unitId), cancellation) is not { } unit)
            return Problem.NotFound(RegisterMessages.NoUnit, unitId).ToResult();
        if (!AssessmentBody.Year(year, Today).Try(out var number, out var problem)) return problem.ToResult();
        if (!(await JsonBody.ReadAsync<AssessmentBody>(request)).Try(out var body, out problem)) return problem.ToResult();

        var actor = Caller.Of(request).Actor;
        if (!(await assessmentHandler.EnterAsync(unit.UnitId, number, body.Value, actor, cancellation)).Try(out var entered, out problem))
            return problem.ToResult();

        IReadOnlyList<AssessmentWarning> warnings =
        [
            .. await assessmentHandler.ApplyAsync(workflows.By(durable), unit.UnitId, cancellation),
            .. await assessmentHandler.ReachedByAsync(entered.Entry, cancellation),
        ];
        return Wire.Json(await ViewAsync(unit.UnitId, number, [.. warnings.Select(warning => warning.Text)], cancellation),
            entered.Before is null ? 201 : 200);
    }

    [Function("GetAssessment"), Allows(Role.Officer, Role.Reader, Role.Auditor)]
    [Api("The assessment of a unit for a year, with every entry.", Answers = typeof(AssessmentView))]
    public async Task<IActionResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/assessments/{unitId}/{year}")] HttpRequest request, string unitId,
        string year,
        CancellationToken cancellation) =>
        !AssessmentBody.Year(year, Today).Try(out var number, out var problem) ? problem.ToResult()
            : (await assessmentStore.EntriesOfAsync(new UnitId(unitId), cancellation)).Any(entry => entry.Year == number)
            ? Wire.Json(await ViewAsync(new UnitId(unitId), number, [], cancellation))
            : Problem.NotFound(AssessmentMessages.NoAssessment, $"{unitId}/{year}").ToResult();

    [Function("ListAssessments"), Allows(Role.Officer, Role.Reader, Role.Auditor)]
    [Api("The assessments of a unit, by year.", Answers = typeof(ListAnswer<AssessmentView>))]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/assessments/{unitId}")] HttpRequest request, string unitId,
        CancellationToken cancellation)
    {
        var id = new UnitId(unitId);
        if (await registerStore.FindUnitAsync(id, cancellation) is null)
            return Problem.NotFound(RegisterMessages.NoUnit, unitId).ToResult();

        var (entries, vetoes) = (await assessmentStore.EntriesOfAsync(id, cancellation),
            await assessmentHandler.VetoesOfAsync(id, cancellation));
        return ListAnswer.Of<AssessmentView>(
            [.. entries.Select(entry => entry.Year).Distinct().Order().Select(year => AssessmentView.Of(year, entries, vetoes, []))]);
    }

    private DateOnly Today => LocalDay.Of(clock.GetUtcNow());

    private async Task<AssessmentView> ViewAsync(UnitId unitId, int year, IReadOnlyList<string> warnings, CancellationToken cancellation) =>
        AssessmentView.Of(year, await assessmentStore.EntriesOfAsync(unitId, cancellation),
            await assessmentHandler.VetoesOfAsync(unitId, cancellation), warnings);
}

/// <summary>The assessment of a unit for a year in an answer: the present result, every entry, and the vetoes that rest on it.</summary>
internal sealed record AssessmentView(
    UnitId UnitId, int Year, AssessmentResult Result, DateOnly DecidedOn, string? DocumentNumber, string? Remarks,
    IReadOnlyList<AssessmentEntry> Entries, IReadOnlyList<AssessmentVetoView> Vetoes, IReadOnlyList<string> Warnings)
{
    /// <summary>The grade, where the rulebook of the year has grades; null where none was named.</summary>
    public EnteredGrade? Grade { get; init; }

    public static AssessmentView Of(int year, IReadOnlyList<AssessmentEntry> entries, IReadOnlyList<AssessmentVeto> vetoes,
        IReadOnlyList<string> warnings)
    {
        IReadOnlyList<AssessmentEntry> ofYear = [.. entries.Where(entry => entry.Year == year)];
        var standing = ofYear[^1];
        return new AssessmentView(
            standing.UnitId, year, standing.Result, standing.DecidedOn, standing.DocumentNumber, standing.Remarks, ofYear,
            [.. vetoes.Where(veto => veto.Years.Years.Any(failed => failed.Year == year)).Select(AssessmentVetoView.Of)],
            warnings)
        {
            Grade = standing.Grade,
        };
    }
}

/// <summary>A veto for failed years, in an answer; <c>secondYear</c> is the last of them.</summary>
internal sealed record AssessmentVetoView(CaseId CaseId, CaseStatus Status, int FirstYear, int SecondYear, bool NeedsReview)
{
    public static AssessmentVetoView Of(AssessmentVeto veto) => new(
        veto.Case.CaseId, CaseStatus.Of(veto.Case.State), veto.Years.First.Year, veto.Years.Last.Year,
        veto.Case.State.File.Veto?.NeedsReview == Review.Needed);
}
