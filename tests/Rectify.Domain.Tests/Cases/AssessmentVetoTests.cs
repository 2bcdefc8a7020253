using Rectify.Domain.Cases;
using Rectify.Domain.Eligibility;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>V3: a case that opens with the entry of a second failed year, and goes with its basis.</summary>
public class AssessmentVetoTests
{
    private const string At = "2026-06-01 10:00";

    private static CaseStory Opened(Rulebook? rulebook = null) =>
        CaseStory.GivenNothing().And(VetoForYears("2026-05-29") with { Rulebook = rulebook ?? Zhejiang }, At);

    [Fact]
    public void Where_vetoes_are_automatic_it_bars_a_year_from_the_decision_and_may_be_confirmed()
    {
        var story = CaseStory.GivenNothing().When(VetoForYears("2026-05-29"), At).ThenTimeline("""
            vetoCaseOpened twoYearAssessment 2026-05-29
            vetoImposed twoYearAssessment 2026-05-29/2027-05-29
            sanctionImposed c-1-V0 unit:yj-oubei veto 2026-05-29/2027-05-29
            sanctionImposed c-1-V1 official:o-1 veto 2026-05-29/2027-05-29
            sanctionImposed c-1-V2 official:o-2 veto 2026-05-29/2027-05-29
            sanctionImposed c-1-V3 official:o-3 veto 2026-05-29/2027-05-29
            """).ThenStatus(CaseStatus.Vetoed);

        Assert.Null(story.File.Veto!.DecidedOn);
        story.And(Decide(VetoVerdict.Confirm), "2026-06-02 10:00").AndTimersUntil("2028-01-01 00:00").ThenStatus(CaseStatus.Closed);
        Assert.Equal(Zhejiang.AssessmentVeto!.Source, story.File.Veto!.LegalBasis);
    }

    [Fact]
    public void Where_the_committee_decides_it_is_pending_until_then_and_counts_from_that_decision()
    {
        var story = Opened(Deciding).ThenStatus(CaseStatus.VetoProposed);

        Assert.Empty(story.File.Sanctions);
        Assert.IsType<EligibilityAnswer.Clear>(story.Eligibility(Unit, Day("2026-05-28")));
        Assert.IsType<EligibilityAnswer.Pending>(story.Eligibility(Unit, Day("2026-05-29")));
        Assert.IsType<EligibilityAnswer.Pending>(story.Eligibility(Principal, Day("2026-09-01")));
        story.And(Decide(VetoVerdict.Impose), "2026-06-15 10:00");
        Assert.All(Subjects, subject => Assert.Equal("2026-06-15/2027-06-15", story.Barred(subject, Measure.Veto)));
        Assert.IsType<EligibilityAnswer.Clear>(story.Eligibility(Unit, Day("2026-06-14")));
    }

    [Fact]
    public void A_declined_proposal_bars_nobody() =>
        Assert.IsType<EligibilityAnswer.Clear>(
            Opened(Deciding).And(Decide(VetoVerdict.Decline), "2026-06-15 10:00").Eligibility(Unit, Day("2026-06-20")));

    [Fact]
    public void What_was_declined_stays_declined_also_when_it_is_closed() =>
        Opened(Deciding).And(Decide(VetoVerdict.Decline), "2026-06-15 10:00").AndTimersUntil("2026-06-20 10:00").ThenStatus(
            CaseStatus.Closed)
            .When(Withdraw(), "2026-06-20 12:00").Then().ThenStatus(CaseStatus.Closed);

    [Fact]
    public void What_only_entries_led_to_is_void_from_its_start_when_a_result_is_corrected()
    {
        foreach (var rulebook in new[] { Zhejiang, Deciding })
        {
            var story = Opened(rulebook).And(Withdraw(), "2026-06-01 12:00").LastTimeline("measureRevoked veto void").ThenStatus(
                CaseStatus.Revoked);
            Assert.All(Subjects, subject => Assert.IsType<EligibilityAnswer.Clear>(story.Eligibility(subject, Day("2026-05-29"))));
            story.When(Withdraw(), "2026-06-16 10:00").Then();
        }
    }

    [Fact]
    public void What_people_have_decided_stands_until_they_have_decided_again()
    {
        var confirmed = Opened().And(Decide(VetoVerdict.Confirm), "2026-06-02 10:00");
        var imposed = Opened(Deciding).And(Decide(VetoVerdict.Impose), "2026-06-02 10:00");

        foreach (var story in new[] { confirmed, imposed })
        {
            story.When(Withdraw(), "2026-06-15 10:00").ThenTimeline("vetoBasisLost 2026-06-15").ThenStatus(CaseStatus.Vetoed);
            Assert.Equal(Review.Needed, story.File.Veto!.NeedsReview);
            Assert.True(story.IsBarred(Unit, Day("2026-06-20")));
            story.When(Withdraw(), "2026-06-16 10:00").Then();
        }

        Assert.Equal(Review.NotNeeded, confirmed.And(Decide(VetoVerdict.Confirm), "2026-06-17 10:00").File.Veto!.NeedsReview);
        Assert.False(imposed.And(Void(Measure.Veto), "2026-06-17 10:00").IsBarred(Unit, Day("2026-06-20")));
    }

    [Fact]
    public void A_veto_that_is_over_is_void_all_the_same_because_its_days_are_answered_for()
    {
        var story = Opened().AndTimersUntil("2028-01-01 00:00").ThenStatus(CaseStatus.Closed).And(Withdraw(), "2028-01-02 10:00")
            .ThenStatus(CaseStatus.Revoked);
        Assert.IsType<EligibilityAnswer.Clear>(story.Eligibility(Unit, Day("2026-06-20")));
    }

    [Fact]
    public void What_does_not_rest_on_assessments_is_not_withdrawn_with_them() =>
        CaseStory.GivenNothing().And(VetoFor(VetoGround.Other, "2026-05-29"), At).When(Withdraw(), "2026-06-15 10:00").ThenRefused(
            "no-assessments", "caseId");

    [Theory]
    // boundary: the rulebook allows 366 days back
    [InlineData("2025-05-30", false)]
    [InlineData("2025-05-31", true)]
    [InlineData("2026-06-01", true)]
    [InlineData("2026-06-02", false)]
    public void The_later_decision_lies_within_the_rulebooks_limit(string decidedOn, bool accepted)
    {
        var story = CaseStory.GivenNothing().When(VetoForYears(decidedOn), At);

        if (accepted) story.ThenAccepted();
        else story.ThenRefused("date-out-of-range", "decidedOn");
    }

    [Fact]
    public void A_rulebook_that_does_not_know_it_opens_none() =>
        CaseStory.GivenNothing().When(VetoForYears("2026-05-29") with { Rulebook = Zhejiang with { AssessmentVeto = null } }, At)
            .ThenRefused("assessment-veto-not-known", "result");
}
