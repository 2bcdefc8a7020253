using Rectify.Domain.Calendar;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>Every future step of a case, derived from its state: nothing here is stored.</summary>
public static class Schedule
{
    /// <summary>The steps that are still to come, in the order in which they fall due.</summary>
    public static IReadOnlyList<Step> Of(CaseState state, WorkingCalendar calendar) =>
    [
        .. Unordered(state, calendar).OrderBy(step => step.DueAt).ThenBy(step => step.Rank).ThenBy(step => step.Day)
    ];

    private static IEnumerable<Step> Unordered(CaseState state, WorkingCalendar calendar) => state switch
    {
        CaseState.Rectifying s => [.. DeadlineReminders(s, calendar), .. Milestones.Of(s, calendar).ToSteps(s.File),
            new Step.Expire(s.Rectification.Deadline, s.File.ApplicationsUntil(calendar), s.File.AfterMissed),
            .. SanctionSteps(s.File, calendar)],
        CaseState.Suspended s => SanctionSteps(s.File, calendar),
        CaseState.AwaitingInspection s =>
            [.. Milestones.Named(s, calendar).ToSteps(s.File),
                .. OfficeReminders(ReminderKind.InspectionOutstanding, s.Rectification.Deadline.Effective, s.File, calendar),
                .. SanctionSteps(s.File, calendar)],
        CaseState.VetoProposed s =>
            [.. OfficeReminders(ReminderKind.DecisionOutstanding, s.Proposal.ProposedOn, s.File, calendar),
                .. SanctionSteps(s.File, calendar)],
        CaseState.NextRungProposed s => OfficeReminders(ReminderKind.NextRungOutstanding, s.Proposal.ProposedOn, s.File, calendar),
        CaseState.ConsequenceProposed s =>
            [.. OfficeReminders(ReminderKind.ConsequenceOutstanding, s.ProposedOn, s.File, calendar), .. SanctionSteps(s.File, calendar)],
        CaseState.ConsequenceDecided s => [.. SanctionSteps(s.File, calendar), .. Closing(s.File, s.DecidedOn)],
        CaseState.Fulfilled s => Closing(s.File, s.FulfilledOn),
        CaseState.Escalated s => Closing(s.File, s.EscalatedOn),
        CaseState.NextRungDeclined s => Closing(s.File, s.DecidedOn),
        CaseState.Released s => [.. SanctionSteps(s.File, calendar), .. Closing(s.File, s.ReleasedOn)],
        CaseState.Vetoed s => [.. SanctionSteps(s.File, calendar), .. Closing(s.File, s.File.Veto!.Term.From)],
        CaseState.Declined s => [.. SanctionSteps(s.File, calendar), .. Closing(s.File, s.DecidedOn)],
        CaseState.Revoked s => SanctionSteps(s.File, calendar),
        _ => [],
    };

    private static IEnumerable<Step> DeadlineReminders(CaseState.Rectifying state, WorkingCalendar calendar)
    {
        var (clock, deadline) = (state.Rectification, state.Rectification.Deadline.Effective);
        return ReminderPlan.For(clock.SetOn, deadline, state.File.DaysBeforeDeadline, calendar)
            .Select(planned => new Reminder(ReminderKind.Deadline, deadline, planned.DaysBefore, planned.Day))
            .ToSteps(state.File);
    }

    // Reminders of what the supervising office owes: an inspection or a decision.
    private static IEnumerable<Step> OfficeReminders(ReminderKind kind, DateOnly since, CaseFile file, WorkingCalendar calendar) =>
        file.Rulebook.Reminders.DaysAfterDeadline
            .Select(days => new Reminder(kind, since, days, calendar.NextWorkingDay(since.AddDays(days))))
            .DistinctBy(reminder => reminder.Day)
            .ToSteps(file);

    private static IEnumerable<Step> SanctionSteps(CaseFile file, WorkingCalendar calendar)
    {
        foreach (var measure in file.MeasuresInForce)
        {
            // A listing that bars as long as it lasts has no end yet (S4).
            if (file.LastBarredDay(measure) is not { } lastDay || lastDay == DateOnly.MaxValue) continue;
            var term = file.Sanctions.First(sanction => sanction.Measure == measure && sanction.Barred?.To == lastDay).Term;

            // The end is not announced when a revocation brought it forward, since it then lies in the past, nor when it came with the
            // release, which its own mail told of.
            if (lastDay == term.To && (measure == Measure.Veto || file.Rulebook.ListingSanction == ListingSanction.FixedTerm))
            {
                var announcements = ReminderPlan.For(term.From, lastDay, [file.Rulebook.Reminders.DaysBeforeSanctionEnd], calendar)
                    .Select(planned => new Reminder(ReminderKind.SanctionEnd, lastDay, planned.DaysBefore, planned.Day, measure));
                foreach (var step in announcements.ToSteps(file)) yield return step;
            }

            yield return new Step.EndSanctions(measure, lastDay);
        }
    }

    private static IEnumerable<Step> Closing(CaseFile file, DateOnly endedOn)
    {
        if (file.MeasuresInForce.Count > 0) return [];

        var lastDay = file.Sanctions.Select(sanction => sanction.Barred?.To).Append(endedOn).Max();
        return [new Step.Close(lastDay!.Value)];
    }

    private static IEnumerable<Step> ToSteps(this IEnumerable<Reminder> reminders, CaseFile file)
    {
        // Looked up and not searched: a report every day and its reminders are some thousand in a long case.
        var handled = file.Reminders.Select(reminder => reminder.OnAnyDay()).ToHashSet();
        return reminders
            .Where(reminder => !handled.Contains(reminder.OnAnyDay()))
            .Select(reminder => new Step.Remind(reminder, file.Rulebook.Reminders.At));
    }
}
