using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.DurableTask.Client;
using Rectify.Board.Forms;
using Rectify.Board.Openings;
using Rectify.Domain;
using Rectify.Domain.Calendar;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Forms;
using Rectify.Functions.Cases;
using Rectify.Functions.Orchestrations;
using Rectify.Office.Access;
using Rectify.Office.Calendar;
using Rectify.Office.Consultations;
using Rectify.Office.JointListings;
using Rectify.Office.Openings;
using Rectify.Office.Register;
using Rectify.Office.Requests;
using Rectify.Office.Settings;

namespace Rectify.Functions.Board.Openings;

/// <summary>
/// Lists several units by one document from the board: choice of the units, one form, one preview of every case, confirmation.
/// </summary>
public sealed class JointListingForms(
    BoardPages pages, FormReader forms, Flash flash,
    SeveralUnits units, OpeningLookup openingLookup, IRegisterStore registerStore, OpenJointListing openJointListing,
    CurrentCalendar calendar, OfficeSettings office, LivingReplies livingReplies, Workflows workflows, TimeProvider clock)
{
    private const string Address = "/board/joint-listings/new";

    private static readonly Bilingual Title = ("一文挂牌多个单位", "List several units by one document");

    public async Task<IActionResult> RunAsync(HttpRequest request, DurableTaskClient durable, CancellationToken cancellation)
    {
        if (HttpMethods.IsGet(request.Method))
            return await ChooseAsync(request, await units.InAddressAsync(request, cancellation), cancellation);
        if (!(await forms.ReceiveAsync(request)).Try(out var sent, out var problem)) return await pages.ShowProblemAsync(request, problem);

        var ids = Field.Units.IdsIn(sent.Input, OpeningFields.UnitsName);
        if (ids.Count == 0) return await ChooseAsync(request, await units.InFormAsync(sent.Input, cancellation), cancellation);

        var chosen = await units.FindAsync(ids, cancellation);
        if (chosen.Unknown.Count > 0) return await ChooseAsync(request, chosen, cancellation);

        var form = await FormOfAsync(chosen.Found, sent.TicketText, sent.Input, cancellation);
        if (sent.Step == FormModel.Edit) return await pages.ShowAsync<FormPage>(request, Title, form);
        if (!FieldBody.Read<JointListingBody>(form.Fields, form.Input).Try(out var asked, out problem))
            return await ShowErrorsAsync(request, form, problem);
        if (sent.Step == FormModel.Confirm)
            return await ConfirmAsync(request, form, sent.Ticket, (asked.Value, asked.Hash), durable, cancellation);
        return (await openJointListing.PreviewAsync(asked.Value, cancellation)).Try(out var previews, out problem)
            ? await ShowPreviewAsync(request, form, previews, cancellation)
            : await ShowErrorsAsync(request, form, problem);
    }

    // The form for the chosen units; the choice again while none is chosen, or a line names none.
    private async Task<IActionResult> ChooseAsync(HttpRequest request, ChosenUnits chosen, CancellationToken cancellation)
    {
        if (chosen.Unknown.Count > 0 || chosen.Found.Count == 0)
            return await units.ShowAsync(request, (Address, Title), forms.Ticket(request), chosen, cancellation);

        var prefilled = FormInput.With(
            ("issuedBy", office.Name), ("listedOn", IsoDay.Of(LocalDay.Of(clock.GetUtcNow()))),
            ("severity", Domain.WireName.Of(Severity.Serious)));
        return await pages.ShowAsync<FormPage>(
            request, Title, await FormOfAsync(chosen.Found, forms.Ticket(request), prefilled, cancellation));
    }

    private async Task<IActionResult> ShowPreviewAsync(
        HttpRequest request, FormModel form, IReadOnlyList<PreviewedOpening> previews, CancellationToken cancellation)
    {
        var today = LocalDay.Of(clock.GetUtcNow());
        List<OvertakenAnswer> overtaken = [];
        foreach (var preview in previews) overtaken.AddRange(await livingReplies.OvertakenByAsync(preview.Record, cancellation));
        return await pages.ShowAsync<JointPreviewPage>(
            request, ($"{Title.Chinese}·预览", $"{Title.English}: preview"),
            new JointPreviewModel(
                form,
                [
                    .. previews.Select(preview => new UnitPreview(
                        CasePageModel.OfPreview(preview.Record, today, calendar.Value) with
                        {
                            VetoPersons = VetoPersonsPage.Of(preview.Record.State, preview.IfMissed),
                        },
                        [.. preview.Warnings.Select(warning => warning.Words)])),
                ],
                previews[0].Record.State.File.Rulebook.CopiesOf(Measure.Listing), overtaken));
    }

    private async Task<IActionResult> ConfirmAsync(
        HttpRequest request, FormModel form, FormTicket ticket, (JointListingBody Body, string Hash) asked, DurableTaskClient durable,
        CancellationToken cancellation)
    {
        var caller = Caller.Of(request);
        var named = new OpeningRequest(caller.Actor, new IdempotencyKey(ticket.Id).Within(caller, Address), asked.Hash);
        if (!(await openJointListing.OpenAsync(asked.Body, named, cancellation)).Try(out var opened, out var problem))
            return await ShowErrorsAsync(request, form with { Ticket = forms.Ticket(request) }, problem);

        await workflows.WakeAsync(durable, opened, cancellation);
        return flash.To(
            request, $"/board/cases/{opened.CaseId}",
            ($"已对 {asked.Body.Units.Count} 个单位挂牌督办，各自立案，通知随即发出。",
                $"{asked.Body.Units.Count} units are listed, each with a case of its own; the notices go out."));
    }

    private Task<IActionResult> ShowErrorsAsync(HttpRequest request, FormModel form, Problem problem) => pages.ShowAsync<FormPage>(
        request, Title, form with { Errors = FormErrors.Of(problem, form.Fields, BoardPages.LanguageOf(request)) },
        StatusCodes.Status422UnprocessableEntity);

    private async Task<FormModel> FormOfAsync(
        IReadOnlyList<Unit> chosen, string ticket, FormInput input, CancellationToken cancellation)
    {
        var today = LocalDay.Of(clock.GetUtcNow());
        List<UnitPart> parts = [];
        foreach (var unit in chosen)
        {
            var candidates = (await registerStore.OfficialsOfAsync(unit.UnitId, cancellation))
                .Select(official => (official, post: official.PostIn(unit.UnitId, today) ?? official.MainPost))
                .Select(one => new Candidate(one.official.OfficialId.Value, one.official.Name, one.post.Post, one.post.Role))
                .ToList();
            parts.Add(new UnitPart(unit.UnitId.Value, unit.Name, prefix => OpeningFields.OfUnit(prefix, OfficialsOf(prefix, candidates))));
        }

        var field = new Field.Units(OpeningFields.UnitsName, ("列明的单位", "Units listed"), parts);
        openingLookup.Rulebook(null, today, "listedOn").Try(out var rulebook, out _);
        IReadOnlyList<Field> fields = [.. OpeningFields.With(rulebook, OpeningFields.JointListing(field), Rung.Listing)];
        return new FormModel(Address, ticket, fields, input, ("预览", "Preview"), "/board/cases");
    }

    private static Field.Officials OfficialsOf(string prefix, IReadOnlyList<Candidate> candidates) => new(
        $"{prefix}officials", ("列明的领导干部", "Leaders named"),
        ("按人员台账，列明挂牌当日在任的应受限制职务", "by the register: who holds a sanctioned role on the day of the listing"),
        candidates);
}
