using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Actions;
using Rectify.Office.Access;

namespace Rectify.Functions.Board;

/// <summary>The pages for actions on a case: form, preview and confirmation.</summary>
public sealed class ActionPages(ActionForms forms)
{
    [Function("BoardSubmission"), Allows(Role.Officer, Role.Unit)]
    public Task<IActionResult> SubmitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/cases/{caseId}/submission")] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        forms.RunAsync(request, caseId, CaseActions.Submission, durable, cancellation);

    [Function("BoardLateSubmission"), Allows(Role.Officer)]
    public Task<IActionResult> SubmitLateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/cases/{caseId}/late-submission")] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        forms.RunAsync(request, caseId, CaseActions.LateEntry, durable, cancellation);

    [Function("BoardInspection"), Allows(Role.Officer)]
    public Task<IActionResult> InspectAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/cases/{caseId}/inspection")] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        forms.RunAsync(request, caseId, CaseActions.Inspection, durable, cancellation);

    [Function("BoardExtension"), Allows(Role.Officer)]
    public Task<IActionResult> ExtendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/cases/{caseId}/extension")] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        forms.RunAsync(request, caseId, CaseActions.Extension, durable, cancellation);

    [Function("BoardSuspension"), Allows(Role.Officer)]
    public Task<IActionResult> SuspendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/cases/{caseId}/suspension")] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        forms.RunAsync(request, caseId, CaseActions.Suspension, durable, cancellation);

    [Function("BoardResumption"), Allows(Role.Officer)]
    public Task<IActionResult> ResumeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/cases/{caseId}/resumption")] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        forms.RunAsync(request, caseId, CaseActions.Resumption, durable, cancellation);

    [Function("BoardVetoDecision"), Allows(Role.Officer)]
    public Task<IActionResult> DecideAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/cases/{caseId}/veto-decision")] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        forms.RunAsync(request, caseId, CaseActions.VetoDecision, durable, cancellation);

    [Function("BoardNextRung"), Allows(Role.Officer)]
    public Task<IActionResult> DecideNextRungAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/cases/{caseId}/next-rung")] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        forms.RunAsync(request, caseId, CaseActions.NextRung, durable, cancellation);

    [Function("BoardConsequence"), Allows(Role.Officer)]
    public Task<IActionResult> DecideConsequenceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/cases/{caseId}/consequence")] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        forms.RunAsync(request, caseId, CaseActions.Consequence, durable, cancellation);

    [Function("BoardUrgingLetter"), Allows(Role.Officer)]
    public Task<IActionResult> UrgeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/cases/{caseId}/urging-letter")] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        forms.RunAsync(request, caseId, CaseActions.Urging, durable, cancellation);

    [Function("BoardMilestone"), Allows(Role.Officer)]
    public Task<IActionResult> RecordMilestoneAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/cases/{caseId}/milestone")] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        forms.RunAsync(request, caseId, CaseActions.MilestoneReceipt, durable, cancellation);

    [Function("BoardRevocation"), Allows(Role.Officer)]
    public Task<IActionResult> RevokeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/cases/{caseId}/revocation")] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        forms.RunAsync(request, caseId, CaseActions.Revocation, durable, cancellation);

    [Function("BoardEntryCorrection"), Allows(Role.Officer)]
    public Task<IActionResult> WithdrawEntryAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/cases/{caseId}/entry-correction")] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        forms.RunAsync(request, caseId, CaseActions.EntryCorrection, durable, cancellation);

    [Function("BoardCorrection"), Allows(Role.Officer)]
    public Task<IActionResult> CorrectAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/cases/{caseId}/correction")] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        forms.RunAsync(request, caseId, CaseActions.Correction, durable, cancellation);
}
