using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>S12, D8: the plan and the reports that a unit owes on the way.</summary>
public class MilestoneTests
{
    private static readonly Rulebook WithMilestones = Zhejiang with { Milestones = new MilestoneRule(10, 2, [0], "第三十四条") };

    private static IEnumerable<string> Of(CaseStory story) => story.Steps.OfType<Step.Remind>()
        .Where(step => step.Reminder.Kind is ReminderKind.Plan or ReminderKind.Report)
        .Select(step => $"{step.Name} {step.Day:yyyy-MM-dd}");

    private static CaseStory Listed(string listedOn, int months, string? receivedOn = null) => CaseStory.Given(
        List(listedOn, months) with { ReceivedOn = DayOrNull(receivedOn), Rulebook = WithMilestones }, $"{listedOn} 08:00");

    // Ten working days after 10 February 2026 are 2 March: the make-up Saturdays 14 and 28 February count.
    [Theory]
    [InlineData(null, "2026-03-02", "2026-04-10", "2026-06-10")]
    [InlineData("2026-02-13", "2026-03-05", "2026-04-13", "2026-06-15")] // from the receipt; 13 June is a Saturday
    public void The_plan_is_due_ten_working_days_after_the_receipt_and_a_report_every_two_months(
        string? receivedOn, string plan, string first, string second) =>
        Assert.Equal([$"planReminder {plan}", $"reportReminder {first}", $"reportReminder {second}"],
            Of(Listed("2026-02-10", 6, receivedOn)));

    // 31 December: 28 February is a make-up Saturday, 30 April, 30 June, 31 August, 31 October (Saturday), each counted from the anchor.
    [Fact]
    public void A_short_month_does_not_pull_the_later_reports_forward() => Assert.Equal(
        ["reportReminder 2026-02-28", "reportReminder 2026-04-30", "reportReminder 2026-06-30", "reportReminder 2026-08-31",
            "reportReminder 2026-11-02"],
        Of(Listed("2025-12-31", 12)).Skip(1));

    [Fact]
    public void What_would_be_due_on_the_deadline_or_after_it_is_not_owed() =>
        Assert.Equal(["planReminder 2026-03-02"], Of(Listed("2026-02-10", 2)));

    // The plan from the receipt, the reports from the listing; 15 August is a Saturday, 19 June a holiday, the last day is included.
    [Fact]
    public void A_listing_may_owe_its_plan_from_the_receipt_and_its_reports_from_its_own_day_to_the_last_one() => Assert.Equal(
        ["planReminder 2026-06-26", "planReminder 2026-07-01", "reportReminder 2026-08-14", "reportReminder 2026-08-17",
            "reportReminder 2026-10-12", "reportReminder 2026-10-15", "reportReminder 2026-12-11", "reportReminder 2026-12-15"],
        Of(CaseStory.Given(List("2026-06-15", 6) with { ReceivedOn = Day("2026-06-16"), Rulebook = CorrectedHenan }, "2026-06-15 08:00"))
            .Order());

    // 12 April is a Sunday.
    [Fact]
    public void A_talk_may_owe_a_plan_and_a_report_every_month()
    {
        var talk = CorrectedHenan.Ladder!.Talk!;
        var ladder = CorrectedHenan.Ladder with { Talk = talk with { Milestones = talk.Milestones! with { DaysBefore = [0] } } };

        Assert.Equal(
            ["planReminder 2026-03-26", "reportReminder 2026-04-13", "reportReminder 2026-05-12", "reportReminder 2026-06-12"],
            Of(CaseStory.Given(
                Admonish(Rung.Talk, "2026-03-12") with { Rulebook = CorrectedHenan with { Ladder = ladder } }, "2026-03-12 08:00")));
    }

    // A Saturday that the office has written: the report due on it is due on that day, and not after the period.
    [Fact]
    public void A_report_on_a_last_day_that_was_written_is_due_on_it() => Assert.Contains(
        Of(CaseStory.Given(
            List("2026-06-30", new Domain.Terms.Period.Until(Day("2026-10-31"))) with
            {
                Rulebook = Zhejiang with
                {
                    Milestones = WithMilestones.Milestones! with { ReportEveryMonths = 4, LastDay = LastDayMilestone.Owed },
                },
                ReceivedOn = Day("2026-06-30"),
            }, "2026-06-30 08:00")),
        step => step.StartsWith("reportReminder 2026-10-30", StringComparison.Ordinal));

    [Fact]
    public void A_rulebook_without_milestones_owes_none() =>
        Assert.Empty(Of(CaseStory.Given(List("2026-02-10", 6), "2026-02-10 08:00")));

    [Fact]
    public void A_unit_is_reminded_ahead_and_on_the_day_and_no_longer_once_it_has_submitted()
    {
        var story =
            CaseStory.Given(List("2026-02-10", 6) with { Rulebook = Henan with { Escalation = Escalation.Automatic } }, "2026-02-10 08:00")
            .AndTimersUntil("2026-04-11 00:00");
        Assert.Equal(
            ["plan 3@2026-02-27", "plan 0@2026-03-02", "report 3@2026-04-07", "report 0@2026-04-10"],
            story.Events.OfType<CaseEvent.ReminderDue>().Select(
                e => $"{WireName.Of(e.Reminder.Kind)} {e.Reminder.Days}@{e.Reminder.Day:yyyy-MM-dd}"));

        Assert.Empty(Of(story.And(Submit(), "2026-04-11 10:00")));
    }

    [Fact]
    public void What_fell_due_while_the_clock_stood_still_is_skipped_and_the_rest_stays()
    {
        var story = Listed("2026-02-10", 6).AndTimersUntil("2026-04-01 10:00").And(Suspend(), "2026-04-01 10:00")
            .AndTimersUntil("2026-05-06 10:00").When(Resume(), "2026-05-06 10:00");

        story.ThenTimeline("""
            clockResumed 2026-05-06 35 2026-08-10 -> 2026-09-14
            reminderSkipped report 0@2026-04-10 of 2026-04-10
            """);
        Assert.Equal(["reportReminder 2026-06-10", "reportReminder 2026-08-10"], Of(story));
    }
}
