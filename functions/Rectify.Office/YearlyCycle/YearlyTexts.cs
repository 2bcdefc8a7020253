using Rectify.Domain.Rulebooks;
using Rectify.Office.Letters;
using Rectify.Office.Outbox;
using Rectify.Office.Register;
using Rectify.Office.Settings;

namespace Rectify.Office.YearlyCycle;

/// <summary>年度责任提醒: the reminders of what is owed for a year, and of how much time is left.</summary>
internal static class YearlyTexts
{
    /// <summary>Name of the text that reminds.</summary>
    public const string Due = ReminderTexts.DutyDue;

    /// <summary>Name of the text that tells of what is overdue.</summary>
    public const string Overdue = ReminderTexts.DutyOverdue;

    /// <summary>Subject line and body of a reminder. A reminder of a person's report goes to that person and to the office only.</summary>
    public static (string Subject, string Body) Of(YearlyUnit unit, OwedDuty owed, YearlyPlan plan, DateOnly day, Recipient to,
        NoticeSettings settings)
    {
        var link = $"{settings.BaseAddress.AbsoluteUri.TrimEnd('/')}/board/yearly-cycle?year={plan.Year}";
        var (subject, sentence, closing, date, linked) =
            to.Language == MailLanguage.English ? English(unit, owed, plan, day) : Chinese(unit, owed, plan, day);
        var colon = to.Language == MailLanguage.English ? ":" : "：";
        return (subject, $"{to.Name}{colon}\n\n{sentence}\n{closing}\n\n{settings.OfficeName}\n{date}\n\n{linked}{link}\n");
    }

    private static (string, string, string, string, string) Chinese(YearlyUnit unit, OwedDuty owed, YearlyPlan plan, DateOnly day)
    {
        var what = owed.Duty switch
        {
            YearlyDuty.ResponsibilityLetter => $"{unit.Unit.Name}{plan.Year}年度目标责任书",
            YearlyDuty.DutyReport => $"{unit.Unit.Name}{owed.Person!.Name}{plan.Year}年度述职报告",
            YearlyDuty.Assessment => $"{unit.Unit.Name}{plan.Year}年度考核结果",
            _ => $"{unit.Unit.Name}{owed.Person?.Name}{plan.Year}年度{owed.Rule.Chinese}",
        };
        var todo = owed.Duty switch
        {
            YearlyDuty.ResponsibilityLetter => "请完成签订，并报平安建设领导小组办公室登记。",
            YearlyDuty.DutyReport => "请提交述职报告。",
            YearlyDuty.Assessment => "请作出考核结果并登记。",
            _ => owed.Rule.Owes == DutyOwer.Office ? "请办理并登记。" : "请按期完成，并报平安建设领导小组办公室登记。",
        };
        var left = owed.Due.Effective.DayNumber - day.DayNumber;
        var time = left > 0 ? $"还有{left}天到期" : left == 0 ? "今天到期" : $"已逾期{-left}天";
        var until = $"{Wording.Day(owed.Due.Effective)}{(owed.Due.Provisional ? "，暂定" : "")}";
        return ($"【年度责任】{what}{time}（{until}）", $"{what}{time}。\n截止日：{until}。\n依据：{owed.Rule.Source}。", todo,
            Wording.Day(day), "年度责任：");
    }

    private static (string, string, string, string, string) English(YearlyUnit unit, OwedDuty owed, YearlyPlan plan, DateOnly day)
    {
        var what = owed.Duty switch
        {
            YearlyDuty.ResponsibilityLetter => $"the responsibility letter of {unit.Unit.Name} for {plan.Year}",
            YearlyDuty.DutyReport => $"the duty report of {owed.Person!.Name}, {unit.Unit.Name}, on {plan.Year}",
            YearlyDuty.Assessment => $"the assessment of {unit.Unit.Name} for {plan.Year}",
            _ => $"the {owed.Rule.English} of {(owed.Person is { } person ? $"{person.Name}, " : "")}{unit.Unit.Name} for {plan.Year}",
        };
        var todo = owed.Duty switch
        {
            YearlyDuty.ResponsibilityLetter => "Please have it signed and report it to the office.",
            YearlyDuty.DutyReport => "Please hand the report in.",
            YearlyDuty.Assessment => "Please have it decided and entered.",
            _ => owed.Rule.Owes == DutyOwer.Office
                ? "Please have it done and entered."
                : "Please have it done and report it to the office.",
        };
        var left = owed.Due.Effective.DayNumber - day.DayNumber;
        var time = left > 0 ? $"is due in {EnglishWording.Days(left)}"
            : left == 0 ? "is due today" : $"is {EnglishWording.Days(-left)} overdue";
        var until = $"{EnglishWording.Day(owed.Due.Effective)}{(owed.Due.Provisional ? ", provisional" : "")}";
        return ($"[Yearly cycle] {what} {time} ({until})",
            $"{char.ToUpperInvariant(what[0])}{what[1..]} {time}.\nLast day: {until}.\nBasis: {owed.Rule.Source}.", todo,
            EnglishWording.Day(day), "Yearly cycle: ");
    }
}
