using System.Text.Json.Nodes;
using Rectify.Board.Forms;
using Rectify.Board.Registry;
using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Functions.Board.Forms;
using Rectify.Office.Register;
using Rectify.Office.Requests;

namespace Rectify.Functions.Board.Entries;

/// <summary>The form of a unit.</summary>
public sealed class UnitForm(IRegisterStore registerStore, RegisterHandler registerHandler) : EntryForm<Unit>
{
    private static readonly IReadOnlyList<Field> Fields = RegistryFields.Unit(RegisterWords.Kinds, RegisterWords.Levels);

    public override Bilingual NewTitle => ("登记单位", "Enter a unit");

    public override Bilingual ChangeTitle => ("更改单位", "Change a unit");

    public override Field Id => RegistryFields.NewUnit;

    public override IReadOnlyList<(string Name, string Text)> Blank { get; } =
        [("liaison.language", MailLanguage.Chinese.Tag)];

    public override string AddressOf(string? id) => id is null ? "/board/registry/unit" : $"{PageOf(id)}/edit";

    public override string PageOf(string? id) => id is null ? "/board/units" : $"/board/units/{id}";

    public override IReadOnlyList<(Bilingual Label, string Text)> SubjectOf(string id) => [(Id.Label, id)];

    public override IReadOnlyList<Field> FieldsFor(Unit? current) => Fields;

    public override Task<Unit?> FindAsync(string id, CancellationToken cancellation) =>
        registerStore.FindUnitAsync(new UnitId(id), cancellation);

    public override async Task<Outcome<Unit>> ReadAsync(string id, JsonObject typed, CancellationToken cancellation) =>
        FieldBody.Read<UnitBody>(typed).Try(out var body, out var problem) ? await registerHandler.CheckAsync(id, body.Value, cancellation)
            : problem;

    public override async Task<Bilingual?> ReplaceAsync(Unit? seen, Unit entry, string actor, CancellationToken cancellation) =>
        await registerStore.ReplaceUnitAsync(seen, entry, cancellation) ? Recorded : null;

    public override IReadOnlyList<(string Name, string Text)> InputOf(Unit entry) =>
    [
        ("name", entry.Name), ("kind", WireName.Of(entry.Kind)), ("level", WireName.Of(entry.Level)),
        ("parentUnitId", entry.ParentUnitId?.Value ?? ""),
        ("liaison.name", entry.Liaison.Name), ("liaison.email", entry.Liaison.Email), ("liaison.language", entry.Liaison.Language.Tag),
        ("supervisorEmail", entry.SupervisorEmail ?? ""), ("successorUnitId", entry.SuccessorUnitId?.Value ?? ""),
    ];

    public override IReadOnlyList<RegisterFact> FactsOf(Unit entry) => Facts(entry);

    public override Task<IReadOnlyList<Bilingual>> NotesOnAsync(Unit? before, Unit after, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Bilingual>>(after.SuccessorUnitId is { } successor && before?.SuccessorUnitId != after.SuccessorUnitId
            ? [($"此后，本单位所受的限制由承继单位 {successor} 承担，查询其资格时一并作答；本单位不再列入新的挂牌。",
                $"From then on the unit {successor} answers for what this one is barred from, and this one is no longer listed anew.")]
            : []);

    /// <summary>The facts of a unit.</summary>
    public static IReadOnlyList<RegisterFact> Facts(Unit entry) =>
    [
        new(("单位编号", "Unit id"), Bilingual.Same(entry.UnitId.Value)),
        new(("单位名称", "Name"), Bilingual.Same(entry.Name)),
        new(("类别", "Kind"), RegisterWords.Of(entry.Kind)),
        new(("层级", "Level"), RegisterWords.Of(entry.Level)),
        new(("上级单位编号", "Id of the unit above"), RegisterWords.Of(entry.ParentUnitId?.Value), AddressOf(entry.ParentUnitId)),
        new(("联络员", "Liaison officer"), Bilingual.Same(entry.Liaison.Name)),
        new(("联络员邮箱", "Address of the liaison officer"), Bilingual.Same(entry.Liaison.Email)),
        new(("联络员语言", "Language of the liaison officer"), RegisterWords.Of(entry.Liaison.Language)),
        new(("督办单位邮箱", "Address of the supervising office"), RegisterWords.Of(entry.SupervisorEmail)),
        new(("承继单位编号", "Id of the successor"), RegisterWords.Of(entry.SuccessorUnitId?.Value), AddressOf(entry.SuccessorUnitId)),
    ];

    private static string? AddressOf(UnitId? id) => id is { } known ? $"/board/units/{known}" : null;
}
