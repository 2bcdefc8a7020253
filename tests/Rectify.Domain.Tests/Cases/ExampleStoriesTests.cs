using Rectify.Domain.Cases;
using Rectify.Domain.Eligibility;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>The examples of the regulation from the first entry to the last, every timer fired when due.</summary>
public class ExampleStoriesTests
{
    // Sep 2026: Thu 24 | Fri 25, Sat 26, Sun 27 Mid-Autumn | Mon 28 Tue 29 Wed 30 | Thu 1 … Wed 7 October holidays
    [Fact]
    public void Listed_2026_03_30_for_6_months_and_missed()
    {
        var story = CaseStory.Given(List("2026-03-30", 6), "2026-03-30 10:00").AndTimersUntil("2030-01-01 00:00");

        story.WholeTimeline("""
            unitListed 2026-03-30 2026-09-30
            sanctionImposed c-1-L0 unit:yj-oubei listing 2026-03-30/2026-09-30
            sanctionImposed c-1-L1 official:o-1 listing 2026-03-30/2026-09-30
            sanctionImposed c-1-L2 official:o-2 listing 2026-03-30/2026-09-30
            sanctionImposed c-1-L3 official:o-3 listing 2026-03-30/2026-09-30
            reminderDue deadline 30@2026-08-31 of 2026-09-30
            reminderDue sanctionEnd listing 30@2026-08-31 of 2026-09-30
            reminderDue deadline 15@2026-09-15 of 2026-09-30
            reminderDue deadline 7@2026-09-23 of 2026-09-30
            reminderDue deadline 3@2026-09-24 of 2026-09-30
            reminderDue deadline 1@2026-09-29 of 2026-09-30
            reminderDue deadline 0@2026-09-30 of 2026-09-30
            deadlineMissed 2026-09-30
            vetoImposed deadlineMissed 2026-09-30/2027-09-30
            sanctionImposed c-1-V0 unit:yj-oubei veto 2026-09-30/2027-09-30
            sanctionImposed c-1-V1 official:o-1 veto 2026-09-30/2027-09-30
            sanctionImposed c-1-V2 official:o-2 veto 2026-09-30/2027-09-30
            sanctionImposed c-1-V3 official:o-3 veto 2026-09-30/2027-09-30
            sanctionExpired listing 2026-09-30
            reminderDue sanctionEnd veto 30@2027-08-31 of 2027-09-30
            sanctionExpired veto 2027-09-30
            caseClosed
            """);
        AssertBarred(story, "2026-03-30", "2027-09-30");
        Assert.Empty(story.Steps);
    }

    // The veto does not reach back over the gap; Apr 2026: Sat 4 … Mon 6 Qingming | Fri 10 | Sun 12 nominal | Mon 13 effective
    [Fact]
    public void Listed_2026_01_12_for_3_months_and_missed_is_barred_without_a_gap()
    {
        var story = CaseStory.Given(List("2026-01-12", 3), "2026-01-12 10:00").AndTimersUntil("2030-01-01 00:00");

        story.WholeTimeline("""
            unitListed 2026-01-12 2026-04-12~2026-04-13
            sanctionImposed c-1-L0 unit:yj-oubei listing 2026-01-12/2026-07-12
            sanctionImposed c-1-L1 official:o-1 listing 2026-01-12/2026-07-12
            sanctionImposed c-1-L2 official:o-2 listing 2026-01-12/2026-07-12
            sanctionImposed c-1-L3 official:o-3 listing 2026-01-12/2026-07-12
            reminderDue deadline 30@2026-03-13 of 2026-04-13
            reminderDue deadline 15@2026-03-27 of 2026-04-13
            reminderDue deadline 7@2026-04-03 of 2026-04-13
            reminderDue deadline 1@2026-04-10 of 2026-04-13
            reminderDue deadline 0@2026-04-13 of 2026-04-13
            deadlineMissed 2026-04-13
            vetoImposed deadlineMissed 2026-04-13/2027-04-13
            sanctionImposed c-1-V0 unit:yj-oubei veto 2026-04-13/2027-04-13
            sanctionImposed c-1-V1 official:o-1 veto 2026-04-13/2027-04-13
            sanctionImposed c-1-V2 official:o-2 veto 2026-04-13/2027-04-13
            sanctionImposed c-1-V3 official:o-3 veto 2026-04-13/2027-04-13
            reminderDue sanctionEnd listing 30@2026-06-12 of 2026-07-12
            sanctionExpired listing 2026-07-12
            reminderDue sanctionEnd veto 30@2027-03-12 of 2027-04-13
            sanctionExpired veto 2027-04-13
            caseClosed
            """);
        AssertBarred(story, "2026-01-12", "2027-04-13");

        var answer = Assert.IsType<EligibilityAnswer.Barred>(story.Eligibility(Principal, Day("2026-02-01")));
        Assert.Equal(Day("2027-04-13"), answer.Until);
        Assert.Equal([Measure.Listing], answer.Bases.Select(basis => basis.Sanction.Measure));
    }

    // The sanction ends with its month (D5), the deadline waits for the holidays to end (D4): 2 to 7 October are free.
    [Fact]
    public void Listed_2026_04_01_for_6_months_and_missed_leaves_the_holidays_clear()
    {
        var story = CaseStory.Given(List("2026-04-01", 6), "2026-04-01 10:00").AndTimersUntil("2030-01-01 00:00");

        Assert.Equal("2026-04-01/2026-10-01", story.Barred(Unit, Measure.Listing));
        Assert.Equal("2026-10-08/2027-10-08", story.Barred(Unit, Measure.Veto));
        Assert.Equal(
            ["30@2026-09-08", "15@2026-09-23", "1@2026-09-30", "0@2026-10-08"],
            Reminders(story, ReminderKind.Deadline));
        Assert.Equal(["30@2026-09-01", "30@2027-09-08"], Reminders(story, ReminderKind.SanctionEnd));
        AssertBarred(story, "2026-04-01", "2026-10-01", "2026-10-08", "2027-10-08");

        var before = Assert.IsType<EligibilityAnswer.Barred>(story.Eligibility(Principal, Day("2026-10-01")));
        Assert.Equal(Day("2026-10-01"), before.Until);
    }

    // Feb 2026: Sat 14 made up | Sun 15 … Mon 23 Spring Festival | Tue 24 worked. Steps 7, 3 and 1 all fall back to Sat 14.
    [Fact]
    public void Listed_2025_11_15_for_3_months_and_missed_takes_effect_after_the_Spring_Festival()
    {
        var story = CaseStory.Given(List("2025-11-15", 3), "2025-11-15 10:00").AndTimersUntil("2030-01-01 00:00");

        Assert.Equal((Day("2026-02-15"), Day("2026-02-24")), (story.File.Deadline!.Nominal, story.File.Deadline!.Effective));
        Assert.Equal("2025-11-15/2026-05-15", story.Barred(Unit, Measure.Listing));
        Assert.Equal("2026-02-24/2027-02-24", story.Barred(Unit, Measure.Veto));
        Assert.Equal(
            ["30@2026-01-23", "15@2026-02-09", "1@2026-02-14", "0@2026-02-24"],
            Reminders(story, ReminderKind.Deadline));
        Assert.Equal(["30@2026-04-15", "30@2027-01-25"], Reminders(story, ReminderKind.SanctionEnd));
        AssertBarred(story, "2025-11-15", "2027-02-24");
    }

    [Fact]
    public void A_submission_in_time_that_passes_is_released_and_the_listing_sanction_runs_to_its_end()
    {
        var story = CaseStory.Given(List("2026-03-30", 6), "2026-03-30 10:00")
            .AndTimersUntil("2026-09-01 12:00").And(Submit(), "2026-09-01 12:00")
            .AndTimersUntil("2026-09-10 12:00").And(Pass(), "2026-09-10 12:00")
            .ThenTimeline("inspectionPassed 2026-09-10")
            .ThenStatus(CaseStatus.Released)
            .AndTimersUntil("2030-01-01 00:00");

        Assert.Equal(["30@2026-08-31"], Reminders(story, ReminderKind.Deadline));
        Assert.DoesNotContain(story.Events, e => e is CaseEvent.VetoImposed or CaseEvent.DeadlineMissed);
        Assert.Equal(["sanctionExpired listing 2026-09-30", "caseClosed"], story.Events.TakeLast(2).Select(Written.Of));
        AssertBarred(story, "2026-03-30", "2026-09-30");
    }

    /// <summary>Walks every day from 2025 to the end of 2028: barred within the given runs, clear on every other day.</summary>
    private static void AssertBarred(CaseStory story, params string[] fromTo)
    {
        var runs = fromTo.Select(Day).Chunk(2).ToList();
        for (var day = Day("2025-01-01"); day <= Day("2028-12-31"); day = day.AddDays(1))
            foreach (var subject in Subjects)
            {
                var run = runs.SingleOrDefault(r => r[0] <= day && day <= r[1]);
                var until = (story.Eligibility(subject, day) as EligibilityAnswer.Barred)?.Until;
                Assert.True(until == run?[1], $"{subject} on {day:yyyy-MM-dd}: expected {run?[1]:yyyy-MM-dd}, got {until:yyyy-MM-dd}");
            }
    }

    private static IEnumerable<string> Reminders(CaseStory story, ReminderKind kind) =>
        story.Events.OfType<CaseEvent.ReminderDue>().Where(due => due.Reminder.Kind == kind)
            .Select(due => $"{due.Reminder.Days}@{due.Reminder.Day:yyyy-MM-dd}");
}
