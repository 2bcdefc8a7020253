using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Board;
using Rectify.Board.Consultations;
using Rectify.Board.Documents;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Consultations;
using Rectify.Functions.Consultations;
using Rectify.Functions.Documents;
using Rectify.Functions.Http;
using Rectify.Functions.Spreadsheets;
using Rectify.Office.Access;
using Rectify.Office.BarredRegister;
using Rectify.Office.Consultations;
using Rectify.Office.Settings;

namespace Rectify.Functions.Board;

/// <summary>征求意见: the pages of the replies, and the form to ask for another.</summary>
/// <remarks>Officers and auditors see every reply; a consulting body lists those that it asked for itself.</remarks>
public sealed class ConsultationPages(
    BoardPages pages, IConsultationStore log, ConsultationForm consultationForm, PageRenderer pageRenderer,
    OfficeSettings officeSettings, VisibleConsultations visibleConsultations, LivingReplies livingReplies,
    ConsultationRequests requests, BarredReader barredReader)
{
    private const int RowsPerPage = 50;

    [Function("BoardConsultations"), Allows(Role.Officer, Role.Auditor, Role.Consulting)]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/consultations")] HttpRequest request,
        CancellationToken cancellation)
    {
        var caller = Caller.Of(request.HttpContext);
        try
        {
            var slice =
                await log.ListNewestAsync(caller.Role == Role.Consulting ? caller : null, RowsPerPage,
                    Query.Text(request, "continuation"), cancellation);
            return await pages.ShowAsync<ConsultationsPage>(request, ("征求意见复函", "Replies to consultations"), new ConsultationsModel(
                [.. slice.Items.Select(ConsultationReplies.RowOf)],
                slice.Continuation is { } next ? ListAnswer.LinkTo(request, next) : null,
                caller.Role == Role.Auditor ? null : ConsultationForm.Address)
            {
                HasBarred = barredReader.MayRead(caller),
                Waiting = officeSettings.Replies == ReplyMode.ByOfficer
                    ? (await requests.ListAsync(caller, cancellation)).Count(one => one.State == RequestState.Waiting)
                    : null,
            });
        }
        catch (FormatException)
        {
            return await pages.ShowMissingAsync(request, "没有这一页。", "There is no such page of the replies.");
        }
    }

    [Function("BoardConsult"), Allows(Role.Officer, Role.Consulting)]
    public Task<IActionResult> AskAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/new-consultation")] HttpRequest request,
        CancellationToken cancellation) =>
        consultationForm.RunAsync(request, cancellation);

    [Function("BoardConsultation"), Allows(Role.Officer, Role.Auditor, Role.Consulting)]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/consultations/{consultationId}")] HttpRequest request,
        string consultationId, CancellationToken cancellation) =>
        WithConsultationAsync(request, consultationId, async consultation => await pages.ShowAsync<ConsultationPage>(
            request, ($"复函 {consultation.Number.Text}", $"Reply {consultation.Number.Text}"),
            ConsultationReplies.Of(consultation, await livingReplies.OfAsync(consultationId, cancellation))),
            cancellation);

    [Function("BoardConsultationDocument"), Allows(Role.Officer, Role.Auditor, Role.Consulting)]
    public Task<IActionResult> PrintAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/consultations/{consultationId}/document")] HttpRequest request,
        string consultationId, CancellationToken cancellation) =>
        WithConsultationAsync(request, consultationId, async consultation => new DocumentResult(await pageRenderer.RenderAsync<ReplyPage>(
            ConsultationWords.Reply(consultation, officeSettings.Name))), cancellation);

    [Function("BoardConsultationTable"), Allows(Role.Officer, Role.Auditor, Role.Consulting)]
    public Task<IActionResult> SaveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/consultations/{consultationId}/table")] HttpRequest request,
        string consultationId, CancellationToken cancellation) =>
        WithConsultationAsync(request, consultationId, consultation =>
        {
            BoardPages.AddHeaders(request.HttpContext.Response);
            return Task.FromResult(
                CsvAnswer.ToResult(ConsultationCsv.Write(consultation), $"consultation-{consultation.ConsultationId}.csv"));
        }, cancellation);

    [Function("BoardConsultationAnnex"), Allows(Role.Officer, Role.Auditor, Role.Consulting)]
    public Task<IActionResult> AnnexAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/consultations/{consultationId}/annex")] HttpRequest request,
        string consultationId, CancellationToken cancellation) =>
        WithConsultationAsync(request, consultationId, consultation =>
        {
            BoardPages.AddHeaders(request.HttpContext.Response);
            return ReplyAnnex.Of(consultation) is { } annex
                ? Task.FromResult(AnnexEndpoints.ToResult(request, annex))
                : pages.ShowMissingAsync(request, "复函出具时尚无附件。", "The reply was given before replies had an annex.");
        }, cancellation);

    /// <summary>The page that checks annexes. It works without this server: whoever saves it needs nothing else.</summary>
    [Function("BoardChecker"), Allows(Role.Officer, Role.Auditor, Role.Consulting)]
    public IActionResult Checker(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/checker")] HttpRequest request)
    {
        BoardPages.AddHeaders(request.HttpContext.Response);
        request.HttpContext.Response.Headers.ContentSecurityPolicy = CheckerPage.ContentSecurityPolicy;
        return new ContentResult { ContentType = BoardPages.ContentType, Content = CheckerPage.Html };
    }

    // For a caller who may not see a reply, the answer is the same as when it does not exist.
    private async Task<IActionResult> WithConsultationAsync(
        HttpRequest request, string id, Func<Consultation, Task<IActionResult>> answer, CancellationToken cancellation)
    {
        return (await visibleConsultations.FindAsync(id, Caller.Of(request.HttpContext), cancellation)).Try(out var consultation, out _)
            ? await answer(consultation)
            : await pages.ShowMissingAsync(request, "没有这份复函，或由其他单位征求。",
                "There is no such reply, or another body asked for it.");
    }
}
