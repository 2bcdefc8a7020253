using Rectify.Domain.Messages;

namespace Rectify.Office.Register;

/// <summary>The messages that say why a row of a table is rejected. Readers see the cell beside the message.</summary>
internal static class RowMessages
{
    public static readonly MessageCode<int> Text = new(
        "row-rejected.text", "1 to {0} characters, not only blanks", "请填写，最多 {0} 个字。");

    public static readonly MessageCode Id = new(
        "row-rejected.id",
        "an id has 1 to 64 letters a-z, A-Z, digits, '.', '_' or '-'",
        "编号为 1 至 64 个字母、数字、点、下划线或连字符。");

    public static readonly MessageCode Email = new("row-rejected.email", "an address is name@domain", "邮箱写法为 name@domain。");

    public static readonly MessageCode Day = new(
        "row-rejected.date", "a date is yyyy-MM-dd and exists in the calendar (D1)", "日期不存在，或写法不对（年-月-日）。");

    public static readonly MessageCode<string> OneOf = new(
        "row-rejected.one-of",
        "one of {0}",
        "请填写下列之一：{0}。");

    public static readonly MessageCode<int> IdTwice = new(
        "row-rejected.id-twice", "each id once; it stands on line {0} already", "编号重复：第 {0} 行已有。");

    public static readonly MessageCode<int> PostTwice = new(
        "row-rejected.post-twice",
        "each post of a person once; it stands on line {0} already",
        "同一职务（单位、职务、任职起相同）只列一次：第 {0} 行已有。");

    public static readonly MessageCode<int> MainTwice = new(
        "row-rejected.main-twice",
        "one main post of a person; it is marked on line {0} already",
        "每人只有一项主要任职：第 {0} 行已标明。");

    public static readonly MessageCode<int> TooManyPosts = new(
        "row-rejected.posts",
        "at most {0} posts of one person",
        "每人最多 {0} 项任职。");

    public static readonly MessageCode<string, int> OnePerson = new(
        "row-rejected.one-person",
        "one id is one person: the {0} as on line {1}",
        "同一编号是同一人，须与第 {1} 行一致。", englishOnly: [0]);

    public static readonly MessageCode UnknownUnit = new(
        "row-rejected.unknown-unit",
        "a unit in the register; units are imported before their officials",
        "单位台账中没有这个单位；先导入单位，后导入人员。");

    public static readonly MessageCode Namesakes = new(
        "row-rejected.namesakes",
        "an id: several in the register have this name",
        "台账中有同名的，请填写编号。");

    public static readonly MessageCode UnknownLink = new(
        "row-rejected.unknown-link", "another unit, in the register or in this file", "单位台账和本表中都没有这个单位。");

    public static readonly MessageCode AboveItself = new(
        "row-rejected.above-itself",
        "another unit; through it the unit would be above itself",
        "上级单位不能是本单位，也不能绕回本单位。");

    public static readonly MessageCode OwnSuccessor = new(
        "row-rejected.own-successor",
        "another unit; through it the unit would be its own successor",
        "承继单位不能是本单位，也不能绕回本单位。");

    public static readonly MessageCode<DateOnly?> TermBackwards = new(
        "row-rejected.term-backwards", "on or after the first day in the post, {0}", "离任日期不早于任职日期{0}。");
}
