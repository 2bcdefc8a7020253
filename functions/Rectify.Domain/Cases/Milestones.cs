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
        if (rule.PlanIn is { } time && Moved(time.EndFrom(received, calendar)) is var plan && plan <= end)
        {
            foreach (var reminder in Before(ReminderKind.Plan, plan, received, rule.DaysBefore, calendar)) yield return reminder;
        }

        foreach (var report in Reports(rule.Interval, anchor, end, calendar))
        {
            // A day that the office has written stays the last one, also for the report due on it (D4).
            var day = report == deadline ? report : Moved(report);
            if (day > end) continue;
            foreach (var reminder in Before(ReminderKind.Report, day, anchor, rule.DaysBefore, calendar)) yield return reminder;
        }

        DateOnly Moved(DateOnly day) => rule.OnDayOff == DayOffPolicy.Keep ? day : calendar.NextWorkingDay(day);
    }

    // Each report is counted from the anchor and not from the report before (D8).
    private static IEnumerable<DateOnly> Reports(Period? interval, DateOnly anchor, DateOnly last, WorkingCalendar calendar)
    {
        for (var number = 1; interval is not null; number++)
        {
            var nominal = interval.EndFrom(anchor, calendar, number);
            if (nominal > last) yield break;
            yield return nominal;
        }
    }

    private static IEnumerable<Reminder> Before(
        ReminderKind kind, DateOnly day, DateOnly from, IReadOnlyList<int> daysBefore, WorkingCalendar calendar) =>
        ReminderPlan.For(from, day, daysBefore, calendar).Select(planned => new Reminder(kind, day, planned.DaysBefore, planned.Day));
}
