namespace Rectify.Domain.Messages;

/// <summary>The messages that say why a value in a JSON document cannot be read.</summary>
internal static class ValueMessages
{
    public static readonly MessageCode<string> Date = new(
        "malformed.date",
        "A date is yyyy-MM-dd and exists in the calendar; got {0}. (D1)",
        "日期不存在，或写法不对（年-月-日）。", englishOnly: [0]);

    public static readonly MessageCode<string> Instant = new(
        "malformed.instant",
        "An instant is ISO 8601, such as 2026-09-30T16:00:00Z; got {0}.",
        "时刻按 ISO 8601 书写，例如 2026-09-30T16:00:00Z；现为 {0}。");

    public static readonly MessageCode<string, string> OneOf = new(
        "malformed.one-of",
        "One of {0}; got {1}.",
        "请从所列各项中选择。", englishOnly: [0, 1]);

    public static readonly MessageCode IdIsText = new("malformed.id", "An id is a string.", "编号应为文本。");

    public static readonly MessageCode SubjectForm = new(
        "malformed.subject",
        "A subject is unit:{{id}} or official:{{id}}.",
        "对象写作 unit:编号 或 official:编号。");
}
