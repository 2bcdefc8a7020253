using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.DurableTask.Client;
using Rectify.Board.Forms;
using Rectify.Board.Rulebooks;
using Rectify.Domain.Calendar;
using Rectify.Domain.Messages;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Forms;
using Rectify.Functions.Orchestrations;
using Rectify.Office.Access;
using Rectify.Office.RulebookChanges;
using Rectify.Office.Rulebooks;

namespace Rectify.Functions.Board.Rulebooks;

/// <summary>The forms that put a rulebook in force from a day on, and retire one: form, preview, confirmation.</summary>
public sealed class RulebookDecisionForms(
    BoardPages pages, FormReader forms, Flash flash, CurrentRulebooks rulebooks, RulebookHandler rulebookHandler, Workflows workflows,
    TimeProvider clock)
{
    private static readonly Field Reason = new Field.Prose("reason", ("理由", "Reason"))
    {
        Hint = ("载入台账，例如决定机关和日期。", "It is recorded: who decided it, and when."),
    };

    private static readonly IReadOnlyList<Field> InForceFields =
    [
        new Field.Day("from", ("自何日起施行", "In force from"))
        {
            Hint = ("该日及以后立案的适用；已立的案件不变。",
                "Cases of that day and later fall under it; those that are open keep theirs."),
        },
        Reason,
    ];

    private static readonly IReadOnlyList<Field> RetirementFields = [Reason];

    public async Task<IActionResult> PutInForceAsync(
        HttpRequest request, RulebookEdition edition, DurableTaskClient durable, CancellationToken cancellation)
    {
        Bilingual title = ($"施行规则版本 {edition.Id}", $"Put {edition.Id} in force");
        var today = LocalDay.Of(clock.GetUtcNow());
        if (HttpMethods.IsGet(request.Method))
        {
            return await ShowAsync(request, title, FormOf(
                edition, "in-force", InForceFields, forms.Ticket(request, rulebooks.Value.Revision),
                FormInput.With(("from", $"{today:yyyy-MM-dd}"))));
        }

        if (!(await forms.ReceiveAsync(request)).Try(out var sent, out var problem)) return await pages.ShowProblemAsync(request, problem);
        var form = FormOf(edition, "in-force", InForceFields, sent.TicketText, sent.Input);
        if (sent.Step == FormModel.Edit) return await ShowAsync(request, title, form);
        if (!FieldBody.Read<RulebookInForceBody>(form.Fields, sent.Input).Try(out var body, out problem)
            || (problem = rulebookHandler.RefuseInForce(edition.Id, body.Value)) is not null)
            return await ShowWrongAsync(request, title, form, problem);

        // Something was decided since the form was opened, so that the preview is out of date and is shown again.
        var isLate = sent.Ticket.Version is { } seen && seen != rulebooks.Value.Revision;
        if (sent.Step != FormModel.Confirm || isLate)
        {
            var (before, from) = (rulebooks.Value.InForceOn(body.Value.From), body.Value.From);
            RulebookComparisonView? comparison = null;
            if (before is not null) (await rulebookHandler.CompareAsync(edition, before.Id, cancellation)).Try(out comparison, out _);
            return await pages.ShowAsync<RulebookPreviewPage>(
                request, ($"{title.Chinese}·预览", $"{title.English}: preview"),
                new RulebookPreviewModel(
                    form with { Ticket = forms.Ticket(request, rulebooks.Value.Revision) },
                    [
                        (("版本", "Edition"), Bilingual.Same(edition.Id)), (("名称", "Title"), Bilingual.Same(edition.Name)),
                        (("自何日起施行", "In force from"), (Dates.Day(from, Language.Chinese), Dates.Day(from, Language.English))),
                        (("该日现为", "In force on that day now"), before is null ? ("无", "none") : Bilingual.Same(before.Id)),
                        (("理由", "Reason"), Bilingual.Same(body.Value.Reason)),
                    ],
                    new RulebookComparisonModel(edition.Id, comparison), ("确认施行", "Put in force")),
                isLate ? StatusCodes.Status409Conflict : StatusCodes.Status200OK);
        }

        return (await rulebookHandler.PutInForceAsync(
            workflows.By(durable), edition.Id, body.Value, Caller.Of(request.HttpContext).Actor, cancellation)).Try(out _, out problem)
            ? flash.To(
                request, RulebookPages.AddressOf(edition.Id),
                ($"规则版本 {edition.Id} 自{Dates.Day(body.Value.From, Language.Chinese)}起施行。",
                    $"The rulebook {edition.Id} is in force from {Dates.Day(body.Value.From, Language.English)}."))
            : await ShowWrongAsync(request, title, form, problem);
    }

    public async Task<IActionResult> RetireAsync(HttpRequest request, RulebookEdition edition, CancellationToken cancellation)
    {
        Bilingual title = ($"停用规则版本 {edition.Id}", $"Retire {edition.Id}");
        if (HttpMethods.IsGet(request.Method))
        {
            return await ShowAsync(
                request, title, FormOf(edition, "retirement", RetirementFields, forms.Ticket(request), FormInput.With()));
        }

        if (!(await forms.ReceiveAsync(request)).Try(out var sent, out var problem)) return await pages.ShowProblemAsync(request, problem);
        var form = FormOf(edition, "retirement", RetirementFields, sent.TicketText, sent.Input);
        if (sent.Step == FormModel.Edit) return await ShowAsync(request, title, form);
        if (!FieldBody.Read<RulebookRetirementBody>(form.Fields, sent.Input).Try(out var body, out problem)
            || (problem = rulebookHandler.RefuseRetirement(edition.Id, body.Value)) is not null)
            return await ShowWrongAsync(request, title, form, problem);
        if (sent.Step != FormModel.Confirm)
        {
            return await pages.ShowAsync<RulebookPreviewPage>(
                request, ($"{title.Chinese}·预览", $"{title.English}: preview"),
                new RulebookPreviewModel(
                    form,
                    [
                        (("版本", "Edition"), Bilingual.Same(edition.Id)), (("名称", "Title"), Bilingual.Same(edition.Name)),
                        (("停用后", "From then on"), ("新案件不能指明此版本，也不能再施行；已立的案件不变。",
                            "No request can name it, and it cannot be put in force; open cases keep it.")),
                        (("理由", "Reason"), Bilingual.Same(body.Value.Reason)),
                    ],
                    null, ("确认停用", "Retire")));
        }

        return (await rulebookHandler.RetireAsync(edition.Id, body.Value, Caller.Of(request.HttpContext).Actor, cancellation))
            .Try(out _, out problem)
            ? flash.To(
                request, RulebookPages.AddressOf(edition.Id),
                ($"规则版本 {edition.Id} 已停用。", $"The rulebook {edition.Id} is retired."))
            : await ShowWrongAsync(request, title, form, problem);
    }

    private Task<IActionResult> ShowWrongAsync(HttpRequest request, Bilingual title, FormModel form, Office.Requests.Problem problem) =>
        ShowAsync(
            request, title, form with { Errors = FormErrors.Of(problem, form.Fields, BoardPages.LanguageOf(request)) },
            problem.Kind == Office.Requests.ProblemKind.Conflict
                ? StatusCodes.Status409Conflict
                : StatusCodes.Status422UnprocessableEntity);

    private Task<IActionResult> ShowAsync(HttpRequest request, Bilingual title, FormModel form, int status = StatusCodes.Status200OK) =>
        pages.ShowAsync<FormPage>(request, title, form, status);

    private static FormModel FormOf(
        RulebookEdition edition, string act, IReadOnlyList<Field> fields, string ticket, FormInput input) => new(
        $"{RulebookPages.AddressOf(edition.Id)}/{act}", ticket, fields, input, ("预览", "Preview"), RulebookPages.AddressOf(edition.Id))
        {
            Facts = [(("版本", "Edition"), edition.Id), (("名称", "Title"), edition.Name)],
        };
}
