using Rectify.Domain.Cases;
using Rectify.Domain.Eligibility;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>S4 the other way: a listing that bars as long as it lasts.</summary>
public class WhileListedTests
{
    private static readonly Rulebook WhileListed = Zhejiang with { ListingSanction = ListingSanction.WhileListed };

    private static CaseStory Listed(Rulebook? rulebook = null) =>
        CaseStory.Given(List("2026-03-30", 6) with { Rulebook = rulebook ?? WhileListed }, "2026-03-30 10:00");

    [Fact]
    public void A_listed_unit_is_barred_with_no_end_in_sight()
    {
        var answer = (EligibilityAnswer.Barred)Listed().Eligibility(Unit, Day("2031-01-01"));

        Assert.Null(answer.Until);
        Assert.False(Listed().IsBarred(Unit, Day("2026-03-29")));
        Assert.Equal("2026-03-30/..", Listed().Barred(Principal, Measure.Listing));
    }

    [Fact]
    public void The_release_ends_the_sanction_on_its_day()
    {
        var story = Listed().And(Submit(), "2026-06-01 10:00").When(Pass(), "2026-06-10 10:00").ThenTimeline("""
            inspectionPassed 2026-06-10
            listingEnded 2026-06-10
            """);

        Assert.All(Subjects, subject => Assert.Equal("2026-03-30/2026-06-10", story.Barred(subject, Measure.Listing)));
        story.AndTimersUntil("2030-01-01 00:00").LastTimeline("""
            listingEnded 2026-06-10
            sanctionExpired listing 2026-06-10
            caseClosed
            """);
    }

    [Fact]
    public void A_release_that_comes_late_bars_until_then() =>
        Assert.Equal("2026-03-30/2026-12-01",
            Listed().And(Submit(), "2026-09-30 10:00").And(Pass(), "2026-12-01 10:00").Barred(Unit, Measure.Listing));

    [Fact]
    public void The_veto_takes_over_on_its_first_day()
    {
        var story = Listed().AndTimersUntil("2026-10-01 00:00");

        Assert.Equal(("2026-03-30/2026-09-30", "2026-09-30/2027-09-30"),
            (story.Barred(Unit, Measure.Listing), story.Barred(Unit, Measure.Veto)));
        Assert.Equal(Day("2027-09-30"), ((EligibilityAnswer.Barred)story.Eligibility(Unit, Day("2026-03-30"))).Until);
    }

    [Fact]
    public void Until_the_committee_decides_the_unit_stays_listed_and_barred()
    {
        var story = Listed(Henan).AndTimersUntil("2026-12-01 10:00").ThenStatus(CaseStatus.VetoProposed);
        Assert.Null(((EligibilityAnswer.Barred)story.Eligibility(Unit, Day("2026-12-01"))).Until);

        var imposed = Listed(Henan).AndTimersUntil("2026-12-01 10:00").And(Decide(VetoVerdict.Impose, "2026-11-30"), "2026-12-01 10:00");
        Assert.Equal(("2026-03-30/2026-11-30", "2026-11-30/2027-11-30"),
            (imposed.Barred(Unit, Measure.Listing), imposed.Barred(Unit, Measure.Veto)));

        var declined = Listed(Henan).AndTimersUntil("2026-12-01 10:00").And(Decide(VetoVerdict.Decline, "2026-11-30"), "2026-12-01 10:00");
        Assert.Equal("2026-03-30/2026-11-30", declined.Barred(Unit, Measure.Listing));
        declined.AndTimersUntil("2026-12-02 00:00").ThenStatus(CaseStatus.Closed);
    }

    [Fact]
    public void A_revocation_ends_an_open_sanction_like_any()
    {
        Assert.Equal("2026-03-30/2026-05-31", Listed().And(RevokeFrom(Measure.Listing), "2026-06-01 10:00").Barred(Unit, Measure.Listing));
        var single = Listed().And(RevokeFrom("c-1-L1"), "2026-06-01 10:00").AndTimersUntil("2026-10-01 00:00");
        Assert.Equal("2026-03-30/2026-05-31", single.Barred(Principal, Measure.Listing));
        Assert.Equal("2026-03-30/2026-09-30", single.Barred(Unit, Measure.Listing));
    }

    [Fact]
    public void A_late_entry_opens_the_sanction_again()
    {
        var story = Listed().AndTimersUntil("2026-10-09 10:00").And(EnterSubmission("2026-09-30"), "2026-10-09 10:00");

        Assert.Equal("2026-03-30/..", story.Barred(Unit, Measure.Listing));
        story.And(Pass(), "2026-10-20 10:00");
        Assert.Equal("2026-03-30/2026-10-20", story.Barred(Unit, Measure.Listing));
        story.AndTimersUntil("2026-10-21 00:00").ThenStatus(CaseStatus.Closed);
    }
}
