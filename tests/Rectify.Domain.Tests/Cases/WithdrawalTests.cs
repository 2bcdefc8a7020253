using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>S10: an entry that was made by error does not count, and the dates of the rules do.</summary>
public class WithdrawalTests
{
    private static readonly Rulebook WhileListed = Zhejiang with { ListingSanction = ListingSanction.WhileListed };

    private static CaseStory Listed(Rulebook? rulebook = null) =>
        CaseStory.Given(List("2026-03-30", 6) with { Rulebook = rulebook ?? Zhejiang }, "2026-03-30 10:00");

    private static CaseStory Released(Rulebook? rulebook = null) =>
        Listed(rulebook).And(Submit(), "2026-08-03 10:00").And(Pass(), "2026-08-04 10:00");

    private static CaseStory Vetoed() => Listed().AndTimersUntil("2026-10-12 10:00");

    [Fact]
    public void A_mistaken_release_brings_the_case_back_to_await_its_inspection()
    {
        var story = Released(WhileListed).When(TakeOut(WithdrawableEntry.Inspection), "2026-08-10 10:00")
            .ThenTimeline("""
                sanctionExpired listing 2026-08-04
                caseClosed
                entryWithdrawn inspectionPassed 2026-08-04 on 2026-08-10
                """)
            .ThenStatus(CaseStatus.AwaitingInspection);

        Assert.Null(story.File.Release);
        Assert.True(story.IsBarred(Unit, Day("2026-09-15")), "Barred as long as listed.");
        story.And(Fail("2026-08-05"), "2026-08-11 10:00").ThenStatus(CaseStatus.Rectifying)
            .AndTimersUntil("2026-10-02 10:00").ThenStatus(CaseStatus.Vetoed);
        Assert.Equal("2026-09-30/2027-09-30", story.Barred(Unit, Measure.Veto));
    }

    [Fact]
    public void With_the_report_taken_out_too_the_deadline_that_has_passed_leads_to_the_veto_of_its_own_day()
    {
        var story = Released(WhileListed).AndTimersUntil("2026-10-12 10:00")
            .When(TakeOut(WithdrawableEntry.Submission), "2026-10-12 10:00").ThenStatus(CaseStatus.Vetoed);

        Assert.Null(story.File.Release);
        Assert.Equal("2026-03-30/2026-09-30", story.Barred(Unit, Measure.Listing));
        Assert.Equal("2026-09-30/2027-09-30", story.Barred(Unit, Measure.Veto));
        Assert.Equal("2027-09-30", $"{story.File.Veto!.Term.To:yyyy-MM-dd}");
        Assert.Contains("entryWithdrawn rectificationSubmitted 2026-08-03 on 2026-10-12", story.Timeline);
        Assert.Contains("deadlineMissed 2026-09-30", story.Timeline);
    }

    [Fact]
    public void A_release_that_has_closed_the_case_is_taken_out_as_well()
    {
        var story = Released().AndTimersUntil("2026-12-01 10:00").ThenStatus(CaseStatus.Closed)
            .When(TakeOut(WithdrawableEntry.Inspection), "2026-12-01 11:00").ThenStatus(CaseStatus.AwaitingInspection)
            .And(Fail(), "2026-12-02 10:00").ThenStatus(CaseStatus.Vetoed);
        Assert.Equal("2026-09-30/2027-09-30", story.Barred(Unit, Measure.Veto));
        Assert.Equal("2026-03-30/2026-09-30", story.Barred(Unit, Measure.Listing));
    }

    [Fact]
    public void A_veto_voided_by_error_is_in_force_again_from_its_own_first_day()
    {
        var before = Vetoed();
        var story = Vetoed().And(Void(Measure.Veto), "2026-10-13 10:00").ThenStatus(CaseStatus.Revoked)
            .When(TakeOut(WithdrawableEntry.Revocation, Measure.Veto), "2026-11-20 10:00")
            .ThenTimeline("entryWithdrawn measureRevoked on 2026-11-20")
            .ThenStatus(CaseStatus.Vetoed);

        Assert.All(Subjects, subject => Assert.Equal(before.Barred(subject, Measure.Veto), story.Barred(subject, Measure.Veto)));
        story.AndTimersUntil("2027-12-01 10:00").LastTimeline("""
            reminderDue sanctionEnd veto 30@2027-08-31 of 2027-09-30
            sanctionExpired veto 2027-09-30
            caseClosed
            """);
    }

    [Fact]
    public void A_sanction_that_had_been_taken_back_by_itself_stays_so_when_the_measure_comes_back()
    {
        var story = Vetoed().And(RevokeFrom("c-1-V1", "2026-10-12"), "2026-10-12 11:00").And(Void(Measure.Veto), "2026-10-13 10:00")
            .And(TakeOut(WithdrawableEntry.Revocation), "2026-11-20 10:00");

        Assert.Equal("2026-09-30/2026-10-11", story.Barred(Principal, Measure.Veto));
        Assert.Equal("2026-09-30/2027-09-30", story.Barred(Unit, Measure.Veto));
        story.And(TakeOut(WithdrawableEntry.SanctionRevocation, sanctionId: "c-1-V1"), "2026-11-21 10:00");
        Assert.Equal("2026-09-30/2027-09-30", story.Barred(Principal, Measure.Veto));
        story.When(TakeOut(WithdrawableEntry.SanctionRevocation), "2026-11-22 10:00").ThenRefused("nothing-to-correct", "entry");
    }

    [Fact]
    public void A_listing_revoked_by_error_is_missed_when_its_deadline_has_passed_meanwhile()
    {
        var story = Listed().And(Void(Measure.Listing), "2026-05-04 10:00").AndTimersUntil("2026-10-12 10:00")
            .And(TakeOut(WithdrawableEntry.Revocation, Measure.Listing), "2026-10-12 10:00").ThenStatus(CaseStatus.Vetoed);

        Assert.Equal("2026-03-30/2026-09-30", story.Barred(Unit, Measure.Listing));
        Assert.Equal("2026-09-30/2027-09-30", story.Barred(Unit, Measure.Veto));
    }

    [Fact]
    public void A_failed_inspection_by_error_takes_the_veto_with_it_and_a_second_veto_has_numbers_of_its_own()
    {
        var story = Listed().And(Submit(), "2026-09-29 10:00").And(Fail(), "2026-10-12 10:00").ThenStatus(CaseStatus.Vetoed)
            .And(TakeOut(WithdrawableEntry.Inspection), "2026-10-13 10:00").ThenStatus(CaseStatus.AwaitingInspection);
        Assert.Null(story.Barred(Unit, Measure.Veto));
        Assert.Null(story.File.Veto);

        story.And(Fail(), "2026-10-14 10:00").ThenStatus(CaseStatus.Vetoed);
        Assert.Equal(8, story.File.Sanctions.Where(sanction => sanction.Measure == Measure.Veto).Select(sanction => sanction.Id).Distinct()
            .Count());
    }

    [Fact]
    public void A_veto_declined_by_error_is_decided_again()
    {
        var story = CaseStory.Given(List("2026-03-30", 6) with { Rulebook = Deciding }, "2026-03-30 10:00")
            .AndTimersUntil("2026-10-12 10:00").And(Decide(VetoVerdict.Decline), "2026-10-12 10:00").ThenStatus(CaseStatus.Declined)
            .And(TakeOut(WithdrawableEntry.VetoDecision), "2026-10-13 10:00").ThenStatus(CaseStatus.VetoProposed)
            .And(Decide(VetoVerdict.Impose), "2026-10-14 10:00").ThenStatus(CaseStatus.Vetoed)
            .And(TakeOut(WithdrawableEntry.VetoDecision), "2026-10-15 10:00").ThenStatus(CaseStatus.VetoProposed);
        Assert.Null(story.Barred(Unit, Measure.Veto));
    }

    [Fact]
    public void What_people_have_decided_on_the_ground_of_the_entry_is_taken_out_first() =>
        Released().And(RevokeFrom(Measure.Listing), "2026-08-06 10:00")
            .When(TakeOut(WithdrawableEntry.Inspection), "2026-08-10 10:00").ThenRefused("decided-since", "entry")
            .And(TakeOut(WithdrawableEntry.Revocation), "2026-08-10 10:00")
            .And(TakeOut(WithdrawableEntry.Inspection), "2026-08-10 11:00").ThenStatus(CaseStatus.AwaitingInspection);

    [Fact]
    public void A_case_that_opened_with_its_veto_has_no_state_before_it() =>
        CaseStory.Given(VetoFor(VetoGround.Other, "2026-03-30"), "2026-03-30 10:00")
            .When(TakeOut(WithdrawableEntry.VetoDecision), "2026-03-31 10:00").ThenRefused("nothing-to-correct", "entry");

    [Fact]
    public void Corrections_and_revocations_made_meanwhile_stay()
    {
        var story = Released().And(Correct("更正后的事实", leaders: [.. Leaders.Take(2)]), "2026-08-06 10:00")
            .And(Void("c-1-L1"), "2026-08-07 10:00").And(TakeOut(WithdrawableEntry.Inspection), "2026-08-10 10:00");

        Assert.Equal(("更正后的事实", 2), (story.File.Opening.Facts, story.File.Opening.Leaders.Count));
        Assert.Null(story.Barred(Principal, Measure.Listing));
        Assert.Null(story.Barred(Subjects[3], Measure.Listing));
    }

    [Fact]
    public void A_deadline_of_a_year_whose_notice_came_meanwhile_is_that_of_the_notice()
    {
        var listed = List("2026-08-08", 6);
        CaseState state = new CaseState.NotOpened();
        Play(listed, "2026-08-08 10:00", Sample.Calendar);
        Play(Submit(), "2026-10-12 10:00", Sample.Calendar);
        Play(Pass(), "2026-10-13 10:00", Sample.Calendar);
        Play(TakeOut(WithdrawableEntry.Inspection), "2027-03-01 10:00", Imported);

        var clock = Assert.IsType<CaseState.AwaitingInspection>(state).Rectification;
        Assert.Equal((Day("2027-02-08"), Day("2027-02-14")), (clock.Deadline.Nominal, clock.Deadline.Effective));

        void Play(CaseCommand command, string at, Domain.Calendar.WorkingCalendar calendar)
        {
            var decision = Decider.Decide(command, state, CaseStory.Context(Instant(at), calendar));
            state = Evolution.Fold(state, Assert.IsType<Decision.Accepted>(decision).Events);
        }
    }
}
