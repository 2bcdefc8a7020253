using Rectify.Domain.Calendar;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>The plan and the reports that a listed unit owes before the deadline (S12).</summary>
internal static class Milestones
{
    /// <summary>The reminders of every milestone that lies before the deadline, whether or not their days have passed.</summary>
    public static IEnumerable<Reminder> Of(CaseState.Rectifying state, WorkingCalendar calendar)
    {
        if (state.File.Rulebook.Milestones is not { } rule || state.File.Opening is not Opening.Listing { Entry: var listed }) return [];

        var (anchor, deadline) = (listed.ReceivedOn ?? listed.ListedOn, state.Rectification.Deadline.Effective);
        var plan = calendar.AddWorkingDays(anchor, rule.PlanWorkingDays);
        return
        [
            .. plan < deadline ? Before(ReminderKind.Plan, plan) : [],
            .. Reports().Where(report => report < deadline).SelectMany(report => Before(ReminderKind.Report, report)),
        ];

        // Each report is counted from the anchor and not from the report before, so that a short month does not pull the later ones forward
        // (D8).
        IEnumerable<DateOnly> Reports()
        {
            for (var months = rule.ReportEveryMonths; anchor.AddMonths(months) < deadline; months += rule.ReportEveryMonths)
                yield return calendar.NextWorkingDay(anchor.AddMonths(months));
        }

        IEnumerable<Reminder> Before(ReminderKind kind, DateOnly day) =>
            ReminderPlan.For(anchor, day, rule.DaysBefore, calendar).Select(
                planned => new Reminder(kind, day, planned.DaysBefore, planned.Day));
    }
}
