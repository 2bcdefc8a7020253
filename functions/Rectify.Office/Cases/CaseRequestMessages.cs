using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Office.Cases;

/// <summary>
/// The messages that say why a request about a case is refused before its command is decided, or why the case cannot be read.
/// </summary>
public static class CaseRequestMessages
{
    public static readonly MessageCode<UnitId, string> UnknownVisit = new(
        "unknown-visit", "a supervision visit to {0}; got {1}. (S18)", "该单位没有这次督查（{1}）。", englishOnly: [0]);

    public static readonly MessageCode<DateOnly, string, DateOnly> VisitAfterMeasure = new(
        "unknown-visit.day", "a visit on or before the day of the measure, {0}; got {1} of {2}. (S18)",
        "督查日期{2}晚于措施日期{0}。", englishOnly: [1]);

    public static readonly MessageCode<UnitId, CaseId> VisitOfOtherCase = new(
        "unknown-case.visit", "a case of {0}; got {1}. (S18)", "案件 {1} 不是该单位的案件。", englishOnly: [0]);

    public static readonly MessageCode<string> NoCase = new("not-found.case", "There is no case {0}.", "没有案件 {0}。");

    public static readonly MessageCode<CaseId> UnknownCase = new(
        "unknown-case", "a case in the ledger; got \"{0}\". (S16)", "台账中没有之前的案件“{0}”。");

    public static readonly MessageCode<UnitId, CaseId> PreviousOfAnotherUnit = new(
        "not-the-same-unit.previous",
        "An earlier case is one of the same unit, {0}; got {1}.",
        "所填的原案件属于其他单位。", englishOnly: [0, 1]);

    public static readonly MessageCode DeciderUnnamed = new(
        "decider-not-named", "deciderLevel is the level of decidedBy; got no decidedBy.", "填写决定机关级别的，应填写决定机关。");

    public static readonly MessageCode<IReadOnlyList<string>, string> UnknownRulebook = new(
        "unknown-rulebook", "one of {0}; got \"{1}\".", "没有规则版本“{1}”，可选的为 {0}。");

    public static readonly MessageCode<string, string> RetiredRulebook = new(
        "retired-rulebook",
        "an edition that is not replaced; no case opens under \"{0}\" any more, use \"{1}\".",
        "规则版本“{0}”已被“{1}”取代，新案件应使用“{1}”。");

    public static readonly MessageCode<string> RulebookRetiredHere = new(
        "retired-rulebook.here",
        "an edition that is not retired; the office has retired \"{0}\".",
        "规则版本“{0}”已由本单位停用，新案件不能再用。");

    public static readonly MessageCode<string> RulebookUnreadable = new(
        "unreadable-rulebook",
        "The rulebook \"{0}\" cannot be read by this version of the program; a newer one has loaded it.",
        "规则版本“{0}”不为本版本程序所识别，可能由更新的版本载入。");

    public static readonly MessageCode<DateOnly> NoRulebook = new(
        "no-rulebook", "a day on which a rulebook is in force; got {0}.", "{0}没有施行中的规则。");

    public static readonly MessageCode<IReadOnlyList<LeaderRole>, UnitId, DateOnly> NoLeaders = new(
        "no-leaders",
        "nobody in the register holds a sanctioned role ({0}) in \"{1}\" on {2}; name the leaders, or send an empty list when "
        + "there are none. (S1)",
        "该日人员台账中没有担任应受限制职务的干部，请另行选定；确无此类人员的，选“另行选定”且不勾选。", englishOnly: [0, 1, 2]);

    public static readonly MessageCode<CaseId, string, string> NumberIsShared = new(
        "number-is-shared",
        "several cases stand under one number, which the case {0} holds for all of them: {1}. Correct it there; got \"{2}\".",
        "同一文件的各案共用文号 {1}，更正文号请在首案（{0}）登记，其余各案随之更正；现为“{2}”。");

    public static readonly MessageCode<OfficialId> UnknownOfficial = new(
        "unknown-official", "officials in the register; got \"{0}\".", "人员台账中没有编号为“{0}”的人员。");

    public static readonly MessageCode<int, int> OfficialsCount = new(
        "officials-count",
        "at most {0}; got {1}.",
        "最多列明 {0} 人，现有 {1} 人。");

    public static readonly MessageCode ContinueNeedsDate = new(
        "continue-needs-date",
        "given together with ifFailedLate \"continue\", and only then. (S9)",
        "继续挂牌督办的，须填写新的届满日；其他情形不填。");

    public static readonly MessageCode PassedNotFailed = new(
        "passed-not-failed", "only with the result \"failed\". (S9)", "验收合格的，不选择逾期处理方式。");

    public static readonly MessageCode FailedNotNumbered = new(
        "failed-not-numbered",
        "only with the result \"passed\", of which a release notice tells. (S14)",
        "验收不合格的，没有摘牌通知，不填文号。");

    public static readonly MessageCode PeriodWithoutDay = new(
        "period-form",
        "months, days or workingDays; a day is given as dueOn. (D7)",
        "延长的期限为月数、日数或工作日数；指定日期的，填写新的届满日。");

    public static readonly MessageCode PeriodOrDay = new(
        "period-form.one", "An extension names exactly one of by and dueOn. (D7)", "延长的期限和新的届满日，须填写其中一项，且只填一项。");

    public static readonly MessageCode VoidHasNoDate = new(
        "void-has-no-date", "only with the effect \"fromDate\"; void counts from the start. (S10)", "自始无效的，不填写生效日期。");

    public static readonly MessageCode SanctionId = new(
        "sanction-id", "given with the measure \"sanction\", and only then. (S10)", "请选择要撤销的单项限制；其他措施不填。");

    public static readonly MessageCode MeasureWithoutOfficials = new(
        "measure-without-officials.body",
        "whose persons are corrected, given together with officials and only then. (S6)",
        "指明措施的，须同时给出更正后的人员。");

    public static readonly MessageCode<int, int> GoalsCount = new(
        "goals-count",
        "1 to {0}, since the inspection judges them; got {1}. (S8)",
        "整改目标为 1 至 {0} 项，验收时逐项核对；填写了 {1} 项。");

    public static readonly MessageCode<int, int> EvidenceCount = new(
        "evidence-count", "at most {0} documents; got {1}.", "证明材料最多 {0} 份，填写了 {1} 份。");

    public static readonly MessageCode<int, string> Uri = new(
        "malformed-uri",
        "an absolute http or https address of at most {0} characters, without blanks and control characters; got \"{1}\".",
        "请填写以 http:// 或 https:// 开头的完整网址。", englishOnly: [0, 1]);

    public static readonly MessageCode<string> Digest = new(
        "malformed-digest", "64 hexadecimal digits; got \"{0}\".", "SHA-256 为 64 位十六进制数。", englishOnly: [0]);

    public static readonly MessageCode<string> NumberTaken = new(
        "document-number-taken", "unique; \"{0}\" stands on another case. (S14)", "文号“{0}”已被其他案件使用。");

    public static readonly MessageCode<string> NumberElsewhere = new(
        "document-number-taken.member", "\"{0}\" stands on another case.", "文号“{0}”已被其他案件使用。");

    public static readonly MessageCode<CaseId, string, CaseStatus> OpenedForTheSame = new(
        "case-exists.opened",
        "The case {0} (\"{1}\") was opened for the same; it is {2}.",
        "已就同一事项立案：案件 {0}（“{1}”），现为“{2}”。");

    public static readonly MessageCode<string, string> Stale = new(
        "stale.case", "the present version is {0}; got {1}.", "案件现在的版本为 {0}，所给的为 {1}。");

    public static readonly MessageCode<CaseId, Message> Unreadable = new(
        "unreadable-case",
        "The case {0} cannot be read, so nothing is answered that depends on it. {1} What is recorded is kept; it is read again "
        + "by a version that knows it.",
        "案件 {0} 无法读取，凡涉及该案的结论均不作出。{1}记录保持原样，由能识别它的版本继续办理。");

    public static readonly MessageCode<int, string?> UnknownEvent = new(
        "unreadable-case.unknown-event",
        "Entry {0} has the type \"{1}\", which this version does not know; a newer one may have written it.",
        "第 {0} 条的类型“{1}”不为本版本所知，可能由更新的版本写入。");

    public static readonly MessageCode<int, string?> UnreadableData = new(
        "unreadable-case.data", "The data of entry {0} ({1}) cannot be read.", "第 {0} 条（{1}）的内容无法读取。");

    public static readonly MessageCode<int, string?> ImpossibleEvent = new(
        "unreadable-case.impossible", "Entry {0} ({1}) cannot follow the entries before it.", "第 {0} 条（{1}）与此前各条不符。");

    public static readonly MessageCode<int> BrokenChain = new(
        "unreadable-case.chain",
        "The chain of hashes is broken at entry {0}: an entry was changed, swapped or lost.",
        "自第 {0} 条起哈希链断裂，记录被改动、调换或缺失。");

    public static readonly MessageCode<int> MissingEntries = new(
        "unreadable-case.missing", "Entry {0}, which was recorded, is missing.", "自第 {0} 条起的记录缺失。");
}
