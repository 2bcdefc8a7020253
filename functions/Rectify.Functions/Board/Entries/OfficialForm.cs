using System.Globalization;
using System.Text.Json.Nodes;
using Rectify.Board.Forms;
using Rectify.Board.Registry;
using Rectify.Board.Words;
using Rectify.Board.YearlyCycle;
using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Functions.Board.Forms;
using Rectify.Functions.Http;
using Rectify.Functions.Registry;

namespace Rectify.Functions.Board.Entries;

/// <summary>An official.</summary>
internal sealed class OfficialForm(IRegistry registry, RegistryDesk desk) : EntryForm<Official>
{
    public override Bilingual NewTitle => ("登记人员", "Enter an official");

    public override Bilingual ChangeTitle => ("更改人员", "Change an official");

    public override Field Id => RegistryFields.NewOfficial;

    public override IReadOnlyList<(string Name, string Text)> Blank { get; } = [(RegistryFields.UnitId, ""), ("language", Rectify.Functions.Registry.Language.Chinese.Tag)];

    public override string AddressOf(string? id) => id is null ? "/board/registry/official" : $"{PageOf(id)}/edit";

    public override string PageOf(string? id) => id is null ? "/board/officials" : $"/board/officials/{id}";

    public override IReadOnlyList<(Bilingual Label, string Text)> SubjectOf(string id) => [(Id.Label, id)];

    public override IReadOnlyList<Field> FieldsFor(Official? current) => RegistryFields.Official;

    public override Task<Official?> FindAsync(string id, CancellationToken cancellation) => registry.FindOfficialAsync(new OfficialId(id), cancellation);

    public override async Task<Outcome<Official>> ReadAsync(string id, JsonObject typed, CancellationToken cancellation) =>
        FieldBody.Read<OfficialBody>(typed).Try(out var body, out var problem) ? await desk.CheckAsync(id, body.Value, cancellation) : problem;

    public override async Task<Bilingual?> ReplaceAsync(Official? seen, Official entry, string actor, CancellationToken cancellation) =>
        await desk.ReplaceAsync(seen, entry, actor, cancellation) ? Recorded : null;

    public override IReadOnlyList<(string Name, string Text)> InputOf(Official entry) =>
    [
        ("name", entry.Name), (RegistryFields.UnitId, entry.UnitId.Value), ("post", entry.Post), ("role", WireName.Of(entry.Role)), ("from", Typed(entry.From)),
        ("to", entry.To is { } last ? Typed(last) : ""), ("email", entry.Email), ("language", entry.Language.Tag),
        ("responsibility", entry.Responsibility is { } responsibility ? WireName.Of(responsibility) : ""),
    ];

    public override IReadOnlyList<RegisterFact> FactsOf(Official entry) => Facts(entry, null);

    public override Task<IReadOnlyList<Bilingual>> NotesOnAsync(Official? before, Official after, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Bilingual>>(before is null
            ? []
            : [("只影响以后的挂牌和通知：已列明在案件中的人员、职务和限制不变。", "It counts for later listings and notices only: whom the cases name, with post and sanctions, stays as it is.")]);

    /// <summary>An official in words.</summary>
    public static IReadOnlyList<RegisterFact> Facts(Official entry, string? unitName) =>
    [
        new(("人员编号", "Official id"), Bilingual.Same(entry.OfficialId.Value)),
        new(("姓名", "Name"), Bilingual.Same(entry.Name)),
        new(("单位", "Unit"), Bilingual.Same(unitName is null ? entry.UnitId.Value : $"{unitName}（{entry.UnitId}）"), $"/board/units/{entry.UnitId}"),
        new(("职务", "Post"), Bilingual.Same(entry.Post)),
        new(("角色", "Role"), (Names.Of(entry.Role, Rectify.Board.Words.Language.Chinese), Names.Of(entry.Role, Rectify.Board.Words.Language.English))),
        new(("责任", "Responsibility"), entry.Responsibility is { } responsibility
            ? (CycleWords.Of(responsibility, Rectify.Board.Words.Language.Chinese), CycleWords.Of(responsibility, Rectify.Board.Words.Language.English))
            : null),
        new(("任职起", "In the post from"), RegistryWords.Of(entry.From)),
        new(("任职止", "To"), entry.To is { } last ? RegistryWords.Of(last) : ("在任", "in the post")),
        new(("邮箱", "Address"), Bilingual.Same(entry.Email)),
        new(("语言", "Language"), RegistryWords.Of(entry.Language)),
    ];

    private static string Typed(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
