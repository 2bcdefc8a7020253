using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>S1, S6, D1, D4, D5: what a listing starts, and which listings are refused.</summary>
public class ListingTests
{
    [Fact]
    public void A_listing_bars_the_unit_and_each_leader_for_half_a_year()
    {
        var list = List("2026-03-30", 6);
        var term = new DayInterval(Day("2026-03-30"), Day("2026-09-30"));

        CaseStory.GivenNothing().When(list, "2026-03-30 10:00").Then(
            new CaseEvent.UnitListed(
                list.Unit, list.Ground, list.Severity, list.Facts, list.Goals, list.ListedOn, null, list.Period!,
                new Deadline(Day("2026-09-30"), Day("2026-09-30"), Provisional: false), Leaders, list.DocumentNumber, list.LegalBasis,
                list.IssuedBy, Zhejiang),
            new CaseEvent.SanctionImposed(new Sanction(new SanctionId("c-1-L0"), Unit, Bars.Honour, Measure.Listing, term)),
            new CaseEvent.SanctionImposed(
                new Sanction(new SanctionId("c-1-L1"), Subjects[1], Bars.AwardAndPromotion, Measure.Listing, term)),
            new CaseEvent.SanctionImposed(
                new Sanction(new SanctionId("c-1-L2"), Subjects[2], Bars.AwardAndPromotion, Measure.Listing, term)),
            new CaseEvent.SanctionImposed(
                new Sanction(new SanctionId("c-1-L3"), Subjects[3], Bars.AwardAndPromotion, Measure.Listing, term)));
    }

    // 2026-08-31 has no corresponding day in February; 2026-04-01 ends on a holiday and stays (D5).
    [Theory]
    [InlineData("2026-04-01", "2026-04-01/2026-10-01")]
    // boundary
    [InlineData("2026-08-31", "2026-08-31/2027-02-28")]
    [InlineData("2027-08-31", "2027-08-31/2028-02-29")]
    public void The_sanction_is_half_a_year_whatever_the_period(string listedOn, string term)
    {
        foreach (var months in new[] { 1, 3, 24 })
            Assert.Equal(term, CaseStory.Given(List(listedOn, months), $"{listedOn} 10:00").Barred(Principal, Measure.Listing));
    }

    [Fact]
    public void A_backdated_listing_skips_the_reminders_whose_day_has_passed() =>
        CaseStory.GivenNothing().When(List("2026-01-12", 3), "2026-04-10 10:00").ThenTimeline("""
            unitListed 2026-01-12 2026-04-12~2026-04-13
            sanctionImposed c-1-L0 unit:yj-oubei listing 2026-01-12/2026-07-12
            sanctionImposed c-1-L1 official:o-1 listing 2026-01-12/2026-07-12
            sanctionImposed c-1-L2 official:o-2 listing 2026-01-12/2026-07-12
            sanctionImposed c-1-L3 official:o-3 listing 2026-01-12/2026-07-12
            reminderSkipped deadline 30@2026-03-13 of 2026-04-13
            reminderSkipped deadline 15@2026-03-27 of 2026-04-13
            reminderSkipped deadline 7@2026-04-03 of 2026-04-13
            reminderDue deadline 1@2026-04-10 of 2026-04-13
            """);

    [Fact]
    public void A_listing_entered_after_its_sanction_has_ended_is_barred_in_the_past_only()
    {
        var story = CaseStory.Given(List("2025-11-17", 12), "2026-06-01 10:00");

        Assert.Equal("sanctionExpired listing 2026-05-17", Written.Of(story.Events[^1]));
        story.ThenStatus(CaseStatus.Rectifying);
    }

    [Theory]
    // boundary
    [InlineData("2026-04-13 23:59", null)]
    [InlineData("2026-04-14 00:00", "deadline-in-the-past")]
    public void A_listing_whose_deadline_has_passed_is_refused(string at, string? problem) =>
        AssertRefused(List("2026-01-12", 3), at, problem, "period");

    [Theory]
    [InlineData("0001-01-01", "before-calendar")]
    [InlineData("9999-12-31", "listing-date-out-of-range")]
    // boundary
    [InlineData("2023-12-31", "before-calendar")]
    [InlineData("2025-05-31", "listing-date-out-of-range")]
    [InlineData("2025-06-01", null)]
    [InlineData("2026-07-03", null)]
    [InlineData("2026-07-04", "listing-date-out-of-range")]
    public void A_listing_date_lies_within_the_limits_of_the_rulebook(string listedOn, string? problem) =>
        AssertRefused(List(listedOn, 24), "2026-06-02 10:00", problem, "listedOn");

    [Theory]
    // boundary
    [InlineData("0001-01-01", "no-deadline", "period")]
    [InlineData("2026-03-29", "no-deadline", "period")]
    [InlineData("2026-03-30", "deadline-before-listing", "period.dueOn")]
    [InlineData("2026-03-31", null, "")]
    [InlineData("2028-03-30", null, "")]
    [InlineData("2028-03-31", "deadline-too-far", "period")]
    [InlineData("9999-12-31", "deadline-too-far", "period")]
    public void A_named_deadline_lies_after_the_listing_and_within_24_months(string dueOn, string? problem, string member) =>
        AssertRefused(List("2026-03-30", new Period.Until(Day(dueOn))), "2026-03-30 10:00", problem, member);

    [Fact]
    public void A_named_deadline_on_a_holiday_is_kept_as_written() =>
        Assert.Equal(
            CaseStatus.Vetoed,
            CaseStory.Given(List("2026-03-30", new Period.Until(Day("2026-10-01"))), "2026-03-30 10:00").StatusAt("2026-10-01T16:00:00Z"));

    [Fact]
    public void A_role_that_the_rulebook_does_not_sanction_is_refused()
    {
        foreach (var role in new[] { LeaderRole.DirectlyLiable, LeaderRole.Other })
            AssertRefused(
                List("2026-03-30", 6) with { Leaders = [Leaders[0], Leaders[1] with { Role = role }] },
                "2026-03-30 10:00", "role-not-sanctioned", "officials");
    }

    [Fact]
    public void An_official_named_twice_is_refused() =>
        AssertRefused(
            List("2026-03-30", 6) with { Leaders = [Leaders[0], Leaders[0] with { Role = LeaderRole.InCharge }] },
            "2026-03-30 10:00", "official-named-twice", "officials");

    [Fact]
    public void A_rulebook_that_is_not_in_force_is_refused() =>
        AssertRefused(
            List("2026-03-30", 6) with { Rulebook = Zhejiang with { ValidTo = Day("2026-03-29") } },
            "2026-03-30 10:00", "rulebook-not-in-force", "rulebookId");

    [Fact]
    public void A_receipt_before_the_listing_is_refused() =>
        AssertRefused(
            List("2026-03-30", 6) with { ReceivedOn = Day("2026-03-29") }, "2026-03-30 10:00", "received-before-listing", "receivedOn");

    [Fact]
    public void The_rulebook_of_the_opening_counts_for_the_whole_case()
    {
        var strict = Zhejiang with { Veto = Zhejiang.Veto! with { SanctionMonths = 24 } };
        var story = CaseStory.Given(List("2026-03-30", 6) with { Rulebook = strict }, "2026-03-30 10:00").And(CarryOutDue,
            "2026-10-01 00:00");

        Assert.Equal("2026-09-30/2028-09-30", story.Barred(Principal, Measure.Veto));
    }

    private static void AssertRefused(CaseCommand.ListUnit list, string at, string? problem, string member)
    {
        var story = CaseStory.GivenNothing().When(list, at);
        if (problem is null) story.ThenAccepted();
        else story.ThenRefused(problem, member);
    }

    [Theory]
    [InlineData("2026-03-30", null)]
    // boundary: 31 days ahead of today
    [InlineData("2026-04-30", null)]
    [InlineData("2026-05-01", "received-too-late")]
    [InlineData("2030-04-01", "received-too-late")]
    [InlineData("9999-12-31", "received-too-late")]
    public void A_receipt_lies_within_the_days_that_the_rulebook_allows_ahead(string receivedOn, string? problem)
    {
        var story = CaseStory.GivenNothing()
            .When(List("2026-03-30", 6) with { ReceivedOn = Day(receivedOn), Rulebook = Henan }, "2026-03-30 10:00");

        if (problem is null) story.ThenAccepted();
        else story.ThenRefused(problem, "receivedOn");
    }

    [Fact]
    public void A_period_beyond_the_rulebook_is_refused_with_its_limit_and_those_of_the_contract()
    {
        var half = Zhejiang with { LongestPeriodMonths = 6 };
        foreach (var (period, rulebook, limit) in new (Period, Rulebook, string)[]
        {
            (new Period.WorkingDays(500), half, "6 months"), (new Period.Months(7), half, "6 months"),
            (new Period.Days(200), half, "6 months"),
            (new Period.WorkingDays(140), half, "6 months"), (new Period.Until(Day("2026-10-01")), half, "6 months"),
        })
        {
            var story = CaseStory.GivenNothing()
                .When(List("2026-03-30", period) with { Rulebook = rulebook }, "2026-03-30 10:00")
                .ThenRefused("deadline-too-far", "period");
            Assert.Contains($"at most {limit}, to", story.Refusal.Message.ToString());
            Assert.Contains("24 months, 730 days or 500 working days", story.Refusal.Message.ToString());
        }

        CaseStory.GivenNothing().When(List("2026-03-30", 6) with { Rulebook = half }, "2026-03-30 10:00").ThenAccepted();
    }
}
