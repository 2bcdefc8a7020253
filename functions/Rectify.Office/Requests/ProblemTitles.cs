using Rectify.Domain.Messages;

namespace Rectify.Office.Requests;

/// <summary>The titles of the kinds of problems.</summary>
public static class ProblemTitles
{
    public static readonly MessageCode Malformed = new("title.malformed", "The request cannot be read", "请求无法读取");

    public static readonly MessageCode RuleBroken = new("title.rule-broken", "The request breaks a rule", "请求不符合规则");

    public static readonly MessageCode NotFound = new("title.not-found", "There is no such thing", "没有所要的内容");

    public static readonly MessageCode OtherState = new("title.other-state", "The case is in another state", "案件处于其他状态");

    public static readonly MessageCode ConsultationState = new(
        "title.consultation-state", "The consultation is in another state", "征求意见处于其他状态");

    public static readonly MessageCode NotJson = new("title.not-json", "The body is not JSON", "请求正文不是 JSON");

    public static readonly MessageCode NotCsv = new("title.not-csv", "The body is not CSV", "请求正文不是 CSV");

    public static readonly MessageCode NotAForm = new("title.not-a-form", "The body is not a form", "请求正文不是表单");

    public static readonly MessageCode MalformedForm = new("title.malformed-form", "The form cannot be read", "表单无法读取");

    public static readonly MessageCode FormNotIssued = new(
        "title.form-not-issued",
        "The form was not given out here",
        "表单不是本系统发出的");

    public static readonly MessageCode TooLarge = new("title.body-too-large", "The body is too large", "请求正文过大");

    public static readonly MessageCode KeyReused = new(
        "title.idempotency-key-reused",
        "The idempotency key was used before",
        "幂等键已使用过");

    public static readonly MessageCode EntryChanged = new("title.stale-entry", "The entry has changed", "登记内容已更改");

    public static readonly MessageCode CaseChanged = new("title.stale-case", "The case has changed", "案件已更改");

    public static readonly MessageCode NumberTaken = new("title.document-number-taken", "The document number is taken", "文号已被使用");

    public static readonly MessageCode CaseExists = new("title.case-exists", "The case is open already", "案件已经立案");

    public static readonly MessageCode CaseUnreadable = new("title.unreadable-case", "The case cannot be read", "案件无法读取");

    public static readonly MessageCode NoDocument = new("title.no-such-document", "There is no such document", "没有这种文书");

    public static readonly MessageCode NoDocumentOfCase = new("title.no-such-measure", "The case has no such document", "本案没有这种文书");

    public static readonly MessageCode NoFeed = new("title.no-such-feed", "There is no such feed", "没有这一日历订阅");

    public static readonly MessageCode CalendarRefused = new("title.calendar-refused", "The calendar breaks a rule", "日历不符合规则");

    public static readonly MessageCode RulebookUnreadable = new(
        "title.unreadable-rulebook", "The rulebook cannot be read", "规则版本无法读取");

    public static readonly MessageCode RulebookRefused = new(
        "title.rulebook-refused", "The rulebook cannot be used", "规则库不能使用");

    public static readonly MessageCode RulebookState = new(
        "title.rulebook-state", "The rulebook is in another state", "规则版本处于其他状态");

    public static readonly MessageCode RowsRejected = new("title.rows-rejected", "Rows were rejected", "有行被退回");

    public static readonly MessageCode SubjectUnknown = new("title.unknown-subject", "The subject is unknown", "查无此对象");

    public static readonly MessageCode SubjectsUnknown = new("title.unknown-subjects", "Subjects are unknown", "有查无此人或单位的对象");

    public static readonly MessageCode VetoStands = new(
        "title.veto-for-years-stands",
        "There is a veto for these years",
        "这两个年度已有一票否决");

    public static readonly MessageCode NotResendable = new("title.mail-not-resendable", "The mail cannot be sent again", "邮件不能重发");

    public static readonly MessageCode NotOpen = new("title.mail-not-open", "The mail waits for nobody", "邮件无须处理");

    public static readonly MessageCode ResentBefore = new("title.mail-already-resent", "The mail was sent again before", "邮件已重发过");

    public static readonly MessageCode MailUnderWay = new("title.mail-under-way", "A mail is still being handed over", "有邮件正在交付");

    public static readonly MessageCode MailKeyNeeded = new("title.mail-key", "The key of mail events is needed", "须提供邮件事件的密钥");

    public static readonly MessageCode KeyNeeded = new("title.unauthenticated", "A known key is needed", "须提供有效的密钥");

    public static readonly MessageCode AnotherSite = new("title.another-site", "The request comes from another site", "请求来自其他网站");

    public static readonly MessageCode Forbidden = new("title.forbidden", "The role does not allow this", "角色无权进行此操作");

    public static readonly MessageCode AnotherUnit = new("title.another-unit", "The case belongs to another unit", "案件属于其他单位");

    public static readonly MessageCode TooManyKeys = new("title.too-many-wrong-keys", "Too many wrong keys", "错误的密钥过多");

    public static readonly MessageCode LedgerUnavailable = new(
        "title.ledger-unavailable",
        "The ledger cannot be used now",
        "台账暂时无法使用");

    public static readonly MessageCode LedgerIncomplete = new("title.ledger-incomplete", "The ledger is not whole", "台账不完整");

    public static readonly MessageCode IndexIncomplete = new(
        "title.ledger-index-incomplete", "The index of the ledger is not whole", "台账索引不完整");

    public static readonly MessageCode TooSlow = new("title.body-too-slow", "The body came too slowly", "请求正文传送过慢");

    public static readonly MessageCode BadlyFramed = new("title.malformed-body", "The body cannot be read", "请求正文无法读取");

    public static readonly MessageCode NoSuchRoute = new("title.no-such-route", "There is no such address", "没有这个地址");
}
