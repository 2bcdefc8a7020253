using Rectify.Domain.Messages;

namespace Rectify.Domain.Rulebooks;

/// <summary>The messages that say why the text of a rulebook is refused.</summary>
internal static class RulebookFileMessages
{
    public static readonly MessageCode<string, Message> Found = new("rulebook-refused.found", "{0}: {1}", "{0}：{1}");

    public static readonly MessageCode<Message> Absent = new("rulebook-refused.absent", "missing: {0}", "缺少：{0}");

    public static readonly MessageCode<int> NotJson = new(
        "rulebook-refused.not-json", "line {0} cannot be read as JSON.", "第 {0} 行无法按 JSON 读取。");

    public static readonly MessageCode NotText = new(
        "rulebook-refused.not-text", "a name or a text holds half of a surrogate pair.", "名称或者文字中含有残缺的字符。");

    public static readonly MessageCode NotAnObject = new("rulebook-refused.not-an-object", "a JSON object.", "应为 JSON 对象。");

    public static readonly MessageCode NotAList = new("rulebook-refused.not-a-list", "a JSON array.", "应为 JSON 数组。");

    public static readonly MessageCode<IReadOnlyList<string>> Unknown = new(
        "rulebook-refused.unknown", "there is no such member; the members are {0}.", "没有这个成员；可有的成员为 {0}。");

    public static readonly MessageCode Missing = new(
        "rulebook-refused.missing", "every member stands in the file.", "文件应写明每个成员。");

    public static readonly MessageCode TwiceGiven = new("rulebook-refused.twice-given", "a member stands once.", "同一成员只能写一次。");

    public static readonly MessageCode TwiceListed = new(
        "rulebook-refused.twice-listed", "a list names it once.", "同一列表中只能列出一次。");

    public static readonly MessageCode Null = new("rulebook-refused.null", "it may not be null.", "不能为 null。");

    public static readonly MessageCode Blank = new("rulebook-refused.blank", "a text that is not blank.", "文字不能为空。");

    public static readonly MessageCode WholeNumber = new("rulebook-refused.whole-number", "a whole number.", "应为整数。");

    public static readonly MessageCode Text = new("rulebook-refused.text", "a text.", "应为文字。");

    public static readonly MessageCode Boolean = new("rulebook-refused.boolean", "true or false.", "应为 true 或者 false。");

    public static readonly MessageCode Time = new(
        "rulebook-refused.time", "a time of day, from 00:00:00 to 23:59:59.", "应为一天中的时刻，自 00:00:00 至 23:59:59。");

    public static readonly MessageCode Date = new(
        "rulebook-refused.date", "a day of the calendar, yyyy-MM-dd.", "应为日历上有的日期，写作“年-月-日”，例如 2026-01-01。");

    public static readonly MessageCode<IReadOnlyList<string>> OneOf = new("rulebook-refused.one-of", "one of {0}.", "应为以下之一：{0}。");

    public static readonly MessageCode OtherForm = new("rulebook-refused.form", "a value of another form.", "该值的写法不对。");

    public static readonly MessageCode<DateOnly> LastDay = new(
        "rulebook-refused.last-day", "not before validFrom, {0}.", "不得早于 validFrom（{0}）。");

    public static readonly MessageCode Id = new(
        "rulebook-refused.id", "1 to 64 letters a-z, A-Z, digits, '.', '_' or '-'.", "应为 1 至 64 个字母、数字、点、下划线或者连字符。");

    public static readonly MessageCode ReplacesItself = new(
        "rulebook-refused.replaces-itself", "another rulebook than this one.", "应为本规则库以外的规则库。");
}
