using Rectify.Board.Forms;
using Rectify.Board.YearlyCycle;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Board.Registry;

/// <summary>The fields of the forms for the register of units and officials.</summary>
public static class RegistryFields
{
    /// <summary>The name of the field for the id of a unit, also of the unit of an official's post.</summary>
    public const string UnitId = "unitId";

    /// <summary>The name of the field for the id of an official.</summary>
    public const string OfficialId = "officialId";

    private static readonly Bilingual IdHint = ("1 至 64 个字母、数字、点、下划线或连字符；登记后不再更改，不要用名称。",
        "1 to 64 letters, digits, dots, underscores or hyphens. It never changes; do not use the name.");

    private static readonly IReadOnlyList<Option> Languages = [new("zh-CN", Bilingual.Same("中文")), new("en", Bilingual.Same("English"))];

    /// <summary>The fields of a unit, without its id.</summary>
    /// <param name="kinds">The kinds that can be chosen.</param>
    /// <param name="levels">The levels that can be chosen.</param>
    public static IReadOnlyList<Field> Unit(IReadOnlyList<Option> kinds, IReadOnlyList<Option> levels) =>
    [
        new Field.Line("name", ("单位名称", "Name")),
        new Field.Choice("kind", ("类别", "Kind"), kinds),
        new Field.Choice("level", ("层级", "Level"), levels) { Style = ChoiceStyle.List },
        new Field.Line("parentUnitId", ("上级单位编号", "Id of the unit above")) { Need = Need.Optional },
        new Field.Line("liaison.name", ("联络员", "Liaison officer")) { Hint = ("单位的通知发给联络员。", "Receives the unit's notices.") },
        new Field.Line("liaison.email", ("联络员邮箱", "Address of the liaison officer")),
        new Field.Choice("liaison.language", ("联络员语言", "Language of the liaison officer"), Languages),
        new Field.Line("supervisorEmail", ("督办单位邮箱", "Address of the supervising office"))
        {
            Need = Need.Optional,
            Hint = ("不填则用本办公室的邮箱。", "The office's own when left empty."),
        },
        new Field.Line("successorUnitId", ("承继单位编号", "Id of the successor"))
        {
            Need = Need.Optional,
            Hint = ("仅在本单位更名或并入其他单位后填写；承继单位继续承担本单位所受的限制。",
                "Only when the unit was renamed or merged. The successor answers for what this one is barred from."),
        },
    ];

    /// <summary>The field for the posts of an official: present, former and future ones.</summary>
    public static Field.Posts Posts { get; } = new(
        "posts", ("任职", "Posts"),
        [
            new Field.Line(UnitId, ("单位编号", "Unit id")),
            new Field.Line("post", ("职务", "Post")),
            new Field.Choice("role", ("角色", "Role"), Option.Of<LeaderRole>(Names.Of)) { Style = ChoiceStyle.List },
            new Field.Choice("responsibility", ("责任", "Responsibility"), Option.Of<Responsibility>(CycleWords.Of))
            {
                Style = ChoiceStyle.List,
                Need = Need.Optional,
            },
            new Field.Day("from", ("任职起", "In the post from")),
            new Field.Day("to", ("任职止", "To")) { Need = Need.Optional },
        ])
    {
        Hint = (
            "每个职务一行，兼任的分行填写。调任：在原职务填任职止，另起一行填新职务；"
            + "已卸任的保留，措施按其当日在任的人员认定。任职止在任的不填，填写的当日仍在任。"
            + "第一、直接或其他责任人决定由谁述职，与是否受限无关。未标主要任职的，以第一个在任的为准。",
            "A row for each post, also of those held at once. "
            + "A transfer: give the old post its last day and put the new one into a row of its own. "
            + "Posts that were left stay: a measure asks who was in office on its day. "
            + "The last day is empty while the post is held, and counts still. "
            + "The responsibility decides who owes a report, and never who is sanctioned. "
            + "Without a mark the first post without an end is the main one."),
    };

    /// <summary>The fields of an official, without the id.</summary>
    public static IReadOnlyList<Field> Official { get; } =
    [
        new Field.Line("name", ("姓名", "Name")),
        new Field.Line("email", ("邮箱", "Address"))
        {
            Need = Need.Optional,
            Hint = (
                "没有邮箱的不填：此人不会收到邮件，须另行告知。",
                "Left empty for somebody without one, who gets no mail and is told otherwise."),
        },
        new Field.Choice("language", ("语言", "Language"), Languages),
        Posts,
    ];

    /// <summary>The field for the id of a new unit.</summary>
    public static Field NewUnit { get; } = new Field.Line(UnitId, ("单位编号", "Unit id")) { Hint = IdHint };

    /// <summary>The field for the id of a new official.</summary>
    public static Field NewOfficial { get; } = new Field.Line(OfficialId, ("人员编号", "Official id")) { Hint = IdHint };
}
