using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Cases;
using Rectify.Office.Commands;
using Rectify.Office.Openings;
using Rectify.Office.Requests;

namespace Rectify.Functions.Cases;

/// <summary>The endpoints for actions of the unit and the supervising office on a case.</summary>
public sealed class CommandEndpoints(
    CommandRunner runner, VisibleCases cases, OpeningLookup openingLookup, CaseViews views, CorrectionPreview corrections)
{
    /// <summary>整改报告、申请验收.</summary>
    [Function("SubmitRectification"), Allows(Role.Officer, Role.Unit)]
    [Api("The unit hands in its report and asks for inspection.", Takes = typeof(SubmissionBody), Answers = typeof(CaseView),
        Conditional = true)]
    public Task<IActionResult> SubmitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{caseId}/submission")] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        ExecuteAsync<SubmissionBody>(request, caseId, durable, cancellation);

    /// <summary>验收.</summary>
    [Function("RecordInspection"), Allows(Role.Officer)]
    [Api("Records an inspection.", Takes = typeof(InspectionBody), Answers = typeof(CaseView), Conditional = true)]
    public Task<IActionResult> InspectAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{caseId}/inspection")] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        ExecuteAsync<InspectionBody>(request, caseId, durable, cancellation);

    /// <summary>限期延长.</summary>
    [Function("GrantExtension"), Allows(Role.Officer)]
    [Api("Extends the deadline.", Takes = typeof(ExtensionBody), Answers = typeof(CaseView), Conditional = true)]
    public Task<IActionResult> ExtendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{caseId}/extension")] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        ExecuteAsync<ExtensionBody>(request, caseId, durable, cancellation);

    /// <summary>中止.</summary>
    [Function("SuspendClock"), Allows(Role.Officer)]
    [Api("Stops the clock.", Takes = typeof(SuspensionBody), Answers = typeof(CaseView), Conditional = true)]
    public Task<IActionResult> SuspendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{caseId}/suspension")] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        ExecuteAsync<SuspensionBody>(request, caseId, durable, cancellation);

    /// <summary>恢复.</summary>
    [Function("ResumeClock"), Allows(Role.Officer)]
    [Api("Lets the clock run again.", Takes = typeof(ResumptionBody), Answers = typeof(CaseView), Conditional = true)]
    public Task<IActionResult> ResumeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{caseId}/resumption")] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        ExecuteAsync<ResumptionBody>(request, caseId, durable, cancellation);

    /// <summary>撤销.</summary>
    [Function("RevokeMeasure"), Allows(Role.Officer)]
    [Api("Takes a measure or a sanction back.", Takes = typeof(RevocationBody), Answers = typeof(CaseView), Conditional = true)]
    public Task<IActionResult> RevokeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{caseId}/revocation")] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        ExecuteAsync<RevocationBody>(request, caseId, durable, cancellation);

    /// <summary>更正.</summary>
    [Function("CorrectCase"), Allows(Role.Officer)]
    [Api("Corrects what was entered wrongly.", Takes = typeof(CorrectionBody), Answers = typeof(CaseView), Conditional = true)]
    public Task<IActionResult> CorrectAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{caseId}/correction")] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        ExecuteAsync<CorrectionBody>(request, caseId, durable, cancellation);

    /// <summary>更正的预览.</summary>
    [Function("PreviewCorrection"), Allows(Role.Officer)]
    [Api("What a correction would change, from what to what, and the case as it would stand; records nothing.",
        Takes = typeof(CorrectionBody), Answers = typeof(CorrectionPreviewView))]
    public async Task<IActionResult> PreviewCorrectionAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{caseId}/correction/preview")] HttpRequest request,
        string caseId, CancellationToken cancellation)
    {
        var caller = Caller.Of(request);
        if (!(await cases.FindAsync(caseId, caller, cancellation)).Try(out var record, out var problem)) return problem.ToResult();
        if (!(await JsonBody.ReadAsync<CorrectionBody>(request)).Try(out var body, out problem)) return problem.ToResult();
        if (!(await body.Value.ToCommandAsync(caller, record, openingLookup, cancellation)).Try(out var command, out problem))
            return problem.ToResult();

        return await corrections.OfAsync(record, command, cancellation) switch
        {
            (null, { } rejection) => Problem.Of(rejection).ToResult(),
            var (view, _) => Wire.Json(view!),
        };
    }

    /// <summary>更正误登.</summary>
    [Function("WithdrawEntry"), Allows(Role.Officer)]
    [Api("Takes an entry out that was made by error: the case stands as if it had never been made.", Takes = typeof(EntryCorrectionBody),
        Answers = typeof(CaseView), Conditional = true)]
    public Task<IActionResult> WithdrawEntryAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{caseId}/entry-correction")] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        ExecuteAsync<EntryCorrectionBody>(request, caseId, durable, cancellation);

    /// <summary>The committee imposes or declines a proposed veto, or confirms one that took effect by itself.</summary>
    [Function("DecideVeto"), Allows(Role.Officer)]
    [Api("Imposes, declines or confirms a veto.", Takes = typeof(VetoDecisionBody), Answers = typeof(CaseView), Conditional = true)]
    public Task<IActionResult> DecideVetoAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{caseId}/veto-decision")] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        ExecuteAsync<VetoDecisionBody>(request, caseId, durable, cancellation);

    /// <summary>不予升级.</summary>
    [Function("DecideNextRung"), Allows(Role.Officer)]
    [Api("Declines the rung that is proposed after a notice or a talk.", Takes = typeof(NextRungBody), Answers = typeof(CaseView),
        Conditional = true)]
    public Task<IActionResult> DecideNextRungAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{caseId}/next-rung")] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        ExecuteAsync<NextRungBody>(request, caseId, durable, cancellation);

    /// <summary>通报批评、处理决定.</summary>
    [Function("DecideConsequence"), Allows(Role.Officer)]
    [Api("Records the criticism or the decision that ends a missed measure where the rulebook says so.", Takes = typeof(ConsequenceBody),
        Answers = typeof(CaseView), Conditional = true)]
    public Task<IActionResult> DecideConsequenceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{caseId}/consequence")] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        ExecuteAsync<ConsequenceBody>(request, caseId, durable, cancellation);

    /// <summary>督办函、催办函.</summary>
    [Function("IssueUrgingLetter"), Allows(Role.Officer)]
    [Api("Records an urging letter after a missed deadline, plan or report.", Takes = typeof(UrgingBody), Answers = typeof(CaseView),
        Conditional = true)]
    public Task<IActionResult> UrgeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{caseId}/urging-letter")] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        ExecuteAsync<UrgingBody>(request, caseId, durable, cancellation);

    /// <summary>整改方案、进展报告.</summary>
    [Function("RecordMilestone"), Allows(Role.Officer)]
    [Api("Records a plan or a report that came in.", Takes = typeof(MilestoneBody), Answers = typeof(CaseView), Conditional = true)]
    public Task<IActionResult> RecordMilestoneAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{caseId}/milestone")] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        ExecuteAsync<MilestoneBody>(request, caseId, durable, cancellation);

    private async Task<IActionResult> ExecuteAsync<TBody>(
        HttpRequest request, string id, DurableTaskClient durable, CancellationToken cancellation) where TBody : ICommandBody
    {
        var (caseId, caller) = (new CaseId(id), Caller.Of(request));
        if (!ETag.IfMatch(request).Try(out var expected, out var problem)) return problem.ToResult();
        if (!(await cases.FindAsync(id, caller, cancellation)).Try(out var seen, out problem)) return problem.ToResult();
        if (!(await JsonBody.ReadAsync<TBody>(request)).Try(out var body, out problem)) return problem.ToResult();
        if (!(await body.Value.ToCommandAsync(caller, seen, openingLookup, cancellation)).Try(out var command, out problem))
            return problem.ToResult();

        var outcome = await runner.RunAsync(durable, caseId, command, caller.Actor, expected, cancellation);
        if (outcome is not CommandOutcome.Done(var record, _)) return outcome.Problem!.ToResult();

        request.HttpContext.Response.Headers.ETag = ETag.Of(record.Version);
        return Wire.Json(await views.OfAsync(record, cancellation));
    }
}
