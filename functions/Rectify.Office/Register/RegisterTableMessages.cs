using Rectify.Domain.Messages;

namespace Rectify.Office.Register;

/// <summary>The messages that say why a table is not imported into the register.</summary>
public static class RegisterTableMessages
{
    public static readonly MessageCode<int, int> TooManyRows = new(
        "too-many-rows",
        "at most {0} rows; got {1}. Import the register in parts, units before their officials.",
        "最多 {0} 行，现有 {1} 行；请分批导入，先单位，后人员。");

    public static readonly MessageCode<int, IReadOnlyList<Message>, IReadOnlyList<string>> Header = new(
        "malformed.header", "line {0}: {1} Known are {2}.", "第 {0} 行的列名不对：{1}可用的列为{2}。");

    public static readonly MessageCode<string> UnknownColumn = new(
        "malformed.unknown-column",
        "\"{0}\" is not a column.",
        "没有“{0}”这一列；");

    public static readonly MessageCode<Bilingual> ColumnTwice = new(
        "malformed.column-twice",
        "{0} stands more than once.",
        "“{0}”列重复；");

    public static readonly MessageCode<Bilingual> ColumnMissing = new("malformed.column-missing", "{0} is missing.", "缺少“{0}”列；");

    public static readonly MessageCode Kind = new("malformed.register-kind", "units or officials.", "应为 units 或 officials。");

    public static readonly MessageCode<int, int, int, string, string, string> Rejected = new(
        "rows-rejected",
        "Nothing was imported: {0} of {1} rows were rejected. The first is line {2}, {3}: {4}; got \"{5}\".",
        "未导入任何内容：共 {1} 行，其中 {0} 行被退回。首先是第 {2} 行“{3}”：{4}填写的是“{5}”。");
}
