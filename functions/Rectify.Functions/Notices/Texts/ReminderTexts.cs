using System.Diagnostics;
using Rectify.Domain.Cases;
using Rectify.Domain.Sanctions;

namespace Rectify.Functions.Notices.Texts;

/// <summary>整改期限提醒、催办验收.</summary>
internal static class ReminderTexts
{
    /// <summary>Every text that reminds: it is true on its day only, and several to one reader are one mail.</summary>
    public static readonly IReadOnlySet<string> Templates = new HashSet<string>(["reminder", "inspection-outstanding", "sanction-ending"], StringComparer.Ordinal);

    public static Mailing DeadlineNear(Reminder reminder, CaseFile file)
    {
        // The offset is the plan; the day may have moved to a working day, and the text counts what is really left (D10).
        var daysLeft = reminder.RefersTo.DayNumber - reminder.Day.DayNumber;
        var left = daysLeft == 0 ? "今天到期" : $"还有{daysLeft}天";
        var leftInEnglish = daysLeft == 0 ? "ends today" : $"ends in {EnglishWording.Days(daysLeft)}";
        return new(
            "reminder",
            reminder.Days == 0 ? Capacity.Everybody(file) : Capacity.UnitAndLeaders(file),
            Chinese: new(
                Wording.Headline(Measure.Listing, file, $"整改期限{left}{Wording.InBrackets(file.Deadline)}"),
                $"""
                {file.Opening.DocumentNumber}对{file.Opening.Unit.Name}挂牌督办的整改期限{left}。
                整改期限：{Wording.Until(file.Deadline)}。
                """,
                [],
                $"""
                请在期限内完成整改，提交整改报告并申请验收。
                {Wording.Warning(file)}
                """),
            English: new(
                EnglishWording.Headline(Measure.Listing, file, $"the rectification period {leftInEnglish} {EnglishWording.InBrackets(file.Deadline)}"),
                $"""
                The rectification period of the supervised listing {file.Opening.DocumentNumber} of {file.Opening.Unit.Name} {leftInEnglish}.
                Rectification period: {EnglishWording.Until(file.Deadline)}.
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
        return new(
            "inspection-outstanding",
            [new Capacity.Office()],
            Chinese: new(
                Wording.Headline(Measure.Listing, file, $"待验收，整改期限已过{daysPast}天{Wording.InBrackets(file.Deadline)}"),
                $"""
                {file.Opening.Unit.Name}已于{Wording.Day(submittedOn)}提交整改报告、申请验收，至今未作出验收结论。
                文号：{file.Opening.DocumentNumber}。
                整改期限：{Wording.Until(file.Deadline)}，已过{daysPast}天。
                """,
                [],
                "期限内提交的，在验收结论作出前不因期限届满予以一票否决。请尽快组织验收。"),
            English: new(
                EnglishWording.Headline(
                    Measure.Listing, file, $"inspection outstanding, the period ended {EnglishWording.Days(daysPast)} ago {EnglishWording.InBrackets(file.Deadline)}"),
                $"""
                {file.Opening.Unit.Name} handed in its rectification report on {EnglishWording.Day(submittedOn)} and asked to be inspected; no inspection has been concluded yet.
                Document number: {file.Opening.DocumentNumber}.
                Rectification period: {EnglishWording.Until(file.Deadline)}, {EnglishWording.Days(daysPast)} ago.
                """,
                [],
                "The report was handed in within the period, so no veto follows from its end before the inspection is concluded. Please have the inspection held soon."));
    }
}
