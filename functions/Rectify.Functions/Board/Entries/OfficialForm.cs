using System.Diagnostics;
using System.Text.Json.Nodes;
using Rectify.Board.Forms;
using Rectify.Board.Registry;
using Rectify.Board.YearlyCycle;
using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Functions.Board.Forms;
using Rectify.Office.Register;
using Rectify.Office.RegisterEntries;
using Rectify.Office.Requests;

namespace Rectify.Functions.Board.Entries;

/// <summary>The form of an official.</summary>
public sealed class OfficialForm(IRegisterStore registerStore, RegisterHandler registerHandler, RegisterWarnings warnings)
    : EntryForm<Official>
{
    private static readonly Bilingual IdLabel = ("人员编号", "Official id");
    private static readonly Bilingual NameLabel = ("姓名", "Name");
    private static readonly Bilingual EmailLabel = ("邮箱", "Address");
    private static readonly Bilingual LanguageLabel = ("语言", "Language");
    private static readonly IReadOnlyList<Bilingual> PersonLabels = [IdLabel, NameLabel, EmailLabel, LanguageLabel];

    /// <summary>The form's name for the unit of the first post.</summary>
    public static readonly string FirstUnit = RegistryFields.Posts.NameOf(0, RegistryFields.Posts.Columns[0]);

    public override Bilingual NewTitle => ("登记人员", "Enter an official");

    public override Bilingual ChangeTitle => ("更改人员", "Change an official");

    public override Field Id => RegistryFields.NewOfficial;

    public override IReadOnlyList<(string Name, string Text)> Blank { get; } =
        [(FirstUnit, ""), ("language", MailLanguage.Chinese.Tag)];

    public override string AddressOf(string? id) => id is null ? "/board/registry/official" : $"{PageOf(id)}/edit";

    public override string PageOf(string? id) => id is null ? "/board/officials" : $"/board/officials/{id}";

    public override IReadOnlyList<(Bilingual Label, string Text)> SubjectOf(string id) => [(Id.Label, id)];

    public override IReadOnlyList<Field> FieldsFor(Official? current) => RegistryFields.Official;

    public override Task<Official?> FindAsync(string id, CancellationToken cancellation) =>
        registerStore.FindOfficialAsync(new OfficialId(id), cancellation);

    public override async Task<Outcome<Official>> ReadAsync(string id, JsonObject typed, CancellationToken cancellation) =>
        FieldBody.Read<OfficialBody>(typed).Try(out var body, out var problem)
            && (await registerHandler.CheckAsync(id, body.Value, cancellation)).Try(out var entry, out problem)
            ? entry.Entered
            : problem;

    public override async Task<Bilingual?> ReplaceAsync(Official? seen, Official entry, string actor, CancellationToken cancellation) =>
        await registerStore.ReplaceOfficialAsync(seen, entry, cancellation) ? Recorded : null;

    public override IReadOnlyList<(string Name, string Text)> InputOf(Official entry) =>
    [
        ("name", entry.Name), ("email", entry.Email ?? ""), ("language", entry.Language.Tag),
        .. from post in entry.Posts.Index()
           from column in RegistryFields.Posts.Columns
           select (RegistryFields.Posts.NameOf(post.Index, column), TextOf(post.Item, column.Name)),
        (RegistryFields.Posts.MainName, Field.Posts.Mark(entry.Posts.ToList().IndexOf(entry.MainPost))),
    ];

    public override IReadOnlyList<RegisterFact> FactsOf(Official entry) =>
    [
        .. Facts(entry, null).Where(fact => PersonLabels.Contains(fact.Label)),
        new(RegistryFields.Posts.Label, (
            string.Join("；", entry.Posts.Select(post => InWords(entry, post).Chinese)),
            string.Join("; ", entry.Posts.Select(post => InWords(entry, post).English)))),
    ];

    public override async Task<IReadOnlyList<Bilingual>> NotesOnAsync(Official? before, Official after, CancellationToken cancellation) =>
    [
        .. before is null
            ? Array.Empty<Bilingual>()
            : [("措施按其当日的任职认定受限人员；已列明在案件中的人员、职务和限制不变。",
                "A measure asks who was in office on its day. Whom the cases name already, with post and sanctions, stays as it is.")],
        .. (await warnings.OfAsync(new OfficialChange(new OfficialEntry.Whole { Entered = after }, before, after), cancellation))
            .Select(warning => warning.Words),
    ];

    /// <summary>The facts of an official, with the main post.</summary>
    public static IReadOnlyList<RegisterFact> Facts(Official entry, string? unitName)
    {
        var post = entry.MainPost;
        return
        [
            new(IdLabel, Bilingual.Same(entry.OfficialId.Value)),
            new(NameLabel, Bilingual.Same(entry.Name)),
            new(("单位", "Unit"), Bilingual.Same(unitName is null ? post.UnitId.Value : $"{unitName}（{post.UnitId}）"),
                $"/board/units/{post.UnitId}"),
            new(("职务", "Post"), Bilingual.Same(post.Post)),
            new(("角色", "Role"), RoleOf(post)),
            new(("责任", "Responsibility"), ResponsibilityOf(post)),
            new(("任职起", "In the post from"), RegisterWords.Of(post.From)),
            new(("任职止", "To"), post.To is { } last ? RegisterWords.Of(last) : ("在任", "in the post")),
            new(EmailLabel,
                entry.Email is { } address ? Bilingual.Same(address) : new Bilingual("无，不能收到邮件", "none: no mail is sent")),
            new(LanguageLabel, RegisterWords.Of(entry.Language)),
        ];
    }

    private static Bilingual InWords(Official entry, OfficialPost post)
    {
        var (from, to) = (RegisterWords.Of(post.From), post.To is { } last ? RegisterWords.Of(last) : new Bilingual?());
        var (role, responsibility, isMain) = (RoleOf(post), ResponsibilityOf(post), post == entry.MainPost && entry.Posts.Count > 1);
        var (alsoResponsible, alsoResponsibleInEnglish) =
            responsibility is { } one ? ($"，{one.Chinese}", $", {one.English}") : ("", "");
        return (
            $"{post.UnitId} {post.Post}（{role.Chinese}{alsoResponsible}{(isMain ? "，主要任职" : "")}），"
            + $"{from.Chinese}{(to is { } until ? $"至{until.Chinese}" : "起在任")}",
            $"{post.UnitId} {post.Post} ({role.English}{alsoResponsibleInEnglish}{(isMain ? ", main post" : "")}), "
            + $"from {from.English}{(to is { } end ? $" to {end.English}" : "")}");
    }

    private static Bilingual RoleOf(OfficialPost post) =>
        (Names.Of(post.Role, Language.Chinese), Names.Of(post.Role, Language.English));

    private static Bilingual? ResponsibilityOf(OfficialPost post) => post.Responsibility is { } responsibility
        ? (CycleWords.Of(responsibility, Language.Chinese),
            CycleWords.Of(responsibility, Language.English))
        : null;

    private static string TextOf(OfficialPost post, string member) => member switch
    {
        RegistryFields.UnitId => post.UnitId.Value,
        "post" => post.Post,
        "role" => WireName.Of(post.Role),
        "responsibility" => post.Responsibility is { } responsibility ? WireName.Of(responsibility) : "",
        "from" => IsoDay.Of(post.From),
        "to" => post.To is { } last ? IsoDay.Of(last) : "",
        _ => throw new UnreachableException(member),
    };
}
