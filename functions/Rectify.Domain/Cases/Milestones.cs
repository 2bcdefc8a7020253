using Rectify.Domain.Calendar;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>The plan and the reports that a unit owes on the way to the deadline (S12).</summary>
internal static class Milestones
{
    /// <summary>The reminders of every milestone that lies before the deadline, whether or not their days have passed.</summary>
    public static IEnumerable<Reminder> Of(CaseState.Rectifying state, WorkingCalendar calendar)
    {
        if (state.File.Milestones is not { } rule) return [];

        var (begin, deadline) = (state.File.Opening.BeganOn, state.Rectification.Deadline.Effective);
        var received = (state.File.Opening as Opening.Listing)?.Entry.ReceivedOn ?? begin;
        var anchor = rule.ReportsFrom == ReportStart.Measure ? begin : received;
        var end = rule.LastDay == LastDayMilestone.Owed ? deadline : deadline.AddDays(-1);
        var plan = calendar.AddWorkingDays(received, rule.PlanWorkingDays);
        return
        [
            .. plan <= end ? Before(ReminderKind.Plan, plan, received) : [],
            .. Reports().Where(report => report <= end).SelectMany(report => Before(ReminderKind.Report, report, anchor)),
        ];

        // Each report is counted from the anchor and not from the report before, so that a short month does not pull the later ones forward
        // (D8).
        IEnumerable<DateOnly> Reports()
        {
            for (var months = rule.ReportEveryMonths; anchor.AddMonths(months) <= end; months += rule.ReportEveryMonths)
            {
                var nominal = anchor.AddMonths(months);
                // A day that the office has written stays the last one, also for the report due on it (D4).
                yield return nominal == deadline ? nominal : calendar.NextWorkingDay(nominal);
            }
        }

        IEnumerable<Reminder> Before(ReminderKind kind, DateOnly day, DateOnly from) =>
            ReminderPlan.For(from, day, rule.DaysBefore, calendar).Select(
                planned => new Reminder(kind, day, planned.DaysBefore, planned.Day));
    }
}
