using System.Diagnostics;
using Rectify.Domain.Cases;

namespace Rectify.Office.Delivery;

/// <summary>Finds out whether a reminder is still true when it is about to be sent.</summary>
internal static class ReminderValidity
{
    /// <summary>Why the reminder is no longer true; null when it still is.</summary>
    /// <param name="reminder">The reminder as it was decided.</param>
    /// <param name="state">The case as it is now.</param>
    /// <param name="today">The local day.</param>
    public static string? WhyOver(Reminder reminder, CaseState.Opened state, DateOnly today) => reminder.Kind switch
    {
        ReminderKind.Deadline => state is not CaseState.Rectifying ? "The rectification period is not running any more."
            : state.File.Deadline?.Effective != reminder.RefersTo ? "The deadline was moved."
            : CountsFrom(reminder, today),
        ReminderKind.Plan or ReminderKind.Report => !IsOwed(reminder, state) ? "The rectification period is not running any more."
            : CountsFrom(reminder, today),
        ReminderKind.DecisionOutstanding => state is not CaseState.VetoProposed ? "The decision is not outstanding any more."
            : CountsFrom(reminder, today),
        ReminderKind.NextRungOutstanding => state is not CaseState.NextRungProposed ? "The decision is not outstanding any more."
            : CountsFrom(reminder, today),
        ReminderKind.ConsequenceOutstanding => state is not CaseState.ConsequenceProposed ? "The decision is not outstanding any more."
            : CountsFrom(reminder, today),
        ReminderKind.UrgingOutstanding => state is not CaseState.Rectifying ? "The rectification period is not running any more."
            : IsAnswered(reminder, state.File) ? "The plan or the report is recorded, or a letter is."
            : CountsFrom(reminder, today),
        ReminderKind.InspectionOutstanding => state is not CaseState.AwaitingInspection ? "The inspection is not outstanding any more."
            : state.File.Deadline?.Effective != reminder.RefersTo ? "The deadline was moved."
            : CountsFrom(reminder, today),
        ReminderKind.SanctionEnd => state.File.LastBarredDay(reminder.Measure!.Value) != reminder.RefersTo
            ? "The sanctions end on another day."
            : today > reminder.RefersTo ? "The sanctions are over."
            : null,
        _ => throw new UnreachableException(reminder.Kind.ToString()),
    };

    private static bool IsAnswered(Reminder reminder, CaseFile file) =>
        file.Received.Any(one => one.Milestone == reminder.Milestone)
        || file.Urgings.Any(letter => letter.Milestone == reminder.Milestone && letter.MissedOn >= reminder.RefersTo);

    // "7 days left" is wrong on the next day: a reminder whose day has passed is not sent, just as it would not be decided any more.
    private static string? CountsFrom(Reminder reminder, DateOnly today) =>
        today > reminder.Day ? "Its day has passed, and it counts the days." : null;

    // A report on a day that the document itself names is owed after the unit has asked for its inspection too (S12).
    private static bool IsOwed(Reminder reminder, CaseState.Opened state) => state is CaseState.Rectifying
        || (state is CaseState.AwaitingInspection && reminder.Kind == ReminderKind.Report
            && reminder.RefersTo == state.File.Opening.ReportDueOn);
}
