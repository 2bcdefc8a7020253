using Rectify.Domain.Cases;
using Rectify.Domain.Sanctions;
using Rectify.Office.Delivery;
using static Rectify.Functions.Tests.Notices.CaseStories;

namespace Rectify.Functions.Tests.Notices;

public class ReminderValidityTests
{
    private static readonly DateOnly DueOn = new(2026, 9, 30);
    private static readonly Reminder SevenDays = new(ReminderKind.Deadline, DueOn, 7, new(2026, 9, 23));
    private static readonly Reminder Outstanding = new(ReminderKind.InspectionOutstanding, DueOn, 1, new(2026, 10, 8));
    private static readonly Reminder ListingEnds = new(ReminderKind.SanctionEnd, DueOn, 30, new(2026, 8, 31), Measure.Listing);

    [Fact]
    public void A_reminder_of_the_deadline_holds_on_its_day_while_that_deadline_runs()
    {
        Assert.Null(WhyOver(SevenDays, DueSoon, "2026-09-23"));

        // boundary
        Assert.NotNull(WhyOver(SevenDays, DueSoon, "2026-09-24"));
        Assert.Equal("The deadline was moved.", WhyOver(SevenDays, Extension, "2026-09-23"));
        Assert.NotNull(WhyOver(SevenDays, SubmissionReceived, "2026-09-23"));
        Assert.NotNull(WhyOver(SevenDays, InspectionPassed, "2026-09-23"));
        Assert.NotNull(WhyOver(SevenDays, ListingRevoked, "2026-09-23"));
        Assert.NotNull(WhyOver(SevenDays, VetoImposed, "2026-09-23"));
    }

    [Fact]
    public void A_reminder_of_the_inspection_holds_on_its_day_while_it_is_outstanding()
    {
        Assert.Null(WhyOver(Outstanding, InspectionOutstanding, "2026-10-08"));

        // boundary
        Assert.NotNull(WhyOver(Outstanding, InspectionOutstanding, "2026-10-09"));
        Assert.NotNull(WhyOver(Outstanding, InspectionPassed, "2026-10-08"));
        Assert.NotNull(WhyOver(Outstanding, InspectionFailedContinued, "2026-10-08"));
    }

    [Fact]
    public void A_reminder_of_a_plan_or_of_a_decision_holds_on_its_day_while_it_is_owed()
    {
        var plan = new Reminder(ReminderKind.Plan, new(2026, 4, 14), 3, new(2026, 4, 10));
        var decision = new Reminder(ReminderKind.DecisionOutstanding, new(2026, 10, 1), 7, new(2026, 10, 8));
        Assert.Null(WhyOver(plan, PlanDue, "2026-04-10"));
        Assert.Null(WhyOver(decision, DecisionOutstanding, "2026-10-08"));

        // boundary
        Assert.NotNull(WhyOver(plan, PlanDue, "2026-04-11"));
        Assert.NotNull(WhyOver(plan, Suspension, "2026-04-10"));
        Assert.NotNull(WhyOver(decision, DecisionOutstanding, "2026-10-09"));
        Assert.NotNull(WhyOver(decision, VetoDeclined, "2026-10-08"));
    }

    [Fact]
    public void The_announced_end_of_a_sanction_holds_until_that_day_unless_it_was_moved()
    {
        Assert.Null(WhyOver(ListingEnds, SanctionEnding, "2026-08-31"));
        Assert.Null(WhyOver(ListingEnds, SanctionEnding, "2026-09-30"));

        // boundary
        Assert.NotNull(WhyOver(ListingEnds, SanctionEnding, "2026-10-01"));
        Assert.NotNull(WhyOver(ListingEnds, ListingRevoked, "2026-08-31"));
        Assert.Null(WhyOver(ListingEnds, InspectionPassed, "2026-09-22"));
    }

    private static string? WhyOver(Reminder reminder, CaseStory story, string today) =>
        ReminderValidity.WhyOver(reminder, (CaseState.Opened)Evolution.Fold([.. story.Given, .. story.Appended]), DateOnly.Parse(today));
}
