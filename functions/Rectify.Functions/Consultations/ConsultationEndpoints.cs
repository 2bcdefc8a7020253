using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Board;
using Rectify.Board.Documents;
using Rectify.Domain.Identity;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Documents;
using Rectify.Functions.Http;
using Rectify.Functions.Spreadsheets;
using Rectify.Office.Access;
using Rectify.Office.Consultations;
using Rectify.Office.Eligibility;
using Rectify.Office.Requests;
using Rectify.Office.Settings;

namespace Rectify.Functions.Consultations;

/// <summary>征求意见: honours and personnel bodies ask in writing before they award or promote (S15).</summary>
public sealed class ConsultationEndpoints(
    ConsultationHandler consultationHandler, VisibleConsultations visible, IConsultationStore log, OfficeSettings office,
    PageRenderer pages, LivingReplies livingReplies, ConsultationRequests requests)
{
    [Function("AskConsultation"), Allows(Role.Consulting, Role.Officer)]
    [Api("Asks about up to 1,000 subjects and gets a numbered reply.", Takes = typeof(ConsultationBody),
        TakesMedia = [SpreadsheetMedia.Csv, SpreadsheetMedia.Tsv, SpreadsheetMedia.Xlsx, SpreadsheetMedia.Xls],
        Answers = typeof(ConsultationView), AnswersMedia = ["text/csv"], Statuses = [201], Repeatable = true)]
    [ApiQuery("purpose", typeof(Purpose), "With a table as the body: what for.")]
    [ApiQuery("on", typeof(DateOnly), "With a table: the day asked about; today unless told.")]
    [ApiQuery("askedBy", typeof(string), "With a table: who asks.")]
    public async Task<IActionResult> AskAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/consultations")] HttpRequest request,
        CancellationToken cancellation)
    {
        var caller = Caller.Of(request.HttpContext);
        if (requests.AwaitsOfficer(caller))
            return Problem.Of(ProblemKind.Forbidden, ProblemTitles.Forbidden, ConsultationMessages.RepliesByOfficer).ToResult();
        if (!IdempotencyKey.Of(request.Headers["Idempotency-Key"].ToString()).Try(out var key, out var problem)) return problem.ToResult();

        ConsultationBody body;
        string hash;
        Func<int, string> place;
        if (SpreadsheetBody.IsIn(request))
        {
            if (!(await ConsultationCsv.ReadAsync(request)).Try(out var csv, out problem)) return problem.ToResult();
            (body, hash, place) = (csv.Body, csv.Hash, index => $"line {csv.Lines[index]}");
        }
        else
        {
            if (!(await JsonBody.ReadAsync<ConsultationBody>(request)).Try(out var json, out problem)) return problem.ToResult();
            (body, hash, place) = (json.Value, json.Hash, index => $"subjects[{index}]");
        }

        var keyed = key.Value is { } given ? new KeyedRequest($"{caller.Actor}|consultations|{given}", hash) : null;
        if (!(await consultationHandler.AskAsync(body, place, keyed, caller, cancellation)).Try(out var consultation, out problem))
            return problem.ToResult();

        request.HttpContext.Response.Headers.Location = $"/api/consultations/{consultation.ConsultationId}";
        return Answer(request, consultation, 201);
    }

    [Function("GetConsultation"), Allows(Role.Consulting, Role.Officer, Role.Auditor)]
    [Api("A consultation as it was answered.", Answers = typeof(ConsultationView), AnswersMedia = ["text/csv"])]
    public Task<IActionResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/consultations/{consultationId}")] HttpRequest request,
        string consultationId, CancellationToken cancellation) =>
        WithConsultationAsync(request, consultationId, async consultation =>
            Answer(request, consultation, 200, await livingReplies.OfAsync(consultationId, cancellation)), cancellation);

    /// <summary>征求意见复函.</summary>
    [Function("GetConsultationDocument"), Allows(Role.Consulting, Role.Officer, Role.Auditor)]
    [Api("The reply, to be printed.", AnswersMedia = ["text/html"])]
    public Task<IActionResult> DocumentAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/consultations/{consultationId}/document")] HttpRequest request,
        string consultationId, CancellationToken cancellation) =>
        WithConsultationAsync(
            request, consultationId,
            async consultation =>
                new DocumentResult(await pages.RenderAsync<ReplyPage>(ConsultationWords.Reply(consultation, office.Name))),
            cancellation);

    [Function("VerifyConsultation"), Allows(Role.Officer, Role.Auditor)]
    [Api("Computes the answer again from the ledger as it stood.", Answers = typeof(VerificationView))]
    public Task<IActionResult> VerifyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/consultations/{consultationId}/verification")] HttpRequest request,
        string consultationId, CancellationToken cancellation) =>
        WithConsultationAsync(
            request, consultationId,
            async consultation =>
            {
                var differences = await consultationHandler.VerifyAsync(consultation, cancellation);
                return Wire.Json(new VerificationView(
                    consultation.ConsultationId, consultation.Number.Text, consultation.AsOf, differences.Count == 0, differences));
            },
            cancellation);

    [Function("ListConsultations"), Allows(Role.Officer, Role.Auditor)]
    [Api("The log of consultations.", Answers = typeof(ListAnswer<ConsultationLine>), Paged = true)]
    public Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/consultations")] HttpRequest request,
        CancellationToken cancellation) =>
        ListAnswer.PageAsync(request, async (top, continuation) =>
        {
            var slice = await log.ListAsync(top, continuation, cancellation);
            return new Office.Requests.Slice<ConsultationLine>([.. slice.Items.Select(ConsultationLine.Of)], slice.Continuation);
        });

    private async Task<IActionResult> WithConsultationAsync(
        HttpRequest request, string id, Func<Consultation, Task<IActionResult>> answer, CancellationToken cancellation)
    {
        return (await visible.FindAsync(id, Caller.Of(request.HttpContext), cancellation)).Try(out var consultation, out var problem)
            ? await answer(consultation)
            : problem.ToResult();
    }

    private static IActionResult Answer(
        HttpRequest request, Consultation consultation, int status, IReadOnlyList<OvertakenAnswer>? overtaken = null) =>
        Accepts.Csv(request)
        ? CsvAnswer.ToResult(ConsultationCsv.Write(consultation), $"consultation-{consultation.ConsultationId}.csv", status)
        : Wire.Json(ConsultationView.Of(consultation, overtaken ?? []), status);

    private sealed record ConsultationView(
        string ConsultationId, string Number, Purpose Purpose, DateOnly On, string AskedBy, DateTimeOffset AsOf,
        IReadOnlyList<AnswerView> Answers, IReadOnlyList<ConsultedRow>? Rows, string? AnnexHash, DateOnly? ValidTo,
        IReadOnlyList<OvertakenView> Overtaken)
    {
        public static ConsultationView Of(Consultation consultation, IReadOnlyList<OvertakenAnswer> overtaken) => new(
            consultation.ConsultationId, consultation.Number.Text, consultation.Purpose, consultation.On, consultation.AskedBy,
            consultation.AsOf,
            [.. consultation.Answers.Select(answer => new AnswerView(
                answer.Subject, answer.Name, answer.Finding.Answer, answer.Finding.Until, answer.Finding.Bases, answer.Later,
                [.. ConsultationWords.Warnings(answer).Select(warning => warning.English)]))],
            consultation.Rows, ReplyAnnex.Of(consultation)?.Hash, consultation.ValidTo,
            [.. overtaken.Select(one => new OvertakenView(one.Subject, one.Answered, one.Now, one.At))]);
    }

    private sealed record AnswerView(Subject Subject, string Name, Answer Answer, DateOnly? Until, IReadOnlyList<FindingBasis> Bases,
        LaterFinding? Later, IReadOnlyList<string> Warnings);

    private sealed record OvertakenView(Subject Subject, StandingAnswer Answered, StandingAnswer Now, DateTimeOffset At);

    private sealed record ConsultationLine(
        string ConsultationId, string Number, Purpose Purpose, DateOnly On, string AskedBy, string Actor, DateTimeOffset AsOf, int Subjects)
    {
        public static ConsultationLine Of(Consultation c) =>
            new(c.ConsultationId, c.Number.Text, c.Purpose, c.On, c.AskedBy, c.Actor, c.AsOf, c.Answers.Count);
    }

    private sealed record VerificationView(
        string ConsultationId, string Number, DateTimeOffset AsOf, bool Reproduced, IReadOnlyList<Difference> Differences);
}
