using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.DurableTask.Client;
using Rectify.Board.Cases;
using Rectify.Board.Cases.Actions;
using Rectify.Board.Forms;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Forms;
using Rectify.Functions.Cases;
using Rectify.Office.Access;
using Rectify.Office.Cases;
using Rectify.Office.Consultations;
using Rectify.Office.Openings;
using Rectify.Office.Register;
using Rectify.Office.Requests;

namespace Rectify.Functions.Board.Actions;

/// <summary>Runs an action on a case: form, preview, and the entry in the ledger.</summary>
public sealed class ActionForms(
    BoardPages pages, FormReader forms, Flash flash, VisibleCases cases, CaseRepository caseRepository, CaseCommandHandler commandHandler,
    CommandRunner runner, OpeningLookup openingLookup, IRegisterStore registerStore, NotBarred notBarred,
    LivingReplies livingReplies)
{
    public async Task<IActionResult> RunAsync(
        HttpRequest request, string id, CaseAction action, DurableTaskClient durable, CancellationToken cancellation)
    {
        var (caseId, caller) = (new CaseId(id), Caller.Of(request));
        if (!(await cases.FindAsync(id, caller, cancellation)).Try(out var record, out _))
            return await pages.ShowMissingAsync(request, "没有这个案件，或不属于本单位。",
                "There is no such case, or it belongs to another unit.");

        var scene = await SceneAsync(record, caller, cancellation);
        var fields = action.Fields(scene);
        if (HttpMethods.IsGet(request.Method))
        {
            var opened = FormOf(request, action, scene, fields, forms.Ticket(request, record.Version), Prefilled(fields, scene));
            return action.IsOfferedIn(scene)
                ? await pages.ShowAsync<FormPage>(request, action.Name, opened)
                : await ShowConflictAsync(request, action, scene, opened, [], Outlook.NotPossible);
        }

        if (!(await forms.ReceiveAsync(request)).Try(out var sent, out var problem)) return await pages.ShowProblemAsync(request, problem);

        var form = FormOf(request, action, scene, fields, sent.TicketText, sent.Input);
        var command = await ReadAsync(action, fields, sent.Input, scene, cancellation);
        if (sent.Ticket.Version is { } seen && seen != record.Version) return await LateAsync(request, action, scene, form, seen, command);
        if (!action.IsOfferedIn(scene)) return await ShowConflictAsync(request, action, scene, form, [], Outlook.NotPossible);
        if (sent.Step == FormModel.Edit) return await pages.ShowAsync<FormPage>(request, action.Name, form);
        if (!command.Try(out var asked, out problem)) return await ShowErrorsAsync(request, action, form, problem);
        return sent.Step == FormModel.Confirm
            ? await ConfirmAsync(request, action, scene, form, sent.Ticket.Version, asked, durable, cancellation)
            : await PreviewAsync(request, action, scene, form, asked, cancellation);
    }

    /// <summary>Links to the actions that the caller may take on a case now.</summary>
    public IReadOnlyList<CaseLink> OfferedOn(CaseRecord record, Caller caller)
    {
        var scene = new ActionContext(record, caseRepository.ContextFor(record), caller, []);
        return [.. CaseActions.All.Where(action => action.IsOfferedIn(scene)).Select(
            action => new CaseLink($"/board/cases/{record.CaseId}/{action.Route}", action.Name))];
    }

    private async Task<IActionResult> PreviewAsync(
        HttpRequest request, CaseAction action, ActionContext scene, FormModel form, CaseCommand command, CancellationToken cancellation) =>
        await commandHandler.DecideAsync(command, scene.Record.Recorded, scene.Context, cancellation) switch
        {
            Decision.Rejected(var rejection) => await ShowErrorsAsync(request, action, form, Problem.Of(rejection)),
            Decision.Accepted(var events) => await pages.ShowAsync<ActionPreviewPage>(
                request, ($"{action.Name.Chinese}·预览", $"{action.Name.English}: preview"), new ActionPreviewModel(
                    form, CaseChanges.Of(scene, events), await VetoPersonsAfterAsync(scene, events, cancellation))
                {
                    Overtaken = await OvertakenAsync(scene, events, cancellation),
                }),
            var other => throw new UnreachableException(other.ToString()),
        };

    // Only an officer learns about whom others ask.
    private async Task<IReadOnlyList<OvertakenAnswer>> OvertakenAsync(
        ActionContext scene, IReadOnlyList<CaseEvent> events, CancellationToken cancellation) =>
        scene.Caller.Role == Role.Officer
            ? await livingReplies.OvertakenByAsync(
                scene.Record with { State = (CaseState.Opened)Evolution.Fold(scene.Record.Recorded, events) }, cancellation)
            : [];

    private async Task<VetoPersonsModel?> VetoPersonsAfterAsync(
        ActionContext scene, IReadOnlyList<CaseEvent> events, CancellationToken cancellation)
    {
        var after = (CaseState.Opened)Evolution.Fold(scene.Record.Recorded, events);
        return VetoPersonsPage.Of(after, await notBarred.OfAsync(after, cancellation));
    }

    private async Task<IActionResult> ConfirmAsync(
        HttpRequest request, CaseAction action, ActionContext scene, FormModel form, int? version, CaseCommand command,
        DurableTaskClient durable, CancellationToken cancellation)
    {
        var (caseId, caller) = (scene.Record.CaseId, scene.Caller);
        switch (await runner.RunAsync(durable, caseId, command, caller.Actor, version, cancellation))
        {
            case CommandOutcome.Done:
                return flash.To(request, form.Back, action.Done);
            case CommandOutcome.Stale:
                var newer = await caseRepository.FindAsync(caseId, cancellation) ?? throw new UnreachableException();
                return await LateAsync(request, action, await SceneAsync(newer, caller, cancellation), form, version!.Value, command);
            case var refused:
                return await ShowErrorsAsync(request, action, form, refused.Problem!);
        }
    }

    // The case has changed since the form was opened: either the same form was sent twice, which is harmless, or somebody else has changed
    // the case.
    private async Task<IActionResult> LateAsync(
        HttpRequest request, CaseAction action, ActionContext scene, FormModel form, int seen, Outcome<CaseCommand> command)
    {
        var (record, context) = (scene.Record, scene.Context);
        if (command.Try(out var asked, out _) && Repetition.IsIn(record, seen, asked, scene.Caller.Actor, context))
            return flash.To(request, form.Back, action.Done);

        return await ShowConflictAsync(
            request, action, scene, FormOf(request, action, scene, action.Fields(scene), forms.Ticket(request, record.Version), form.Input),
            CasePageModel.EntriesOf(record).Skip(seen), action.IsOfferedIn(scene) ? Outlook.StillPossible : Outlook.NotPossible);
    }

    private Task<IActionResult> ShowConflictAsync(
        HttpRequest request, CaseAction action, ActionContext scene, FormModel form, IEnumerable<CaseEntryLine> since, Outlook outlook) =>
        pages.ShowAsync<ConflictPage>(
            request, ($"{action.Name.Chinese}·{scene.File.Opening.DocumentNumber}",
                $"{action.Name.English}: {scene.File.Opening.DocumentNumber}"),
            new ConflictModel(form, [.. since], outlook), StatusCodes.Status409Conflict);

    private Task<IActionResult> ShowErrorsAsync(HttpRequest request, CaseAction action, FormModel form, Problem problem) =>
        pages.ShowAsync<FormPage>(
        request, action.Name, form with { Errors = FormErrors.Of(problem, form.Fields, BoardPages.LanguageOf(request)) },
        StatusCodes.Status422UnprocessableEntity);

    private async Task<Outcome<CaseCommand>> ReadAsync(
        CaseAction action, IReadOnlyList<Field> fields, FormInput input, ActionContext scene, CancellationToken cancellation) =>
        action.Read(fields, input).Try(out var body, out var problem)
            ? await body.ToCommandAsync(scene.Caller, scene.Record, openingLookup, cancellation)
            : problem;

    private async Task<ActionContext> SceneAsync(CaseRecord record, Caller caller, CancellationToken cancellation)
    {
        var opening = record.State.File.Opening;
        var slice = caller.Role == Role.Officer ? await registerStore.OfficialsOfAsync(opening.Unit.UnitId, cancellation) : [];
        Candidate[] candidates =
        [
            .. opening.Leaders.Select(leader => new Candidate(leader.OfficialId.Value, leader.Name, leader.Post, leader.Role)),
            .. from official in slice
               let post = official.PostIn(opening.Unit.UnitId, opening.BeganOn)
               select new Candidate(official.OfficialId.Value, official.Name, post.Post, post.Role),
        ];
        return new ActionContext(record, caseRepository.ContextFor(record), caller,
            [.. candidates.DistinctBy(candidate => candidate.OfficialId)]);
    }

    private static FormInput Prefilled(IReadOnlyList<Field> fields, ActionContext scene) => FormInput.With(
    [
        .. fields.Where(field => field.Original is not null).Select(field => (field.Name, field.Original!)),
        .. from field in fields.OfType<Field.Officials>() from leader in scene.File.Opening.Leaders select (field.PersonName,
            leader.OfficialId.Value),
    ]);

    private static FormModel FormOf(
        HttpRequest request, CaseAction action, ActionContext scene, IReadOnlyList<Field> fields, string ticket, FormInput input) =>
        new(request.Path, ticket, fields, input, ("预览", "Preview"), $"/board/cases/{scene.Record.CaseId}")
        {
            Facts = [(("案件", "Case"), $"{scene.File.Opening.DocumentNumber} {scene.File.Opening.Unit.Name}")],
        };
}
