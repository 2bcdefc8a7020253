using System.Text.Json.Nodes;
using Rectify.Board.Forms;
using Rectify.Board.Registry;
using Rectify.Board.YearlyCycle;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Domain.YearlyCycle;
using Rectify.Functions.Board.Entries;
using Rectify.Functions.Board.Forms;
using Rectify.Office.Records;
using Rectify.Office.Requests;
using Rectify.Office.YearlyCycle;

namespace Rectify.Functions.Board.Records;

/// <summary>
/// The form of an item of a yearly book. An item is entered once; later entries correct it or take it back, with a reason.
/// </summary>
/// <param name="yearlyRecords">The yearly books.</param>
/// <param name="name">The book of this form.</param>
/// <param name="subject">The unit or person that the item is about.</param>
/// <param name="item">The item's id in the book of the subject.</param>
/// <param name="today">The local day.</param>
internal abstract class RecordForm<TBody, TContent>(YearlyRecords yearlyRecords, YearlyRecordKind name, Subject subject, string item,
    DateOnly today) : EntryForm<YearlyDraft>
    where TBody : IYearlyBody where TContent : YearlyContent
{
    public override Field? Id => null;

    public override IReadOnlyList<(string Name, string Text)> Blank => [];

    /// <summary>The fields of the item, without those of a correction.</summary>
    protected abstract IReadOnlyList<Field> Fields { get; }

    /// <summary>The item's id in the book of the subject.</summary>
    protected string Item => item;

    /// <summary>The year of the item; 0 for an item without a year.</summary>
    protected abstract int Year { get; }

    public override IReadOnlyList<Field> FieldsFor(YearlyDraft? current) =>
        current is null ? Fields : [.. RecordFields.Corrections, .. Fields];

    public override async Task<YearlyDraft?> FindAsync(string id, CancellationToken cancellation) =>
        (await yearlyRecords.Store.EntriesOfAsync(name, subject, cancellation)).LastOrDefault(entry => entry.Item == item) is { } entry
            ? new YearlyDraft(entry.Content, entry.Reason) : null;

    public override async Task<Outcome<YearlyDraft>> ReadAsync(string id, JsonObject typed, CancellationToken cancellation)
    {
        var fate = (string?)typed[RecordFields.Fate];
        typed.Remove(RecordFields.Fate);
        if (!(fate == RecordFields.TakenBack ? new YearlyDraft(null, (string?)typed[RecordFields.Reason]) : Read(typed)).Try(out var draft,
            out var problem)) return problem;
        return await yearlyRecords.Handler.RefuseAsync(name, subject, item, draft.Content, draft.Reason, cancellation) is { } refusal
            ? refusal : draft;
    }

    public override async Task<Bilingual?> ReplaceAsync(YearlyDraft? seen, YearlyDraft entry, string actor,
        CancellationToken cancellation) =>
        (await yearlyRecords.Handler.EnterAsync(name, subject, item, entry.Content, entry.Reason, actor, cancellation)).Try(out _, out _)
            ? Recorded : null;

    public override IReadOnlyList<(string Name, string Text)> InputOf(YearlyDraft entry) =>
        [(RecordFields.Fate, RecordFields.Corrected), .. entry.Content is TContent content ? InputOf(content) : []];

    public override IReadOnlyList<RegisterFact> FactsOf(YearlyDraft entry) => FieldFacts.Of(Fields, FormInput.With(InputOf(entry)));

    public override Task<IReadOnlyList<Bilingual>> NotesOnAsync(YearlyDraft? before, YearlyDraft after, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Bilingual>>(
            before is null ? [] : [("原登记和更正都保留在台账中。", "The entry that stands is kept beside its correction.")]);

    protected abstract IReadOnlyList<(string Name, string Text)> InputOf(TContent content);

    private Outcome<YearlyDraft> Read(JsonObject typed)
    {
        if (!FieldBody.Read<TBody>(typed).Try(out var body, out var problem)) return problem;
        return body.Value.ToContent(Year, today).Try(out var content, out problem) ? new YearlyDraft(content, body.Value.Reason) : problem;
    }
}

/// <summary>The store of the yearly books, and the handler that enters items.</summary>
public sealed record YearlyRecords(IYearlyRecordStore Store, YearlyRecordHandler Handler);
