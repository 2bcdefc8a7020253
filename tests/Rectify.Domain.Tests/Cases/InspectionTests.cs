using Rectify.Domain.Cases;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>S4, S8, S9: the inspection judges the goal, and time alone never vetoes what was submitted in time.</summary>
public class InspectionTests
{
    private static CaseStory Submitted() =>
        CaseStory.Given(List("2026-03-30", 6), "2026-03-30 10:00").AndTimersUntil("2026-09-30 23:59").And(Submit(), "2026-09-30 23:59");

    [Fact]
    public void A_case_submitted_in_time_is_never_vetoed_by_time()
    {
        var story = Submitted().AndTimersUntil("2040-01-01 00:00");

        Assert.Equal(CaseStatus.AwaitingInspection, story.StatusAt("2040-01-01 00:00"));
        Assert.Null(story.File.Veto);
    }

    // boundary: yellow near the last day, and on from the day after it, since what is late then is the inspection
    [Theory]
    [InlineData("2026-09-30", Light.Yellow)]
    [InlineData("2026-10-01", Light.Yellow)]
    [InlineData("2027-10-01", Light.Yellow)]
    public void A_case_submitted_in_time_is_never_red_while_it_awaits_inspection(string today, Light light) =>
        Assert.Equal(light, LightRule.Of((CaseState.Opened)Submitted().State, Day(today), Sample.Calendar));

    // Thu 1 … Wed 7 October holidays: one and seven days after the deadline both wait for Thu 8, one notice; Thu 15.
    [Fact]
    public void While_an_inspection_is_outstanding_the_supervising_office_is_reminded_after_the_deadline() =>
        Assert.Equal(
            ["reminderDue inspectionOutstanding 1@2026-10-08 of 2026-09-30",
                "reminderDue inspectionOutstanding 15@2026-10-15 of 2026-09-30"],
            Submitted().AndTimersUntil("2040-01-01 00:00").Events
                .Where(e => e is CaseEvent.ReminderDue { Reminder.Kind: ReminderKind.InspectionOutstanding }).Select(Written.Of));

    [Fact]
    public void A_case_that_passes_after_the_deadline_is_released_without_a_veto()
    {
        var story = Submitted().AndTimersUntil("2026-11-20 12:00").When(Pass(), "2026-11-20 12:00")
            .ThenTimeline("inspectionPassed 2026-11-20").ThenStatus(CaseStatus.Released);

        Assert.Equal("2026-03-30/2026-09-30", story.Barred(Unit, Measure.Listing));
        story.AndTimersUntil("2026-11-20 23:59").ThenStatus(CaseStatus.Released)
            .AndTimersUntil("2026-11-21 00:00").ThenStatus(CaseStatus.Closed);
    }

    [Theory]
    [InlineData("2026-11-20 12:00")]
    // boundary
    [InlineData("2026-10-01 00:00")]
    public void A_case_that_fails_after_the_deadline_is_vetoed_from_the_effective_deadline(string at)
    {
        var story = Submitted().AndTimersUntil(at).When(Fail(), at);

        story.ThenTimeline($"""
            inspectionFailed {at[..10]}
            deadlineMissed 2026-09-30
            vetoImposed deadlineMissed 2026-09-30/2027-09-30
            sanctionImposed c-1-V0 unit:yj-oubei veto 2026-09-30/2027-09-30
            sanctionImposed c-1-V1 official:o-1 veto 2026-09-30/2027-09-30
            sanctionImposed c-1-V2 official:o-2 veto 2026-09-30/2027-09-30
            sanctionImposed c-1-V3 official:o-3 veto 2026-09-30/2027-09-30
            """).ThenStatus(CaseStatus.Vetoed);
    }

    [Fact]
    public void A_case_that_fails_more_than_a_year_after_the_deadline_is_vetoed_for_a_year_that_is_over() =>
        Submitted().And(Fail(), "2028-01-10 12:00").ThenStatus(CaseStatus.Closed);

    [Fact]
    public void A_case_that_fails_before_the_deadline_rectifies_on_and_the_deadline_still_counts()
    {
        var story = CaseStory.Given(List("2026-03-30", 6), "2026-03-30 10:00").AndTimersUntil("2026-09-01 10:00")
            .And(Submit(), "2026-09-01 10:00").AndTimersUntil("2026-09-23 12:00").When(Fail(), "2026-09-23 12:00");

        // What fell due while the inspection was awaited: 15 days before has passed, 7 days before is today.
        story.ThenTimeline("""
            inspectionFailed 2026-09-23
            reminderSkipped deadline 15@2026-09-15 of 2026-09-30
            reminderDue deadline 7@2026-09-23 of 2026-09-30
            """).ThenStatus(CaseStatus.Rectifying);
        Assert.Equal(CaseStatus.Rectifying, story.StatusAt("2026-09-30T15:59:59Z"));
        Assert.Equal(CaseStatus.Vetoed, story.StatusAt("2026-09-30T16:00:00Z"));
    }

    [Fact]
    public void A_new_deadline_is_refused_while_the_period_runs_and_names_the_extension()
    {
        CaseStory[] stories =
        [
            Submitted().When(FailAndContinue("2026-12-31"), "2026-09-30 23:59"),
            Submitted().When(FailAndContinue("2026-12-31", "2026-09-30"), "2026-10-09 10:00"),
        ];
        foreach (var story in stories)
        {
            story.ThenRefused("period-still-running", "newDueOn");
            Assert.Contains("extension", story.Refusal.Message.ToString());
            Assert.Equal(CaseStatus.AwaitingInspection, CaseStatus.Of((CaseState.Opened)story.State));
        }

        Submitted().When(Fail(), "2026-09-30 23:59").ThenTimeline("inspectionFailed 2026-09-30").ThenStatus(CaseStatus.Rectifying);
    }

    [Theory]
    [InlineData("2026-12-31", null)]
    // boundary
    [InlineData("0001-01-01", "deadline-in-the-past")]
    [InlineData("2026-10-20", "deadline-in-the-past")]
    [InlineData("2026-10-21", null)]
    [InlineData("2028-10-20", null)]
    [InlineData("2028-10-21", "deadline-too-far")]
    [InlineData("9999-12-31", "deadline-too-far")]
    public void A_listing_that_continues_gets_a_deadline_after_today(string newDueOn, string? problem)
    {
        var story = Submitted().AndTimersUntil("2026-10-20 08:00").When(FailAndContinue(newDueOn), "2026-10-20 08:00");

        if (problem is not null)
        {
            story.ThenRefused(problem, "newDueOn").ThenStatus(CaseStatus.AwaitingInspection);
            return;
        }

        story.ThenStatus(CaseStatus.Rectifying);
        Assert.Equal(Day(newDueOn), story.File.Deadline!.Effective);
        Assert.Equal(CaseStatus.Rectifying, story.StatusAt($"{newDueOn} 23:59"));
        story.AndTimersUntil($"{Day(newDueOn).AddDays(1):yyyy-MM-dd} 00:00");
        Assert.Equal(Day(newDueOn), story.File.Veto!.Term.From);
    }

    [Theory]
    // boundary
    [InlineData("2027-04-20", null)]
    [InlineData("2027-04-21", "deadline-too-far")]
    public void A_new_deadline_lies_no_further_than_the_rulebook_lets_a_period_be(string newDueOn, string? problem)
    {
        var story = CaseStory.Given(List("2026-03-30", 6) with { Rulebook = Zhejiang with { LongestPeriodMonths = 6 } }, "2026-03-30 10:00")
            .AndTimersUntil("2026-09-30 23:59").And(Submit(), "2026-09-30 23:59")
            .AndTimersUntil("2026-10-20 08:00").When(FailAndContinue(newDueOn), "2026-10-20 08:00");

        if (problem is null)
        {
            story.ThenStatus(CaseStatus.Rectifying);
            return;
        }

        story.ThenRefused(problem, "newDueOn");
        Assert.Contains(
            "at most 6 months after today, 2026-10-20, that is on 2027-04-20, by the rulebook zhejiang-2017",
            story.Refusal.Message.In(Rectify.Domain.Messages.Language.English));
    }

    // Sunday 10 January 2027, named by the office, is kept as written (D4); the day itself is announced on Friday 8.
    [Fact]
    public void A_listing_that_continues_is_reminded_of_its_new_deadline_only()
    {
        var story = Submitted().AndTimersUntil("2026-12-21 10:00").And(FailAndContinue("2027-01-10"), "2026-12-21 10:00")
            .AndTimersUntil("2027-01-10 23:00");

        Assert.Equal(
            ["reminderDue deadline 15@2026-12-25 of 2027-01-10", "reminderDue deadline 7@2026-12-31 of 2027-01-10",
                "reminderDue deadline 3@2027-01-07 of 2027-01-10", "reminderDue deadline 0@2027-01-08 of 2027-01-10"],
            story.Events.SkipWhile(e => e is not CaseEvent.ListingContinued).Skip(1).Select(Written.Of));
    }

    [Theory]
    // boundary
    [InlineData("2026-03-29", false)]
    [InlineData("2026-03-30", true)]
    [InlineData("2026-06-01", true)]
    [InlineData("2026-06-02", false)]
    [InlineData("0001-01-01", false)]
    [InlineData("9999-12-31", false)]
    public void A_submission_is_dated_between_the_listing_and_today(string on, bool accepted) =>
        AssertDated(CaseStory.Given(List("2026-03-30", 6), "2026-03-30 10:00").When(Submit(on), "2026-06-01 10:00"), accepted,
            "submittedOn");

    [Theory]
    // boundary
    [InlineData("2026-05-31", false)]
    [InlineData("2026-06-01", true)]
    [InlineData("2026-06-10", true)]
    [InlineData("2026-06-11", false)]
    [InlineData("0001-01-01", false)]
    [InlineData("9999-12-31", false)]
    public void An_inspection_is_dated_between_the_submission_and_today(string on, bool accepted)
    {
        foreach (var inspection in new[] { Pass(on), Fail(on) })
            AssertDated(
                CaseStory.Given(List("2026-03-30", 6), "2026-03-30 10:00").And(Submit(), "2026-06-01 10:00").When(inspection,
                    "2026-06-10 10:00"),
                accepted, "inspectedOn");
    }

    private static void AssertDated(CaseStory story, bool accepted, string member)
    {
        if (!accepted) story.ThenRefused("date-out-of-range", member);
        else story.ThenAccepted();
    }
}
