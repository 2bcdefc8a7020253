using Rectify.Domain.Assessments;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Tests.Cases;

/// <summary>One value of each event, written out in full: what the golden files have to decode to, for ever.</summary>
internal static class SampleEvents
{
    private static readonly Deadline Due = new(new(2026, 10, 1), new(2026, 10, 8), Provisional: false);
    private static readonly Deadline Later = new(new(2027, 1, 1), new(2027, 1, 4), Provisional: true);

    // Kept apart from the shipped edition, which may change while stored events do not.
    private static readonly Rulebook Edition = new(
        "zhejiang-2017", "浙江省平安建设和社会治安综合治理领导责任制实施办法", new(2017, 11, 30), new(2030, 12, 31),
        new ListingRule(6, "条例第二十九条第一项"), new MeasureRule(12, "条例第二十九条第二项"),
        [LeaderRole.Principal, LeaderRole.Supervising, LeaderRole.InCharge], new ExtensionRule(1, 3, "办法未作规定"),
        new ReminderRule([30, 15, 7, 3, 1, 0], [1, 7, 15], 30, new TimeOnly(9, 0)), 15, new BackdatingRule(366, 31),
        ["组织部", "纪委监委"]);

    private static readonly LadderRule Steps = new(
        new RungRule(new Period.Days(30), [7, 0], "规定第二十条"), new RungRule(new Period.WorkingDays(40), [15, 7, 0], "规定第二十一条"),
        [new SeveritySkip(Severity.EspeciallyGrave, Rung.Listing)], "规定");

    private static readonly SharedCase[] Shared =
        [new(new CaseId("c-1"), new UnitId("yj-oubei"), "瓯北街道"), new(new CaseId("c-2"), new UnitId("yj-qiaotou"), "桥头镇")];

    public static IReadOnlyDictionary<string, CaseEvent> ByName { get; } = new Dictionary<string, CaseEvent>
    {
        ["unitListed"] = new CaseEvent.UnitListed(
            new ListedUnit(new UnitId("yj-oubei"), "瓯北街道"), AccountabilityGround.UnresolvedHotspot, Severity.Serious, "事实",
            ["目标一", "目标二"],
            new(2026, 4, 1), new(2026, 4, 2), new Period.Months(6), Due,
            [new ListedLeader(new OfficialId("o-1"), "张三", "党委书记", LeaderRole.Principal)], "永平安督〔2026〕3号", "实施办法第十五条",
            "永嘉县平安办", Edition),
        ["admonitionIssued"] = new CaseEvent.AdmonitionIssued(
            new ListedUnit(new UnitId("yj-oubei"), "瓯北街道"), Rung.Talk, AccountabilityGround.Neglect, Severity.Serious, "事实",
            ["目标一"],
            new(2026, 8, 1), new Period.Months(2), Due, [new ListedLeader(new OfficialId("o-1"), "张三", "党委书记", LeaderRole.Other)],
            "永平安督〔2026〕2号", "实施办法第十三条", "永嘉县平安办", Edition with { Ladder = Steps }, new CaseId("c-0")),
        ["rungFulfilled"] = new CaseEvent.RungFulfilled(new(2026, 9, 10), "合格"),
        ["rungContinued"] = new CaseEvent.RungContinued(new(2026, 10, 20), Due, Later),
        ["nextRungProposed"] = new CaseEvent.NextRungProposed(Rung.Listing, new(2026, 10, 9)),
        ["nextRungOpened"] = new CaseEvent.NextRungOpened(new CaseId("c-2"), Rung.Listing, new(2026, 10, 12)),
        ["nextRungDeclined"] = new CaseEvent.NextRungDeclined(new(2026, 10, 12), "问题已基本解决", "永嘉县平安办"),
        ["consequenceProposed"] = new CaseEvent.ConsequenceProposed(MissedStep.Criticism, new(2026, 10, 9)),
        ["consequenceDecided"] = new CaseEvent.ConsequenceDecided(
            MissedStep.Decision, new(2026, 10, 12), "责令书面检查", "永嘉县委政法委", "永政法〔2026〕7号"),
        ["urgingIssued"] = new CaseEvent.UrgingIssued(
            UrgedDuty.Plan, "plan", new(2026, 4, 16), new(2026, 4, 20), new Period.WorkingDays(10), Due, "请报送整改方案", "永嘉县平安办",
            "永平安督〔2026〕9号"),
        ["milestoneReceived"] = new CaseEvent.MilestoneReceived("report-1", UrgedDuty.Report, new(2026, 6, 1), new(2026, 6, 2), "已收"),
        ["rungRevoked"] = new CaseEvent.RungRevoked(Rung.Notice, new Revocation.FromDate(new(2026, 9, 1)), "事实有误", "永嘉县平安办"),
        ["vetoCaseOpened"] = new CaseEvent.VetoCaseOpened(
            new ListedUnit(new UnitId("yj-oubei"), "瓯北街道"), VetoGround.GraveHarm, AccountabilityGround.GraveEvents, new(2026, 2, 3),
            new(2026, 4, 1),
            "事实", [new ListedLeader(new OfficialId("o-1"), "张三", "党委书记", LeaderRole.Principal)], "永平安否〔2026〕1号",
            "实施办法第十七条",
            "永嘉县平安办", Edition with
            {
                Escalation = Escalation.ByDecision,
                VetoStart = VetoStart.Decision,
                DirectVeto = new DirectVetoRule(90, "条例第二十九条第三项", "条例未作规定"),
            }),
        ["caseTakenOver"] = new CaseEvent.CaseTakenOver(new(2026, 12, 1), "2025年台账.xlsx", "永嘉县平安办 周敏"),
        ["sanctionImposed"] = new CaseEvent.SanctionImposed(new Sanction(
            new SanctionId("c-1-L1"), new Subject.Official(new OfficialId("o-1")), Bars.AwardAndPromotion, Measure.Listing,
            new DayInterval(new(2026, 4, 1), new(2026, 10, 1)))),
        ["reminderDue"] = new CaseEvent.ReminderDue(new Reminder(ReminderKind.Deadline, new(2026, 10, 8), 30, new(2026, 9, 8))),
        ["reminderSkipped"] = new CaseEvent.ReminderSkipped(
            new Reminder(ReminderKind.SanctionEnd, new(2026, 10, 1), 30, new(2026, 9, 1), Measure.Listing)),
        ["extensionGranted"] = new CaseEvent.ExtensionGranted(new(2026, 9, 1), Due, Later, "汛期", "县委政法委"),
        ["clockSuspended"] = new CaseEvent.ClockSuspended(new(2026, 6, 1), "汛期"),
        ["clockResumed"] = new CaseEvent.ClockResumed(new(2026, 6, 11), Due, Later, 10, "汛期结束"),
        ["listingEnded"] = new CaseEvent.ListingEnded(new(2026, 9, 10)),
        ["deadlineRecomputed"] = new CaseEvent.DeadlineRecomputed(
            new(2026, 11, 20), "国务院办公厅关于2027年部分节假日安排的通知", Later,
            new(new(2027, 1, 1), new(2027, 1, 5), Provisional: false)),
        ["rectificationSubmitted"] = new CaseEvent.RectificationSubmitted(
            new(2026, 9, 1), "整改完成", [new Evidence("整改报告", "https://example.org/1", "ab12"),
                new Evidence("照片", "https://example.org/2")]),
        ["timelySubmissionEntered"] = new CaseEvent.TimelySubmissionEntered(
            new(2026, 10, 8), new(2026, 10, 9), "整改完成", [new Evidence("收文登记", "https://example.org/3")]),
        ["furtherSubmissionEntered"] = new CaseEvent.FurtherSubmissionEntered(
            new(2026, 10, 8), new(2026, 10, 9), "整改完成", [new Evidence("收文登记", "https://example.org/3")]),
        ["timelySubmissionNoted"] = new CaseEvent.TimelySubmissionNoted(
            new(2026, 10, 8), new(2026, 10, 22), "整改完成", [new Evidence("收文登记", "https://example.org/3")]),
        ["inspectionReopened"] = new CaseEvent.InspectionReopened(new(2026, 10, 23), new(2026, 10, 8)),
        ["earlierInspectionFailed"] = new CaseEvent.EarlierInspectionFailed(new(2026, 9, 10), "不合格"),
        ["inspectionPassed"] = new CaseEvent.InspectionPassed(new(2026, 9, 10), "合格"),
        ["inspectionFailed"] = new CaseEvent.InspectionFailed(new(2026, 9, 10), "不合格"),
        ["listingContinued"] = new CaseEvent.ListingContinued(new(2026, 10, 20), Due, Later),
        ["deadlineMissed"] = new CaseEvent.DeadlineMissed(new(2026, 10, 8)),
        ["vetoProposed"] = new CaseEvent.VetoProposed(
            VetoGround.DeadlineMissed, new(2026, 10, 9), new DayInterval(new(2026, 10, 8), new(2027, 10, 8))),
        ["vetoImposed"] = new CaseEvent.VetoImposed(
            VetoGround.DeadlineMissed, new DayInterval(new(2026, 10, 8), new(2027, 10, 8)), "条例第二十九条第二项"),
        ["vetoConfirmed"] = new CaseEvent.VetoConfirmed(new(2026, 10, 20), "永平安否〔2026〕2号", "予以确认"),
        ["vetoBasisLost"] = new CaseEvent.VetoBasisLost(new(2027, 3, 1), "2026年度考核结果更正为合格"),
        ["vetoDeclined"] = new CaseEvent.VetoDeclined(new(2026, 10, 20), null, "不予一票否决"),
        ["sanctionExpired"] = new CaseEvent.SanctionExpired(Measure.Veto, new(2027, 10, 8)),
        ["measureRevoked"] = new CaseEvent.MeasureRevoked(Measure.Listing, new Revocation.Void(), "事实有误", "县委"),
        ["sanctionRevoked"] = new CaseEvent.SanctionRevoked(
            new SanctionId("c-1-V1"), new Revocation.FromDate(new(2026, 12, 1)), "任职情况有误", "县委"),
        ["caseCorrected"] = new CaseEvent.CaseCorrected(
            new(2026, 6, 1), null, "永平安督〔2026〕4号", [new ListedLeader(new OfficialId("o-2"), "李四", "镇长", LeaderRole.Supervising)],
            "登记有误", "县委"),
        ["measureCorrected"] = new CaseEvent.MeasureCorrected(
            new(2026, 10, 20), Measure.Veto, [new ListedLeader(new OfficialId("o-2"), "李四", "镇长", LeaderRole.Supervising)],
            "届满时在任", "县委"),
        ["entryWithdrawn"] = new CaseEvent.EntryWithdrawn(
            new(2026, 11, 2), WithdrawableEntry.Inspection, "inspectionPassed", "登记到了别的案件", "永嘉县平安办", new(2026, 9, 10)),
        ["caseClosed"] = new CaseEvent.CaseClosed(),
    };

    /// <summary>Events that have gained members since, under the name and version of their golden file.</summary>
    public static IReadOnlyDictionary<string, CaseEvent> LaterVersions { get; } = new Dictionary<string, CaseEvent>
    {
        ["vetoImposed.v2"] = new CaseEvent.VetoImposed(
            VetoGround.GraveHarm, new DayInterval(new(2026, 2, 3), new(2027, 2, 3)), "实施办法第十七条", new(2026, 4, 1),
            "永平安否〔2026〕2号"),
        ["extensionGranted.v2"] = new CaseEvent.ExtensionGranted(new(2026, 9, 1), Due, Later, "汛期", "县委政法委",
            new Period.WorkingDays(20)),
        ["vetoCaseOpened.v2"] = (CaseEvent.VetoCaseOpened)ByName["vetoCaseOpened"] with
        {
            Rulebook = Edition with
            {
                Escalation = Escalation.ByDecision,
                ListingSanction = ListingSanction.WhileListed,
                Milestones = new MilestoneRule(10, 2, [3, 0], "第三十四条、第三十五条"),
                CopiesOfVeto = ["组织部"],
            },
        },
        ["inspectionPassed.v2"] = new CaseEvent.InspectionPassed(new(2026, 9, 10), "合格", "永平安督〔2026〕5号"),
        ["vetoCaseOpened.v3"] = new CaseEvent.VetoCaseOpened(
            new ListedUnit(new UnitId("yj-oubei"), "瓯北街道"), VetoGround.TwoYearAssessment, AccountabilityGround.AssessmentFailed, null,
            new(2027, 2, 1),
            "2025、2026年度考核不合格", [new ListedLeader(new OfficialId("o-1"), "张三", "党委书记", LeaderRole.Principal)],
            "永平安否〔2027〕1号", "实施办法第十七条",
            "永嘉县平安办", Edition with { AssessmentVeto = new AssessmentVetoRule("实施办法第十七条") },
            [new FailedYear(2025, new(2026, 2, 3), null, 1), new FailedYear(2026, new(2027, 2, 1), "永考〔2027〕2号", 4)]),
        ["vetoCaseOpened.v4"] = (CaseEvent.VetoCaseOpened)ByName["vetoCaseOpened"] with { PrecededBy = new CaseId("c-0") },
        ["unitListed.v2"] = (CaseEvent.UnitListed)ByName["unitListed"] with
        {
            Rulebook = Edition with { Ladder = new LadderRule(null, null, [], "规定") },
            PrecededBy = new CaseId("c-0"),
        },
        ["deadlineMissed.v3"] = new CaseEvent.DeadlineMissed(
            new(2026, 10, 8), MissedBy.Time, [new ListedLeader(new OfficialId("o-9"), "赵接任", "党委书记", LeaderRole.Principal)]),
        ["unitListed.v3"] = (CaseEvent.UnitListed)ByName["unitListed"] with
        {
            Rulebook = Edition with { VetoPersons = VetoPersons.InOffice },
        },
        ["unitListed.v4"] = (CaseEvent.UnitListed)ByName["unitListed"] with
        {
            Rulebook = Edition with
            {
                Listing = Edition.Listing! with
                {
                    SanctionedRoles = [LeaderRole.Principal, LeaderRole.RelatedLiable],
                    Milestones = new MilestoneRule(10, 2, [3, 0], "第三十五条", ReportStart.Measure, LastDayMilestone.Owed),
                    ApplicationWorkingDays = 10,
                },
                Veto = Edition.Veto! with { SanctionedRoles = [LeaderRole.Principal, LeaderRole.DirectlyLiable] },
                NamedRoles = [LeaderRole.DirectlyLiable],
                Replaces = "zhejiang-2016",
            },
        },
        ["unitListed.v5"] = (CaseEvent.UnitListed)ByName["unitListed"] with
        {
            Unit = new ListedUnit(new UnitId("yj-oubei"), "瓯北街道", UnitKind.Locality),
            EventOn = new(2026, 3, 1),
            ReportDueOn = new(2026, 12, 31),
            PreviousCaseId = new CaseId("c-0"),
            Rulebook = Edition with
            {
                Listing = new ListingRule(
                    null, "第三十五条", Period: new Period.Days(60),
                    PeriodRule: new PeriodRule(
                        PeriodAnchor.Receipt, DayOffPolicy.Keep, new Period.WorkingDays(5), new Period.Months(12), "第三十五条"),
                    Sanction: new SanctionLength.YearEnding(12, 31), Missed: MissedStep.Decision),
                Veto = null,
                DirectVeto = null,
                AssessmentVeto = null,
                Extension = new ExtensionRule(
                    2, null, "第三十六条", new Period.Days(30), new Period.Months(6), new Period.WorkingDays(20),
                    new Period.WorkingDays(10)),
                Milestones = new MilestoneRule(
                    null, null, [0], "第三十四条", Plan: new Period.Days(30), ReportEvery: new Period.Days(7), OnDayOff: DayOffPolicy.Keep),
                Units = [new UnitKindRule(UnitKind.Enterprise, Rung.Listing, RuleApplication.ByReference, "第三十条")],
            },
        },
        ["unitListed.v8"] = (CaseEvent.UnitListed)ByName["unitListed"] with { SharedBy = Shared },
        ["admonitionIssued.v4"] = (CaseEvent.AdmonitionIssued)ByName["admonitionIssued"] with { SharedBy = Shared },
        ["admonitionIssued.v2"] = (CaseEvent.AdmonitionIssued)ByName["admonitionIssued"] with
        {
            ReceivedOn = new(2026, 9, 3),
            EventOn = new(2026, 9, 1),
            ReportDueOn = new(2026, 12, 31),
            PreviousCaseId = new CaseId("c-0"),
        },
        ["admonitionIssued.v3"] = (CaseEvent.AdmonitionIssued)ByName["admonitionIssued"] with { VisitId = "v-1" },
        ["unitListed.v7"] = (CaseEvent.UnitListed)ByName["unitListed"] with { VisitId = "v-1" },
        ["vetoCaseOpened.v5"] = (CaseEvent.VetoCaseOpened)ByName["vetoCaseOpened"] with { PreviousCaseId = new CaseId("c-0") },
        ["vetoCaseOpened.v6"] = (CaseEvent.VetoCaseOpened)ByName["vetoCaseOpened"] with
        {
            ProposedBy = "瓯北街道党工委",
            Rulebook = Edition with
            {
                DirectVeto = new DirectVetoRule(90, "第三条", "第四条", "第五条"),
                AssessmentVeto = new AssessmentVetoRule("第十三条", 3, 4, 10),
            },
        },
        ["unitListed.v9"] = (CaseEvent.UnitListed)ByName["unitListed"] with
        {
            GroundCodes = ["bf-1", "tl28-2"],
            Rulebook = Edition with
            {
                Grounds =
                [
                    new GroundRule("bf-1", "不重视", "not taken seriously", "实施办法"),
                    new GroundRule("tl28-2", "群体性事件", "a mass incident", "第二十八条", [Rung.Listing, Rung.Veto]),
                ],
                Triggers =
                [
                    new CountingTrigger([Counted.Listing], "再次挂牌督办", "another listing", "第二十九条", Rung.Listing, InAYear: 2),
                    new CountingTrigger([Counted.FailedAssessment], "予以挂牌督办", "a listing", "第二十条", Rung.Listing, InARow: 2),
                    new CountingTrigger(
                        [Counted.Listing, Counted.FailedAssessment], "从重", "graver", "第二十条", InAll: 3, WithinYears: 5),
                ],
            },
        },
        ["admonitionIssued.v5"] = (CaseEvent.AdmonitionIssued)ByName["admonitionIssued"] with { GroundCodes = ["bf-1"] },
        ["vetoCaseOpened.v7"] = (CaseEvent.VetoCaseOpened)ByName["vetoCaseOpened"] with { GroundCodes = ["bf-3"] },
        ["unitListed.v10"] = (CaseEvent.UnitListed)ByName["unitListed"] with
        {
            IssuerLevel = UnitLevel.County,
            Rulebook = Edition with
            {
                Deciders =
                [
                    new DeciderRule(Rung.Listing, UnitLevel.County, "县级以上综治委", "the committee", "第二十九条"),
                    new DeciderRule(Rung.Veto, UnitLevel.City, "市级以上综治委", "the committee of the city", "第二十九条"),
                ],
            },
        },
        ["admonitionIssued.v6"] = (CaseEvent.AdmonitionIssued)ByName["admonitionIssued"] with { IssuerLevel = UnitLevel.Township },
        ["vetoCaseOpened.v8"] = (CaseEvent.VetoCaseOpened)ByName["vetoCaseOpened"] with
        {
            ProposedBy = "瓯北街道党工委",
            IssuerLevel = UnitLevel.County,
            ProposerLevel = UnitLevel.Township,
        },
        ["vetoImposed.v3"] = (CaseEvent.VetoImposed)ByName["vetoImposed"] with { By = new DecidingBody("温州市综治委", UnitLevel.City) },
        ["vetoConfirmed.v2"] = (CaseEvent.VetoConfirmed)ByName["vetoConfirmed"] with { By = new DecidingBody("永嘉县综治委") },
        ["vetoDeclined.v2"] = (CaseEvent.VetoDeclined)ByName["vetoDeclined"] with
        {
            By = new DecidingBody("永嘉县综治委", UnitLevel.County),
        },
        ["clockSuspended.v2"] = new CaseEvent.ClockSuspended(new(2026, 6, 1), "汛期", "王书记"),
        ["clockResumed.v2"] = new CaseEvent.ClockResumed(new(2026, 6, 11), Due, Later, 10, "汛期结束", "王书记"),
        ["extensionGranted.v3"] = new CaseEvent.ExtensionGranted(
            new(2026, 9, 1), Due, Later, "汛期", "县委政法委", new Period.WorkingDays(20), new(2026, 8, 20)),
        ["reminderDue.v2"] = new CaseEvent.ReminderDue(
            new Reminder(ReminderKind.UrgingOutstanding, new(2026, 6, 1), 1, new(2026, 6, 2)) { Milestone = "report-1" }),
        ["unitListed.v6"] = (CaseEvent.UnitListed)ByName["unitListed"] with
        {
            Rulebook = Edition with
            {
                Listing = new ListingRule(
                    6, "第三十五条", Missed: MissedStep.UrgingLetter,
                    Urging: new UrgingRule(new Period.Days(30), 2, MissedStep.NextRung, "第三十六条")),
                Milestones = new MilestoneRule(
                    10, 2, [0], "第三十四条", Urging: new MilestoneUrging(new Period.WorkingDays(5), "第三十四条")),
            },
        },
        ["deadlineMissed.v4"] = new CaseEvent.DeadlineMissed(new(2026, 10, 8), ApplicationsUntil: new(2026, 10, 20)),
        ["entryWithdrawn.v2"] = new CaseEvent.EntryWithdrawn(
            new(2026, 11, 2), WithdrawableEntry.SanctionRevocation, "sanctionRevoked", "误登", "永嘉县平安办",
            SanctionId: new("c-1-V1")),
        ["deadlineMissed.v2"] = new CaseEvent.DeadlineMissed(new(2026, 10, 8), MissedBy.Inspection),
    };
}
