using Rectify.Board.Cases.Actions;
using Rectify.Board.Forms;
using Rectify.Domain.Messages;
using Rectify.Domain.YearlyCycle;

namespace Rectify.Board.YearlyCycle;

/// <summary>The fields of the forms for the yearly books: responsibility letters, duty reports, assessments, commendations.</summary>
public static class RecordFields
{
    /// <summary>The name of the field that says what happens to an existing entry.</summary>
    public const string Fate = "entry";

    /// <summary>The value for an entry that is taken back.</summary>
    public const string TakenBack = "takenBack";

    /// <summary>The value for an entry that is corrected.</summary>
    public const string Corrected = "corrected";

    /// <summary>The name of the field for the reason of a correction or withdrawal.</summary>
    public const string Reason = "reason";

    private static readonly Field Number = new Field.Line("documentNumber", ("文号", "Document number")) { Need = Need.Optional };
    private static readonly Field Remarks = new Field.Prose("remarks", ("备注", "Remarks")) { Need = Need.Optional };

    /// <summary>目标责任书.</summary>
    public static IReadOnlyList<Field> Letter { get; } =
    [
        new Field.Day("signedOn", ("签订日期", "Signed on")),
        new Field.Line("signedBy", ("签订人", "Signed by")) { Hint = ("代表本单位签订的负责人。", "Who signed for the unit.") },
        new Field.Line("signedWith",
            ("签订对象", "Signed with")) { Hint = ("与其签订责任书的机关。", "The organ that takes the promise.") },
        Number,
        Remarks,
    ];

    /// <summary>述职报告.</summary>
    public static IReadOnlyList<Field> Report { get; } =
        [new Field.Day("submittedOn", ("提交日期", "Submitted on")), new Field.Prose("summary", ("述职摘要", "Summary")),
            ActionFields.Evidence];

    /// <summary>年终工作总结 and whatever else the rulebook's table asks for.</summary>
    public static IReadOnlyList<Field> Duty { get; } =
    [
        new Field.Day("doneOn", ("完成或者提交日期", "Done or handed in on")),
        new Field.Prose("summary", ("摘要", "Summary")) { Need = Need.Optional },
        Number,
        ActionFields.Evidence,
    ];

    /// <summary>督促检查、明察暗访.</summary>
    public static IReadOnlyList<Field> Visit { get; } =
    [
        new Field.Day("visitedOn", ("督查日期", "Day of the visit")),
        new Field.Choice("visitKind", ("方式", "Kind"), Option.Of<VisitKind>(Names.Of)),
        new Field.Line("visitedBy", ("督查机关或者人员", "Visited by")),
        new Field.Prose("findings", ("发现的问题", "Findings")),
        new Field.Line("caseId", ("所涉案件编号", "Case")) { Need = Need.Optional },
        ActionFields.Evidence,
    ];

    /// <summary>表彰奖励.</summary>
    public static IReadOnlyList<Field> Commendation { get; } =
    [
        new Field.Line("title", ("荣誉、奖励名称", "Title")),
        new Field.Line("awardedBy", ("授予机关", "Given by")),
        new Field.Day("awardedOn", ("决定日期", "Decided on")),
        Number,
        new Field.Prose("citation", ("事由", "For what")) { Need = Need.Optional },
    ];

    /// <summary>年度考核结果.</summary>
    /// <param name="grades">The grades of the rulebook; empty where a year is passed or failed.</param>
    public static IReadOnlyList<Field> Assessment(IReadOnlyList<Option> grades) =>
    [
        new Field.Choice("result", ("考核结果", "Result"),
            grades.Count > 0
                ?
                [
                    .. grades, new("passed", ("合格（不分等次）", "passed, no grade")),
                    new("failed", ("不合格（不分等次）", "failed, no grade")),
                ]
                : [new("passed", ("合格", "passed")), new("failed", ("不合格", "failed"))]),
        new Field.Day("decidedOn", ("认定日期", "Decided on")),
        Number,
        Remarks,
    ];

    /// <summary>The field for the reason of a correction.</summary>
    public static Field Correction { get; } = new Field.Prose(Reason, ("更正理由", "Reason of the correction"));

    /// <summary>The fields to correct or take back an entry, with the reason.</summary>
    public static IReadOnlyList<Field> Corrections { get; } =
    [
        new Field.Choice(Fate, ("对原登记", "The entry that stands"),
            [new(Corrected, ("更正为以下内容", "is corrected to the following")), new(TakenBack, ("撤回，视为未登记", "is taken back"))]),
        new Field.Prose(Reason, ("更正或撤回的理由", "Reason")),
    ];
}
