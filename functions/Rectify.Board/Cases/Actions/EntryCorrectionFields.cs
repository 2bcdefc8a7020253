using Rectify.Board.Forms;

namespace Rectify.Board.Cases.Actions;

/// <summary>The fields of the form that takes an entry out which was made by error.</summary>
public static class EntryCorrectionFields
{
    /// <summary>更正误登: an entry that was made by error (S10).</summary>
    public static IReadOnlyList<Field> Of(IReadOnlyList<Option> entries) =>
    [
        new Field.Choice("what", ("误登的事项", "What was entered by error"), entries)
        {
            Hint = ("案件恢复为从未登记该项时的样子，期限、否决和限制按规则规定的日期计算；原记录保留。"
                + "整改报告误登的，仅依该报告作出的验收合格一并不计入。",
                "The case stands as if it had never been entered: deadline, veto and sanctions follow by the dates of the rules; the "
                + "record stays. With a report goes the release that was granted on it alone."),
        },
        new Field.Prose("reason", ("误登的情况", "Why it was an error")),
        new Field.Line("decidedBy", ("决定机关", "Decided by")),
    ];
}
