using Rectify.Domain.Calendar;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>The plan and the reports that a unit owes on the way to the deadline (S12).</summary>
public static class Milestones
{
    /// <summary>Every milestone of a case, with the letters about it and the day on which it came in; in the order of their days.</summary>
    public static IReadOnlyList<Milestone> Owed(CaseFile file, WorkingCalendar calendar) => file.Rectification is null ? [] :
    [
        .. from milestone in (Milestone[])[.. file.Milestones is { } rule ? ByRule(rule, file, calendar) : [], .. Named(file)]
           orderby milestone.DueOn
           select milestone with
           {
               Letter = file.Urgings.LastOrDefault(one => one.Milestone == milestone.Key),
               ReceivedOn = file.Received.FirstOrDefault(one => one.Milestone == milestone.Key)?.ReceivedOn,
           },
    ];

    /// <summary>
    /// The reminders of every milestone that has not come in, whether or not their days have passed; and those that tell the office of a
    /// milestone that is overdue, where the rulebook answers it with a letter.
    /// </summary>
    internal static IEnumerable<Reminder> Of(CaseState.Rectifying state, WorkingCalendar calendar) =>
        Owed(state.File, calendar).Where(one => one.ReceivedOn is null)
            .SelectMany(one => (Reminder[])[.. Before(one, state.File, calendar), .. After(one, state.File, calendar)]);

    /// <summary>The reminders of the report that the document itself asks for on a day, which may lie after the deadline.</summary>
    internal static IEnumerable<Reminder> Named(CaseState.Listed state, WorkingCalendar calendar) =>
        Owed(state.File, calendar).Where(one => one is { Key: Milestone.NamedReport, ReceivedOn: null })
            .SelectMany(one => Before(one, state.File, calendar));

    private static IEnumerable<Milestone> Named(CaseFile file) => file.Opening is { ReportDueOn: { } day, BeganOn: var begin }
        ? [new Milestone(Milestone.NamedReport, UrgedDuty.Report, day, begin)]
        : [];

    private static IEnumerable<Milestone> ByRule(MilestoneRule rule, CaseFile file, WorkingCalendar calendar)
    {
        var (begin, deadline) = (file.Opening.BeganOn, file.Deadline!.Effective);
        var received = file.Opening.ReceivedOn ?? begin;
        var anchor = rule.ReportsFrom == ReportStart.Measure ? begin : received;
        var end = rule.LastDay == LastDayMilestone.Owed ? deadline : deadline.AddDays(-1);
        if (rule.PlanIn is { } time && Moved(time.EndFrom(received, calendar)) is var plan && plan <= end)
            yield return new Milestone(Milestone.Plan, UrgedDuty.Plan, plan, received);

        foreach (var (number, report) in Reports(rule.Interval, anchor, end, calendar))
        {
            // A day that the office has written stays the last one, also for the report due on it (D4).
            var day = report == deadline ? report : Moved(report);
            if (day <= end)
                yield return new Milestone(string.Create(null, $"report-{number}"), UrgedDuty.Report, day, anchor);
        }

        DateOnly Moved(DateOnly day) => rule.OnDayOff == DayOffPolicy.Keep ? day : calendar.NextWorkingDay(day);
    }

    // Each report is counted from the anchor and not from the report before (D8).
    private static IEnumerable<(int Number, DateOnly Day)> Reports(
        Period? interval, DateOnly anchor, DateOnly last, WorkingCalendar calendar)
    {
        for (var number = 1; interval is not null; number++)
        {
            var nominal = interval.EndFrom(anchor, calendar, number);
            if (nominal > last) yield break;
            yield return (number, nominal);
        }
    }

    private static IEnumerable<Reminder> Before(Milestone milestone, CaseFile file, WorkingCalendar calendar) =>
        ReminderPlan.For(
                milestone.Letter?.IssuedOn ?? milestone.CountedFrom, milestone.LastDay,
                file.Milestones?.DaysBefore ?? file.DaysBeforeDeadline, calendar)
            .Select(planned => new Reminder(milestone.Kind, milestone.LastDay, planned.DaysBefore, planned.Day));

    private static IEnumerable<Reminder> After(Milestone milestone, CaseFile file, WorkingCalendar calendar) =>
        file.Milestones?.Urging is null ? [] : file.Rulebook.Reminders.DaysAfterDeadline
            .Select(days => new Reminder(
                ReminderKind.UrgingOutstanding, milestone.LastDay, days, calendar.NextWorkingDay(milestone.LastDay.AddDays(days)))
            {
                Milestone = milestone.Key,
            })
            .DistinctBy(reminder => reminder.Day);
}
