using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>S3: a veto without a listing before it.</summary>
public class DirectVetoTests
{
    private const string At = "2026-06-01 10:00";

    [Fact]
    public void A_veto_for_grave_harm_bars_a_year_from_the_day_of_the_event()
    {
        var story = CaseStory.GivenNothing().When(VetoFor(VetoGround.GraveHarm, "2026-06-01", "2026-02-03"), At);

        story.ThenTimeline("""
            vetoCaseOpened graveHarm 2026-06-01
            vetoImposed graveHarm 2026-02-03/2027-02-03 decided 2026-06-01
            sanctionImposed c-1-V0 unit:yj-oubei veto 2026-02-03/2027-02-03
            sanctionImposed c-1-V1 official:o-1 veto 2026-02-03/2027-02-03
            sanctionImposed c-1-V2 official:o-2 veto 2026-02-03/2027-02-03
            sanctionImposed c-1-V3 official:o-3 veto 2026-02-03/2027-02-03
            """).ThenStatus(CaseStatus.Vetoed);
        Assert.Null(story.File.Deadline);
        Assert.False(story.IsBarred(Unit, Day("2026-02-02")));
        Assert.True(story.IsBarred(Unit, Day("2026-02-03")));
        Assert.True(story.IsBarred(Unit, Day("2027-02-03")));
        Assert.False(story.IsBarred(Unit, Day("2027-02-04")));
    }

    [Theory]
    [InlineData(VetoGround.Other)]
    [InlineData(VetoGround.TwoYearAssessment)]
    public void A_veto_on_another_ground_bars_a_year_from_the_decision(VetoGround ground)
    {
        var story = CaseStory.GivenNothing().And(VetoFor(ground, "2026-05-29"), At);

        Assert.All(Subjects, subject => Assert.Equal("2026-05-29/2027-05-29", story.Barred(subject, Measure.Veto)));
        Assert.Equal(Day("2026-05-29"), story.File.Veto!.DecidedOn);
    }

    [Fact]
    public void A_veto_for_failed_years_rests_on_both_and_is_decided_when_both_were_failed()
    {
        var veto = VetoFor(VetoGround.TwoYearAssessment, "2026-05-29");
        CaseStory.GivenNothing().When(veto with { Years = null }, At).ThenRefused("no-two-failed-years", "ground");
        CaseStory.GivenNothing().When(veto with { Rulebook = Zhejiang with { AssessmentVeto = null } }, At).ThenRefused(
            "assessment-veto-not-known", "ground");
        // boundary
        CaseStory.GivenNothing().When(veto with { Years = FailedYears("2026-05-30") }, At).ThenRefused("date-out-of-range", "decidedOn");

        var story = CaseStory.GivenNothing().And(veto with { Years = FailedYears("2026-05-29") }, At);
        Assert.Equal([2024, 2025], ((CaseEvent.VetoCaseOpened)story.Events[0]).Assessments!.Select(year => year.Year));
        story.And(Withdraw(), "2026-06-15 10:00").LastTimeline("vetoBasisLost 2026-06-15").ThenStatus(CaseStatus.Vetoed);
    }

    // Saturday 3 July 2027 is announced on Thursday 3 June, thirty days before.
    [Fact]
    public void Its_end_is_announced_and_the_case_closes() =>
        CaseStory.GivenNothing().And(VetoFor(VetoGround.Other, "2026-07-03"), "2026-07-03 10:00").AndTimersUntil("2030-01-01 00:00")
            .LastTimeline("""
                reminderDue sanctionEnd veto 30@2027-06-03 of 2027-07-03
                sanctionExpired veto 2027-07-03
                caseClosed
                """).ThenStatus(CaseStatus.Closed);

    [Theory]
    [InlineData("2026-01-15", null)]
    // boundary
    [InlineData("2025-05-31", "nothing-left-of-the-veto")]
    [InlineData("2025-06-01", null)]
    [InlineData("2026-06-01", null)]
    [InlineData("2026-06-02", "date-out-of-range")]
    [InlineData("2023-12-31", "before-calendar")]
    [InlineData("0001-01-01", "before-calendar")]
    public void An_event_leaves_something_of_the_year_on_the_day_of_the_decision(string eventOn, string? problem)
    {
        var story = CaseStory.GivenNothing().When(VetoFor(VetoGround.GraveHarm, "2026-06-01", eventOn), At);

        if (problem is null) story.ThenAccepted();
        else story.ThenRefused(problem, "eventOn");
    }

    [Fact]
    public void The_day_of_the_event_is_given_for_grave_harm_and_only_then()
    {
        CaseStory.GivenNothing().When(VetoFor(VetoGround.GraveHarm, "2026-06-01"), At).ThenRefused("event-date", "eventOn");
        CaseStory.GivenNothing().When(VetoFor(VetoGround.Other, "2026-06-01", "2026-05-01"), At).ThenRefused("event-date", "eventOn");
    }

    [Theory]
    // boundary: the rulebook allows 366 days back
    [InlineData("2025-05-30", false)]
    [InlineData("2025-05-31", true)]
    [InlineData("2026-06-01", true)]
    [InlineData("2026-06-02", false)]
    [InlineData("9999-12-31", false)]
    public void A_decision_is_dated_within_the_rulebooks_limit_and_not_ahead(string decidedOn, bool accepted)
    {
        var story = CaseStory.GivenNothing().When(VetoFor(VetoGround.Other, decidedOn), At);

        if (accepted) story.ThenAccepted();
        else story.ThenRefused("date-out-of-range", "decidedOn");
    }

    [Fact]
    public void What_the_rulebook_does_not_know_is_refused()
    {
        CaseStory.GivenNothing().When(VetoFor(VetoGround.DeadlineMissed, "2026-06-01"), At).ThenRefused("not-a-direct-veto", "ground");
        CaseStory.GivenNothing().When(VetoFor(VetoGround.Other, "2026-06-01") with { Rulebook = Zhejiang with { DirectVeto = null } }, At)
            .ThenRefused("direct-veto-not-allowed", "ground");
        CaseStory.GivenNothing().When(
            VetoFor(VetoGround.Other, "2026-06-01") with { Rulebook = Zhejiang with { ValidTo = Day("2026-05-31") } }, At)
            .ThenRefused("rulebook-not-in-force", "rulebookId");
        CaseStory.GivenNothing().When(
            VetoFor(VetoGround.Other, "2026-06-01") with { Leaders = [Leaders[0] with { Role = LeaderRole.Other }] }, At)
            .ThenRefused("role-not-sanctioned", "officials");
    }

    [Fact]
    public void It_is_revoked_like_any_veto_and_has_no_listing_to_revoke()
    {
        var story = CaseStory.GivenNothing().And(VetoFor(VetoGround.Other, "2026-06-01"), At);

        story.When(Void(Measure.Listing), At).ThenRefused("nothing-to-revoke", "measure");
        story.And(Void(Measure.Veto), At).ThenStatus(CaseStatus.Revoked);
        Assert.False(story.IsBarred(Unit, Day("2026-06-02")));
    }

    [Fact]
    public void It_takes_no_submission_and_needs_no_confirmation()
    {
        var story = CaseStory.GivenNothing().And(VetoFor(VetoGround.Other, "2026-06-01"), At);

        story.When(EnterSubmission("2026-06-01"), "2026-06-02 10:00").ThenRefused("wrong-state", "status");
        story.When(Decide(VetoVerdict.Confirm), "2026-06-02 10:00").ThenRefused("veto-decided", "decision");
    }
}
