using Rectify.Domain.Messages;

namespace Rectify.Office.Requests;

/// <summary>The messages that say why a request is not read or not answered, whatever it is about.</summary>
public static class RequestMessages
{
    public static readonly MessageCode<IReadOnlyList<Message>> Malformed = new("malformed", "{0}", "{0}");

    public static readonly MessageCode<string?> NotJson = new(
        "not-json", "Content-Type is application/json; got {0}.", "Content-Type 应为 application/json，现为 {0}。");

    public static readonly MessageCode<int, int> TooLarge = new(
        "body-too-large", "A body is at most {0} bytes ({1} MB).", "提交的内容过大，最多 {0} 字节。", englishOnly: [1]);

    // queries
    public static readonly MessageCode<string> Date = new(
        "malformed.query-date",
        "a date is yyyy-MM-dd and exists in the calendar; got \"{0}\". (D1)",
        "日期不存在，或写法不对（年-月-日）：“{0}”。");

    public static readonly MessageCode<string> Instant = new(
        "malformed.query-instant",
        "an instant is ISO 8601 with its offset, such as 2026-09-30T16:00:00Z; got \"{0}\".",
        "时刻按 ISO 8601 书写并带时区，例如 2026-09-30T16:00:00Z；现为“{0}”。");

    public static readonly MessageCode<string, string> OneOf = new(
        "malformed.query-name", "one of {0}; got \"{1}\".", "应为 {0} 之一，现为“{1}”。");

    public static readonly MessageCode<string, string> SomeOf = new(
        "malformed.query-names",
        "one of {0}, or several joined by commas; got \"{1}\".",
        "应为 {0} 之一，或以逗号分隔的几项，现为“{1}”。");

    public static readonly MessageCode<string> Subject = new(
        "malformed.query-subject", "unit:{{id}} or official:{{id}}; got \"{0}\".", "对象写作 unit:编号 或 official:编号，现为“{0}”。");

    public static readonly MessageCode<int, string> Top = new("malformed.top", "1 to {0}; got \"{1}\".", "应为 1 至 {0}，现为“{1}”。");

    public static readonly MessageCode<int, string> Entry = new(
        "malformed.entry", "an entry of the case, 1 to {0}; got \"{1}\".", "应为本案的登记序号，1 至 {0}，现为“{1}”。");

    public static readonly MessageCode<string> Page = new("malformed.page", "1 or more; got \"{0}\".", "页数自 1 起，现为“{0}”。");

    public static readonly MessageCode<string> Continuation = new(
        "malformed.continuation", "the value from nextLink, unchanged; got \"{0}\".", "应照录 nextLink 中的值，现为“{0}”。");

    // headers
    public static readonly MessageCode<string> CaseTag = new(
        "malformed.case-tag", "the ETag of the case, unchanged; got {0}.", "应照录案件的 ETag，现为 {0}。");

    public static readonly MessageCode<string> EntryTag = new(
        "malformed.entry-tag", "the ETag of the entry, unchanged; got {0}.", "应照录登记内容的 ETag，现为 {0}。");

    public static readonly MessageCode<string> NoEntryTag = new(
        "malformed.no-entry-tag",
        "* and no If-Match, for an entry that must not be there yet; got {0}.",
        "要求尚无登记的，写 * 且不写 If-Match，现为 {0}。");

    public static readonly MessageCode<int, int> KeyLength = new(
        "malformed.idempotency-key", "at most {0} characters; got {1}.", "最多 {0} 个字符，现有 {1} 个。");

    public static readonly MessageCode KeyReused = new(
        "idempotency-key-reused",
        "one key for one body; this key came with another body before.",
        "此表单已提交过，内容与本次不同。已提交的仍然有效；确需另行办理的，请核对后再次提交。");

    public static readonly MessageCode KeyCameBefore = new(
        "idempotency-key-reused.member",
        "It came with another body before.",
        "此表单已提交过，内容与本次不同。已提交的仍然有效；确需另行办理的，请核对后再次提交。");

    public static readonly MessageCode NoEntry = new(
        "stale",
        "There is no such entry any more, or not yet.",
        "该登记内容已不存在，或尚未登记。");

    public static readonly MessageCode<string> PresentTag = new(
        "stale.entry", "The present ETag of the entry is {0}.", "登记内容现在的 ETag 为 {0}。");

    // texts, ids and dates
    public static readonly MessageCode<Message> CharacterInName = new(
        "malformed.parameter-name", "the name of a parameter {0}", "参数名{0}");

    public static readonly MessageCode<string> Id = new(
        "malformed-id",
        "an id has 1 to 64 letters a-z, A-Z, digits, '.', '_' or '-'; got \"{0}\".",
        "编号为 1 至 64 个字母、数字、点、下划线或连字符，填写的是“{0}”。");

    public static readonly MessageCode<int, int> TextTooLong = new(
        "text-length", "1 to {0} characters, not only blanks; got {1}.", "最多 {0} 个字，已填写 {1} 个。");

    public static readonly MessageCode<int> TextBlank = new(
        "text-length.blank", "1 to {0} characters, not only blanks; got none.", "请填写，最多 {0} 个字。");

    public static readonly MessageCode<DateOnly, DateOnly, DateOnly, string> Past = new(
        "date-out-of-range.past",
        "between {0} and today, {1}; got {2}. ({3})",
        "日期应在{0}至今天（{1}）之间，填写的是{2}。", englishOnly: [3]);

    public static readonly MessageCode<DateOnly, DateOnly, DateOnly, string> Between = new(
        "date-out-of-range.between", "between {0} and {1}; got {2}. ({3})", "日期应在{0}至{1}之间，填写的是{2}。", englishOnly: [3]);

    public static readonly MessageCode<int, int> NoticeYear = new(
        "calendar-year.notice",
        "{0} at the latest, since the notice of a year comes out in the year before; got {1}. (D9)",
        "最迟为 {0} 年，因为一年的放假通知在上一年发布；现为 {1} 年。");

    public static readonly MessageCode<int, int, string> CalendarYear = new(
        "calendar-year", "{0} to {1}, in four digits; got \"{2}\". (D9)", "日历为 {0} 至 {1} 年，以四位数字表示。", englishOnly: [2]);

    public static readonly MessageCode<int> TooSlow = new(
        "body-too-slow",
        "A body comes whole within {0} seconds, and without long pauses; send it again.",
        "提交的内容传送过慢，应在 {0} 秒内传完；请重新提交。");

    public static readonly MessageCode<string> BadlyFramed = new(
        "malformed-body", "The body is cut off or badly framed: {0}", "提交的内容不完整，无法读取。请重新提交。", englishOnly: [0]);

    public static readonly MessageCode<string> NoSuchRoute = new("no-such-route", "There is nothing at {0}.", "没有 {0} 这个地址。");

    public static readonly MessageCode<string, IReadOnlyList<string>, string> MethodNotAllowed = new(
        "no-such-route.method", "{0} takes {1}; got {2}.", "{0} 接受的请求方式为 {1}，不接受 {2}。");

    public static readonly MessageCode<string> DryRun = new(
        "malformed.dry-run",
        "true or false; got \"{0}\".",
        "应为 true 或 false，现为“{0}”。");
}
