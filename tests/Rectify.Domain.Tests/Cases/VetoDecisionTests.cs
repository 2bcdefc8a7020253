using Rectify.Domain.Cases;
using Rectify.Domain.Eligibility;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>S7: the committee decides about a proposed veto, or confirms one that took effect by itself.</summary>
public class VetoDecisionTests
{
    // Listed on Monday 30 March for three months: deadline Tuesday 30 June, listing sanction to 30 September.
    private static CaseStory Listed(Rulebook rulebook) =>
        CaseStory.Given(List("2026-03-30", 3) with { Rulebook = rulebook }, "2026-03-30 10:00");

    private static CaseStory Proposed() => Listed(Deciding).AndTimersUntil("2026-07-10 10:00");

    [Fact]
    public void A_missed_deadline_proposes_the_veto_and_bars_nobody_because_of_it() =>
        Listed(Deciding).AndTimersUntil("2026-07-01 00:00").LastTimeline("""
            deadlineMissed 2026-06-30
            vetoProposed deadlineMissed 2026-07-01 2026-06-30/2027-06-30
            """).ThenStatus(CaseStatus.VetoProposed);

    [Theory]
    // boundary
    [InlineData("2026-06-30T15:59:59.9999999Z", CaseStatus.Rectifying)]
    [InlineData("2026-06-30T16:00:00.0000000Z", CaseStatus.VetoProposed)]
    public void It_is_proposed_at_the_end_of_the_deadline_even_if_no_timer_fired(string at, CaseStatus status) =>
        Assert.Equal(status, Listed(Deciding).StatusAt(at));

    [Theory]
    [InlineData("2026-06-29", "Barred")] // the listing
    [InlineData("2026-09-30", "Barred")]
    // boundary
    [InlineData("2026-10-01", "Pending")]
    [InlineData("2027-06-30", "Pending")]
    [InlineData("2027-07-01", "Clear")]
    public void Until_it_is_decided_the_days_that_it_would_bar_are_pending(string on, string answer)
    {
        Assert.All(Subjects, subject => Assert.Equal(answer, Proposed().Eligibility(subject, Day(on)).GetType().Name));
        Assert.All(Subjects,
            subject => Assert.Equal(answer, Listed(Deciding).EligibilityAt("2026-12-01 10:00", subject, Day(on)).GetType().Name));
        Assert.IsType<EligibilityAnswer.Clear>(Proposed().Eligibility(new Identity.Subject.Official(new("o-9")), Day("2026-10-01")));
    }

    [Fact]
    public void A_pending_answer_names_the_proposal()
    {
        var pending = (EligibilityAnswer.Pending)Proposed().Eligibility(Principal, Day("2026-12-01"));

        Assert.Equal([new PendingBasis(TheCase, ((CaseState.VetoProposed)Proposed().State).Proposal, Principal, "永平安督〔2026〕3号")],
            pending.Bases);
    }

    [Fact]
    public void A_veto_that_would_count_from_the_decision_leaves_every_later_day_pending()
    {
        var story = Listed(DecidingFromDecision).AndTimersUntil("2026-07-10 10:00");

        Assert.IsType<EligibilityAnswer.Pending>(story.Eligibility(Unit, Day("2026-10-01")));
        Assert.IsType<EligibilityAnswer.Pending>(story.Eligibility(Unit, Day("2040-01-01")));
        Assert.Equal("2026-07-10/2027-07-10", story.And(Decide(VetoVerdict.Impose), "2026-07-10 10:00").Barred(Unit, Measure.Veto));
    }

    [Fact]
    public void An_imposed_veto_bars_from_the_effective_deadline_however_late_it_is_decided()
    {
        var story =
            Proposed().AndTimersUntil("2026-11-02 10:00").When(Decide(VetoVerdict.Impose, "2026-10-30"), "2026-11-02 10:00").ThenTimeline(
                """
            vetoImposed deadlineMissed 2026-06-30/2027-06-30 decided 2026-10-30
            sanctionImposed c-1-V0 unit:yj-oubei veto 2026-06-30/2027-06-30
            sanctionImposed c-1-V1 official:o-1 veto 2026-06-30/2027-06-30
            sanctionImposed c-1-V2 official:o-2 veto 2026-06-30/2027-06-30
            sanctionImposed c-1-V3 official:o-3 veto 2026-06-30/2027-06-30
            """).ThenStatus(CaseStatus.Vetoed);

        Assert.Equal((Day("2026-10-30"), "永平安否〔2026〕2号"), (story.File.Veto!.DecidedOn!.Value, story.File.Veto.DocumentNumber));
        var barred = (EligibilityAnswer.Barred)story.Eligibility(Unit, Day("2026-12-01"));
        Assert.Equal(["永平安否〔2026〕2号"], barred.Bases.Select(basis => basis.DocumentNumber));
    }

    [Fact]
    public void A_declined_veto_bars_nobody_and_the_listings_sanction_runs_out()
    {
        var story = Proposed().When(Decide(VetoVerdict.Decline), "2026-07-10 10:00")
            .ThenTimeline("vetoDeclined 2026-07-10").ThenStatus(CaseStatus.Declined);

        Assert.IsType<EligibilityAnswer.Clear>(story.Eligibility(Unit, Day("2026-10-01")));
        Assert.True(story.IsBarred(Unit, Day("2026-09-30")));
        story.AndTimersUntil("2030-01-01 00:00").LastTimeline("""
            sanctionExpired listing 2026-09-30
            caseClosed
            """);
    }

    [Theory]
    // boundary
    [InlineData("2026-06-30", false)]
    [InlineData("2026-07-01", true)]
    [InlineData("2026-07-10", true)]
    [InlineData("2026-07-11", false)]
    [InlineData("0001-01-01", false)]
    public void A_decision_is_dated_between_the_proposal_and_today(string on, bool accepted)
    {
        foreach (var verdict in new[] { VetoVerdict.Impose, VetoVerdict.Decline })
        {
            var story = Proposed().When(Decide(verdict, on), "2026-07-10 10:00");
            if (accepted) story.ThenAccepted();
            else story.ThenRefused("date-out-of-range", "decidedOn");
        }
    }

    // 1, 7 and 15 days after Wednesday 1 July.
    [Fact]
    public void The_office_is_reminded_while_the_decision_is_outstanding() =>
        Assert.Equal(
            ["reminderDue decisionOutstanding 1@2026-07-02 of 2026-07-01", "reminderDue decisionOutstanding 7@2026-07-08 of 2026-07-01",
                "reminderDue decisionOutstanding 15@2026-07-16 of 2026-07-01"],
            Listed(Deciding).AndTimersUntil("2026-08-01 10:00").Events.SkipWhile(e => e is not CaseEvent.VetoProposed).Skip(1).Select(
                Written.Of));

    [Fact]
    public void An_inspection_that_fails_late_proposes_the_veto_from_the_day_of_the_inspection()
    {
        var story = Listed(Deciding).And(Submit(), "2026-06-30 10:00").AndTimersUntil("2026-08-03 10:00");
        Assert.IsType<EligibilityAnswer.Clear>(story.Eligibility(Unit, Day("2026-10-01")));

        story.When(Fail("2026-07-31"), "2026-08-03 10:00").ThenTimeline("""
            inspectionFailed 2026-07-31
            deadlineMissed 2026-06-30
            vetoProposed deadlineMissed 2026-07-31 2026-06-30/2027-06-30
            reminderDue decisionOutstanding 1@2026-08-03 of 2026-07-31
            """);
        Assert.IsType<EligibilityAnswer.Pending>(story.Eligibility(Unit, Day("2026-10-01")));
        story.When(Decide(VetoVerdict.Impose, "2026-07-30"), "2026-08-03 10:00").ThenRefused("date-out-of-range", "decidedOn");
    }

    [Fact]
    public void A_veto_that_took_effect_by_itself_is_confirmed_once_and_its_term_stays()
    {
        var story = Listed(Zhejiang).AndTimersUntil("2026-07-10 10:00");
        Assert.Null(story.File.Veto!.DecidedOn);

        story.When(Decide(VetoVerdict.Confirm, "2026-06-30"), "2026-07-10 10:00").ThenRefused("date-out-of-range", "decidedOn");
        story.When(Decide(VetoVerdict.Confirm), "2026-07-10 10:00")
            .ThenTimeline("vetoConfirmed 2026-07-10 永平安否〔2026〕2号").ThenStatus(CaseStatus.Vetoed);
        Assert.Equal((Day("2026-07-10"), "2026-06-30/2027-06-30"), (story.File.Veto!.DecidedOn!.Value, story.File.Veto.Term.ToString()));
        story.When(Decide(VetoVerdict.Confirm), "2026-07-11 10:00").ThenRefused("veto-decided", "decision");
    }

    [Fact]
    public void A_veto_in_force_is_neither_imposed_nor_declined_and_a_proposed_one_not_confirmed()
    {
        var vetoed = Listed(Zhejiang).AndTimersUntil("2026-07-10 10:00");
        vetoed.When(Decide(VetoVerdict.Impose), "2026-07-10 10:00").ThenRefused("veto-in-force", "decision");
        vetoed.When(Decide(VetoVerdict.Decline), "2026-07-10 10:00").ThenRefused("veto-in-force", "decision");
        Proposed().When(Decide(VetoVerdict.Confirm), "2026-07-10 10:00").ThenRefused("nothing-to-confirm", "decision");
    }

    [Fact]
    public void A_veto_whose_listing_was_revoked_is_kept_by_a_confirmation()
    {
        var story = Proposed().And(Decide(VetoVerdict.Impose), "2026-07-10 10:00").And(Void(Measure.Listing), "2026-07-13 10:00");
        Assert.Equal(Review.Needed, story.File.Veto!.NeedsReview);

        story.And(Decide(VetoVerdict.Confirm), "2026-07-14 10:00").ThenStatus(CaseStatus.Vetoed);
        Assert.Equal(Review.NotNeeded, story.File.Veto!.NeedsReview);
    }

    [Fact]
    public void A_revoked_listing_leaves_the_proposal_to_the_committee()
    {
        var story = Proposed().And(Void(Measure.Listing), "2026-07-10 10:00").ThenStatus(CaseStatus.VetoProposed);

        Assert.IsType<EligibilityAnswer.Pending>(story.Eligibility(Unit, Day("2026-08-01")));
        story.And(Decide(VetoVerdict.Decline), "2026-07-10 10:00").AndTimersUntil("2026-07-11 00:00").ThenStatus(CaseStatus.Closed);
    }
}
