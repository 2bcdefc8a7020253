using Rectify.Domain.Assessments;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Tests.Cases;

/// <summary>The one unit, its three leaders, and the commands about them, each with the fewest words.</summary>
internal static class Sample
{
    public static readonly CaseId TheCase = new("c-1");
    public static readonly Rulebook Zhejiang = RulebookCatalog.Shipped.Find("zhejiang-2017")!;

    /// <summary>
    /// The same rules, but that the committee decides about each veto, which counts from the deadline or from the decision.
    /// </summary>
    public static readonly Rulebook Deciding = Zhejiang with { Id = "deciding", Escalation = Escalation.ByDecision };
    public static readonly Rulebook DecidingFromDecision = Deciding with { Id = "deciding-from-decision", VetoStart = VetoStart.Decision };

    /// <summary>As in Henan: barred as long as listed, plan and reports, no extension, the committee decides.</summary>
    public static readonly Rulebook Henan = RulebookCatalog.Shipped.Find("henan-2016")!;

    /// <summary>
    /// The same as corrected: plan and reports on each rung, days to apply for the inspection, and a veto with roles of its own.
    /// </summary>
    public static readonly Rulebook CorrectedHenan = RulebookCatalog.Shipped.Find("henan-2016-2")!;

    public static readonly WorkingCalendar Calendar = WorkingCalendar.Shipped;

    /// <summary>
    /// A notice for 2027 as it might read: the days from 5 to 12 February are off, Sunday 14 and Saturday 20 February are worked.
    /// </summary>
    public static readonly CalendarYear Notice2027 = new(
        2027, "国办发明电〔2026〕9号",
        new HashSet<DateOnly>(DaysOf2027(
            "01-01 01-02 01-03 02-05 02-06 02-07 02-08 02-09 02-10 02-11 02-12 04-03 04-04 04-05 05-01 05-02 05-03 05-04 05-05 "
            + "06-09 09-15 10-01 10-02 10-03 10-04 10-05 10-06 10-07")),
        new HashSet<DateOnly>(DaysOf2027("02-14 02-20 05-08 09-26 10-09")));

    /// <summary>The calendar after it was imported.</summary>
    public static readonly WorkingCalendar Imported = Calendar.With(Notice2027);

    public static readonly Subject Unit = new Subject.Unit(new UnitId("yj-oubei"));
    public static readonly Subject Principal = new Subject.Official(new OfficialId("o-1"));

    public static readonly IReadOnlyList<ListedLeader> Leaders =
    [
        new(new OfficialId("o-1"), "张三", "党委书记", LeaderRole.Principal),
        new(new OfficialId("o-2"), "李四", "镇长", LeaderRole.Supervising),
        new(new OfficialId("o-3"), "王五", "副镇长", LeaderRole.InCharge),
    ];

    public static readonly IReadOnlyList<Subject> Subjects =
        [Unit, .. Leaders.Select(leader => new Subject.Official(leader.OfficialId))];

    public static CaseCommand.ListUnit List(string listedOn, int months) => List(listedOn, new Period.Months(months));

    public static CaseCommand.ListUnit List(string listedOn, Period period) => new(
        new ListedUnit(new UnitId("yj-oubei"), "瓯北街道"), AccountabilityGround.UnresolvedHotspot, Severity.Serious, "重点治安问题突出",
        ["重点整治到位"], Day(listedOn), null, period, Leaders, "永平安督〔2026〕3号", "实施办法第十五条", "永嘉县平安办", Zhejiang);

    /// <summary>A notice or a talk; without a period that of the rulebook.</summary>
    public static CaseCommand.Admonish Admonish(Rung rung, string issuedOn, Period? period = null, Severity severity = Severity.Ordinary) =>
        new(
        new ListedUnit(new UnitId("yj-oubei"), "瓯北街道"), rung, AccountabilityGround.UnresolvedHotspot, severity, "重点治安问题突出",
        ["重点整治到位"], Day(issuedOn), period, Leaders, "永平安督〔2026〕2号", "实施办法第十三条", "永嘉县平安办", Zhejiang);

    public static CaseCommand FollowUp(Rung rung, string nextCase = "c-2") => new CaseCommand.FollowUp(new CaseId(nextCase), rung);

    public static CaseCommand DeclineNextRung(string? on = null) =>
        new CaseCommand.DeclineNextRung(DayOrNull(on), "问题已基本解决", "永嘉县平安办");

    public static CaseCommand DecideConsequence(string? on = null, string? number = null) =>
        new CaseCommand.DecideConsequence(DayOrNull(on), "责令书面检查", "永嘉县委政法委", number);

    public static CaseCommand Urge(
        string? milestone = null, string? on = null, string? dueOn = null, string number = "永平安督〔2026〕9号") =>
        new CaseCommand.Urge(milestone, DayOrNull(on), DayOrNull(dueOn), "请抓紧整改", "永嘉县平安办", number);

    public static CaseCommand Receive(string milestone, string? on = null) =>
        new CaseCommand.ReceiveMilestone(milestone, DayOrNull(on), "");

    public static CaseCommand VoidRung() => new CaseCommand.RevokeRung(new RevocationEffect.Void(), "事实有误", "永嘉县平安办");

    public static CaseCommand RevokeRungFrom(string? on = null) =>
        new CaseCommand.RevokeRung(new RevocationEffect.FromDate(DayOrNull(on)), "事实有误", "永嘉县平安办");

    public static CaseCommand.VetoDirectly VetoFor(VetoGround ground, string decidedOn, string? eventOn = null) => new(
        new ListedUnit(new UnitId("yj-oubei"), "瓯北街道"), ground, AccountabilityGround.GraveEvents, DayOrNull(eventOn), Day(decidedOn),
        "发生特别重大事件",
        Leaders, "永平安否〔2026〕1号", "实施办法第十七条", "永嘉县平安办", Zhejiang,
        ground == VetoGround.TwoYearAssessment ? FailedYears("2026-02-09") : null);

    /// <summary>2024 and 2025 were failed; the later of the two was decided on this day.</summary>
    public static FailedYears FailedYears(string decidedOn) =>
        new([new(2024, Day("2024-02-01"), null, 1), new(2025, Day(decidedOn), "永考〔2026〕5号", 2)]);

    /// <summary>The case that opens because 2024 and 2025 were failed; the later of the two was decided on this day.</summary>
    public static CaseCommand.VetoForAssessments VetoForYears(string decidedOn) => new(
        new ListedUnit(new UnitId("yj-oubei"), "瓯北街道"), FailedYears(decidedOn),
        "2024、2025年度考核不合格", Leaders, "永平安否〔2026〕1号", "永嘉县平安办", Zhejiang);

    public static CaseCommand Withdraw() => new CaseCommand.WithdrawAssessments("2025年度考核结果更正为合格", "永嘉县平安办");

    public static CaseCommand Decide(VetoVerdict verdict, string? on = null, string? number = "永平安否〔2026〕2号") =>
        new CaseCommand.DecideVeto(verdict, DayOrNull(on), number, "县委常委会决定");

    /// <summary>The office enters a report that came in on paper.</summary>
    public static CaseCommand EnterSubmission(string? on) =>
        new CaseCommand.SubmitRectification(DayOrNull(on), "整改完成", [], EnteredBy.Office);

    public static CaseCommand Submit(string? on = null) => new CaseCommand.SubmitRectification(DayOrNull(on), "整改完成", []);

    public static CaseCommand Pass(string? on = null) => new CaseCommand.PassInspection(DayOrNull(on), "验收合格");

    public static CaseCommand Fail(string? on = null) =>
        new CaseCommand.FailInspection(DayOrNull(on), "验收不合格", new IfFailedLate.Escalate());

    public static CaseCommand FailAndContinue(string newDueOn, string? on = null) =>
        new CaseCommand.FailInspection(DayOrNull(on), "验收不合格", new IfFailedLate.ContinueUntil(Day(newDueOn)));

    public static CaseCommand Extend(int months) => new CaseCommand.GrantExtension(new Period.Months(months), "汛期", "县委政法委");

    public static CaseCommand ExtendTo(string dueOn) => new CaseCommand.GrantExtension(new Period.Until(Day(dueOn)), "汛期", "县委政法委");

    public static CaseCommand Suspend() => new CaseCommand.SuspendClock("汛期停工");

    public static CaseCommand Resume() => new CaseCommand.ResumeClock("汛期结束");

    public static CaseCommand RevokeFrom(Measure measure, string? on = null) =>
        new CaseCommand.RevokeMeasure(measure, new RevocationEffect.FromDate(DayOrNull(on)), "事实有误", "县委");

    public static CaseCommand Void(Measure measure) =>
        new CaseCommand.RevokeMeasure(measure, new RevocationEffect.Void(), "事实有误", "县委");

    public static CaseCommand RevokeFrom(string sanctionId, string? on = null) =>
        new CaseCommand.RevokeSanction(new SanctionId(sanctionId), new RevocationEffect.FromDate(DayOrNull(on)), "任职情况有误", "县委");

    public static CaseCommand Void(string sanctionId) =>
        new CaseCommand.RevokeSanction(new SanctionId(sanctionId), new RevocationEffect.Void(), "任职情况有误", "县委");

    public static CaseCommand Correct(
        string? facts = null, string? number = null, IReadOnlyList<ListedLeader>? leaders = null, Measure? measure = null) =>
        new CaseCommand.CorrectCase(facts, number, leaders, "登记有误", "县委", measure);

    public static CaseCommand WithdrawInspection() => TakeOut(WithdrawableEntry.Inspection);

    /// <summary>The last entry of a kind was made by error.</summary>
    public static CaseCommand TakeOut(WithdrawableEntry entry, Measure? measure = null, string? sanctionId = null) =>
        new CaseCommand.WithdrawEntry(
            entry, "登记到了别的案件", "县委", measure, sanctionId is null ? null : new SanctionId(sanctionId));

    public static CaseCommand CarryOutDue { get; } = new CaseCommand.CarryOutDue();

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    private static IEnumerable<DateOnly> DaysOf2027(string days) => days.Split(' ').Select(day => Day($"2027-{day}"));

    public static DateOnly? DayOrNull(string? day) => day is null ? null : Day(day);

    /// <summary>A wall clock time in China, <c>2026-03-30 10:00</c>, or an instant, <c>2026-09-30T16:00:00Z</c>.</summary>
    public static DateTimeOffset Instant(string text) =>
        text.EndsWith('Z') ? DateTimeOffset.Parse(text) : DateTimeOffset.Parse($"{text} +08:00");
}
