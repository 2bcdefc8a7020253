using Rectify.Board.Forms;
using Rectify.Domain.Cases;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Board.Cases.Actions;

/// <summary>The fields of the forms for actions on a case.</summary>
public static class ActionFields
{
    private static readonly Bilingual TodayUnlessTold = ("不填为今天。", "Today when left empty.");

    /// <summary>The documents that prove a report.</summary>
    public static Field.Table Evidence { get; } = new("evidence", ("证明材料", "Evidence"),
    [
        new("name", ("名称", "Title")), new("uri", ("网址", "Address")), new("sha256", ("SHA-256（可不填）", "SHA-256 (optional)")),
    ])
    {
        Need = Need.Optional,
        Hint = ("每行一份材料的名称和链接。", "Title and link, a document a row."),
    };

    /// <summary>整改报告、申请验收.</summary>
    public static IReadOnlyList<Field> Submission() => Report(
        new Field.Day("submittedOn", ("提交日期", "Submitted on")) { Need = Need.Optional, Hint = TodayUnlessTold });

    /// <summary>补录: a report that was received by the deadline and is entered after it (S8).</summary>
    public static IReadOnlyList<Field> LateEntry() => Report(
        new Field.Day("submittedOn", ("收到日期", "Came in on"))
        {
            Hint = ("收到报告的日期，不晚于整改期限。期限届满所引起的后果随之无效。",
                "The day on which the report came in, by the deadline. What the deadline led to becomes void."),
        });

    private static IReadOnlyList<Field> Report(Field.Day day) =>
    [
        new Field.Prose("summary", ("整改情况", "What was done")) { Hint = ("逐项说明整改目标的完成情况。", "Goal by goal.") },
        day,
        Evidence,
    ];

    /// <summary>验收.</summary>
    /// <param name="late">Whether the deadline has passed: a failure then has consequences (S9).</param>
    /// <param name="rung">The rung of the case: a notice or a talk has no release (S16).</param>
    public static IReadOnlyList<Field> Inspection(Lateness late, Rung rung) =>
    [
        // The values before and after the deadline differ, so that a form opened before it and sent after it cannot cause a veto.
        new Field.Choice("outcome", ("验收结果", "Result"), (late, rung < Rung.Listing) switch
        {
            (Lateness.Late, false) =>
            [
                new("passed", ("合格，摘牌", "passed, released"), [("result", "passed")]),
                new("failedLate",
                    ("不合格，按期限届满处理（一票否决或提请决定）", "failed, treated as a missed deadline (veto, or proposal of one)"),
                    [("result", "failed"), ("ifFailedLate", "escalate")]),
                new("continue", ("不合格，继续挂牌督办至下列日期", "failed, the listing continues to the day below"),
                    [("result", "failed"), ("ifFailedLate", "continue")]),
            ],
            (Lateness.Late, true) =>
            [
                new("passed", ("合格，整改到位", "passed, the goal is reached"), [("result", "passed")]),
                new("failedLate", ("不合格，拟予升级", "failed, the next rung is proposed"),
                    [("result", "failed"), ("ifFailedLate", "escalate")]),
                new("continue", ("不合格，继续整改至下列日期", "failed, rectification continues to the day below"),
                    [("result", "failed"), ("ifFailedLate", "continue")]),
            ],
            (_, var lower) =>
            [
                new("passed", lower ? ("合格，整改到位", "passed, the goal is reached") : ("合格，摘牌", "passed, released"),
                    [("result", "passed")]),
                new("failed", ("不合格，在原期限内继续整改", "failed, rectification goes on within the deadline"), [("result", "failed")]),
            ],
        }),
        .. late == Lateness.Late
            ? [new Field.Day("newDueOn", ("新的届满日", "New last day")) { Need = Need.Optional, Hint = rung < Rung.Listing
                ? ("仅在继续整改时填写。", "Only when rectification continues.")
                : ("仅在继续挂牌督办时填写。", "Only when the listing continues.") }]
            : Array.Empty<Field>(),
        new Field.Prose("remarks", ("验收意见", "Remarks")),
        new Field.Day("inspectedOn", ("验收日期", "Inspected on")) { Need = Need.Optional, Hint = TodayUnlessTold },
        .. rung < Rung.Listing ? Array.Empty<Field>() :
        [
            new Field.Line("documentNumber", ("解除通知书文号", "Number of the release notice"))
            {
                Need = Need.Optional,
                Hint = ("仅在验收合格时填写；不填则取本年下一个文号。", "Only when passed; the next number of the year when left empty."),
            },
        ],
    ];

    /// <summary>不予升级 (S16). Opening the next rung has a form of its own.</summary>
    public static IReadOnlyList<Field> NextRung() =>
    [
        new Field.Choice("decision", ("决定", "Decision"), [new("decline", ("不予升级", "decline the next rung"))]),
        new Field.Prose("reason", ("理由", "Reason")),
        new Field.Line("decidedBy", ("决定机关", "Decided by")),
        new Field.Day("decidedOn", ("决定日期", "Decided on")) { Need = Need.Optional, Hint = TodayUnlessTold },
    ];

    /// <summary>通报批评、处理决定 (S7, S16).</summary>
    public static IReadOnlyList<Field> Consequence() =>
    [
        new Field.Prose("text", ("处理决定", "What was decided")),
        new Field.Line("decidedBy", ("决定机关", "Decided by")),
        new Field.Day("decidedOn", ("决定日期", "Decided on")) { Need = Need.Optional, Hint = TodayUnlessTold },
        new Field.Line("documentNumber", ("文号", "Document number")) { Need = Need.Optional },
    ];

    /// <summary>督办函、催办函 (S7, S12).</summary>
    /// <param name="duties">What was missed and may be urged.</param>
    public static IReadOnlyList<Field> Urging(IReadOnlyList<Option> duties) =>
    [
        new Field.Choice("milestone", ("督办事项", "What was missed"), duties),
        new Field.Prose("text", ("督办要求", "What is required")),
        new Field.Line("issuedBy", ("签发机关", "Issued by")),
        new Field.Day("issuedOn", ("日期", "Day of the letter")) { Need = Need.Optional, Hint = TodayUnlessTold },
        new Field.Day("dueOn", ("限定日期", "Last day that it gives"))
        {
            Need = Need.Optional,
            Hint = ("不填则按规则库的期限计算。", "By the period of the rulebook when left empty."),
        },
        new Field.Line("documentNumber", ("文号", "Document number"))
        {
            Need = Need.Optional,
            Hint = ("不填则取本年下一个文号。", "The next number of the year when left empty."),
        },
    ];

    /// <summary>A plan or a report that came in (S12).</summary>
    /// <param name="milestones">Those that have not come in.</param>
    public static IReadOnlyList<Field> Milestone(IReadOnlyList<Option> milestones) =>
    [
        new Field.Choice("milestone", ("收到的方案或者报告", "What came in"), milestones),
        new Field.Day("receivedOn", ("收到日期", "Received on")) { Need = Need.Optional, Hint = TodayUnlessTold },
        new Field.Prose("remarks", ("备注", "Remarks")) { Need = Need.Optional },
    ];

    /// <summary>限期延长.</summary>
    public static IReadOnlyList<Field> Extension() =>
    [
        new Field.Term("by", ("延长", "Extend by"))
        {
            DueMember = "dueOn",
            Hint = ("自原期限起延长的月数、日数或工作日数，或直接指定新的届满日；只填一项。",
                "Months, days or working days on from the present deadline, or a new last day; one of them."),
        },
        new Field.Prose("reason", ("理由", "Reason")),
        new Field.Line("approvedBy", ("批准人", "Approved by")),
        new Field.Day("askedOn", ("提出日期", "Asked for on")) { Need = Need.Optional, Hint = TodayUnlessTold },
    ];

    /// <summary>中止.</summary>
    public static IReadOnlyList<Field> Suspension() => Pause(
        "suspendedOn", ("中止日期", "Suspended on"), ("第一个不计入期限的日子。", "The first day that does not count."));

    /// <summary>恢复.</summary>
    public static IReadOnlyList<Field> Resumption() => Pause(
        "resumedOn", ("恢复日期", "Resumed on"), ("期限继续计算的第一天。", "The first day on which the clock runs again."));

    private static IReadOnlyList<Field> Pause(string member, Bilingual label, Bilingual meaning) =>
    [
        new Field.Prose("reason", ("理由", "Reason")),
        new Field.Day(member, label)
        {
            Need = Need.Optional,
            Hint = ($"{meaning.Chinese}不早于案件最近一次登记之日；{TodayUnlessTold.Chinese}",
                $"{meaning.English} Not before the last entry of the case. {TodayUnlessTold.English}"),
        },
        new Field.Line("approvedBy", ("批准人", "Approved by")),
    ];

    /// <summary>对一票否决的决定.</summary>
    /// <param name="verdicts">The possible decisions.</param>
    /// <param name="rulebook">The rulebook of the case, which may say who decides.</param>
    public static IReadOnlyList<Field> VetoDecision(IReadOnlyList<Option> verdicts, Rulebook rulebook) =>
    [
        new Field.Choice("decision", ("决定", "Decision"), verdicts),
        new Field.Prose("remarks", ("说明", "Remarks")),
        new Field.Line("decidedBy", ("决定机关", "Decided by")) { Need = Need.Optional },
        .. LevelField.OfDecider("deciderLevel", rulebook.DeciderOf(Rung.Veto)),
        new Field.Day("decidedOn", ("决定日期", "Decided on")) { Need = Need.Optional, Hint = TodayUnlessTold },
        new Field.Line("documentNumber", ("文号", "Document number"))
        {
            Need = Need.Optional,
            Hint = ("不填则取本年下一个文号；不予否决的可以没有文号。",
                "The next number of the year when left empty; none is needed to decline."),
        },
    ];

    /// <summary>撤销.</summary>
    /// <param name="measures">The measures and sanctions that may be revoked.</param>
    public static IReadOnlyList<Field> Revocation(IReadOnlyList<Option> measures) =>
    [
        new Field.Choice("what", ("撤销的对象", "What is revoked"), measures),
        new Field.Choice("effect", ("效力", "Effect"),
        [
            new("fromDate", ("自生效日起解除", "free from a day on")),
            new("void", ("自始无效", "void from the start")),
        ]),
        new Field.Day("on", ("生效日", "From"))
        {
            Need = Need.Optional,
            Hint = ("仅在“自生效日起解除”时填写；不填为今天。", "Only with an effect from a day on; today when left empty."),
        },
        new Field.Prose("reason", ("理由", "Reason")),
        new Field.Line("decidedBy", ("决定机关", "Decided by")),
    ];

    /// <summary>更正. A field that is not changed is left out of the request.</summary>
    public static IReadOnlyList<Field> Correction(
        Opening opening, IReadOnlyList<Candidate> candidates, IReadOnlyList<Option> measures) =>
    [
        new Field.Prose("facts", ("主要问题", "Facts")) { Need = Need.Optional, Original = opening.Facts },
        new Field.Line("documentNumber", ("文号", "Document number")) { Need = Need.Optional, Original = opening.DocumentNumber },
        .. CorrectionFields.Of(opening),
        new Field.Officials("officials", ("列明的领导干部", "Leaders named"), ("不变", "as they stand"), candidates)
        {
            Need = Need.Optional,
            Hint = ("选定的人员为更正后的全部人员：增列的自措施首日起受限，去掉的自始不受限。",
                "Who is chosen is the whole list: whoever is new is barred from the first day, whoever is gone never was."),
        },
        .. measures.Count == 0 ? Array.Empty<Field>() :
        [
            new Field.Choice("whose", ("更正哪一项措施的人员", "Whose persons are corrected"), measures)
            {
                Need = Need.Optional,
                Hint = ("更正人员的须选；另一项措施的人员不变。",
                    "Needed for a correction of persons; those of the other measure stay."),
            },
        ],
        new Field.Prose("reason", ("更正理由", "Reason")),
        new Field.Line("decidedBy", ("决定机关", "Decided by")),
    ];
}

/// <summary>Whether the deadline has passed.</summary>
public enum Lateness
{
    /// <summary>The deadline has not passed.</summary>
    InTime,

    /// <summary>The deadline has passed.</summary>
    Late,
}
