using Rectify.Domain.Cases;
using Rectify.Domain.Eligibility;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>
/// S8 where a rulebook gives days after the deadline in which a unit may still apply for its inspection: here ten working days.
/// </summary>
public class ApplicationTests
{
    // To Tuesday 15 December 2026; the tenth working day after it is Tuesday the 29th.
    private static CaseStory Listed() =>
        CaseStory.Given(List("2026-06-15", 6) with { ReceivedOn = Day("2026-06-16"), Rulebook = CorrectedHenan }, "2026-06-16 09:00");

    [Fact]
    public void A_unit_that_applies_after_the_deadline_is_inspected_and_released_and_never_vetoed()
    {
        var story = Listed().AndTimersUntil("2026-12-16 09:00").And(Submit(), "2026-12-16 10:00");
        Assert.Equal(CaseStatus.AwaitingInspection, story.StatusAt("2027-03-01 10:00"));

        story.And(Pass("2026-12-18"), "2026-12-18 10:00").ThenStatus(CaseStatus.Released);
        Assert.Equal("2026-06-15/2026-12-18", story.Barred(Principal, Measure.Listing));
        Assert.DoesNotContain(story.Events, e => e is CaseEvent.DeadlineMissed or CaseEvent.VetoProposed);
    }

    [Fact]
    public void Without_an_application_the_veto_is_proposed_when_its_days_are_over_and_not_before()
    {
        var story = Listed();
        Assert.Equal(CaseStatus.Rectifying, story.StatusAt("2026-12-29 23:59"));
        Assert.Equal(CaseStatus.VetoProposed, story.StatusAt("2026-12-29T16:00:00Z"));
        Assert.IsType<EligibilityAnswer.Barred>(story.EligibilityAt("2026-12-29 23:59", Principal, Day("2026-12-29")));

        story.AndTimersUntil("2026-12-30 00:00").LastTimeline("""
            deadlineMissed 2026-12-15
            vetoProposed deadlineMissed 2026-12-30 from the decision
            """);
        Assert.Equal(Day("2026-12-29"), story.Events.OfType<CaseEvent.DeadlineMissed>().Single().ApplicationsUntil);
    }

    // A Monday; the Friday before was the last working day.
    [Fact]
    public void The_days_are_counted_from_the_effective_deadline()
    {
        var step = CaseStory.Given(List("2026-01-12", 3) with { Rulebook = CorrectedHenan }, "2026-01-12 09:00").Steps
            .OfType<Step.Expire>().Single();

        Assert.Equal(
            ("applicationEnd", Day("2026-04-13"), Day("2026-04-27")), (step.Name, step.Deadline.Effective, step.Day));
    }

    [Theory]
    [InlineData("2026-12-15", true)]
    [InlineData("2026-12-29", true)]
    [InlineData("2026-12-30", false)]
    public void An_application_on_paper_that_is_entered_later_counts_by_its_own_day(string on, bool taken)
    {
        var story = Listed().AndTimersUntil("2027-01-05 10:00").When(EnterSubmission(on), "2027-01-05 10:00");

        if (taken) story.ThenAccepted().ThenStatus(CaseStatus.AwaitingInspection);
        else story.ThenRefused("wrong-state", "status");
    }

    [Fact]
    public void An_inspection_that_fails_after_the_deadline_proposes_the_veto_at_once()
    {
        var story = Listed().AndTimersUntil("2026-12-16 09:00").And(Submit(), "2026-12-16 10:00").And(Fail(), "2026-12-18 10:00");

        story.ThenStatus(CaseStatus.VetoProposed);
        Assert.Equal(Day("2026-12-18"), story.Events.OfType<CaseEvent.VetoProposed>().Single().ProposedOn);
    }

    [Fact]
    public void An_inspection_that_fails_in_time_leaves_the_days_to_apply_again()
    {
        var story = Listed().AndTimersUntil("2026-12-14 09:00").And(Submit(), "2026-12-14 10:00").And(Fail(), "2026-12-15 10:00");

        Assert.Equal(CaseStatus.Rectifying, story.StatusAt("2026-12-29 23:59"));
        story.AndTimersUntil("2026-12-28 09:00").And(Submit(), "2026-12-28 10:00").ThenStatus(CaseStatus.AwaitingInspection);
    }

    [Fact]
    public void A_period_that_has_run_out_is_red_and_is_not_stopped_any_more()
    {
        var story = Listed().AndTimersUntil("2026-12-16 09:00");

        Assert.Equal(Light.Red, LightRule.Of((CaseState.Opened)story.State, Day("2026-12-16"), Sample.Calendar));
        story.When(Suspend(), "2026-12-16 10:00").ThenRefused("deadline-passed", "reason");
    }

    // Three months to 12 June, and ten working days to the 29th: the 19th is a holiday.
    [Fact]
    public void After_a_talk_the_next_rung_is_proposed_when_the_days_are_over()
    {
        var story = CaseStory.Given(Admonish(Rung.Talk, "2026-03-12") with { Rulebook = CorrectedHenan }, "2026-03-12 09:00");

        Assert.Equal(CaseStatus.Rectifying, story.StatusAt("2026-06-29 23:59"));
        Assert.Equal(CaseStatus.NextRungProposed, story.StatusAt("2026-06-30 00:00"));
    }

    [Fact]
    public void A_notice_has_no_such_days() => Assert.Equal(
        CaseStatus.NextRungProposed,
        CaseStory.Given(Admonish(Rung.Notice, "2026-01-12") with { Rulebook = CorrectedHenan }, "2026-01-12 09:00")
            .StatusAt("2026-03-13 00:00"));

    [Fact]
    public void A_report_within_the_days_may_be_entered_beside_one_that_awaits_its_inspection() =>
        Listed().AndTimersUntil("2026-12-16 09:00").And(Submit(), "2026-12-16 10:00")
            .When(EnterSubmission("2026-12-17"), "2026-12-18 10:00").ThenAccepted().ThenStatus(CaseStatus.AwaitingInspection);
}
