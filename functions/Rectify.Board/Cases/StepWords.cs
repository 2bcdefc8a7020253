using System.Diagnostics;
using Rectify.Domain.Cases;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Board.Cases;

/// <summary>Describes a future step of a case.</summary>
public static class StepWords
{
    /// <summary>The step in a few words.</summary>
    /// <param name="step">The step.</param>
    /// <param name="rung">The rung on which the case began; it decides what a missed deadline leads to.</param>
    /// <param name="language">The reader's language.</param>
    public static string Of(Step step, Rung rung, Language language) => (step, language) switch
    {
        (Step.Expire { Then: not MissedStep.NextRung, ApplicationsUntil: var until } e, Language.English) =>
            (until is null ? "the deadline passes; without a timely submission " : "the last day to apply for the inspection; without it ")
            + $"what follows is {Names.Of(e.Then, language)}",
        (Step.Expire { Then: not MissedStep.NextRung, ApplicationsUntil: var until } e, _) =>
            $"{(until is null ? "整改期限届满；未按期申请验收的" : "书面申请验收的最后一日；未申请的")}，{Names.Of(e.Then, language)}",
        (Step.Expire { ApplicationsUntil: not null }, Language.English) =>
            $"the last day to apply for the inspection; without it the {(rung < Rung.Listing ? "next rung" : "veto")} is proposed",
        (Step.Expire { ApplicationsUntil: not null }, _) =>
            $"书面申请验收的最后一日；未申请的，拟予{(rung < Rung.Listing ? "升级" : "一票否决")}",
        (Step.Expire, Language.English) when rung < Rung.Listing =>
            "the deadline passes; without a timely submission the next rung is proposed",
        (Step.Expire, _) when rung < Rung.Listing => "整改期限届满；未按期申请验收的，拟予升级",
        (Step.Remind { Reminder.Kind: ReminderKind.NextRungOutstanding }, Language.English) =>
            "reminder, decision about the next rung outstanding",
        (Step.Remind { Reminder.Kind: ReminderKind.NextRungOutstanding }, _) => "提醒尚未决定是否升级",
        (Step.Remind { Reminder.Kind: ReminderKind.Deadline } r, Language.English) =>
            $"reminder, {r.Reminder.DaysAway} day(s) to the deadline",
        (Step.Remind { Reminder.Kind: ReminderKind.Deadline } r, _) => $"催办提醒，距整改期限 {r.Reminder.DaysAway} 天",
        (Step.Remind { Reminder.Kind: ReminderKind.InspectionOutstanding }, Language.English) => "reminder, inspection outstanding",
        (Step.Remind { Reminder.Kind: ReminderKind.InspectionOutstanding }, _) => "提醒尚未验收",
        (Step.Remind { Reminder.Kind: ReminderKind.DecisionOutstanding }, Language.English) =>
            "reminder, decision about the veto outstanding",
        (Step.Remind { Reminder.Kind: ReminderKind.DecisionOutstanding }, _) => "提醒尚未决定是否一票否决",
        (Step.Remind { Reminder.Kind: ReminderKind.Plan }, Language.English) => "reminder, rectification plan due",
        (Step.Remind { Reminder.Kind: ReminderKind.Plan }, _) => "提醒报送整改方案",
        (Step.Remind { Reminder.Kind: ReminderKind.Report }, Language.English) => "reminder, progress report due",
        (Step.Remind { Reminder.Kind: ReminderKind.Report }, _) => "提醒报送整改进展",
        (Step.Remind { Reminder.Kind: ReminderKind.ConsequenceOutstanding }, Language.English) =>
            "reminder, decision about what follows outstanding",
        (Step.Remind { Reminder.Kind: ReminderKind.ConsequenceOutstanding }, _) => "提醒逾期应予处理，尚未决定",
        (Step.Remind { Reminder.Kind: ReminderKind.UrgingOutstanding } r, Language.English) =>
            $"reminder of the office, what is due on {Dates.Day(r.Reminder.RefersTo, language)} is not recorded",
        (Step.Remind { Reminder.Kind: ReminderKind.UrgingOutstanding } r, _) =>
            $"提醒督办机关：{Dates.Day(r.Reminder.RefersTo, language)}应报送的未登记",
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
