using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.Cases;

/// <summary>The messages that say why a case is not opened.</summary>
internal static class OpeningMessages
{
    public static readonly MessageCode<DateOnly, DateOnly> BeforeCalendar = new(
        "before-calendar",
        "The working-day calendar begins on {0}; got {1}. (D6)",
        "工作日历自{0}起，填写的是{1}。");

    public static readonly MessageCode<DateOnly, DateOnly, string, int, int, DateOnly> ListingDate = new(
        "listing-date-out-of-range",
        "A listing date lies between {0} and {1} (rulebook {2}: {3} days back, {4} ahead); got {5}.",
        "挂牌日期应在{0}至{1}之间，填写的是{5}。", englishOnly: [2, 3, 4]);

    public static readonly MessageCode<DateOnly, DateOnly, string, int, int, DateOnly> IssueDate = new(
        "issue-date-out-of-range",
        "An issue date lies between {0} and {1} (rulebook {2}: {3} days back, {4} ahead); got {5}.",
        "日期应在{0}至{1}之间，填写的是{5}。", englishOnly: [2, 3, 4]);

    public static readonly MessageCode<Rung, Bilingual, UnitLevel, UnitLevel, string> DeciderTooLow = new(
        "decider-below-level",
        "A {0} is decided by {1}: the level is {2} or above; got {3}. ({4})",
        "{0}由{1}决定，决定机关应为{2}以上，填写的是{3}（{4}）。");

    public static readonly MessageCode<UnitLevel, UnitLevel, string> ProposerTooLow = new(
        "proposer-below-level",
        "A veto is proposed by a body of the level {0} or above; got {1}. ({2})",
        "提请机关应为{0}以上，填写的是{1}（{2}）。");

    public static readonly MessageCode ProposerUnnamed = new(
        "proposer-not-named", "proposerLevel is the level of proposedBy; got no proposedBy.", "填写提请机关级别的，应填写提请机关。");

    public static readonly MessageCode<string> NoGrounds = new(
        "unknown-ground.none", "The rulebook {0} lists no grounds by code; state the ground alone.",
        "所用规则未列情形代码，不填此项。", englishOnly: [0]);

    public static readonly MessageCode<IReadOnlyList<string>, string> UnknownGround = new(
        "unknown-ground", "one of {0}; got \"{1}\".", "所用规则没有代码为“{1}”的情形，可选的为 {0}。");

    public static readonly MessageCode<string, IReadOnlyList<Rung>, Rung, string> GroundOfOtherMeasure = new(
        "ground-of-other-measure", "The ground {0} leads to {1}; got {2}. ({3})", "情形 {0} 只适用于{1}，现为{2}（{3}）。");

    public static readonly MessageCode<string> GroundTwice = new(
        "ground-twice", "each ground once; got {0} twice.", "同一情形只填一次；现 {0} 填写两次。");

    public static readonly MessageCode<DateOnly, DateOnly> DeadlineBeforeListing = new(
        "deadline-before-listing",
        "A deadline lies after the listing date {0}; got {1}. (D2)",
        "届满日应在挂牌日期{0}之后，填写的是{1}。");

    public static readonly MessageCode<DateOnly, DateOnly> DeadlineBeforeIssue = new(
        "deadline-before-issue",
        "A deadline lies after the issue date {0}; got {1}. (D2)",
        "届满日应在通报或约谈日期{0}之后，填写的是{1}。");

    public static readonly MessageCode<int, DateOnly, string, Message, int, int, int> PeriodTooLong = new(
        "deadline-too-far.period",
        "A rectification period is at most {0} months, to {1}, by the rulebook {2}; got {3}. Of any rulebook it is at most {4} "
        + "months, {5} days or {6} working days. (D2)",
        "按所用规则，整改期限最长 {0} 个月，至{1}；现为{3}。任何规则下不超过 {4} 个月、{5} 日或 {6} 个工作日。", englishOnly: [2]);

    public static readonly MessageCode<int, DateOnly> OfMonths = new("deadline-too-far.months", "{0} months, to {1}", " {0} 个月，至{1}");

    public static readonly MessageCode<int, DateOnly> OfDays = new("deadline-too-far.days", "{0} days, to {1}", " {0} 日，至{1}");

    public static readonly MessageCode<int, DateOnly> OfWorkingDays = new(
        "deadline-too-far.working-days", "{0} working days, to {1}", " {0} 个工作日，至{1}");

    public static readonly MessageCode<DateOnly> Until = new("deadline-too-far.until", "{0}", "{0}");

    public static readonly MessageCode<DateOnly, DateOnly, Rung, string> PeriodOver = new(
        "deadline-in-the-past.period",
        "The period ends on {0}, and today is {1}: a {2} leaves time to rectify. ({3})",
        "期限在{0}届满，今天是{1}：应留出整改时间。", englishOnly: [2, 3]);

    public static readonly MessageCode<DateOnly, DateOnly> ReceivedBeforeListing = new(
        "received-before-listing",
        "A notice is received on or after the listing date {0}; got {1}.",
        "收到日期不早于挂牌日期{0}，填写的是{1}。");

    public static readonly MessageCode<DateOnly, DateOnly> ReceivedBeforeIssue = new(
        "received-before-issue",
        "A notice is received on or after its own date, {0}; got {1}.",
        "收到日期不早于通报或约谈日期{0}，填写的是{1}。");

    public static readonly MessageCode<DateOnly, string, int, DateOnly> ReceivedTooLate = new(
        "received-too-late",
        "A notice is received by {0} (rulebook {1}: {2} days ahead of today or of the date of the measure); got {3}.",
        "收到日期不晚于{0}，填写的是{3}。", englishOnly: [1, 2]);

    public static readonly MessageCode<DateOnly, DateOnly> EventAfterMeasure = new(
        "date-out-of-range.event-of-measure",
        "The event lies on or before the day of the measure, {0}; got {1}. (S3)",
        "事件日期不晚于措施日期{0}，填写的是{1}。");

    public static readonly MessageCode<string, PeriodAnchor, string> PeriodWithoutStart = new(
        "period-without-start",
        "The rulebook {0} counts the period from the day of the {1}: the request names that day. (D2, {2})",
        "所用规则规定期限{1}计算，请填写该日期（{2}）。", englishOnly: [0]);

    public static readonly MessageCode<Bilingual, DateOnly, Message, string> PeriodBelowRule = new(
        "period-outside-rule.least",
        "A rectification period is at least {0}, to {1}; got {2}. ({3})",
        "整改期限最短{0}，至{1}；现为{2}（{3}）。");

    public static readonly MessageCode<Bilingual, DateOnly, Message, string> PeriodAboveRule = new(
        "period-outside-rule.most",
        "A rectification period is at most {0}, to {1}; got {2}. ({3})",
        "整改期限最长{0}，至{1}；现为{2}（{3}）。");

    public static readonly MessageCode<string, Rung> NoPeriod = new(
        "period-missing",
        "The rulebook {0} gives no period for a {1}: the request names one. (D2)",
        "所用规则没有规定期限，请填写整改期限。", englishOnly: [0, 1]);

    public static readonly MessageCode<string> ListingNotUsed = new(
        "measure-not-used",
        "The rulebook {0} knows no listing. (S1)",
        "所用规则没有挂牌督办这一措施。", englishOnly: [0]);

    public static readonly MessageCode<UnitKind, Rung, Rung, string> NotForThisKind = new(
        "measure-not-for-this-kind",
        "Of a unit of the kind {0} the highest measure is the {1}; got {2}. (S20, {3})",
        "{0}最高适用{1}，不适用{2}（{3}）。");

    public static readonly MessageCode<DateOnly, DateOnly, DateOnly> ReportDayOutOfRange = new(
        "date-out-of-range.report-due",
        "A report is due after the day of the measure, {0}, and by {1}, a year after the deadline; got {2}. (S12)",
        "报告日期应在措施日期{0}之后、{1}（届满后一年）之前，填写的是{2}。");

    public static readonly MessageCode<string, DateOnly> RulebookNotInForce = new(
        "rulebook-not-in-force",
        "The rulebook {0} is not in force on {1}.",
        "所选规则在{1}不施行。", englishOnly: [0]);

    public static readonly MessageCode<string, Message, Rung, string> RungNotUsed = new(
        "rung-not-used",
        "The rulebook {0} uses {1} below the listing; got {2}. (S16{3})",
        "所用规则（{0}）在挂牌督办之下{1}，没有“{2}”这一措施。", englishOnly: [3]);

    public static readonly MessageCode NoRung = new("rung-not-used.none", "no rung", "不设措施");

    public static readonly MessageCode NoticeOnly = new("rung-not-used.notice", "notice", "只设通报");

    public static readonly MessageCode TalkOnly = new("rung-not-used.talk", "talk", "只设约谈");

    public static readonly MessageCode NoticeAndTalk = new("rung-not-used.both", "notice and talk", "设通报和约谈");

    public static readonly MessageCode<string, LeaderRole, OfficialId, IReadOnlyList<LeaderRole>> RoleNotSanctioned = new(
        "role-not-sanctioned",
        "The rulebook {0} does not sanction the role {1} of {2}; it sanctions {3}. (S1)",
        "所选责任中有不受限制的责任类型，请改选责任或去掉该人员。", englishOnly: [0, 1, 2, 3]);

    public static readonly MessageCode NobodyCalled = new(
        "nobody-called",
        "A talk is held with somebody: one official at least; got none. (S16)",
        "约谈至少列明一名被约谈的干部。");

    public static readonly MessageCode<OfficialId, int> NamedTwice = new(
        "official-named-twice",
        "An official is named once; {0} stands {1} times. (S1)",
        "同一人员只能列明一次。", englishOnly: [0, 1]);
}
