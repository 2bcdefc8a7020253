using System.Text.Json.Nodes;
using Rectify.Board.Forms;
using Rectify.Board.Registry;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Functions.Board.Forms;
using Rectify.Functions.Register;
using Rectify.Office.Register;
using Rectify.Office.Requests;

namespace Rectify.Functions.Board.Entries;

/// <summary>Records that two ids of the register are the same person, or undoes that.</summary>
internal sealed class JoinForm(IRegisterStore registerStore, PersonJoins joins, Official official) : EntryForm<JoinDraft>
{
    private static readonly Field.Prose Reason = new("reason", ("理由", "Reason"));

    public override Bilingual NewTitle => ("合并编号", "Join with another id");

    public override Bilingual ChangeTitle => ("撤销合并", "Undo a join");

    public override Field Id { get; } = new Field.Line("otherId", ("另一编号", "The other id"))
    {
        Hint = ("同一人登记在两个编号下时合并：此后查询任一编号，两个编号所受的限制一并作答；可以撤销。",
            "When one person stands under two ids: a question about either then answers for both. It can be undone."),
    };

    public override IReadOnlyList<(string Name, string Text)> Blank => [(Id.Name, "")];

    public override string AddressOf(string? id) => id is null ? $"{PageOf(id)}/joins" : $"{PageOf(id)}/joins/{id}";

    public override string PageOf(string? id) => $"/board/officials/{official.OfficialId}";

    public override IReadOnlyList<(Bilingual Label, string Text)> SubjectOf(string id) =>
        [(("人员", "Official"), $"{official.Name}（{official.OfficialId}）"), (Id.Label, id)];

    public override IReadOnlyList<Field> FieldsFor(JoinDraft? current) => [Reason];

    public override async Task<JoinDraft?> FindAsync(string id, CancellationToken cancellation)
    {
        var entries =
            (await joins.EntriesOfAsync(official.OfficialId, cancellation)).Where(entry => entry.Item == id || entry.Subject.IdText == id);
        return entries.LastOrDefault() is { Content: not null } entry
            ? new JoinDraft(JoinState.Joined, entry.Reason!) { OtherId = new OfficialId(id) } : null;
    }

    public override async Task<Outcome<JoinDraft>> ReadAsync(string id, JsonObject typed, CancellationToken cancellation)
    {
        typed.Remove(Id.Name);
        if (!FieldBody.Read<JoinBody>(typed).Try(out var body, out var problem)) return problem;
        if (await FindAsync(id, cancellation) is not null)
            return new JoinDraft(JoinState.Separate, body.Value.Reason) { OtherId = new OfficialId(id) };
        if (IdForm.Refuse(Id.Name, id) is { } malformed) return malformed;
        if (id == official.OfficialId.Value || await registerStore.FindOfficialAsync(new OfficialId(id), cancellation) is null)
            return Problem.Rule(Id.Name, RegisterMessages.UnknownOther.With(id));

        return new JoinDraft(JoinState.Joined, body.Value.Reason) { OtherId = new OfficialId(id) };
    }

    public override async Task<Bilingual?> ReplaceAsync(JoinDraft? seen, JoinDraft entry, string actor, CancellationToken cancellation)
    {
        var refusal = entry.State == JoinState.Joined
            ? await joins.JoinAsync(official.OfficialId, entry.OtherId, entry.Reason, actor, cancellation)
            : await joins.UndoAsync(official.OfficialId, entry.OtherId, entry.Reason, actor, cancellation);
        return refusal is null ? Recorded : null;
    }

    public override IReadOnlyList<(string Name, string Text)> InputOf(JoinDraft entry) => [];

    public override IReadOnlyList<RegisterFact> FactsOf(JoinDraft entry) =>
    [
        new(("两个编号", "The two ids"), entry.State == JoinState.Joined ? ("同一人", "one person") : ("不是同一人", "two persons")),
        new(Reason.Label, Bilingual.Same(entry.Reason)),
    ];

    public override Task<IReadOnlyList<Bilingual>> NotesOnAsync(JoinDraft? before, JoinDraft after, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Bilingual>>(
            [("原登记保留在台账中；此前已出具的复函不变，有效期内的答复如因此变化，次日前告知征求单位。",
                "Entries that stand are kept, and replies that were given stay as they are; where an answer of a valid reply changes by "
                + "it, whoever asked is told by the next day.")]);
}

/// <summary>The statement about two ids.</summary>
internal sealed record JoinDraft(JoinState State, string Reason)
{
    /// <summary>The other id.</summary>
    public OfficialId OtherId { get; init; }
}
