using System.Collections.Frozen;
using System.Text.Json;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Office.Rulebooks;

/// <summary>The words for the members and values of a rulebook, which the readable page, comparisons and the schema share.</summary>
public static class RulebookWords
{
    private static readonly FrozenDictionary<string, Bilingual> Members = new Dictionary<string, Bilingual>(StringComparer.Ordinal)
    {
        ["Rulebook.id"] = ("版本", "edition"),
        ["Rulebook.name"] = ("名称", "title"),
        ["Rulebook.validFrom"] = ("适用自", "valid from"),
        ["Rulebook.validTo"] = ("适用至", "valid to"),
        ["Rulebook.listing"] = ("挂牌督办", "supervised listing"),
        ["Rulebook.veto"] = ("一票否决", "one-vote veto"),
        ["Rulebook.sanctionedRoles"] = ("同受限制的领导干部", "leaders who share the sanction"),
        ["Rulebook.extension"] = ("延长期限", "extension"),
        ["Rulebook.reminders"] = ("提醒", "reminders"),
        ["Rulebook.yellowDays"] = ("黄灯（距期限天数）", "yellow light, days to the deadline"),
        ["Rulebook.backdating"] = ("补录", "entered late or ahead"),
        ["Rulebook.copies"] = ("抄送", "copies"),
        ["Rulebook.escalation"] = ("期限届满未达到目标", "when the deadline is missed"),
        ["Rulebook.vetoStart"] = ("一票否决的起算", "from when a veto counts"),
        ["Rulebook.directVeto"] = ("直接一票否决", "veto without a listing"),
        ["Rulebook.listingSanction"] = ("挂牌督办限制的期间", "how long a listing bars"),
        ["Rulebook.milestones"] = ("整改方案和进展报告", "plan and reports"),
        ["Rulebook.copiesOfVeto"] = ("一票否决的抄送", "copies of a veto"),
        ["Rulebook.assessmentVeto"] = ("年度考核不合格的一票否决", "veto for failed assessment years"),
        ["Rulebook.choices"] = ("法规未作规定、本版本选定的", "left open by the regulation and chosen here"),
        ["Rulebook.yearlyCycle"] = ("年度责任", "owed for every year"),
        ["Rulebook.ladder"] = ("逐级升级", "the ladder"),
        ["Rulebook.replyValidityDays"] = ("征求意见复函有效期（日）", "a reply to a consultation may be relied on, days"),
        ["Rulebook.longestPeriodMonths"] = ("整改期限最长（月）", "longest rectification period, months"),
        ["Rulebook.vetoPersons"] = ("逾期一票否决的人员", "whom a veto after a missed deadline bars"),
        ["Rulebook.namedRoles"] = ("列明的同受限制", "sharing it when named"),
        ["Rulebook.replaces"] = ("取代的版本", "the edition that it replaces"),
        ["Rulebook.units"] = ("适用对象", "kinds of units"),
        ["Rulebook.grounds"] = ("追究情形", "grounds"),
        ["GroundRule.code"] = ("代码", "code"),
        ["GroundRule.chinese"] = ("情形", "in Chinese"),
        ["GroundRule.english"] = ("情形（英文）", "in English"),
        ["GroundRule.leadsTo"] = ("适用措施", "measures that rest on it"),
        ["Rulebook.deciders"] = ("决定机关", "who decides"),
        ["DeciderRule.measure"] = ("措施", "measure"),
        ["DeciderRule.lowest"] = ("最低级别", "lowest level"),
        ["DeciderRule.chinese"] = ("决定机关", "who decides, in Chinese"),
        ["DeciderRule.english"] = ("决定机关（英文）", "who decides, in English"),
        ["DeciderRule.proposedFrom"] = ("提请机关最低级别", "lowest level that may propose"),
        ["Rulebook.triggers"] = ("计次", "what is counted"),
        ["CountingTrigger.counts"] = ("所计事项", "counted"),
        ["CountingTrigger.chinese"] = ("达到次数的", "asked for then, in Chinese"),
        ["CountingTrigger.english"] = ("达到次数的（英文）", "asked for then, in English"),
        ["CountingTrigger.proposes"] = ("提出的措施", "measure that is proposed"),
        ["CountingTrigger.inAYear"] = ("一年内次数", "so many in a calendar year"),
        ["CountingTrigger.inARow"] = ("连续年数", "so many years in a row"),
        ["CountingTrigger.inAll"] = ("累计次数", "so many in all"),
        ["CountingTrigger.withinYears"] = ("累计的年数范围", "counted within so many years"),
        ["ListingRule.period"] = ("整改期限", "period to rectify"),
        ["ListingRule.periodRule"] = ("期限的计算", "how the period is counted"),
        ["ListingRule.sanction"] = ("限制期限", "how long it bars"),
        ["ListingRule.missed"] = ("逾期的后果", "when it is missed"),
        ["MeasureRule.sanction"] = ("限制期限", "how long it bars"),
        ["RungRule.periodRule"] = ("期限的计算", "how the period is counted"),
        ["RungRule.missed"] = ("逾期的后果", "when it is missed"),
        ["RungRule.urging"] = ("督办函", "urging letters"),
        ["ListingRule.urging"] = ("督办函", "urging letters"),
        ["MilestoneRule.urging"] = ("逾期未报送的督办函", "urging letter for a plan or a report"),
        ["UrgingRule.period"] = ("督办函给予的期限", "time that a letter gives"),
        ["UrgingRule.letters"] = ("最多次数", "letters at most"),
        ["UrgingRule.then"] = ("其后", "what follows in the end"),
        ["MilestoneUrging.period"] = ("督办函给予的期限", "time that a letter gives"),
        ["PeriodRule.countedFrom"] = ("起算", "counted from"),
        ["PeriodRule.onDayOff"] = ("末日遇休息日", "a last day that is a day off"),
        ["PeriodRule.least"] = ("最短", "at least"),
        ["PeriodRule.most"] = ("最长", "at most"),
        ["ExtensionRule.longest"] = ("每次最长", "each at most"),
        ["ExtensionRule.inAll"] = ("合计最长", "all together at most"),
        ["ExtensionRule.askedBefore"] = ("届满前提出", "asked for so long before the deadline"),
        ["ExtensionRule.decidedWithin"] = ("提出后决定", "decided so long after the request"),
        ["MilestoneRule.plan"] = ("整改方案", "plan, within"),
        ["MilestoneRule.reportEvery"] = ("进展报告（间隔）", "reports, every"),
        ["MilestoneRule.onDayOff"] = ("遇休息日", "due on a day off"),
        ["Rulebook.assessmentGrades"] = ("年度考核等次", "grades of the assessment"),
        ["AssessmentGrade.code"] = ("代码", "code"),
        ["AssessmentGrade.chinese"] = ("中文名称", "Chinese name"),
        ["AssessmentGrade.english"] = ("英文名称", "English name"),
        ["AssessmentGrade.counts"] = ("计为", "counts as"),
        ["AssessmentVetoRule.inARow"] = ("连续不合格年度数", "failed years in a row"),
        ["AssessmentVetoRule.inAll"] = ("累计不合格年度数", "failed years in all"),
        ["AssessmentVetoRule.withinYears"] = ("累计的年数范围", "counted within so many years"),
        ["UnitKindRule.kind"] = ("单位类别", "kind of unit"),
        ["UnitKindRule.highest"] = ("最高措施", "highest measure"),
        ["UnitKindRule.application"] = ("适用方式", "how it applies"),
        ["ListingRule.sanctionMonths"] = ("限制期限（月）", "months barred"),
        ["ListingRule.sanctionedRoles"] = ("同受限制的领导干部", "leaders who share the sanction"),
        ["ListingRule.milestones"] = ("整改方案和进展报告", "plan and reports"),
        ["ListingRule.applicationWorkingDays"] = (
            "届满后书面申请验收（工作日）", "working days after the deadline to apply for the inspection"),
        ["MeasureRule.sanctionMonths"] = ("限制期限（月）", "months barred"),
        ["MeasureRule.sanctionedRoles"] = ("同受限制的领导干部", "leaders who share the sanction"),
        ["ExtensionRule.maxCount"] = ("最多次数", "how often at most"),
        ["ExtensionRule.maxMonths"] = ("每次最长（月）", "each at most, months"),
        ["ReminderRule.daysBeforeDeadline"] = ("期限前（天）", "days before the deadline"),
        ["ReminderRule.daysAfterDeadline"] = ("期限后未验收（天）", "days after the deadline, of an inspection outstanding"),
        ["ReminderRule.daysBeforeSanctionEnd"] = ("限制期满前（天）", "days before a sanction ends"),
        ["ReminderRule.at"] = ("时刻", "time of day"),
        ["BackdatingRule.maxDaysBack"] = ("最早（天前）", "at most, days back"),
        ["BackdatingRule.maxDaysAhead"] = ("最晚（天后）", "at most, days ahead"),
        ["DirectVetoRule.littleLeftDays"] = ("所剩期限不多时提示（天）", "warning when so many days or fewer are left"),
        ["DirectVetoRule.eventSource"] = ("自事件发生之日起算的依据", "why it counts from the event"),
        ["DirectVetoRule.decisionSource"] = ("自决定之日起算的依据", "why it counts from the decision"),
        ["DirectVetoRule.proposalSource"] = ("提请一票否决的依据", "why another body may propose it"),
        ["MilestoneRule.planWorkingDays"] = ("整改方案（工作日内）", "plan, within working days"),
        ["MilestoneRule.reportEveryMonths"] = ("进展报告（每几个月）", "reports, every so many months"),
        ["MilestoneRule.daysBefore"] = ("提前提醒（天）", "reminders, days before"),
        ["MilestoneRule.reportsFrom"] = ("进展报告的起算", "from when reports are counted"),
        ["MilestoneRule.lastDay"] = ("期限最后一日应报的", "what is due on the last day of the period"),
        ["LadderRule.notice"] = ("通报", "notice"),
        ["LadderRule.talk"] = ("约谈", "admonishing talk"),
        ["LadderRule.skips"] = ("可以越级的", "severities that may skip rungs"),
        ["RungRule.period"] = ("整改期限", "period to rectify"),
        ["RungRule.daysBefore"] = ("提前提醒（天）", "reminders, days before"),
        ["RungRule.milestones"] = ("整改方案和进展报告", "plan and reports"),
        ["RungRule.applicationWorkingDays"] = (
            "届满后书面申请验收（工作日）", "working days after the deadline to apply for the inspection"),
        ["SeveritySkip.severity"] = ("严重程度", "severity"),
        ["SeveritySkip.to"] = ("可以直接", "up to"),
        ["YearlyCycleRule.responsibilityLetter"] = ("目标责任书", "responsibility letter"),
        ["YearlyCycleRule.dutyReport"] = ("述职报告", "duty report"),
        ["YearlyCycleRule.assessment"] = ("考核", "assessment"),
        ["YearlyCycleRule.reporters"] = ("述职人员", "who reports"),
        ["YearlyCycleRule.daysBefore"] = ("到期前提醒（天）", "reminders, days before"),
        ["YearlyCycleRule.daysAfter"] = ("逾期后提醒（天）", "reminders, days after"),
        ["YearlyCycleRule.at"] = ("时刻", "time of day"),
        ["YearlyCycleRule.duties"] = ("其他年度责任", "what else is owed"),
        ["YearlyDutyRule.code"] = ("代码", "code"),
        ["YearlyDutyRule.chinese"] = ("中文名称", "Chinese name"),
        ["YearlyDutyRule.english"] = ("英文名称", "English name"),
        ["YearlyDutyRule.due"] = ("期限", "until when"),
        ["YearlyDutyRule.owes"] = ("责任主体", "who owes it"),
        ["YearlyDutyRule.daysBefore"] = ("到期前提醒（天）", "reminders, days before"),
        ["YearlyDutyRule.daysAfter"] = ("逾期后提醒（天）", "reminders, days after"),
        ["YearlyDueRule.yearsAfter"] = ("之后第几年", "years after"),
        ["YearlyDueRule.month"] = ("月", "month"),
        ["YearlyDueRule.day"] = ("日", "day"),
        ["YearlyDueRule.workingDays"] = ("自该日起的工作日", "working days counted from that day"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<Enum, Bilingual> Values = new Dictionary<Enum, Bilingual>
    {
        [Escalation.Automatic] = ("自动一票否决，可确认或撤销", "the veto takes effect by itself; it may be confirmed or revoked"),
        [Escalation.ByDecision] = ("提出一票否决，由决定机关决定", "a veto is proposed and decided"),
        [VetoStart.Deadline] = ("自整改期限届满之日起", "from the deadline"),
        [VetoStart.Decision] = ("自决定之日起", "from the decision"),
        [ListingSanction.FixedTerm] = ("固定期限", "a fixed term"),
        [ListingSanction.WhileListed] = ("挂牌期间", "while listed"),
        [ReportStart.Receipt] = ("自收到之日起", "from the receipt"),
        [ReportStart.Measure] = ("自约谈、挂牌之日起", "from the day of the measure"),
        [LastDayMilestone.NotOwed] = ("不报送", "not owed"),
        [LastDayMilestone.Owed] = ("应报送", "owed"),
        [Responsibility.First] = ("第一责任人", "first responsible"),
        [Responsibility.Direct] = ("直接责任人", "directly responsible"),
        [Responsibility.Other] = ("其他责任人", "other responsible"),
    }.ToFrozenDictionary();

    private static readonly Bilingual Source = ("依据", "source");

    /// <summary>The words for a member, by the type that has it and its name in JSON; the name itself for a member without words.</summary>
    public static Bilingual Of(Type type, string member) =>
        Find(type, member) ?? (IsCitation(member) ? Source : Bilingual.Same(member));

    /// <summary>The words for a member; null for one that has none of its own.</summary>
    public static Bilingual? Find(Type type, string member) => Members.TryGetValue($"{type.Name}.{member}", out var words) ? words : null;

    /// <summary>The words for a value of an enum; its name in JSON for one without words.</summary>
    public static Bilingual Of(Enum value) => Values.TryGetValue(value, out var words)
        ? words
        : Names.WordsOf(value) ?? Bilingual.Same(JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

    /// <summary>Whether a member holds a citation.</summary>
    public static bool IsCitation(string member) => member == "source";
}
