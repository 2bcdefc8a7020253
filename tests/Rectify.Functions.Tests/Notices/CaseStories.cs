using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using static Rectify.Functions.Tests.Notices.CaseStory;

namespace Rectify.Functions.Tests.Notices;

/// <summary>Every turn that a case can take and of which somebody is told, and those of which nobody is.</summary>
internal static class CaseStories
{
    private static readonly DateOnly DueOn = new(2026, 9, 30);
    private static readonly DayInterval ListingTerm = new(new(2026, 3, 30), new(2026, 9, 30));
    private static readonly DayInterval VetoTerm = new(new(2026, 9, 30), new(2027, 9, 30));

    private static readonly CaseEvent[] Opening = [Listed(Due(2026, 9, 30)), .. Imposed(Measure.Listing, ListingTerm)];
    private static readonly CaseEvent Submission =
        new CaseEvent.RectificationSubmitted(new(2026, 9, 18), CaseSecrets.Summary,
            [new Evidence(CaseSecrets.Evidence, "https://files.example/1")]);
    private static readonly CaseEvent[] Submitted = [.. Opening, Submission];
    private static readonly CaseEvent[] Veto =
    [
        new CaseEvent.DeadlineMissed(DueOn),
        new CaseEvent.VetoImposed(VetoGround.DeadlineMissed, VetoTerm, "浙江省社会治安综合治理条例第二十九条第二项"),
        .. Imposed(Measure.Veto, VetoTerm),
    ];
    private static readonly CaseEvent[] ByDecision =
    [
        Listed(Due(2026, 9, 30)) with { Rulebook = Zhejiang with { Escalation = Escalation.ByDecision } },
        .. Imposed(Measure.Listing, ListingTerm),
    ];
    private static readonly CaseEvent[] WhileListed =
    [
        Listed(Due(2026, 9, 30)) with { Rulebook = RulebookCatalog.Shipped.Find("henan-2016")! },
        .. Imposed(Measure.Listing, DayInterval.OpenFrom(new(2026, 3, 30))),
    ];
    private static readonly CaseEvent[] Proposal =
        [new CaseEvent.DeadlineMissed(DueOn), new CaseEvent.VetoProposed(VetoGround.DeadlineMissed, new(2026, 10, 1), VetoTerm)];
    private static readonly CaseEvent[] Vetoed = [.. Opening, .. Veto];
    private static readonly CaseEvent[] ListingOver = [.. Vetoed, new CaseEvent.SanctionExpired(Measure.Listing, DueOn)];

    public static readonly CaseStory ListingNotice = new("listing-notice", [], Opening);

    public static readonly CaseStory ListingNoticeProvisional =
        new("listing-notice.provisional", [], [Listed(Due(2027, 3, 30, provisional: true)), .. Imposed(Measure.Listing, ListingTerm)]);

    public static readonly CaseStory DueSoon = new("reminder", Opening, [Remind(7, new(2026, 9, 23))]) { At = Instant(2026, 9, 23) };

    public static readonly CaseStory DueSoonProvisional = new(
        "reminder.provisional", [Listed(Due(2026, 9, 30, provisional: true)), .. Imposed(Measure.Listing, ListingTerm)],
        [Remind(7, new(2026, 9, 23))])
    { At = Instant(2026, 9, 23) };

    public static readonly CaseStory DueToday = new("reminder.today", Opening, [Remind(0, DueOn)]) { At = Instant(2026, 9, 30) };

    public static readonly CaseStory InspectionOutstanding = new(
        "inspection-outstanding", Submitted,
        [new CaseEvent.ReminderDue(new(ReminderKind.InspectionOutstanding, DueOn, 1, new(2026, 10, 8)))])
    { At = Instant(2026, 10, 8) };

    public static readonly CaseStory Extension = new(
        "extension", Opening,
        [new CaseEvent.ExtensionGranted(new(2026, 9, 20), Due(2026, 9, 30), Due(2026, 12, 30), CaseSecrets.Reason, CaseSecrets.DecidedBy)])
    { At = Instant(2026, 9, 20) };

    public static readonly CaseStory Suspension = new(
        "suspension", Opening, [new CaseEvent.ClockSuspended(new(2026, 6, 1), CaseSecrets.Reason)])
    { At = Instant(2026, 6, 1) };

    public static readonly CaseStory Resumption = new(
        "resumption", [.. Opening, .. Suspension.Appended],
        [new CaseEvent.ClockResumed(new(2026, 6, 11), Due(2026, 9, 30), Due(2026, 10, 10), 10, CaseSecrets.Reason)])
    { At = Instant(2026, 6, 11) };

    public static readonly CaseStory PlanDue = new(
        "plan-due", WhileListed, [new CaseEvent.ReminderDue(new(ReminderKind.Plan, new(2026, 4, 14), 3, new(2026, 4, 10)))])
    { At = Instant(2026, 4, 10) };

    public static readonly CaseStory ReportDue = new(
        "report-due", WhileListed, [new CaseEvent.ReminderDue(new(ReminderKind.Report, new(2026, 6, 1), 0, new(2026, 6, 1)))])
    { At = Instant(2026, 6, 1) };

    public static readonly CaseStory ListedWhileBarred = new("listing-notice.while-listed", [], WhileListed);

    public static readonly CaseStory PassedWhileListed = new(
        "inspection-passed.while-listed", [.. WhileListed, Submission],
        [new CaseEvent.InspectionPassed(new(2026, 9, 22), CaseSecrets.Remarks), new CaseEvent.ListingEnded(new(2026, 9, 22))])
    { At = Instant(2026, 9, 22) };

    public static readonly CaseStory DeclinedWhileListed = new(
        "veto-declined.while-listed", [.. WhileListed, Proposal[0],
            new CaseEvent.VetoProposed(VetoGround.DeadlineMissed, new(2026, 10, 1), null)],
        [new CaseEvent.VetoDeclined(new(2026, 10, 20), null, CaseSecrets.Remarks), new CaseEvent.ListingEnded(new(2026, 10, 20))])
    { At = Instant(2026, 10, 20) };

    public static readonly CaseStory Recomputed = new(
        "deadline-recomputed", [Listed(Due(2027, 2, 12, provisional: true)), .. Imposed(Measure.Listing, ListingTerm)],
        [new CaseEvent.DeadlineRecomputed(new(2026, 11, 20), "国办发明电〔2026〕9号", Due(2027, 2, 12, provisional: true),
            Due(2027, 2, 14))])
    { At = Instant(2026, 11, 20) };

    public static readonly CaseStory RecomputedToTheSameDay = new(
        "deadline-recomputed.same-day", [Listed(Due(2027, 2, 18, provisional: true)), .. Imposed(Measure.Listing, ListingTerm)],
        [new CaseEvent.DeadlineRecomputed(new(2026, 11, 20), "国办发明电〔2026〕9号", Due(2027, 2, 18, provisional: true),
            Due(2027, 2, 18))])
    { At = Instant(2026, 11, 20) };

    public static readonly CaseStory SubmissionReceived =
        new("submission-received", Opening, [Submission]) { At = Instant(2026, 9, 18) };

    public static readonly CaseStory InspectionPassed = new(
        "inspection-passed", Submitted, [new CaseEvent.InspectionPassed(new(2026, 9, 22), CaseSecrets.Remarks)])
    { At = Instant(2026, 9, 22) };

    public static readonly CaseStory InspectionFailed = new(
        "inspection-failed", Submitted, [new CaseEvent.InspectionFailed(new(2026, 9, 22), CaseSecrets.Remarks)])
    { At = Instant(2026, 9, 22) };

    public static readonly CaseStory InspectionFailedContinued = new(
        "inspection-failed.continued", Submitted,
        [
            new CaseEvent.InspectionFailed(new(2026, 10, 9), CaseSecrets.Remarks),
            new CaseEvent.ListingContinued(new(2026, 10, 9), Due(2026, 9, 30), Due(2026, 11, 30)),
        ])
    { At = Instant(2026, 10, 9) };

    public static readonly CaseStory InspectionFailedVeto = new(
        "inspection-failed.veto", Submitted, [new CaseEvent.InspectionFailed(new(2026, 10, 9), CaseSecrets.Remarks), .. Veto])
    { At = Instant(2026, 10, 9) };

    public static readonly CaseStory VetoImposed = new("veto", Opening, Veto) { At = Instant(2026, 10, 1) };

    public static readonly CaseStory DirectVeto = new(
        "veto.grave-harm", [],
        [
            VetoCase(VetoGround.GraveHarm, new(2026, 2, 3), new(2026, 4, 1)),
            new CaseEvent.VetoImposed(VetoGround.GraveHarm, new DayInterval(new(2026, 2, 3), new(2027, 2, 3)), CaseSecrets.LegalBasis,
                new(2026, 4, 1)),
            .. Imposed(Measure.Veto, new DayInterval(new(2026, 2, 3), new(2027, 2, 3))),
        ])
    { At = Instant(2026, 4, 1) };

    public static readonly CaseStory DirectVetoOnAnotherGround = new(
        "veto.other", [],
        [
            VetoCase(VetoGround.Other, null, new(2026, 4, 1)),
            new CaseEvent.VetoImposed(VetoGround.Other, new DayInterval(new(2026, 4, 1), new(2027, 4, 1)), CaseSecrets.LegalBasis,
                new(2026, 4, 1)),
            .. Imposed(Measure.Veto, new DayInterval(new(2026, 4, 1), new(2027, 4, 1))),
        ])
    { At = Instant(2026, 4, 1) };

    private static readonly CaseEvent[] FailedYears =
    [
        VetoCase(VetoGround.TwoYearAssessment, null, new(2026, 4, 1)) with
        {
            Rulebook = Zhejiang with { Escalation = Escalation.ByDecision },
            Assessments = [new(2024, new(2025, 2, 3), null, 1), new(2025, new(2026, 4, 1), "永考〔2026〕5号", 2)],
        },
        new CaseEvent.VetoProposed(VetoGround.TwoYearAssessment, new(2026, 4, 1), null),
    ];

    public static readonly CaseStory VetoProposedForFailedYears =
        new("veto-proposed.assessments", [], FailedYears) { At = Instant(2026, 4, 1) };

    public static readonly CaseStory ProposalWithdrawn = new(
        "revocation.proposed-veto", FailedYears, [Revoke(Measure.Veto, new Revocation.Void())])
    { At = Instant(2026, 4, 20) };

    public static readonly CaseStory VetoBasisLost = new(
        "veto-basis-lost",
        [
            .. FailedYears, new CaseEvent.VetoImposed(VetoGround.TwoYearAssessment, new DayInterval(new(2026, 4, 8), new(2027, 4, 8)),
                CaseSecrets.LegalBasis, new(2026, 4, 8)),
            .. Imposed(Measure.Veto, new DayInterval(new(2026, 4, 8), new(2027, 4, 8))),
        ],
        [new CaseEvent.VetoBasisLost(new(2026, 4, 20), CaseSecrets.Reason)])
    { At = Instant(2026, 4, 20) };

    public static readonly CaseStory VetoProposed = new("veto-proposed", ByDecision, Proposal) { At = Instant(2026, 10, 1) };

    public static readonly CaseStory VetoProposedFromDecision = new(
        "veto-proposed.from-decision", ByDecision,
        [Proposal[0], new CaseEvent.VetoProposed(VetoGround.DeadlineMissed, new(2026, 10, 1), null)])
    { At = Instant(2026, 10, 1) };

    public static readonly CaseStory DecisionOutstanding = new(
        "decision-outstanding", [.. ByDecision, .. Proposal],
        [new CaseEvent.ReminderDue(new(ReminderKind.DecisionOutstanding, new(2026, 10, 1), 7, new(2026, 10, 8)))])
    { At = Instant(2026, 10, 8) };

    public static readonly CaseStory VetoDecided = new(
        "veto.decided", [.. ByDecision, .. Proposal],
        [
            new CaseEvent.VetoImposed(VetoGround.DeadlineMissed, VetoTerm, "浙江省社会治安综合治理条例第二十九条第二项", new(2026, 10, 20),
                "永平安否〔2026〕2号"),
            .. Imposed(Measure.Veto, VetoTerm),
        ])
    { At = Instant(2026, 10, 20) };

    public static readonly CaseStory VetoDeclined = new(
        "veto-declined", [.. ByDecision, .. Proposal], [new CaseEvent.VetoDeclined(new(2026, 10, 20), null, CaseSecrets.Remarks)])
    { At = Instant(2026, 10, 20) };

    public static readonly CaseStory VetoConfirmed = new(
        "veto-confirmed", Vetoed, [new CaseEvent.VetoConfirmed(new(2026, 10, 20), "永平安否〔2026〕2号", CaseSecrets.Remarks)])
    { At = Instant(2026, 10, 20) };

    public static readonly CaseStory EnteredLate = new(
        "submission-entered", Vetoed, [new CaseEvent.TimelySubmissionEntered(new(2026, 9, 30), new(2026, 10, 9), CaseSecrets.Summary, [])])
    { At = Instant(2026, 10, 9) };

    public static readonly CaseStory EnteredLateBeforeTheDecision = new(
        "submission-entered.proposed", [.. ByDecision, .. Proposal],
        [new CaseEvent.TimelySubmissionEntered(new(2026, 9, 30), new(2026, 10, 9), CaseSecrets.Summary, [])])
    { At = Instant(2026, 10, 9) };

    public static readonly CaseStory ReportNoted = new(
        "timely-report", [.. Vetoed, new CaseEvent.VetoConfirmed(new(2026, 10, 8), "永平安否〔2026〕2号", CaseSecrets.Remarks)],
        [new CaseEvent.TimelySubmissionNoted(new(2026, 9, 30), new(2026, 10, 9), CaseSecrets.Summary, [])])
    { At = Instant(2026, 10, 9) };

    public static readonly CaseStory InspectionReopened = new(
        "inspection-reopened",
        [
            .. ReportNoted.Given, .. ReportNoted.Appended,
            new CaseEvent.MeasureRevoked(Measure.Veto, new Revocation.Void(), CaseSecrets.Reason, CaseSecrets.DecidedBy),
        ],
        [new CaseEvent.InspectionReopened(new(2026, 10, 12), new(2026, 9, 30))])
    { At = Instant(2026, 10, 12) };

    public static readonly CaseStory FurtherSubmission = new(
        "submission-received.further", [.. Opening, new CaseEvent.RectificationSubmitted(new(2026, 9, 1), CaseSecrets.Summary, [])],
        [new CaseEvent.FurtherSubmissionEntered(new(2026, 9, 20), new(2026, 9, 21), CaseSecrets.Summary, [])])
    { At = Instant(2026, 9, 21) };

    public static readonly CaseStory EarlierInspectionFailed = new(
        "inspection-failed.earlier", [.. FurtherSubmission.Given, .. FurtherSubmission.Appended],
        [new CaseEvent.EarlierInspectionFailed(new(2026, 9, 2), CaseSecrets.Remarks)])
    { At = Instant(2026, 9, 22) };

    public static readonly CaseStory InspectionFailedEnteredLate = new(
        "inspection-failed.entered-late", [.. Opening, new CaseEvent.RectificationSubmitted(new(2026, 9, 1), CaseSecrets.Summary, [])],
        [
            new CaseEvent.InspectionFailed(new(2026, 9, 2), CaseSecrets.Remarks),
            new CaseEvent.ReminderSkipped(new(ReminderKind.Deadline, DueOn, 7, new(2026, 9, 23))),
        ])
    { At = Instant(2026, 10, 9) };

    public static readonly CaseStory VetoPersonsCorrected = new(
        "correction.veto", Vetoed,
        [
            new CaseEvent.MeasureCorrected(
                new(2026, 10, 9), Measure.Veto, [.. ((CaseEvent.UnitListed)Opening[0]).Leaders.Skip(1)],
                CaseSecrets.Reason, CaseSecrets.DecidedBy),
        ])
    { At = Instant(2026, 10, 9) };

    public static readonly CaseStory ReleaseWithdrawn = new(
        "entry-correction.release",
        [
            .. Opening, new CaseEvent.RectificationSubmitted(new(2026, 9, 1), CaseSecrets.Summary, []),
            new CaseEvent.InspectionPassed(new(2026, 9, 2), CaseSecrets.Remarks, "永平安督〔2026〕5号"),
        ],
        [
            new CaseEvent.EntryWithdrawn(
                new(2026, 9, 7), WithdrawableEntry.Inspection, "inspectionPassed", CaseSecrets.Reason, CaseSecrets.DecidedBy,
                new(2026, 9, 2)),
        ])
    { At = Instant(2026, 9, 7) };

    public static readonly CaseStory VoidedVetoRestored = new(
        "entry-correction.veto", [.. Vetoed, Revoke(Measure.Veto, new Revocation.Void())],
        [
            new CaseEvent.EntryWithdrawn(
                new(2026, 11, 2), WithdrawableEntry.Revocation, "measureRevoked", CaseSecrets.Reason, CaseSecrets.DecidedBy,
                Measure: Measure.Veto),
        ])
    { At = Instant(2026, 11, 2) };

    public static readonly CaseStory SanctionEnding = new(
        "sanction-ending", Opening,
        [new CaseEvent.ReminderDue(new(ReminderKind.SanctionEnd, DueOn, 30, new(2026, 8, 31), Measure.Listing))])
    { At = Instant(2026, 8, 31) };

    public static readonly CaseStory SanctionOver = new(
        "sanction-over", ListingOver, [new CaseEvent.SanctionExpired(Measure.Veto, new(2027, 9, 30))])
    { At = Instant(2027, 10, 1) };

    public static readonly CaseStory SanctionOverUnderVeto = new(
        "sanction-over.under-veto", Vetoed, [new CaseEvent.SanctionExpired(Measure.Listing, DueOn)])
    { At = Instant(2026, 10, 1) };

    public static readonly CaseStory ListingRevoked = new(
        "revocation.listing", Opening, [Revoke(Measure.Listing, new Revocation.FromDate(new(2026, 6, 1)))])
    { At = Instant(2026, 6, 1) };

    public static readonly CaseStory ListingRevokedUnderVeto = new(
        "revocation.listing-under-veto", ListingOver, [Revoke(Measure.Listing, new Revocation.Void())])
    { At = Instant(2026, 11, 2) };

    public static readonly CaseStory VetoRevoked = new(
        "revocation.veto", ListingOver, [Revoke(Measure.Veto, new Revocation.FromDate(new(2026, 11, 2)))])
    { At = Instant(2026, 11, 2) };

    public static readonly CaseStory SanctionRevoked = new(
        "revocation.one-sanction", Opening,
        [new CaseEvent.SanctionRevoked(new($"{Case}-L2"), new Revocation.Void(), CaseSecrets.Reason, CaseSecrets.DecidedBy)])
    { At = Instant(2026, 5, 6) };

    public static readonly CaseStory Corrected = new(
        "correction", [Listed(Due(2026, 9, 30)) with { Leaders = [ChenJianguo] }, .. Imposed(Measure.Listing, ListingTerm)[..2]],
        [
            new CaseEvent.CaseCorrected(new(2026, 6, 1), CaseSecrets.Facts, "永平安督〔2026〕4号", [LinXiaohong], CaseSecrets.Reason,
                CaseSecrets.DecidedBy),
            Imposed(Measure.Listing, ListingTerm)[2],
            new CaseEvent.SanctionRevoked(new($"{Case}-L1"), new Revocation.Void(), CaseSecrets.Reason, CaseSecrets.DecidedBy),
        ])
    { At = Instant(2026, 6, 1) };

    private static readonly DateOnly RungDueOn = new(2026, 4, 30);
    private static readonly CaseEvent[] Noticed = [Admonished(Rung.Notice, Due(2026, 4, 30))];
    private static readonly CaseEvent[] Talked = [Admonished(Rung.Talk, Due(2026, 4, 30))];
    private static readonly CaseEvent[] UrgedMilestones =
    [
        Listed(Due(2026, 9, 30)) with
        {
            Rulebook = RulebookCatalog.Shipped.Find("zhejiang-2017-3")! with
            {
                Milestones = new MilestoneRule(10, null, [0], "第十条", Urging: new MilestoneUrging(new Period.Days(7), "第十二条")),
            },
        },
    ];

    private static readonly CaseEvent RungSubmission = new CaseEvent.RectificationSubmitted(new(2026, 4, 28), CaseSecrets.Summary, []);
    private static readonly CaseEvent[] RungMissed = [new CaseEvent.DeadlineMissed(RungDueOn),
        new CaseEvent.NextRungProposed(Rung.Talk, new(2026, 5, 1))];

    private static readonly CaseEvent[] RungMissedForGood = [new CaseEvent.DeadlineMissed(RungDueOn),
        new CaseEvent.ConsequenceProposed(MissedStep.Criticism, new(2026, 5, 1))];

    public static readonly CaseStory NoticeIssued = new("admonition-notice", [], Noticed);
    public static readonly CaseStory TalkHeld = new("admonition-notice.talk", [], Talked);

    /// <summary>What a notice or a talk leads to (S16).</summary>
    private static readonly CaseStory[] OfRungs =
    [
        NoticeIssued,
        TalkHeld,
        new("reminder.notice", Noticed,
            [new CaseEvent.ReminderDue(new(ReminderKind.Deadline, RungDueOn, 7, new(2026, 4, 23)))]) { At = Instant(2026, 4, 23) },
        new("extension.talk", Talked,
            [new CaseEvent.ExtensionGranted(new(2026, 4, 20), Due(2026, 4, 30), Due(2026, 5, 29), CaseSecrets.Reason,
                CaseSecrets.DecidedBy)]) { At = Instant(2026, 4, 20) },
        new("suspension.notice", Noticed,
            [new CaseEvent.ClockSuspended(new(2026, 4, 20), CaseSecrets.Reason)]) { At = Instant(2026, 4, 20) },
        new(
            "resumption.notice", [.. Noticed, new CaseEvent.ClockSuspended(new(2026, 4, 20), CaseSecrets.Reason)],
            [new CaseEvent.ClockResumed(new(2026, 4, 30), Due(2026, 4, 30), Due(2026, 5, 10), 10, CaseSecrets.Reason)])
        { At = Instant(2026, 4, 30) },
        new(
            "deadline-recomputed.notice", [Admonished(Rung.Notice, Due(2027, 2, 12, provisional: true))],
            [new CaseEvent.DeadlineRecomputed(new(2026, 11, 20), "国办发明电〔2026〕9号", Due(2027, 2, 12, provisional: true),
                Due(2027, 2, 14))])
        { At = Instant(2026, 11, 20) },
        new("submission-received.notice", Noticed, [RungSubmission]) { At = Instant(2026, 4, 28) },
        new("submission-entered.notice", [.. Noticed, .. RungMissed],
            [new CaseEvent.TimelySubmissionEntered(new(2026, 4, 30), new(2026, 5, 6), CaseSecrets.Summary,
                [])]) { At = Instant(2026, 5, 6) },
        new(
            "inspection-outstanding.notice", [.. Noticed, RungSubmission],
            [new CaseEvent.ReminderDue(new(ReminderKind.InspectionOutstanding, RungDueOn, 7, new(2026, 5, 7)))])
        { At = Instant(2026, 5, 7) },
        new("rung-fulfilled", [.. Noticed, RungSubmission],
            [new CaseEvent.RungFulfilled(new(2026, 4, 29), CaseSecrets.Remarks)]) { At = Instant(2026, 4, 29) },
        new("inspection-failed.notice", [.. Noticed, RungSubmission],
            [new CaseEvent.InspectionFailed(new(2026, 4, 29), CaseSecrets.Remarks)]) { At = Instant(2026, 4, 29) },
        new(
            "inspection-failed.notice-continued", [.. Noticed, RungSubmission],
            [new CaseEvent.InspectionFailed(new(2026, 5, 6), CaseSecrets.Remarks),
                new CaseEvent.RungContinued(new(2026, 5, 6), Due(2026, 4, 30), Due(2026, 6, 30))])
        { At = Instant(2026, 5, 6) },
        new(
            "inspection-failed.notice-missed", [.. Noticed, RungSubmission],
            [
                new CaseEvent.InspectionFailed(new(2026, 5, 6), CaseSecrets.Remarks),
                new CaseEvent.DeadlineMissed(RungDueOn, MissedBy.Inspection),
                new CaseEvent.NextRungProposed(Rung.Talk, new(2026, 5, 6)),
            ])
        { At = Instant(2026, 5, 6) },
        new("next-rung-proposed", Noticed, RungMissed) { At = Instant(2026, 5, 1) },
        new(
            "next-rung-outstanding", [.. Noticed, .. RungMissed],
            [new CaseEvent.ReminderDue(new(ReminderKind.NextRungOutstanding, new(2026, 5, 1), 7, new(2026, 5, 8)))])
        { At = Instant(2026, 5, 8) },
        new("next-rung-declined", [.. Noticed, .. RungMissed],
            [new CaseEvent.NextRungDeclined(new(2026, 5, 12), CaseSecrets.Reason, CaseSecrets.DecidedBy)]) { At = Instant(2026, 5, 12) },
        new("consequence-proposed", Noticed, RungMissedForGood) { At = Instant(2026, 5, 1) },
        new(
            "consequence-outstanding", [.. Noticed, .. RungMissedForGood],
            [new CaseEvent.ReminderDue(new(ReminderKind.ConsequenceOutstanding, new(2026, 5, 1), 7, new(2026, 5, 8)))])
        { At = Instant(2026, 5, 8) },
        new(
            "consequence-decided", [.. Noticed, .. RungMissedForGood],
            [
                new CaseEvent.ConsequenceDecided(
                    MissedStep.Criticism, new(2026, 5, 12), CaseSecrets.Reason, CaseSecrets.DecidedBy, "永平安〔2026〕9号"),
            ])
        { At = Instant(2026, 5, 12) },
        new(
            "urging-letter", [.. Noticed, RungMissed[0], new CaseEvent.ConsequenceProposed(MissedStep.UrgingLetter, new(2026, 5, 1))],
            [
                new CaseEvent.UrgingIssued(
                    UrgedDuty.Rectification, null, RungDueOn, new(2026, 5, 12), new Period.Days(20), Due(2026, 6, 1), CaseSecrets.Reason,
                    CaseSecrets.DecidedBy, "永平安督〔2026〕9号"),
            ])
        { At = Instant(2026, 5, 12) },
        new(
            "urging-letter.plan", UrgedMilestones,
            [
                new CaseEvent.UrgingIssued(
                    UrgedDuty.Plan, "plan", new(2026, 4, 14), new(2026, 4, 20), new Period.Days(7), Due(2026, 4, 27), CaseSecrets.Reason,
                    CaseSecrets.DecidedBy, "永平安督〔2026〕9号"),
            ])
        { At = Instant(2026, 4, 20) },
        new(
            "urging-outstanding", UrgedMilestones,
            [
                new CaseEvent.ReminderDue(
                    new(ReminderKind.UrgingOutstanding, new(2026, 4, 14), 1, new(2026, 4, 15)) { Milestone = "plan" }),
            ])
        { At = Instant(2026, 4, 15) },
        new("revocation.talk", Talked,
            [new CaseEvent.RungRevoked(Rung.Talk, new Revocation.Void(), CaseSecrets.Reason,
                CaseSecrets.DecidedBy)]) { At = Instant(2026, 4, 2) },
        new(
            "correction.notice", Noticed,
            [new CaseEvent.CaseCorrected(new(2026, 4, 2), null, "永平安督〔2026〕4号", null, CaseSecrets.Reason, CaseSecrets.DecidedBy)])
        { At = Instant(2026, 4, 2) },
    ];

    public static readonly CaseStory NextRungOpened = new(
        "next-rung-opened", [.. Noticed, .. RungMissed], [new CaseEvent.NextRungOpened(new("c-2026-0009"), Rung.Talk, new(2026, 5, 12))])
    { At = Instant(2026, 5, 12) };

    public static readonly CaseStory ReminderSkipped = new(
        "reminder-skipped", Opening, [new CaseEvent.ReminderSkipped(new(ReminderKind.Deadline, DueOn, 30, new(2026, 8, 31)))]);

    public static readonly CaseStory CaseClosed = new(
        "case-closed", [.. ListingOver, new CaseEvent.SanctionExpired(Measure.Veto, new(2027, 9, 30))], [new CaseEvent.CaseClosed()]);

    public static IReadOnlyList<CaseStory> Told { get; } =
    [
        ListingNotice, ListingNoticeProvisional, ListedWhileBarred, DueSoon, DueSoonProvisional, DueToday, PlanDue,
        ReportDue, Suspension, Resumption, PassedWhileListed, DeclinedWhileListed, InspectionOutstanding, Extension,
        Recomputed, RecomputedToTheSameDay, SubmissionReceived,
        InspectionPassed, InspectionFailed, InspectionFailedContinued, InspectionFailedVeto, VetoImposed, DirectVeto,
        DirectVetoOnAnotherGround, VetoProposed, VetoProposedFromDecision, DecisionOutstanding, VetoDecided, VetoDeclined, VetoConfirmed,
        EnteredLate, EnteredLateBeforeTheDecision, ReportNoted, InspectionReopened,
        FurtherSubmission, EarlierInspectionFailed, InspectionFailedEnteredLate, VetoPersonsCorrected, SanctionEnding, SanctionOver,
        VetoProposedForFailedYears, ProposalWithdrawn, VetoBasisLost, SanctionOverUnderVeto, ListingRevoked, ListingRevokedUnderVeto,
        VetoRevoked, SanctionRevoked, Corrected, ReleaseWithdrawn, VoidedVetoRestored,
        .. OfRungs,
    ];

    public static IReadOnlyList<CaseStory> Untold { get; } =
    [
        ReminderSkipped, CaseClosed, NextRungOpened,
        new("taken-over", Opening, [new CaseEvent.CaseTakenOver(new(2026, 12, 1), CaseSecrets.Remarks, CaseSecrets.DecidedBy)])
        { At = Instant(2026, 12, 1) },
        new(
            "milestone-received", UrgedMilestones,
            [new CaseEvent.MilestoneReceived("plan", UrgedDuty.Plan, new(2026, 4, 14), new(2026, 4, 15), CaseSecrets.Remarks)])
        { At = Instant(2026, 4, 15) },
    ];

    public static CaseStory After(this CaseStory story, params CaseEvent[] more) => story with { Given = [.. story.Given, .. more] };

    public static CaseEvent Remind(int days, DateOnly day) => new CaseEvent.ReminderDue(new(ReminderKind.Deadline, DueOn, days, day));

    private static CaseEvent Revoke(Measure measure, Revocation revocation) =>
        new CaseEvent.MeasureRevoked(measure, revocation, CaseSecrets.Reason, CaseSecrets.DecidedBy);
}
