using Rectify.Domain.Calendar;
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
        CaseState.Rectifying s => [.. DeadlineReminders(s.File, calendar), new Step.Expire(s.File.Deadline), .. SanctionSteps(s.File, calendar)],
        CaseState.AwaitingInspection s => [.. InspectionReminders(s.File, calendar), .. SanctionSteps(s.File, calendar)],
        CaseState.Released s => [.. SanctionSteps(s.File, calendar), .. Closing(s.File, s.ReleasedOn)],
        CaseState.Vetoed s => [.. SanctionSteps(s.File, calendar), .. Closing(s.File, s.File.Deadline.Effective)],
        CaseState.Revoked s => SanctionSteps(s.File, calendar),
        _ => [],
    };

    private static IEnumerable<Step> DeadlineReminders(CaseFile file, WorkingCalendar calendar) =>
        ReminderPlan.For(file.DeadlineSetOn, file.Deadline.Effective, file.Rulebook.Reminders.DaysBeforeDeadline, calendar)
            .Select(planned => new Reminder(ReminderKind.Deadline, file.Deadline.Effective, planned.DaysBefore, planned.Day))
            .ToSteps(file);

    private static IEnumerable<Step> InspectionReminders(CaseFile file, WorkingCalendar calendar) =>
        file.Rulebook.Reminders.DaysAfterDeadline
            .Select(days => new Reminder(
                ReminderKind.InspectionOutstanding, file.Deadline.Effective, days,
                calendar.NextWorkingDay(file.Deadline.Effective.AddDays(days))))
            .DistinctBy(reminder => reminder.Day)
            .ToSteps(file);

    private static IEnumerable<Step> SanctionSteps(CaseFile file, WorkingCalendar calendar)
    {
        foreach (var measure in file.MeasuresInForce)
        {
            var lastDay = file.LastBarredDay(measure)!.Value;
            var term = file.Sanctions.First(sanction => sanction.Measure == measure).Term;

            // An end that a revocation brought forward lies in the past: there is nothing left to announce.
            if (lastDay == term.To)
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

    private static IEnumerable<Step> ToSteps(this IEnumerable<Reminder> reminders, CaseFile file) =>
        reminders
            .Where(reminder => !file.Reminders.Any(reminder.IsSameAs))
            .Select(reminder => new Step.Remind(reminder, file.Rulebook.Reminders.At));
}
