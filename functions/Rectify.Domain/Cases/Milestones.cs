using Rectify.Domain.Calendar;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>The plan and the reports that a unit owes on the way to the deadline (S12).</summary>
internal static class Milestones
{
    /// <summary>The reminders of every milestone that lies before the deadline, whether or not their days have passed.</summary>
    public static IEnumerable<Reminder> Of(CaseState.Rectifying state, WorkingCalendar calendar) =>
        [.. state.File.Milestones is { } rule ? ByRule(rule, state, calendar) : [], .. Named(state, calendar)];

    /// <summary>The reminders of the report that the document itself asks for on a day, which may lie after the deadline.</summary>
    public static IEnumerable<Reminder> Named(CaseState.Listed state, WorkingCalendar calendar) =>
        state.File.Opening is { ReportDueOn: { } day, BeganOn: var begin }
            ? Before(ReminderKind.Report, day, begin, state.File.Milestones?.DaysBefore ?? state.File.DaysBeforeDeadline, calendar)
            : [];

    private static IEnumerable<Reminder> ByRule(MilestoneRule rule, CaseState.Rectifying state, WorkingCalendar calendar)
    {
        var (begin, deadline) = (state.File.Opening.BeganOn, state.Rectification.Deadline.Effective);
        var received = state.File.Opening.ReceivedOn ?? begin;
        var anchor = rule.ReportsFrom == ReportStart.Measure ? begin : received;
        var end = rule.LastDay == LastDayMilestone.Owed ? deadline : deadline.AddDays(-1);
        if (rule.PlanIn is { } time && Deadline.Of(received, time, calendar, rule.OnDayOff).Effective is var plan && plan <= end)
        {
            foreach (var reminder in Before(ReminderKind.Plan, plan, received, rule.DaysBefore, calendar)) yield return reminder;
        }

        foreach (var report in Reports(rule.Interval, anchor, end))
        {
            // A day that the office has written stays the last one, also for the report due on it (D4).
            var day = report == deadline || rule.OnDayOff == DayOffPolicy.Keep ? report : calendar.NextWorkingDay(report);
            if (day > end) continue;
            foreach (var reminder in Before(ReminderKind.Report, day, anchor, rule.DaysBefore, calendar)) yield return reminder;
        }

        // Each report is counted from the anchor and not from the report before, so that a short month does not pull the later ones forward
        // (D8).
        IEnumerable<DateOnly> Reports(Period? interval, DateOnly from, DateOnly last)
        {
            for (var number = 1; interval is not null; number++)
            {
                var nominal = interval switch
                {
                    Period.Months(var months) => from.AddMonths(months * number),
                    Period.Days(var days) => from.AddDays(days * number),
                    Period.WorkingDays(var days) => calendar.AddWorkingDays(from, days * number),
                    _ => throw new System.Diagnostics.UnreachableException(interval.GetType().Name),
                };
                if (nominal > last) yield break;
                yield return nominal;
            }
        }
    }

    private static IEnumerable<Reminder> Before(
        ReminderKind kind, DateOnly day, DateOnly from, IReadOnlyList<int> daysBefore, WorkingCalendar calendar) =>
        ReminderPlan.For(from, day, daysBefore, calendar).Select(planned => new Reminder(kind, day, planned.DaysBefore, planned.Day));
}
