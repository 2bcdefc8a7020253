using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Rectify.Board.Consultations;
using Rectify.Board.Forms;
using Rectify.Domain;
using Rectify.Domain.Messages;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Consultations;
using Rectify.Functions.Board.Forms;
using Rectify.Functions.Orchestrations;
using Rectify.Office.Access;
using Rectify.Office.Consultations;
using Rectify.Office.Requests;

namespace Rectify.Functions.Board;

/// <summary>The consultations that an officer answers: a list, and for each the reply to be issued or returned.</summary>
public sealed class ConsultationRequestPages(
    BoardPages pages, FormReader forms, Flash flash, ConsultationRequests requests, Workflows workflows)
{
    /// <summary>Address of the list.</summary>
    public const string Address = "/board/consultation-requests";

    private static readonly Bilingual Title = ("征求意见的核定", "Consultations for an officer");

    [Function("BoardConsultationRequests"), Allows(Role.Officer, Role.Auditor, Role.Consulting)]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/consultation-requests")] HttpRequest request,
        CancellationToken cancellation)
    {
        List<ConsultationRequestRow> rows = [];
        foreach (var one in await requests.ListAsync(Caller.Of(request), cancellation)) rows.Add(await RowOfAsync(one, cancellation));
        return await pages.ShowAsync<ConsultationRequestsPage>(request, Title, new ConsultationRequestsModel(rows));
    }

    [Function("BoardConsultationRequest"), Allows(Role.Officer, Role.Auditor, Role.Consulting)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/consultation-requests/{requestId}")] HttpRequest request,
        string requestId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        var caller = Caller.Of(request);
        if (!(await requests.FindAsync(requestId, caller, cancellation)).Try(out var found, out _))
            return await pages.ShowMissingAsync(request, "没有这份征求意见，或由其他单位提出。",
                "There is no such consultation, or another body asked it.");
        if (HttpMethods.IsGet(request.Method))
            return await ShowAsync(request, found, FormOf(request, found, forms.Ticket(request), FormInput.With()), cancellation);
        if (!(await forms.ReceiveAsync(request)).Try(out var sent, out var problem)) return await pages.ShowProblemAsync(request, problem);
        if (caller.Role != Role.Officer)
        {
            return await pages.ShowProblemAsync(
                request, Problem.Of(ProblemKind.Forbidden, ProblemTitles.Forbidden, ConsultationMessages.OfficerDecides));
        }

        var form = FormOf(request, found, sent.TicketText, sent.Input);
        switch (sent.Step)
        {
            case ConsultationRequestModel.Issue:
                if (found.State == RequestState.Waiting
                    && (await requests.AnswerAsync(found, cancellation)).Try(out var draft, out _)
                    && sent.Input.Text(ConsultationRequestModel.SeenName) != FingerprintOf(draft))
                {
                    problem = Problem.Rule(ConsultationRequestModel.SeenName, ConsultationMessages.AnswersMoved);
                    break;
                }

                if (!(await requests.IssueAsync(requestId, caller, cancellation)).Try(out var reply, out problem)) break;
                await workflows.By(durable).WakeYearlyCycleAsync(cancellation);
                return flash.To(request, $"/board/consultations/{reply.ConsultationId}",
                    ($"已出具复函 {reply.Number.Text}。", $"The reply {reply.Number.Text} is given."));
            case ConsultationRequestModel.Return:
                if (!(await requests.ReturnAsync(requestId, sent.Input.Text("reason").Trim(), caller, cancellation))
                    .Try(out _, out problem)) break;
                await workflows.By(durable).WakeYearlyCycleAsync(cancellation);
                return flash.To(request, form.Address, ("已退回。", "It is returned."));
            default:
                return await ShowAsync(request, found, form, cancellation);
        }

        var errors = FormErrors.Of(problem!, form.Fields, BoardPages.LanguageOf(request));
        return await ShowAsync(request, found, form with { Errors = errors }, cancellation, StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IActionResult> ShowAsync(
        HttpRequest request, ConsultationRequest found, FormModel form, CancellationToken cancellation, int status = 200)
    {
        // What was issued and has no reply yet, because that could not be recorded, can be issued again.
        var row = await RowOfAsync(found, cancellation);
        var decides = Caller.Of(request).Role == Role.Officer
            && (found.State == RequestState.Waiting || (found.State == RequestState.Issued && row.Reply is null));
        if (!(await requests.AnswerAsync(found, cancellation)).Try(out var draft, out var problem) && decides)
            form = form with { Errors = [.. form.Errors, .. FormErrors.Of(problem, form.Fields, BoardPages.LanguageOf(request))] };
        var model = new ConsultationRequestModel(
            row, draft is null || !decides ? null : ConsultationReplies.Of(draft), decides ? form : null)
        {
            Subjects = draft is null
                ? [.. found.Asked.Body.Subjects.Select(subject => subject.IdText)]
                : [.. draft.Answers.Select(answer => answer.Name)],
            Errors = form.Errors,
            Seen = draft is null ? "" : FingerprintOf(draft),
        };
        return await pages.ShowAsync<ConsultationRequestPage>(request, Title, model, status);
    }

    // What the officer has seen: the answers and what they rest on, but not the instant at which they were computed.
    private static string FingerprintOf(Consultation draft) => Digest.Of(JsonSerializer.Serialize(
        draft.Answers.Select(answer => new { answer.Subject, answer.Name, answer.Finding, answer.Later }), DomainJson.Options))[..16];

    private async Task<ConsultationRequestRow> RowOfAsync(ConsultationRequest request, CancellationToken cancellation) => new(
        request, ConsultationReplies.NameOf(request.Asked.Body.Purpose),
        await requests.ReplyOfAsync(request, cancellation) is { } reply ? (reply.ConsultationId, reply.Number.Text) : null);

    private static FormModel FormOf(HttpRequest request, ConsultationRequest found, string ticket, FormInput input) => new(
        request.Path, ticket, ConsultationRequestModel.Fields, input, ("核定", "Decide"), Address);
}
