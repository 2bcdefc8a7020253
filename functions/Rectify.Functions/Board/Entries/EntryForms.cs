using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Rectify.Board.Forms;
using Rectify.Board.Registry;
using Rectify.Domain.Messages;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Forms;
using Rectify.Functions.Http;
using Rectify.Office.Access;

namespace Rectify.Functions.Board.Entries;

/// <summary>Runs the form of an entry: form, preview, and the write to the register or yearly book.</summary>
public sealed class EntryForms(BoardPages pages, FormReader forms, Flash flash)
{
    /// <param name="request">The request.</param>
    /// <param name="kind">The kind of entry.</param>
    /// <param name="id">The id of the entry; null for a new entry whose id is typed in the form.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<IActionResult> RunAsync<TEntry>(
        HttpRequest request, EntryForm<TEntry> kind, string? id, CancellationToken cancellation)
        where TEntry : class
    {
        var current = id is null ? null : await kind.FindAsync(id, cancellation);
        if (id is not null && current is null && kind.Id is not null)
            return await pages.ShowMissingAsync(request, "台账中没有这个编号。", "The register does not hold this id.");
        if (HttpMethods.IsGet(request.Method))
        {
            var prefilled = current is null
                ? kind.Blank.Select(pair => (pair.Name, Query.Text(request, pair.Name) ?? pair.Text))
                : kind.InputOf(current);
            return await ShowAsync(request, kind, current,
                FormOf(kind, id, current, forms.Ticket(request, SeenOf(current)), FormInput.With(prefilled)));
        }

        return (await forms.ReceiveAsync(request)).Try(out var sent, out var problem)
            ? await TakeAsync(request, kind, id, current, sent, cancellation)
            : await pages.ShowProblemAsync(request, problem);
    }

    private async Task<IActionResult> TakeAsync<TEntry>(
        HttpRequest request, EntryForm<TEntry> kind, string? id, TEntry? current, ReceivedForm sent, CancellationToken cancellation)
        where TEntry : class
    {
        var form = FormOf(kind, id, current, sent.TicketText, sent.Input);
        if (sent.Step == FormModel.Edit) return await ShowAsync(request, kind, current, form);

        var entryId = id ?? sent.Input.Text(kind.Id!.Name).Trim();
        (await kind.ReadAsync(entryId, FieldBody.RequestOf(kind.FieldsFor(current), sent.Input), cancellation))
            .Try(out var entry, out var problem);

        // A form that was sent twice finds its own entry.
        var before = current ?? await kind.FindAsync(entryId, cancellation);
        if (sent.Step == FormModel.Confirm && entry is not null && entry.Equals(before))
            return flash.To(request, kind.PageOf(entryId), EntryForm<TEntry>.Recorded);

        // A change by somebody else is reported before other errors, since these may be due to that change.
        if (current is not null && sent.Ticket.Version != SeenOf(current)) return await ShowChangedAsync(request, kind, form, current);
        if (entry is null)
            return await ShowAsync(request, kind, current,
                form with { Errors = FormErrors.Of(problem!, form.Fields, BoardPages.LanguageOf(request)) },
                StatusCodes.Status422UnprocessableEntity);
        if (id is null && before is not null) return await ShowTakenAsync(request, kind, form, entryId);
        if (sent.Step != FormModel.Confirm) return await PreviewAsync(request, kind, form, before, entry, cancellation);

        // Null when somebody else has changed the entry in this moment: the steps run again with the present entry and report that.
        return await kind.ReplaceAsync(before, entry, Caller.Of(request).Actor, cancellation) is { } done
            ? flash.To(request, kind.PageOf(entryId), done)
            : await TakeAsync(request, kind, id, id is null ? null : await kind.FindAsync(id, cancellation), sent, cancellation);
    }

    private async Task<IActionResult> PreviewAsync<TEntry>(
        HttpRequest request, EntryForm<TEntry> kind, FormModel form, TEntry? before, TEntry after, CancellationToken cancellation)
        where TEntry : class
    {
        var (was, will) = (before is null ? [] : kind.FactsOf(before), kind.FactsOf(after));
        var about = form.Facts.Where(known => will.All(fact => fact.Label != known.Label))
            .Select(known => new RegisterFact(known.Label, Bilingual.Same(known.Text)));
        var title = before is null ? kind.NewTitle : kind.ChangeTitle;
        return await pages.ShowAsync<EntryPreviewPage>(request, ($"{title.Chinese}·预览", $"{title.English}: preview"),
            new EntryPreviewModel(
                form,
                [
                    .. about.Select(fact => new ChangedFact(fact.Label, fact.Text, fact.Text)),
                    .. will.Select(fact =>
                        new ChangedFact(fact.Label, was.FirstOrDefault(old => old.Label == fact.Label)?.Text, fact.Text)),
                ],
                before is null ? Presence.New : Presence.Known, await kind.NotesOnAsync(before, after, cancellation)));
    }

    private Task<IActionResult> ShowTakenAsync<TEntry>(HttpRequest request, EntryForm<TEntry> kind, FormModel form, string id)
        where TEntry : class
    {
        var error = In(request,
            $"编号“{id}”已登记；要更改它，请从它的页面进入。",
            $"\"{id}\" is in the register already; change it from its page.");
        return ShowAsync(
            request, kind, null, form with { Errors = [new FormError(kind.Id, error)] }, StatusCodes.Status422UnprocessableEntity);
    }

    // Keeps what was typed. The new ticket is for the state that is shown now.
    private Task<IActionResult> ShowChangedAsync<TEntry>(HttpRequest request, EntryForm<TEntry> kind, FormModel form, TEntry current)
        where TEntry : class
    {
        var error = In(request,
            "在您填写期间，他人已更改此项，现有内容见下。您的内容尚未登记，核对后可再次预览、确认。",
            "Somebody else has changed this entry meanwhile; what it says now stands below. "
            + "Yours is not recorded yet: check it, then go on.");
        var standing = kind.FactsOf(current).Where(fact => fact.Text is not null)
            .Select(fact => (fact.Label, fact.Text!.Value.In(BoardPages.LanguageOf(request))));
        var shown = form with
        {
            Ticket = forms.Ticket(request, SeenOf(current)),
            Errors = [new FormError(null, error)],
            Facts = [.. form.Facts, .. standing],
        };
        return ShowAsync(request, kind, current, shown, StatusCodes.Status409Conflict);
    }

    private Task<IActionResult> ShowAsync<TEntry>(
        HttpRequest request, EntryForm<TEntry> kind, TEntry? current, FormModel form, int status = StatusCodes.Status200OK)
        where TEntry : class =>
        pages.ShowAsync<FormPage>(request, current is null ? kind.NewTitle : kind.ChangeTitle, form, status);

    private static int? SeenOf<TEntry>(TEntry? entry) where TEntry : class => entry is null ? null : EntryForm<TEntry>.VersionOf(entry);

    private static string In(HttpRequest request, string chinese, string english) =>
        BoardPages.LanguageOf(request) == Language.English ? english : chinese;

    private static FormModel FormOf<TEntry>(EntryForm<TEntry> kind, string? id, TEntry? current, string ticket, FormInput input)
        where TEntry : class
    {
        var fields = id is null ? [kind.Id!, .. kind.FieldsFor(current)] : kind.FieldsFor(current);
        return new FormModel(kind.AddressOf(id), ticket, fields, input, ("预览", "Preview"), kind.PageOf(id))
        {
            Facts = id is null ? [] : kind.SubjectOf(id),
        };
    }
}
