using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.DurableTask.Client;
using Rectify.Board.Forms;
using Rectify.Board.Openings;
using Rectify.Domain;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Forms;
using Rectify.Functions.Cases;
using Rectify.Functions.Http;
using Rectify.Functions.Orchestrations;
using Rectify.Office.Access;
using Rectify.Office.Calendar;
using Rectify.Office.Cases;
using Rectify.Office.Consultations;
using Rectify.Office.Openings;
using Rectify.Office.Register;
using Rectify.Office.Requests;
using Rectify.Office.Settings;

namespace Rectify.Functions.Board.Openings;

/// <summary>Opens a case from the board: choice of the unit, form, preview, confirmation.</summary>
public sealed class OpeningForms(
    BoardPages pages, FormReader forms, Flash flash, UnitChoice units, CaseRepository caseRepository, OpeningLookup openingLookup,
    IRegisterStore registerStore,
    CurrentCalendar calendar, OfficeSettings office, Workflows workflows, TimeProvider clock, LivingReplies livingReplies)
{
    public async Task<IActionResult> RunAsync(HttpRequest request, OpeningForm opening, DurableTaskClient durable,
        CancellationToken cancellation)
    {
        if (HttpMethods.IsGet(request.Method)) return await OpenAsync(request, opening, cancellation);
        if (!(await forms.ReceiveAsync(request)).Try(out var sent, out var problem)) return await pages.ShowProblemAsync(request, problem);
        if (await FindAsync(sent.Input.Text(OpeningFields.UnitName), cancellation) is not { } unit)
            return await units.ShowAsync(request, opening, sent.Input.Text(OpeningFields.UnitName), cancellation);

        var form = await FormOfAsync(opening, unit, sent.TicketText, sent.Input, cancellation);
        if (sent.Step == FormModel.Edit) return await pages.ShowAsync<FormPage>(request, opening.Title, form);
        if (!opening.Read(form.Fields, form.Input).Try(out var asked, out problem))
            return await ShowErrorsAsync(request, opening, form, problem);
        return sent.Step == FormModel.Confirm
            ? await ConfirmAsync(request, opening, form, sent.Ticket, asked, durable, cancellation)
            : await PreviewAsync(request, opening, form, asked, cancellation);
    }

    private async Task<IActionResult> OpenAsync(HttpRequest request, OpeningForm opening, CancellationToken cancellation)
    {
        var asked = Query.Text(request, OpeningFields.UnitName);
        if (asked is null || await FindAsync(asked, cancellation) is not { } unit)
            return await units.ShowAsync(request, opening, asked, cancellation);

        var preceding = await PrecedingAsync(Query.Text(request, OpeningFields.PrecedingName), cancellation);
        var prefilled = FormInput.With(
        [
            (OpeningFields.UnitName, unit.UnitId.Value), ("issuedBy", office.Name),
            (opening.Day, IsoDay.Of(LocalDay.Of(clock.GetUtcNow()))),
            .. Query.Text(request, "rung") is { } rung ? [("rung", rung)] : Array.Empty<(string, string)>(),
            .. Query.Text(request, OpeningFields.VisitName) is { } visit
                ? [(OpeningFields.VisitName, visit)]
                : Array.Empty<(string, string)>(),
            .. Query.Text(request, OpeningFields.RulebookName) is { } rulebook
                ? [(OpeningFields.RulebookName, rulebook)]
                : Array.Empty<(string, string)>(),
            .. preceding is null ? [("severity", Domain.WireName.Of(Severity.Serious))] : OfPreceding(preceding, opening),
        ]);
        return await pages.ShowAsync<FormPage>(request, opening.Title,
            await FormOfAsync(opening, unit, forms.Ticket(request), prefilled, cancellation));
    }

    private async Task<IActionResult> PreviewAsync(HttpRequest request, OpeningForm opening, FormModel form, IAskedOpening asked,
        CancellationToken cancellation)
    {
        if (!(await asked.PreviewAsync(cancellation)).Try(out var preview, out var problem))
            return await ShowErrorsAsync(request, opening, form, problem);

        var (record, file) = (preview.Record, preview.Record.State.File);
        return await pages.ShowAsync<OpeningPreviewPage>(
            request, ($"{opening.Title.Chinese}·预览", $"{opening.Title.English}: preview"),
            new OpeningPreviewModel(
                form,
                CasePageModel.OfPreview(record, LocalDay.Of(clock.GetUtcNow()), calendar.Value) with
                {
                    VetoPersons = VetoPersonsPage.Of(record.State, preview.NotBarred) ?? VetoPersonsPage.Of(record.State, preview.IfMissed),
                },
                file.Veto?.Term,
                file.Rulebook.CopiesOf(file.Veto is null ? Measure.Listing : Measure.Veto),
                [.. WarningsOf(file), .. preview.Warnings.Select(warning => warning.Words)])
            {
                Overtaken = await livingReplies.OvertakenByAsync(record, cancellation),
            });
    }

    private async Task<IActionResult> ConfirmAsync(
        HttpRequest request, OpeningForm opening, FormModel form, FormTicket ticket, IAskedOpening asked,
        DurableTaskClient durable, CancellationToken cancellation)
    {
        var caller = Caller.Of(request);
        var named = new OpeningRequest(caller.Actor, new IdempotencyKey(ticket.Id).Within(caller, opening.Address), asked.Hash);
        if (!(await asked.OpenAsync(named, cancellation)).Try(out var opened, out var problem))
        {
            // A form that has opened a case and is sent again with other content is refused. It gets a new ticket, so that the person can
            // open another case after reading the error.
            return await ShowErrorsAsync(request, opening, form with { Ticket = forms.Ticket(request) }, problem);
        }

        await workflows.WakeAsync(durable, opened, cancellation);
        return flash.To(request, $"/board/cases/{opened.CaseId}", opening.Done);
    }

    private Task<IActionResult> ShowErrorsAsync(HttpRequest request, OpeningForm opening, FormModel form, Problem problem) =>
        pages.ShowAsync<FormPage>(
        request, opening.Title, form with { Errors = FormErrors.Of(problem, form.Fields, BoardPages.LanguageOf(request)) },
        StatusCodes.Status422UnprocessableEntity);

    private async Task<FormModel> FormOfAsync(OpeningForm opening, Unit unit, string ticket, FormInput input,
        CancellationToken cancellation)
    {
        var (today, officials) = (LocalDay.Of(clock.GetUtcNow()), await registerStore.OfficialsOfAsync(unit.UnitId, cancellation));
        var named = input.Text(OpeningFields.RulebookName) is { Length: > 0 } id ? id : null;
        var inPost = openingLookup.Rulebook(named, today, opening.Day).Try(out var rulebook, out _)
            ? await openingLookup.InPostAsync(unit.UnitId, today, rulebook.RolesOf(opening.Measure), cancellation) : [];
        var names = inPost.Count == 0 ? new Bilingual("无", "nobody")
            : (string.Join("、", inPost.Select(leader => leader.Name)), string.Join(", ", inPost.Select(leader => leader.Name)));
        var field = new Field.Officials(
            "officials", ("列明的领导干部", "Leaders named"),
            ($"按人员台账，列明当日在任的应受限制职务（今天为：{names.Chinese}）",
                $"by the register: who holds a sanctioned role on that day (today: {names.English})"),
            [
                .. from official in officials
                   let post = official.PostIn(unit.UnitId, today)
                   select new Candidate(official.OfficialId.Value, official.Name, post.Post, post.Role),
            ]);
        IReadOnlyList<Field> fields =
        [
            .. OpeningFields.With(rulebook, opening.Fields(field), opening.Rungs),
            .. input.Text(OpeningFields.VisitName).Length > 0 ? [OpeningFields.Visit] : Array.Empty<Field>(),
            .. named is null ? Array.Empty<Field>() : [OpeningFields.Rulebook],
        ];
        return new FormModel(opening.Address, ticket, fields, input, ("预览", "Preview"), "/board/cases")
        {
            Facts =
            [
                (("单位", "Unit"), $"{unit.Name}（{unit.UnitId}）"),
                .. named is null ? Array.Empty<(Bilingual, string)>() : [(OpeningFields.Rulebook.Label, named)],
                .. await PrecedingAsync(input.Text(OpeningFields.PrecedingName), cancellation) is { State.File: var before }
                    ? [(("之前的案件", "Case before"), before.Opening.DocumentNumber)]
                    : Array.Empty<(Bilingual, string)>(),
            ],
        };
    }

    private async Task<CaseRecord?> PrecedingAsync(string? id, CancellationToken cancellation) =>
        string.IsNullOrEmpty(id) ? null : await caseRepository.FindAsync(new CaseId(id), cancellation);

    // The values taken over from the case on the rung before, since the matter is the same; the person can change them.
    private static IEnumerable<(string, string)> OfPreceding(CaseRecord record, OpeningForm opening)
    {
        yield return (OpeningFields.PrecedingName, record.CaseId.Value);
        if (record.State.File.Opening is not Opening.Admonition { Entry: var issued }) yield break;

        yield return (opening.Address == OpeningForm.AddressOf(Rung.Veto) ? "accountabilityGround" : "ground",
            Domain.WireName.Of(issued.Ground));
        yield return ("severity", Domain.WireName.Of(issued.Severity));
        yield return ("facts", issued.Facts);
        yield return ("goals", string.Join('\n', issued.Goals));
        foreach (var code in issued.GroundCodes ?? []) yield return (OpeningFields.GroundsName, code);
    }

    private async Task<Unit?> FindAsync(string unitId, CancellationToken cancellation) =>
        IdForm.Refuse(OpeningFields.UnitName, unitId) is null ? await registerStore.FindUnitAsync(new UnitId(unitId), cancellation) : null;

    private static IReadOnlyList<Bilingual> WarningsOf(CaseFile file) => CaseWarnings.LittleLeftOf(file) is { } left
        ? [($"一票否决自事件日期起算，决定之日起只余 {left} 天。",
            $"The veto counts from the event: on the day of the decision only {left} day(s) of it are left.")]
        : [];
}
