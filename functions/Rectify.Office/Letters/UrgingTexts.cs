using Rectify.Domain.Cases;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Office.Letters;

/// <summary>Mails about letters that urge a unit (督办函), and about plans and reports that are overdue.</summary>
internal static class UrgingTexts
{
    public static Mailing Issued(CaseEvent.UrgingIssued letter, CaseFile file)
    {
        var (duty, dutyInEnglish) = (Names.Of(letter.Duty, Language.Chinese), Names.Of(letter.Duty, Language.English));
        return new(
            "urging-letter",
            Capacity.OnDuty(file),
            Chinese: new(
                Wording.Headline(file, $"督办函{Wording.InBrackets(letter.Deadline)}"),
                $"""
                {Wording.PeriodOf(file)}内，{duty}应于{Wording.Day(letter.MissedOn)}前（含当日）完成，至今未完成。
                {Wording.Day(letter.IssuedOn)}发督办函，文号：{letter.DocumentNumber}。
                请抓紧完成，期限至{Wording.Until(letter.Deadline)}。
                """,
                [],
                letter.Duty == UrgedDuty.Rectification ? Wording.Warning(file) : "整改期限不因此变动。"),
            English: new(
                EnglishWording.Headline(file, $"urging letter {EnglishWording.InBrackets(letter.Deadline)}"),
                $"""
                {EnglishWording.PeriodOf(file)}: the {dutyInEnglish} was due by {EnglishWording.Day(letter.MissedOn)} and is not done.
                Urging letter of {EnglishWording.Day(letter.IssuedOn)}, number {letter.DocumentNumber}.
                Please complete it by {EnglishWording.Until(letter.Deadline)}.
                """,
                [],
                letter.Duty == UrgedDuty.Rectification ? EnglishWording.Warning(file) : "The rectification period stays as it is."));
    }

    public static Mailing Outstanding(Reminder reminder, CaseFile file)
    {
        var duty = reminder.Milestone == Milestone.Plan ? UrgedDuty.Plan : UrgedDuty.Report;
        var name = Names.Of(duty, Language.Chinese);
        var daysPast = reminder.Day.DayNumber - reminder.RefersTo.DayNumber;
        return new(
            "urging-outstanding",
            [new Capacity.Office()],
            Chinese: new(
                Wording.Headline(file, $"{name}逾期{daysPast}天未登记"),
                $"""
                {file.Opening.Unit.Name}的{name}未登记收到，应于{Wording.Day(reminder.RefersTo)}前（含当日）报送。
                文号：{file.Opening.DocumentNumber}。
                依据：{file.Milestones!.Urging!.Source}。
                """,
                [],
                "已收到的，请登记；未收到的，请发督办函。"),
            English: new(
                EnglishWording.Headline(
                    file, $"{Names.Of(duty, Language.English)} overdue by {EnglishWording.Days(daysPast)}"),
                Wording.Lines(
                    $"The {Names.Of(duty, Language.English)} of {file.Opening.Unit.Name} was due by "
                    + $"{EnglishWording.Day(reminder.RefersTo)} and is not recorded.",
                    $"Document number: {file.Opening.DocumentNumber}.",
                    $"Legal basis: {file.Milestones.Urging.Source}."),
                [],
                "If it came in, please record it; if it did not, please send an urging letter."));
    }
}
