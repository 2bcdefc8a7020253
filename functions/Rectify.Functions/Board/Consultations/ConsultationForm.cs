using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Rectify.Board.Consultations;
using Rectify.Board.Forms;
using Rectify.Domain;
using Rectify.Domain.Messages;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Forms;
using Rectify.Office.Access;
using Rectify.Office.Consultations;
using Rectify.Office.Matching;
using Rectify.Office.Requests;

namespace Rectify.Functions.Board.Consultations;

/// <summary>
/// The form for a consultation about a pasted list: shows whom each row means, then the answers as a preview, and gives the numbered reply
/// on confirmation.
/// </summary>
public sealed class ConsultationForm(
    BoardPages pages, FormReader forms, Flash flash, ConsultationHandler consultationHandler, RegisterMatching matching,
    ConsultationRequests requests)
{
    public const string Address = "/board/new-consultation";

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
        if (sent.Step is not (FormModel.Preview or ConsultationRowsModel.Chosen or FormModel.Confirm))
            return await pages.ShowAsync<FormPage>(request, Title, form);

        // What was confirmed before is the reply, whoever the list would mean now.
        var keyed = sent.Step == FormModel.Confirm
            ? new KeyedRequest($"{caller.Actor}|{Address}|{sent.Ticket.Id}", HashOf(sent.Input))
            : null;
        if (keyed is null || !requests.AwaitsOfficer(caller))
        {
            if (await consultationHandler.EarlierAsync(keyed, cancellation) is { } earlier)
                return await ShowGivenAsync(request, form, earlier);
        }

        if (!Read(sent.Input).Try(out var body, out problem)) return await ShowErrorsAsync(request, form, problem);
        if (!(await matching.MatchAsync(ConsultationFields.Subjects, sent.Input.Text(ConsultationFields.Subjects), cancellation))
            .Try(out var rows, out problem)) return await ShowErrorsAsync(request, form, problem);

        var list = new ConsultationList(rows, sent.Input);
        if (rows.Count > 0 && (list.Open.Count > 0 || !list.MayGoOn || (sent.Step == FormModel.Preview && !list.IsOfIds)))
            return await ShowRowsAsync(request, form, list, sent.Step);

        var asked = body with { Subjects = list.Subjects };
        if (keyed is null) return await PreviewAsync(request, form, asked, list, caller, cancellation);
        if (sent.Input.Text(ConsultationPreviewModel.Identified) is { Length: > 0 } seen && seen != list.Fingerprint)
            return await PreviewAsync(request, form, asked, list, caller, cancellation, hasChanged: true);
        if (requests.AwaitsOfficer(caller))
        {
            return (await requests.AskAsync(asked, list.IsOfIds ? null : list.Decided, PlaceIn(list), keyed, caller, cancellation))
                .Try(out var waiting, out problem)
                ? flash.To(request, $"{ConsultationRequestPages.Address}/{waiting.RequestId}",
                    ("已提交，待核定。", "It is submitted and waits for an officer."))
                : await ShowErrorsAsync(request, form with { Ticket = forms.Ticket(request) }, problem);
        }

        return await ShowGivenAsync(
            request, form,
            await consultationHandler.AskAsync(
                asked, list.IsOfIds ? null : list.Decided, PlaceIn(list), keyed, caller, cancellation));
    }

    private async Task<IActionResult> ShowRowsAsync(HttpRequest request, FormModel form, ConsultationList list, string step)
    {
        var fields = list.Fields;
        IReadOnlyList<FormError> errors = step == FormModel.Preview && list.MayGoOn
            ? []
            : list.Missing(fields, BoardPages.LanguageOf(request));
        return await pages.ShowAsync<ConsultationRowsPage>(
            request, ($"{Title.Chinese}·核对名单", $"{Title.English}: the list"),
            new ConsultationRowsModel(form with { Fields = fields, Errors = errors }, list.Rows, list.MayGoOn),
            errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private async Task<IActionResult> PreviewAsync(
        HttpRequest request, FormModel form, ConsultationBody body, ConsultationList list, Caller caller, CancellationToken cancellation,
        bool hasChanged = false)
    {
        if (!(await consultationHandler.AnswerAsync(body, PlaceIn(list), caller, cancellation)).Try(out var draft, out var problem))
            return await ShowErrorsAsync(request, form, problem);

        var input = FormInput.With(
            [
                .. form.Input.Pairs.Where(pair => pair.Name != ConsultationPreviewModel.Identified),
                (ConsultationPreviewModel.Identified, list.Fingerprint),
            ]);
        return await pages.ShowAsync<ConsultationPreviewPage>(
            request, ($"{Title.Chinese}·预览", $"{Title.English}: preview"),
            new ConsultationPreviewModel(
                form with { Input = input }, ConsultationReplies.Of(draft with { Rows = list.IsOfIds ? null : list.Decided }), hasChanged)
            {
                AwaitsOfficer = requests.AwaitsOfficer(caller),
            });
    }

    private async Task<IActionResult> ShowGivenAsync(
        HttpRequest request, FormModel form, Outcome<Consultation> given) =>
        given.Try(out var consultation, out var problem)
            ? flash.To(request, $"/board/consultations/{consultation.ConsultationId}",
                ($"已出具复函 {consultation.Number.Text}。", $"The reply {consultation.Number.Text} is given."))
            // A form that has led to a reply and is sent again with other content is refused. It gets a new ticket, so that the person can
            // confirm another reply after reading the error.
            : await ShowErrorsAsync(request, form with { Ticket = forms.Ticket(request) }, problem);

    // The subjects follow from the list; the rest is read as a request of the HTTP interface.
    private static Outcome<ConsultationBody> Read(FormInput input)
    {
        var asked = FieldBody.RequestOf(Fields, input);
        asked[ConsultationFields.Subjects] = new JsonArray();
        return FieldBody.Read<ConsultationBody>(asked).Try(out var body, out var problem) ? body.Value : problem;
    }

    // What was typed and chosen, and not whom it means in the register of the moment: a form that is sent twice is the same form.
    private static string HashOf(FormInput input) => Digest.Of(string.Join('\n',
        input.Pairs.Where(pair => pair.Name != ConsultationPreviewModel.Identified).Order().Select(pair => $"{pair.Name}={pair.Text}")));

    private static Func<int, string> PlaceIn(ConsultationList list) => index => $"{Line}{list.LineOf(index)}";

    private Task<IActionResult> ShowErrorsAsync(HttpRequest request, FormModel form, Problem problem)
    {
        var language = BoardPages.LanguageOf(request);
        var byLine = problem.Errors?.Where(error => error.Key.StartsWith(Line, StringComparison.Ordinal)).ToList() ?? [];
        IReadOnlyList<FormError> errors =
        [
            .. from error in byLine
               from detail in error.Value
               select Wrong(error.Key[Line.Length..], MessageWords.Beside(detail, language), language),
            .. byLine.Count > 0 ? [] : FormErrors.Of(problem, Fields, language),
        ];
        return pages.ShowAsync<FormPage>(request, Title, form with { Errors = errors }, StatusCodes.Status422UnprocessableEntity);
    }

    private static FormError Wrong(string line, string sentence, Language language) =>
        new(Fields[0], (language == Language.English ? $"Line {line}: " : $"第 {line} 行：") + sentence);

    // The choices that were made stay with the form while its list is corrected.
    private static FormModel FormOf(string ticket, FormInput input) =>
        new(Address, ticket, [.. Fields, .. KeptIn(input)], input, ("预览", "Preview"), "/board/eligibility");

    private static IEnumerable<Field> KeptIn(FormInput input) =>
        input.Pairs.Select(pair => pair.Name).Where(name => name.StartsWith(ConsultationRowsModel.ChoicePrefix, StringComparison.Ordinal))
            .Distinct().Select(name => new Field.Settled(name, ("", "")));
}
