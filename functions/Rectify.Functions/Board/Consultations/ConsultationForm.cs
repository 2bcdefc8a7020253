using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Rectify.Board.Consultations;
using Rectify.Board.Forms;
using Rectify.Domain.Messages;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Forms;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Consultations;
using Rectify.Office.Requests;

namespace Rectify.Functions.Board.Consultations;

/// <summary>
/// The form for a consultation about many subjects: shows the answers as a preview, and gives the numbered reply on confirmation.
/// </summary>
public sealed class ConsultationForm(BoardPages pages, FormReader forms, Flash flash, ConsultationHandler consultationHandler)
{
    public const string Address = "/board/consultations/new";

    // The prefix of error keys that name a subject by its line.
    private const string Line = "line ";

    private static readonly Bilingual Title = ("征求意见", "Ask for a reply");
    private static readonly IReadOnlyList<Field> Fields = ConsultationFields.All(ConsultationReplies.Purposes);

    public async Task<IActionResult> RunAsync(HttpRequest request, CancellationToken cancellation)
    {
        var caller = Caller.Of(request.HttpContext);
        if (HttpMethods.IsGet(request.Method))
            return await pages.ShowAsync<FormPage>(request, Title,
                FormOf(forms.Ticket(request), FormInput.With(("askedBy", caller.Role == Role.Consulting ? caller.Name : ""))));
        if (!(await forms.ReceiveAsync(request)).Try(out var sent, out var problem)) return await pages.ShowProblemAsync(request, problem);

        var form = FormOf(sent.TicketText, sent.Input);
        if (sent.Step is not (FormModel.Preview or FormModel.Confirm)) return await pages.ShowAsync<FormPage>(request, Title, form);

        var pasted = PastedSubjects.Of(sent.Input.Text(ConsultationFields.Subjects));
        if (!Read(sent.Input, pasted).Try(out var body, out problem)) return await ShowErrorsAsync(request, form, pasted, problem);
        if (pasted.Any(one => one.Subject is null)) return await ShowErrorsAsync(request, form, pasted, null);
        return sent.Step == FormModel.Confirm
            ? await ConfirmAsync(request, form, pasted, body, new KeyedRequest($"{caller.Actor}|{Address}|{sent.Ticket.Id}", body.Hash),
                caller, cancellation)
            : await PreviewAsync(request, form, pasted, body.Value, caller, cancellation);
    }

    private async Task<IActionResult> PreviewAsync(
        HttpRequest request, FormModel form, IReadOnlyList<PastedSubject> pasted, ConsultationBody body, Caller caller,
        CancellationToken cancellation) =>
        (await consultationHandler.AnswerAsync(body, PlaceIn(pasted), caller, cancellation)).Try(out var draft, out var problem)
            ? await pages.ShowAsync<ConsultationPreviewPage>(
                request, ($"{Title.Chinese}·预览", $"{Title.English}: preview"),
                new ConsultationPreviewModel(form, ConsultationReplies.Of(draft)))
            : await ShowErrorsAsync(request, form, pasted, problem);

    private async Task<IActionResult> ConfirmAsync(
        HttpRequest request, FormModel form, IReadOnlyList<PastedSubject> pasted, JsonBody<ConsultationBody> body, KeyedRequest keyed,
        Caller caller,
        CancellationToken cancellation) =>
        (await consultationHandler.AskAsync(body.Value, PlaceIn(pasted), keyed, caller, cancellation)).Try(out var consultation,
            out var problem)
            ? flash.To(request, $"/board/consultations/{consultation.ConsultationId}",
                ($"已出具复函 {consultation.Number.Text}。", $"The reply {consultation.Number.Text} is given."))
            // A form that has led to a reply and is sent again with other content is refused. It gets a new ticket, so that the person can
            // confirm another reply after reading the error.
            : await ShowErrorsAsync(request, form with { Ticket = forms.Ticket(request) }, pasted, problem);

    // Leaves out subjects that cannot be read, which the caller reports by line; the rest is read as a request of the HTTP interface.
    private static Outcome<JsonBody<ConsultationBody>> Read(FormInput input, IReadOnlyList<PastedSubject> pasted)
    {
        var asked = FieldBody.RequestOf(Fields, input);
        asked[ConsultationFields.Subjects] = new JsonArray(
            [.. pasted.Where(one => one.Subject is not null).Select(one => JsonValue.Create(one.Subject!.ToString()))]);
        return FieldBody.Read<ConsultationBody>(asked);
    }

    private static Func<int, string> PlaceIn(IReadOnlyList<PastedSubject> pasted) => index => $"{Line}{pasted[index].Line}";

    private Task<IActionResult> ShowErrorsAsync(HttpRequest request, FormModel form, IReadOnlyList<PastedSubject> pasted, Problem? problem)
    {
        var language = BoardPages.LanguageOf(request);
        var byLine = problem?.Errors?.Where(error => error.Key.StartsWith(Line, StringComparison.Ordinal)).ToList() ?? [];
        IReadOnlyList<FormError> errors =
        [
            .. from one in pasted where one.Subject is null select Wrong(one.Line.ToString(CultureInfo.InvariantCulture),
                UnreadableIn(one, language), language),
            .. from error in byLine
               from detail in error.Value
               select Wrong(error.Key[Line.Length..], MessageWords.Beside(detail, language), language),
            .. problem is null || byLine.Count > 0 ? [] : FormErrors.Of(problem, Fields, language),
        ];
        return pages.ShowAsync<FormPage>(request, Title, form with { Errors = errors }, StatusCodes.Status422UnprocessableEntity);
    }

    private static string UnreadableIn(PastedSubject one, Language language) => language == Language.English
        ? $"\"{one.Text}\" is not unit:id or official:id."
        : $"“{one.Text}”不是 unit:编号 或 official:编号。";

    private static FormError Wrong(string line, string sentence, Language language) =>
        new(Fields[0], (language == Language.English ? $"Line {line}: " : $"第 {line} 行：") + sentence);

    private static FormModel FormOf(string ticket, FormInput input) =>
        new(Address, ticket, Fields, input, ("预览", "Preview"), "/board/eligibility");
}
