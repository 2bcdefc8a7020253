using Rectify.Board.Cases.Actions;
using Rectify.Board.Forms;
using Rectify.Board.Openings;
using Rectify.Domain.Cases;
using Rectify.Domain.Messages;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using Rectify.Office.Access;
using Rectify.Office.Commands;

namespace Rectify.Functions.Board.Actions;

/// <summary>All actions on a case on the board.</summary>
internal static class CaseActions
{
    private const string Any = "?";

    private static readonly IReadOnlyList<Role> OfficerOnly = [Role.Officer];

    private static IReadOnlyList<(VetoVerdict Verdict, Option Option)> Verdicts { get; } =
    [
        (VetoVerdict.Impose, new("impose", ("予以一票否决", "impose the veto"))),
        (VetoVerdict.Decline, new("decline", ("不予一票否决", "decline it"))),
        (VetoVerdict.Confirm, new("confirm", ("确认一票否决", "confirm the veto"))),
    ];

    private static IReadOnlyList<Option> Measures { get; } =
    [
        new("listing", ("挂牌督办", "the listing"), [("measure", "listing")]),
        new("veto", ("一票否决", "the veto"), [("measure", "veto")]),
    ];

    public static CaseAction Submission { get; } = new(
        "submission", ("申请验收", "Submit for inspection"),
        ("已登记整改报告，案件等待验收。", "The report is recorded; the case awaits inspection."),
        [Role.Officer, Role.Unit], _ => ActionFields.Submission(),
        scene => scene.Record.State is CaseState.Rectifying
            ? [new CaseCommand.SubmitRectification(null, Any, [], scene.Caller.Role == Role.Unit ? EnteredBy.Unit : EnteredBy.Office)]
            : [],
        CaseAction.As<SubmissionBody>);

    // Not offered while the period runs: then an officer enters the day in the usual form.
    public static CaseAction LateEntry { get; } = new(
        "late-submission", ("补录按期提交的报告", "Enter a report that came in time"), ("已补录整改报告。", "The report is recorded."),
        OfficerOnly, _ => ActionFields.LateEntry(),
        scene => scene is { Record.State: not CaseState.Rectifying, File.Rectification: { } clock }
            ? [Entered(scene.Context.Today < clock.Deadline.Effective ? scene.Context.Today : clock.Deadline.Effective),
                Entered(clock.ListedOn)]
            : [],
        CaseAction.As<SubmissionBody>);

    public static CaseAction Inspection { get; } = new(
        "inspection", ("登记验收", "Record the inspection"), ("验收结果已登记。", "The inspection is recorded."), OfficerOnly,
        scene => ActionFields.Inspection(scene.Lateness, scene.File.Rung), _ => [new CaseCommand.PassInspection(null, Any)],
        CaseAction.As<InspectionBody>);

    public static CaseAction Extension { get; } = new(
        "extension", ("延长期限", "Extend"), ("期限已延长。", "The deadline is extended."), OfficerOnly,
        _ => ActionFields.Extension(), _ => [new CaseCommand.GrantExtension(new Period.Months(1), Any, Any)], CaseAction.As<ExtensionBody>);

    public static CaseAction Suspension { get; } = new(
        "suspension", ("中止", "Suspend"), ("期限已中止计算。", "The clock is stopped."), OfficerOnly,
        _ => ActionFields.Suspension(), _ => [new CaseCommand.SuspendClock(Any)], CaseAction.As<SuspensionBody>);

    public static CaseAction Resumption { get; } = new(
        "resumption", ("恢复", "Resume"), ("期限已恢复计算。", "The clock runs again."), OfficerOnly,
        _ => ActionFields.Resumption(), _ => [new CaseCommand.ResumeClock(Any)], CaseAction.As<ResumptionBody>);

    public static CaseAction VetoDecision { get; } = new(
        "veto-decision", ("决定一票否决", "Decide about the veto"), ("决定已登记。", "The decision is recorded."), OfficerOnly,
        scene => ActionFields.VetoDecision(
            [.. Verdicts.Where(pair => scene.WouldAccept([Decide(pair.Verdict)])).Select(pair => pair.Option)],
            scene.Record.State.File.Rulebook),
        _ => Verdicts.Select(pair => Decide(pair.Verdict)), CaseAction.As<VetoDecisionBody>);

    public static CaseAction NextRung { get; } = new(
        "next-rung", ("不予升级", "Decline the next rung"), ("决定已登记。", "The decision is recorded."), OfficerOnly,
        _ => ActionFields.NextRung(), _ => [new CaseCommand.DeclineNextRung(null, Any, Any)], CaseAction.As<NextRungBody>);

    public static CaseAction Consequence { get; } = new(
        "consequence", ("登记处理决定", "Record the decision"), ("处理决定已登记。", "The decision is recorded."), OfficerOnly,
        _ => ActionFields.Consequence(), _ => [new CaseCommand.DecideConsequence(null, Any, Any, null)],
        CaseAction.As<ConsequenceBody>);

    public static CaseAction Urging { get; } = new(
        "urging-letter", ("发督办函", "Send an urging letter"), ("督办函已登记。", "The letter is recorded."), OfficerOnly,
        scene => ActionFields.Urging([.. Urgeable(scene).Where(pair => scene.WouldAccept([pair.Probe])).Select(pair => pair.Option)]),
        scene => Urgeable(scene).Select(pair => pair.Probe), CaseAction.As<UrgingBody>);

    public static CaseAction MilestoneReceipt { get; } = new(
        "milestone", ("登记方案或者报告", "Record a plan or a report"), ("已登记收到。", "It is recorded."), OfficerOnly,
        scene => ActionFields.Milestone([.. Receivable(scene).Select(milestone => OptionOf(milestone))]),
        scene => Receivable(scene).Select(milestone => new CaseCommand.ReceiveMilestone(milestone.Key, null, Any)),
        CaseAction.As<MilestoneBody>);

    public static CaseAction Revocation { get; } = new(
        "revocation", ("撤销", "Revoke"), ("撤销已登记。", "The revocation is recorded."), OfficerOnly,
        scene => ActionFields.Revocation([.. Revocable(scene).Where(pair => scene.WouldAccept([pair.Probe])).Select(pair => pair.Option)]),
        scene => Revocable(scene).Select(pair => pair.Probe), CaseAction.As<RevocationBody>);

    public static CaseAction Correction { get; } = new(
        "correction", ("更正", "Correct"), ("更正已登记。", "The correction is recorded."), OfficerOnly,
        scene => [.. OpeningFields.WithGrounds(
            ActionFields.Correction(scene.File.Opening, scene.Candidates, scene.File.HasTwoMeasures ? Measures : []),
            scene.File.Rulebook, scene.File.Rung)],
        scene => [new CaseCommand.CorrectCase(scene.File.Opening.Facts + Any, null, null, Any, Any)], CaseAction.As<CorrectionBody>);

    public static CaseAction EntryCorrection { get; } = new(
        "entry-correction", ("更正误登", "Take out an entry made by error"),
        ("误登已更正，该项不予计入。", "The entry made by error does not count any more."), OfficerOnly,
        scene => EntryCorrectionFields.Of([.. WithdrawableEntries.In(scene).Select(pair => pair.Option)]),
        scene => WithdrawableEntries.In(scene).Select(pair => pair.Probe), CaseAction.As<EntryCorrectionBody>);

    /// <summary>All actions, in the order in which they are offered.</summary>
    public static IReadOnlyList<CaseAction> All { get; } =
        [Submission, LateEntry, Inspection, Extension, Suspension, Resumption, VetoDecision, NextRung, Consequence, Urging,
            MilestoneReceipt, Revocation, Correction, EntryCorrection];

    private static IEnumerable<Milestone> Receivable(ActionContext scene) =>
        Milestones.Owed(scene.File, scene.Context.Calendar).Where(milestone => milestone.ReceivedOn is null);

    private static IEnumerable<(Option Option, CaseCommand Probe)> Urgeable(ActionContext scene) =>
    [
        (new Option("deadline", ("整改任务", "the rectification"), []), Letter(null)),
        .. Receivable(scene).Select(milestone => (OptionOf(milestone), Letter(milestone.Key))),
    ];

    private static CaseCommand Letter(string? milestone) => new CaseCommand.Urge(milestone, null, null, Any, Any, "");

    private static Option OptionOf(Milestone milestone) => new(
        milestone.Key, (LabelOf(milestone, Language.Chinese), LabelOf(milestone, Language.English)));

    private static string LabelOf(Milestone milestone, Language language)
    {
        var (duty, day) = (Names.Of(milestone.Duty, language), Dates.Day(milestone.LastDay, language));
        return language == Language.English ? $"{duty}, due on {day}" : $"{duty}（{day}）";
    }

    private static CaseCommand.SubmitRectification Entered(DateOnly on) => new(on, Any, [], EnteredBy.Office);

    private static CaseCommand.DecideVeto Decide(VetoVerdict verdict) => new(verdict, null, Any, Any);

    // What can be revoked: a notice or talk, each measure as a whole, and each sanction by itself.
    private static IEnumerable<(Option Option, CaseCommand Probe)> Revocable(ActionContext scene) =>
    [
        .. scene.File.Opening is Opening.Admonition
            ? [(new Option("admonition",
                (Names.Of(scene.File.Rung, Language.Chinese), $"the {Names.Of(scene.File.Rung, Language.English)}"),
                [("measure", "admonition")]),
                (CaseCommand)new CaseCommand.RevokeRung(new RevocationEffect.Void(), Any, Any))]
            : Array.Empty<(Option, CaseCommand)>(),
        .. scene.File.MeasuresTaken.Union(scene.File.Opening is Opening.Listing ? [Measure.Listing] : []).Order().Select(measure => (
            new Option(Domain.WireName.Of(measure), (
                $"{Names.Of(measure, Language.Chinese)}及其全部限制", $"the {Names.Of(measure, Language.English)} with all its sanctions"),
                [("measure", Domain.WireName.Of(measure))]),
            (CaseCommand)new CaseCommand.RevokeMeasure(measure, new RevocationEffect.Void(), Any, Any))),
        .. scene.File.Sanctions.Select(sanction => (
            new Option(sanction.Id.Value,
                (LabelOf(sanction, scene.File, Language.Chinese), LabelOf(sanction, scene.File, Language.English)),
                [("measure", "sanction"), ("sanctionId", sanction.Id.Value)]),
            (CaseCommand)new CaseCommand.RevokeSanction(sanction.Id, new RevocationEffect.Void(), Any, Any))),
    ];

    private static string LabelOf(Sanction sanction, CaseFile file, Language language)
    {
        var name = CasePageModel.NameOf(sanction.Subject, file);
        var (bars, measure) = (Names.Of(sanction.Bars, language), Names.Of(sanction.Measure, language));
        var days = $"{Dates.Day(sanction.Term.From, language)} — {(sanction.Term.End is { } end ? Dates.Day(end, language) : "…")}";
        return language == Language.English ? $"only {name}: {bars} ({measure}, {days})" : $"仅{name}：{bars}（{measure}，{days}）";
    }
}
