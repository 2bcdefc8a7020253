using Rectify.Domain.Cases;
using Rectify.Domain.Sanctions;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>S10: a measure or a single sanction that was taken back.</summary>
public class RevocationTests
{
    private static CaseStory Listed() => CaseStory.Given(List("2026-03-30", 6), "2026-03-30 10:00").AndTimersUntil("2026-06-01 12:00");

    private static CaseStory Vetoed() => Listed().AndTimersUntil("2026-12-01 12:00");

    [Fact]
    public void A_listing_revoked_from_a_day_bars_until_the_day_before_and_stops_the_clock()
    {
        var story = Listed().When(RevokeFrom(Measure.Listing), "2026-06-01 12:00")
            .ThenTimeline("""
                measureRevoked listing from 2026-06-01
                sanctionExpired listing 2026-05-31
                """)
            .ThenStatus(CaseStatus.Revoked);

        Assert.All(Subjects, subject => Assert.Equal("2026-03-30/2026-05-31", story.Barred(subject, Measure.Listing)));
        Assert.Empty(story.Steps);
        Assert.Equal(CaseStatus.Revoked, story.StatusAt("2030-01-01 00:00"));
    }

    [Fact]
    public void A_void_listing_bars_no_day_and_stops_the_clock()
    {
        var story = Listed().When(Void(Measure.Listing), "2026-06-01 12:00")
            .ThenTimeline("measureRevoked listing void").ThenStatus(CaseStatus.Revoked);

        Assert.All(Subjects, subject => Assert.Null(story.Barred(subject, Measure.Listing)));
        Assert.Empty(story.Steps);
    }

    [Theory]
    // boundary
    [InlineData("2026-03-29", null, false)]
    [InlineData("2026-03-30", null, true)]
    [InlineData("2026-03-31", "2026-03-30/2026-03-30", true)]
    [InlineData("2026-06-01", "2026-03-30/2026-05-31", true)]
    [InlineData("2026-06-02", null, false)]
    [InlineData("0001-01-01", null, false)]
    [InlineData("9999-12-31", null, false)]
    public void A_revocation_takes_effect_between_the_first_day_and_today(string on, string? barred, bool accepted)
    {
        foreach (var command in new[] { RevokeFrom(Measure.Listing, on), RevokeFrom("c-1-L1", on) })
        {
            var story = Listed().When(command, "2026-06-01 12:00");
            if (accepted) Assert.Equal(barred, story.ThenAccepted().Barred(Principal, Measure.Listing));
            else story.ThenRefused("date-out-of-range", "on");
        }
    }

    [Fact]
    public void A_revoked_veto_ends_its_sanctions_and_leaves_those_of_the_listing()
    {
        var story = CaseStory.Given(List("2026-01-12", 3), "2026-01-12 10:00").AndTimersUntil("2026-05-04 12:00")
            .When(RevokeFrom(Measure.Veto), "2026-05-04 12:00");

        story.ThenTimeline("""
            measureRevoked veto from 2026-05-04
            sanctionExpired veto 2026-05-03
            """).ThenStatus(CaseStatus.Revoked);
        Assert.Equal("2026-04-13/2026-05-03", story.Barred(Principal, Measure.Veto));
        Assert.Equal("2026-01-12/2026-07-12", story.Barred(Principal, Measure.Listing));
        Assert.True(story.IsBarred(Principal, Day("2026-07-12")));
        Assert.Equal(
            ["reminderDue sanctionEnd listing 30@2026-06-12 of 2026-07-12", "sanctionExpired listing 2026-07-12"],
            story.AndTimersUntil("2030-01-01 00:00").Events.TakeLast(2).Select(Written.Of));
    }

    [Fact]
    public void A_void_veto_bars_no_day()
    {
        var story =
            Vetoed().When(Void(Measure.Veto), "2026-12-01 12:00").ThenTimeline("measureRevoked veto void").ThenStatus(CaseStatus.Revoked);

        Assert.False(story.IsBarred(Principal, Day("2026-10-01")));
        Assert.True(story.IsBarred(Principal, Day("2026-09-30")));
        Assert.Empty(story.Steps);
    }

    [Fact]
    public void A_revoked_listing_flags_the_veto_that_follows_from_it_and_leaves_it_in_force()
    {
        foreach (var revoke in new[] { RevokeFrom(Measure.Listing, "2026-09-30"), Void(Measure.Listing) })
        {
            var story = Vetoed().And(revoke, "2026-12-01 12:00").ThenStatus(CaseStatus.Vetoed);

            Assert.Equal(Review.Needed, story.File.Veto!.NeedsReview);
            Assert.Equal("2026-09-30/2027-09-30", story.Barred(Principal, Measure.Veto));
            story.And(Void(Measure.Veto), "2026-12-02 12:00").ThenStatus(CaseStatus.Revoked);
        }
    }

    [Fact]
    public void A_single_revoked_sanction_frees_one_person_and_the_measure_stands()
    {
        var story = Listed().When(RevokeFrom("c-1-L1"), "2026-06-01 12:00")
            .ThenTimeline("sanctionRevoked c-1-L1 from 2026-06-01").ThenStatus(CaseStatus.Rectifying);

        Assert.Equal("2026-03-30/2026-05-31", story.Barred(Principal, Measure.Listing));
        Assert.Equal("2026-03-30/2026-09-30", story.Barred(Unit, Measure.Listing));
        Assert.Equal(CaseStatus.Vetoed, story.StatusAt("2026-10-01 00:00"));
    }

    [Fact]
    public void A_revocation_of_the_measure_reaches_a_sanction_that_was_revoked_by_itself()
    {
        var single = Listed().And(RevokeFrom("c-1-L1", "2026-05-20"), "2026-06-01 12:00");
        Assert.Equal("2026-03-30/2026-05-19", single.Barred(Principal, Measure.Listing));

        single.And(RevokeFrom(Measure.Listing, "2026-05-10"), "2026-06-01 12:00");
        Assert.Equal("2026-03-30/2026-05-09", single.Barred(Principal, Measure.Listing));

        var @void = Listed().And(RevokeFrom("c-1-L1"), "2026-06-01 12:00").And(Void(Measure.Listing), "2026-06-02 12:00");
        Assert.All(Subjects, subject => Assert.Null(@void.Barred(subject, Measure.Listing)));
    }

    [Fact]
    public void A_revocation_of_the_measure_never_bars_longer_than_one_before_it()
    {
        var story = Listed().And(RevokeFrom("c-1-L1", "2026-05-10"), "2026-06-01 12:00").And(Void("c-1-L2"), "2026-06-01 12:00")
            .And(RevokeFrom(Measure.Listing), "2026-06-01 12:00");

        Assert.Equal(
            ["2026-03-30/2026-05-31", "2026-03-30/2026-05-09", null, "2026-03-30/2026-05-31"],
            Subjects.Select(subject => story.Barred(subject, Measure.Listing)));
    }

    [Fact]
    public void A_measure_is_revoked_even_if_each_of_its_sanctions_was_before()
    {
        var story = Listed();
        foreach (var index in Enumerable.Range(0, 4))
            story.And(Void($"c-1-L{index}"), "2026-06-01 12:00").ThenStatus(CaseStatus.Rectifying);

        story.When(Void(Measure.Listing), "2026-06-02 12:00").ThenTimeline("measureRevoked listing void").ThenStatus(CaseStatus.Revoked);
        Assert.Empty(story.Steps);
    }

    [Fact]
    public void A_measure_is_revoked_once()
    {
        Listed().And(RevokeFrom(Measure.Listing), "2026-06-01 12:00")
            .When(RevokeFrom(Measure.Listing), "2026-06-02 12:00").ThenRefused("nothing-to-revoke", "measure");
        Vetoed().And(Void(Measure.Veto), "2026-12-01 12:00")
            .When(Void(Measure.Veto), "2026-12-02 12:00").ThenRefused("nothing-to-revoke", "measure");
    }

    [Fact]
    public void A_sanction_is_revoked_once()
    {
        Listed().And(Void("c-1-L1"), "2026-06-01 12:00").When(Void("c-1-L1"), "2026-06-01 13:00").ThenRefused("nothing-to-revoke",
            "sanctionId");
        Listed().And(Void(Measure.Listing), "2026-06-01 12:00").When(Void("c-1-L1"), "2026-06-01 13:00").ThenRefused("nothing-to-revoke",
            "sanctionId");
    }

    [Fact]
    public void What_does_not_exist_is_not_revoked()
    {
        Listed().When(Void(Measure.Veto), "2026-06-01 12:00").ThenRefused("nothing-to-revoke", "measure");
        Listed().When(Void("c-1-V1"), "2026-06-01 12:00").ThenRefused("unknown-sanction", "sanctionId");
    }

    // The announcement of 30 September went out on 31 August; a new end in the past is no announcement, sent or skipped.
    [Fact]
    public void A_revocation_announces_no_end_of_a_sanction()
    {
        foreach (var at in new[] { "2026-06-01 12:00", "2026-09-10 12:00" })
            Listed().AndTimersUntil(at).When(RevokeFrom(Measure.Listing), at).ThenTimeline($"""
                measureRevoked listing from {at[..10]}
                sanctionExpired listing {Day(at[..10]).AddDays(-1):yyyy-MM-dd}
                """);
    }

    [Fact]
    public void A_revocation_that_frees_nobody_is_refused_and_says_what_would_take_the_measure_back()
    {
        var story = Listed().AndTimersUntil("2026-10-01 00:00");
        foreach (var command in new[] { RevokeFrom(Measure.Listing), RevokeFrom("c-1-L1") })
        {
            story.When(command, "2026-10-01 00:00");
            Assert.Equal("nothing-to-revoke", story.Refusal.Problem);
            Assert.Contains("2026-09-30; void takes it back from the start", story.Refusal.Message.ToString());
        }

        Assert.Equal(Review.NotNeeded, story.File.Veto!.NeedsReview);
        story.And(Void(Measure.Listing), "2026-10-01 00:00");
        Assert.Equal(Review.Needed, story.File.Veto!.NeedsReview);
    }

    [Fact]
    public void A_veto_of_which_nobody_is_barred_any_more_is_only_voided()
    {
        var story = CaseStory.Given(VetoFor(Domain.Rulebooks.VetoGround.GraveHarm, "2026-02-01", "2025-03-01"), "2026-02-01 10:00");
        foreach (var index in Enumerable.Range(0, 3)) story.And(Void($"c-1-V{index}"), "2026-02-02 10:00");

        story.When(RevokeFrom("c-1-V0"), "2026-02-02 11:00").ThenRefused("nothing-to-revoke", "sanctionId");
        story.And(RevokeFrom("c-1-V3"), "2026-02-02 11:00")
            .When(RevokeFrom(Measure.Veto), "2026-02-02 12:00")
            .ThenRefused("nothing-to-revoke", "measure");
    }

    [Fact]
    public void A_listing_whose_sanctions_are_over_is_revoked_while_its_period_runs()
    {
        CaseStory.Given(List("2026-03-30", 12), "2026-03-30 10:00").AndTimersUntil("2026-11-02 10:00")
            .And(RevokeFrom(Measure.Listing), "2026-11-02 10:00").ThenStatus(CaseStatus.Revoked);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("2026-03-20", true)]
    // boundary
    [InlineData("2026-03-19", false)]
    [InlineData("2026-03-21", false)]
    public void A_listing_dated_ahead_is_revoked_today_and_never_bars(string? on, bool accepted)
    {
        var story = CaseStory.Given(List("2026-03-30", 6), "2026-03-20 10:00").When(RevokeFrom(Measure.Listing, on), "2026-03-20 11:00");
        if (!accepted)
        {
            story.ThenRefused("date-out-of-range", "on");
            return;
        }

        story.ThenStatus(CaseStatus.Revoked).AndTimersUntil("2027-12-31 00:00");
        Assert.All(Subjects, subject => Assert.Null(story.Barred(subject, Measure.Listing)));
        Assert.Empty(story.Steps);
    }

    [Fact]
    public void A_single_sanction_and_a_talk_dated_ahead_are_revoked_today_too()
    {
        var story = CaseStory.Given(List("2026-03-30", 6), "2026-03-20 10:00").And(RevokeFrom("c-1-L1"), "2026-03-20 11:00");
        Assert.False(story.IsBarred(Principal, Day("2026-03-30")));
        Assert.True(story.IsBarred(Unit, Day("2026-03-30")));
        CaseStory.Given(Admonish(Domain.Rulebooks.Rung.Talk, "2026-03-30"), "2026-03-20 10:00")
            .And(RevokeRungFrom(), "2026-03-20 11:00")
            .ThenStatus(CaseStatus.Revoked);
    }

    [Fact]
    public void A_veto_without_any_sanction_left_closes_the_case()
    {
        var story = Vetoed();
        foreach (var index in Enumerable.Range(0, 4)) story.And(Void($"c-1-V{index}"), "2026-12-01 12:00");

        story.ThenStatus(CaseStatus.Closed);
        Assert.False(story.IsBarred(Unit, Day("2026-12-01")));
    }

    [Fact]
    public void A_revocation_from_a_day_is_strengthened_to_an_earlier_day_or_to_void_and_never_weakened()
    {
        var story = Listed().And(RevokeFrom(Measure.Listing), "2026-06-01 12:00");

        story.And(RevokeFrom(Measure.Listing, "2026-05-10"), "2026-06-02 12:00");
        Assert.Equal("2026-03-30/2026-05-09", story.Barred(Principal, Measure.Listing));
        story.When(RevokeFrom(Measure.Listing, "2026-05-20"), "2026-06-02 12:00").ThenRefused("nothing-to-revoke", "measure");
        story.When(Void(Measure.Listing), "2026-06-03 12:00").ThenTimeline("measureRevoked listing void").ThenStatus(CaseStatus.Revoked);
        Assert.All(Subjects, subject => Assert.Null(story.Barred(subject, Measure.Listing)));

        var single = Listed().And(RevokeFrom("c-1-L1"), "2026-06-01 12:00").And(Void("c-1-L1"), "2026-06-02 12:00");
        Assert.Null(single.Barred(Principal, Measure.Listing));
        single.When(Void("c-1-L1"), "2026-06-03 12:00").ThenRefused("nothing-to-revoke", "sanctionId");
    }

    [Fact]
    public void A_closed_case_is_revoked_when_that_frees_a_day()
    {
        static CaseStory Closed() => Vetoed().AndTimersUntil("2027-10-01 00:00").ThenStatus(CaseStatus.Closed);

        Closed().When(RevokeFrom(Measure.Veto), "2027-10-02 12:00").ThenRefused("nothing-to-revoke", "measure");
        Closed().When(RevokeFrom("c-1-V1"), "2027-10-02 12:00").ThenRefused("nothing-to-revoke", "sanctionId");

        var @void =
            Closed().When(Void(Measure.Veto), "2027-10-02 12:00").ThenTimeline("measureRevoked veto void").ThenStatus(CaseStatus.Revoked);
        Assert.False(@void.IsBarred(Unit, Day("2027-01-01")));
        Assert.True(@void.IsBarred(Unit, Day("2026-09-30")));

        var single = Closed().And(RevokeFrom("c-1-V1", "2027-09-01"), "2027-10-02 12:00").ThenStatus(CaseStatus.Closed);
        Assert.Equal("2026-09-30/2027-08-31", single.Barred(Principal, Measure.Veto));
    }

    [Fact]
    public void A_listing_that_is_revoked_in_a_closed_case_flags_the_veto_too()
    {
        var story =
            Vetoed().AndTimersUntil("2027-10-01 00:00").And(Void(Measure.Listing), "2027-10-02 12:00").ThenStatus(CaseStatus.Closed);
        Assert.Equal(Review.Needed, story.File.Veto!.NeedsReview);

        story.And(Decide(VetoVerdict.Confirm), "2027-10-03 12:00");
        Assert.Equal(Review.NotNeeded, story.File.Veto!.NeedsReview);
        story.When(Decide(VetoVerdict.Confirm), "2027-10-03 12:00").ThenRefused("wrong-state", "status");
    }

    // Who should not have been named is corrected; a single revocation takes back one bar and says nothing of the next.
    [Fact]
    public void A_leader_who_was_freed_singly_is_barred_again_by_a_later_veto() =>
        Assert.Equal("2026-09-30/2027-09-30",
            Listed().And(Void("c-1-L1"), "2026-06-01 12:00").AndTimersUntil("2026-10-01 00:00").Barred(Principal, Measure.Veto));
}
