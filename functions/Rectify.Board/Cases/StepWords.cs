using System.Diagnostics;
using Rectify.Board.Words;
using Rectify.Domain.Cases;

namespace Rectify.Board.Cases;

/// <summary>What a step to come is.</summary>
public static class StepWords
{
    /// <summary>The step in a few words.</summary>
    public static string Of(Step step, Language language) => (step, language) switch
    {
        (Step.Remind { Reminder.Kind: ReminderKind.Deadline } r, Language.English) => $"reminder, {r.Reminder.Days} day(s) to the deadline",
        (Step.Remind { Reminder.Kind: ReminderKind.Deadline } r, _) => $"催办提醒，距整改期限 {r.Reminder.Days} 天",
        (Step.Remind { Reminder.Kind: ReminderKind.InspectionOutstanding }, Language.English) => "reminder, inspection outstanding",
        (Step.Remind { Reminder.Kind: ReminderKind.InspectionOutstanding }, _) => "提醒尚未验收",
        (Step.Remind { Reminder.Kind: ReminderKind.DecisionOutstanding }, Language.English) => "reminder, decision about the veto outstanding",
        (Step.Remind { Reminder.Kind: ReminderKind.DecisionOutstanding }, _) => "提醒尚未决定是否一票否决",
        (Step.Remind { Reminder.Kind: ReminderKind.Plan }, Language.English) => "reminder, rectification plan due",
        (Step.Remind { Reminder.Kind: ReminderKind.Plan }, _) => "提醒报送整改方案",
        (Step.Remind { Reminder.Kind: ReminderKind.Report }, Language.English) => "reminder, progress report due",
        (Step.Remind { Reminder.Kind: ReminderKind.Report }, _) => "提醒报送整改进展",
        (Step.Remind, Language.English) => "announcement, sanctions end soon",
        (Step.Remind, _) => "预告限制即将期满",
        (Step.Expire, Language.English) => "the deadline passes; without a timely submission the veto follows",
        (Step.Expire, _) => "整改期限届满；未按期申请验收的，一票否决",
        (Step.EndSanctions e, Language.English) => $"sanctions of the {Names.Of(e.Measure, language)} end",
        (Step.EndSanctions e, _) => $"{Names.Of(e.Measure, language)}限制期满",
        (Step.Close, Language.English) => "the case is closed",
        (Step.Close, _) => "办结归档",
        _ => throw new UnreachableException(step.Name),
    };
}
