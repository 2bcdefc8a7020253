using Rectify.Board.Forms;

namespace Rectify.Board.Consultations;

/// <summary>The fields of the form for a consultation: a body asks before an award or a promotion.</summary>
public static class ConsultationFields
{
    /// <summary>The name of the field with the list of subjects.</summary>
    public const string Subjects = "subjects";

    /// <summary>The fields.</summary>
    /// <param name="purposes">The purposes that can be chosen.</param>
    public static IReadOnlyList<Field> All(IReadOnlyList<Option> purposes) =>
    [
        new Field.Lines(Subjects, ("对象", "Subjects"))
        {
            Hint = ("每行一个，可从表格成批粘贴，最多 1000 行：姓名，或姓名、单位、职务（各列顺序不限，可带表头），"
                + "或单位名称；知道编号的，也可写 unit:单位编号 或 official:人员编号。",
                "One a line, up to 1,000 rows pasted from a spreadsheet: a name; name, unit and post in any order, with or without "
                + "headings; the name of a unit; or unit:id or official:id where known."),
        },
        new Field.Choice("purpose", ("用途", "Purpose"), purposes),
        new Field.Line("askedBy", ("征求意见的单位", "Asked by")),
        new Field.Day("on", ("查询日期", "Day asked about")) { Need = Need.Optional, Hint = ("不填为今天。", "Today when left empty.") },
        new Field.Line("replyTo", ("回执邮箱", "Mail address for news"))
        {
            Need = Need.Optional,
            Hint = ("有效期内答复如有变化，发邮件告知；不填则发往账户的工作邮箱。",
                "You are mailed when an answer changes while the reply is valid; without it, at the work address of your account."),
        },
    ];
}
