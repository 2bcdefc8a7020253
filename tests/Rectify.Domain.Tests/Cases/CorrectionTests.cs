using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>更正: what was entered wrongly is corrected by a new entry, and sanctions follow the corrected persons (S6, S10).</summary>
public class CorrectionTests
{
    private static readonly ListedLeader Zhao = new(new OfficialId("o-4"), "赵六", "副书记", LeaderRole.InCharge);
    private static readonly Subject ZhaoLiu = new Subject.Official(Zhao.OfficialId);

    private static CaseStory Listed() => CaseStory.Given(List("2026-03-30", 6), "2026-03-30 10:00").AndTimersUntil("2026-06-01 12:00");

    [Fact]
    public void Who_should_have_been_named_is_barred_from_the_first_day_and_who_should_not_never_was()
    {
        var story = Listed().When(Correct(leaders: [Leaders[1], Leaders[2], Zhao]), "2026-06-01 12:00").ThenTimeline("""
            caseCorrected 2026-06-01
            sanctionImposed c-1-L4 official:o-4 listing 2026-03-30/2026-09-30
            sanctionRevoked c-1-L1 void
            """).ThenStatus(CaseStatus.Rectifying);

        Assert.False(story.IsBarred(Principal, Day("2026-04-01")));
        Assert.True(story.IsBarred(ZhaoLiu, Day("2026-03-30")));
        story.AndTimersUntil("2026-10-01 00:00");
        Assert.Equal("2026-09-30/2027-09-30", story.Barred(ZhaoLiu, Measure.Veto));
        Assert.DoesNotContain(story.File.Sanctions, sanction => sanction.Subject == Principal && sanction.Measure == Measure.Veto);
    }

    [Fact]
    public void Correcting_the_persons_of_one_measure_never_changes_those_of_the_other()
    {
        var story =
            Listed().AndTimersUntil("2026-10-20 12:00").When(Correct(leaders: [Zhao]), "2026-10-20 12:00").ThenRefused("measure-needed",
                "measure")
            .When(Correct(leaders: [Leaders[1], Leaders[2], Zhao], measure: Measure.Veto), "2026-10-20 12:00").ThenTimeline("""
                measureCorrected veto 2026-10-20
                sanctionImposed c-1-V4 official:o-4 veto 2026-09-30/2027-09-30
                sanctionRevoked c-1-V1 void
                """);

        Assert.Equal(("2026-03-30/2026-09-30", null), (story.Barred(Principal, Measure.Listing), story.Barred(Principal, Measure.Veto)));
        Assert.False(story.IsBarred(ZhaoLiu, Day("2026-04-01")));
        Assert.True(story.IsBarred(ZhaoLiu, Day("2027-01-01")));
        Assert.Equal(("o-1 o-2 o-3", "o-2 o-3 o-4"), (Ids(story, Measure.Listing), Ids(story, Measure.Veto)));

        story.And(Correct(leaders: [Leaders[0]], measure: Measure.Listing), "2026-10-21 12:00");
        Assert.Equal(("o-1", "o-2 o-3 o-4"), (Ids(story, Measure.Listing), Ids(story, Measure.Veto)));
        Assert.Equal(["o-1", "o-2", "o-3", "o-4"], story.File.EveryLeader.Select(leader => leader.OfficialId.Value).Order());
        Assert.Equal("2026-09-30/2027-09-30",
            story.File.Sanctions.Single(s => s.Subject == Subjects[2] && s.Measure == Measure.Veto).Barred.ToString());
    }

    // A second veto would bar again whom a person has taken out of the first.
    [Fact]
    public void A_report_that_is_entered_after_the_persons_of_the_veto_were_corrected_is_put_before_the_office()
    {
        var story = Listed().AndTimersUntil("2026-10-09 10:00").And(Correct(leaders: [Zhao], measure: Measure.Veto), "2026-10-09 11:00")
            .And(EnterSubmission("2026-09-30"), "2026-10-09 12:00");

        Assert.Equal("o-4", Ids(story, Measure.Veto));
        Assert.True(story.IsBarred(ZhaoLiu, Day("2027-01-01")));
        Assert.Equal(Review.Needed, story.File.Veto!.NeedsReview);

        story.And(Void(Measure.Veto), "2026-10-09 13:00").And(Fail(), "2026-10-12 10:00");
        Assert.Equal("o-1 o-2 o-3", Ids(story, Measure.Veto));
    }

    [Fact]
    public void A_measure_is_named_together_with_persons_and_only_one_that_was_taken()
    {
        Listed().When(Correct("更正后的事实", measure: Measure.Listing), "2026-06-01 12:00").ThenRefused("measure-without-officials",
            "measure");
        Listed().When(Correct(leaders: [Zhao], measure: Measure.Veto), "2026-06-01 12:00").ThenRefused("measure-not-taken", "measure");
        Listed().And(Correct(leaders: [Zhao], measure: Measure.Listing), "2026-06-01 12:00").LastTimeline("""
            sanctionRevoked c-1-L1 void
            sanctionRevoked c-1-L2 void
            sanctionRevoked c-1-L3 void
            """);
        CaseStory.Given(VetoFor(VetoGround.Other, "2026-06-01"), "2026-06-01 10:00").When(
            Correct(leaders: [Zhao], measure: Measure.Listing), "2026-06-01 12:00")
            .ThenRefused("measure-not-taken", "measure");
    }

    // Written before each measure had persons of its own: such an entry swaps both, for ever.
    [Fact]
    public void An_entry_of_before_corrects_every_measure()
    {
        var story = Listed().AndTimersUntil("2026-10-20 12:00");
        var before =
            (CaseState.Opened)Evolution.Evolve(story.State,
                new CaseEvent.CaseCorrected(Day("2026-10-20"), null, null, [Zhao], "登记有误", "县委"));

        Assert.Equal(("o-4", "o-4"), (Of(before.File, Measure.Listing), Of(before.File, Measure.Veto)));
    }

    private static string Ids(CaseStory story, Measure measure) => Of(story.File, measure);

    private static string Of(CaseFile file, Measure measure) =>
        string.Join(' ', file.LeadersOf(measure).Select(leader => leader.OfficialId.Value));

    [Fact]
    public void A_measure_that_was_revoked_bars_the_added_person_no_longer_than_the_others()
    {
        var story = Listed().And(RevokeFrom(Measure.Listing), "2026-06-01 12:00").And(Correct(leaders: [.. Leaders, Zhao]),
            "2026-06-02 12:00");
        Assert.Equal("2026-03-30/2026-05-31", story.Barred(ZhaoLiu, Measure.Listing));

        Listed().And(Void(Measure.Listing), "2026-06-01 12:00").When(Correct(leaders: [.. Leaders, Zhao]), "2026-06-02 12:00")
            .ThenTimeline("caseCorrected 2026-06-02");
    }

    [Fact]
    public void A_changed_role_or_post_leaves_the_sanctions_as_they_are() =>
        Listed().When(Correct(leaders: [Leaders[0] with { Post = "镇长", Role = LeaderRole.Supervising }, Leaders[1], Leaders[2]]),
            "2026-06-01 12:00")
            .ThenTimeline("caseCorrected 2026-06-01");

    [Fact]
    public void Facts_and_number_are_corrected_and_the_opening_entry_stays_as_it_was()
    {
        var story = Listed().And(Correct("更正后的事实", "永平安督〔2026〕4号"), "2026-06-01 12:00");

        Assert.Equal(("更正后的事实", "永平安督〔2026〕4号"), (story.File.Opening.Facts, story.File.Opening.DocumentNumber));
        Assert.Equal("永平安督〔2026〕3号", ((CaseEvent.UnitListed)story.Events[0]).DocumentNumber);
        var barred = (Rectify.Domain.Eligibility.EligibilityAnswer.Barred)story.Eligibility(Unit, Day("2026-06-01"));
        Assert.Equal(["永平安督〔2026〕4号"], barred.Bases.Select(basis => basis.DocumentNumber));
    }

    [Fact]
    public void A_person_may_be_taken_out_and_named_again()
    {
        var story = Listed().And(Correct(leaders: [Leaders[1]]), "2026-06-01 12:00").And(Correct(leaders: Leaders), "2026-06-02 12:00");

        Assert.True(story.IsBarred(Principal, Day("2026-04-01")));
        Assert.Equal(story.File.Sanctions.Count, story.File.Sanctions.Select(sanction => sanction.Id).Distinct().Count());
    }

    [Fact]
    public void A_correction_that_changes_nothing_or_names_whom_the_rulebook_does_not_sanction_is_refused()
    {
        Listed().When(Correct(), "2026-06-01 12:00").ThenRefused("nothing-to-correct", "reason");
        Listed().When(Correct("重点治安问题突出", "永平安督〔2026〕3号", Leaders), "2026-06-01 12:00").ThenRefused("nothing-to-correct",
            "reason");
        Listed().When(Correct(leaders: [Zhao with { Role = LeaderRole.Other }]), "2026-06-01 12:00").ThenRefused("role-not-sanctioned",
            "officials");
        Listed().When(Correct(leaders: [Zhao, Zhao]), "2026-06-01 12:00").ThenRefused("official-named-twice", "officials");
    }

    [Fact]
    public void A_proposed_veto_follows_the_corrected_persons()
    {
        var story =
            CaseStory.Given(List("2026-03-30", 3) with { Rulebook = Deciding }, "2026-03-30 10:00").AndTimersUntil("2026-07-10 12:00")
            .And(Correct(leaders: [Zhao]), "2026-07-10 12:00").And(Decide(VetoVerdict.Impose), "2026-07-10 12:00");

        Assert.Equal(["unit:yj-oubei", "official:o-4"],
            story.File.Sanctions.Where(s => s.Measure == Measure.Veto).Select(s => s.Subject.ToString()));
    }
}
