using System.Diagnostics;
using Rectify.Domain.Cases;
using Rectify.Domain.Sanctions;

namespace Rectify.Office.Letters;

/// <summary>Reminders of deadlines (整改期限提醒), of plans and reports, and of outstanding inspections and decisions (催办验收).</summary>
internal static class ReminderTexts
{
    /// <summary>Name of the text that reminds of what is owed for a year.</summary>
    public const string DutyDue = "duty-due";

    /// <summary>Name of the text that tells of what is owed for a year and overdue.</summary>
    public const string DutyOverdue = "duty-overdue";

    /// <summary>
    /// The templates of all reminders. A reminder is true on its day only, and several reminders to one reader are sent as one mail.
    /// </summary>
    public static readonly IReadOnlySet<string> Templates = new HashSet<string>(
        [
            "reminder", "plan-due", "report-due", "inspection-outstanding", "decision-outstanding", "next-rung-outstanding",
            "consequence-outstanding", "urging-outstanding",
            "sanction-ending",
            DutyDue, DutyOverdue,
        ],
        StringComparer.Ordinal);

    public static Mailing DeadlineNear(Reminder reminder, CaseFile file)
    {
        // The day of the reminder may have moved to a working day, so the text counts the days that are really left and not the planned
        // offset (D10).
        var daysLeft = reminder.RefersTo.DayNumber - reminder.Day.DayNumber;
        var left = daysLeft == 0 ? "今天到期" : $"还有{daysLeft}天";
        var leftInEnglish = daysLeft == 0 ? "ends today" : $"ends in {EnglishWording.Days(daysLeft)}";
        return new(
            "reminder",
            reminder.Days == 0 ? [.. Capacity.OnDuty(file), new Capacity.Office()] : Capacity.OnDuty(file),
            Chinese: new(
                Wording.Headline(file, $"整改期限{left}{Wording.InBrackets(file.Deadline!)}"),
                $"""
                {Wording.PeriodOf(file)}{left}。
                整改期限：{Wording.Until(file.Deadline!)}。
                """,
                [],
                $"""
                请在期限内完成整改，提交整改报告并申请验收。
                {Wording.Warning(file)}
                """),
            English: new(
                EnglishWording.Headline(file, $"the rectification period {leftInEnglish} {EnglishWording.InBrackets(file.Deadline!)}"),
                $"""
                {EnglishWording.PeriodOf(file)} {leftInEnglish}.
                Rectification period: {EnglishWording.Until(file.Deadline!)}.
                """,
                [],
                $"""
                Please complete the rectification within the period, hand in the report and ask to be inspected.
                {EnglishWording.Warning(file)}
                """));
    }

    public static Mailing InspectionOutstanding(Reminder reminder, CaseState.Opened state)
    {
        if (state is not CaseState.AwaitingInspection(var file, var submittedOn))
            throw new UnreachableException(state.GetType().Name);

        var daysPast = reminder.Day.DayNumber - reminder.RefersTo.DayNumber;
        var ago = $"{EnglishWording.Days(daysPast)} ago";
        return new(
            "inspection-outstanding",
            [new Capacity.Office()],
            Chinese: new(
                Wording.Headline(file, $"待验收，整改期限已过{daysPast}天{Wording.InBrackets(file.Deadline!)}"),
                $"""
                {file.Opening.Unit.Name}已于{Wording.Day(submittedOn)}提交整改报告、申请验收，至今未作出验收结论。
                文号：{file.Opening.DocumentNumber}。
                整改期限：{Wording.Until(file.Deadline!)}，已过{daysPast}天。
                """,
                [],
                $"期限内提交的，在验收结论作出前{Wording.NothingFollows(file)}。请尽快组织验收。"),
            English: new(
                EnglishWording.Headline(file,
                    $"inspection outstanding, the period ended {ago} {EnglishWording.InBrackets(file.Deadline!)}"),
                Wording.Lines(
                    $"{file.Opening.Unit.Name} handed in its rectification report on {EnglishWording.Day(submittedOn)} "
                    + "and asked to be inspected; no inspection has been concluded yet.",
                    $"Document number: {file.Opening.DocumentNumber}.",
                    $"Rectification period: {EnglishWording.Until(file.Deadline!)}, {ago}."),
                [],
                $"The report was handed in within the period, so {EnglishWording.NothingFollows(file)} from its end "
                + "before the inspection is concluded. Please have the inspection held soon."));
    }

    public static Mailing MilestoneNear(Reminder reminder, CaseFile file)
    {
        var (unit, number) = (file.Opening.Unit.Name, file.Opening.DocumentNumber);
        var (owed, owedInEnglish) = reminder.Kind == ReminderKind.Plan
            ? ("整改方案", "rectification plan")
            : ("整改进展情况报告", "progress report");
        // A report on a day that the document itself names rests on the document.
        var source = file.Milestones is { } rule && reminder.RefersTo != file.Opening.ReportDueOn ? rule.Source : file.Opening.LegalBasis;
        var daysLeft = reminder.RefersTo.DayNumber - reminder.Day.DayNumber;
        var left = daysLeft == 0 ? "今天到期" : $"还有{daysLeft}天";
        var leftInEnglish = daysLeft == 0 ? "today" : $"in {EnglishWording.Days(daysLeft)}";
        return new(
            reminder.Kind == ReminderKind.Plan ? "plan-due" : "report-due",
            Capacity.OnDuty(file),
            Chinese: new(
                Wording.Headline(file, $"报送{owed}{left}（{Wording.Day(reminder.RefersTo)}）"),
                $"""
                {number}对{unit}{Wording.Of(file.Rung)}，应于{Wording.Day(reminder.RefersTo)}前（含当日）报送{owed}，{left}。
                依据：{source}。
                """,
                [],
                $"整改期限：{Wording.Until(file.Deadline!)}。"),
            English: new(
                EnglishWording.Headline(file,
                    $"{owedInEnglish} due {leftInEnglish} ({EnglishWording.Day(reminder.RefersTo)})"),
                Wording.Lines(
                    $"In the {EnglishWording.Of(file.Rung)} {number} of {unit} the {owedInEnglish} is due {leftInEnglish}, "
                    + $"on {EnglishWording.Day(reminder.RefersTo)} at the latest.",
                    $"Legal basis: {source}."),
                [],
                $"Rectification period: {EnglishWording.Until(file.Deadline!)}."));
    }

    public static Mailing DecisionOutstanding(Reminder reminder, CaseFile file)
    {
        var (unit, number) = (file.Opening.Unit.Name, file.Opening.DocumentNumber);
        var daysPast = reminder.Day.DayNumber - reminder.RefersTo.DayNumber;
        return new(
            "decision-outstanding",
            [new Capacity.Office()],
            Chinese: new(
                Wording.Headline(Measure.Veto, file, $"拟予以一票否决，待决定已{daysPast}天"),
                $"""
                对{unit}拟予以的一票否决，自{Wording.Day(reminder.RefersTo)}起待决定，至今未作出决定。
                文号：{number}。
                """,
                [],
                "决定作出前征求意见的，答复为待决定。请尽快提请决定。"),
            English: new(
                EnglishWording.Headline(Measure.Veto, file,
                    $"the proposed veto has awaited its decision for {EnglishWording.Days(daysPast)}"),
                $"""
                The one-vote veto proposed against {unit} has awaited a decision since {EnglishWording.Day(reminder.RefersTo)}.
                Document number: {number}.
                """,
                [],
                "Until it is decided, consultations are answered with pending. Please have it decided soon."));
    }
}
