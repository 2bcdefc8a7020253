using Rectify.Domain.Cases;
using Rectify.Domain.Eligibility;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>S8: a report on paper that came in by the deadline and is entered after it.</summary>
public class LateEntryTests
{
    private static CaseStory Missed(Rulebook? rulebook = null) =>
        CaseStory.Given(List("2026-03-30", 6) with { Rulebook = rulebook ?? Zhejiang }, "2026-03-30 10:00").AndTimersUntil(
            "2026-10-09 10:00");

    [Fact]
    public void The_veto_that_the_timer_imposed_is_void_and_the_inspection_decides()
    {
        var story = Missed().When(EnterSubmission("2026-09-30"), "2026-10-09 10:00")
            .ThenTimeline("""
                timelySubmissionEntered 2026-09-30 on 2026-10-09
                reminderSkipped inspectionOutstanding 1@2026-10-08 of 2026-09-30
                """)
            .ThenStatus(CaseStatus.AwaitingInspection);

        Assert.Null(story.File.Veto);
        Assert.All(Subjects, subject => Assert.Null(story.Barred(subject, Measure.Veto)));
        Assert.False(story.IsBarred(Unit, Day("2026-10-09")));
        Assert.True(story.IsBarred(Unit, Day("2026-09-30")));
        Assert.Equal(CaseStatus.AwaitingInspection, story.StatusAt("2040-01-01 00:00"));
    }

    [Fact]
    public void When_the_inspection_fails_after_all_the_veto_counts_from_the_deadline()
    {
        var story =
            Missed().And(EnterSubmission("2026-09-30"), "2026-10-09 10:00").And(Fail(), "2026-10-12 10:00").ThenStatus(CaseStatus.Vetoed);

        Assert.Equal(["c-1-V4", "c-1-V5", "c-1-V6", "c-1-V7"],
            story.File.Sanctions.Where(s => s.Barred is not null && s.Measure == Measure.Veto).Select(s => s.Id.Value));
        Assert.All(story.File.Sanctions.TakeLast(4), sanction => Assert.Equal("2026-09-30/2027-09-30", sanction.Barred.ToString()));
        story.AndTimersUntil("2030-01-01 00:00").LastTimeline("""
            reminderDue sanctionEnd veto 30@2027-08-31 of 2027-09-30
            sanctionExpired veto 2027-09-30
            caseClosed
            """);
        story.When(EnterSubmission("2026-09-30"), "2026-10-13 10:00").ThenRefused("report-judged", "submittedOn");
    }

    [Fact]
    public void The_second_veto_has_an_end_of_its_own_although_the_first_was_over_for_everybody()
    {
        var story = CaseStory.Given(List("2026-01-12", 3), "2026-01-12 10:00").AndTimersUntil("2026-05-04 10:00");
        foreach (var sanction in story.File.Sanctions.Where(s => s.Measure == Measure.Veto).ToList())
            story.And(RevokeFrom(sanction.Id.Value, "2026-05-01"), "2026-05-04 10:00");
        Assert.Contains(Measure.Veto, story.File.Expired);

        // Everybody was freed by a person, who is asked first: the veto is void, and the inspection leads to a second one.
        story.And(EnterSubmission("2026-04-10"), "2026-05-05 10:00").ThenStatus(CaseStatus.Vetoed)
            .And(Void(Measure.Veto), "2026-05-05 11:00").And(Fail(), "2026-05-06 10:00")
            .AndTimersUntil("2030-01-01 00:00").LastTimeline("""
            reminderDue sanctionEnd veto 30@2027-03-12 of 2027-04-13
            sanctionExpired veto 2027-04-13
            caseClosed
            """);
    }

    [Fact]
    public void A_veto_that_was_only_proposed_is_proposed_no_longer()
    {
        var story = Missed(Deciding).And(EnterSubmission("2026-09-30"), "2026-10-09 10:00").ThenStatus(CaseStatus.AwaitingInspection);

        Assert.IsType<EligibilityAnswer.Clear>(story.Eligibility(Unit, Day("2026-10-09")));
        story.And(Pass(), "2026-10-09 11:00").ThenStatus(CaseStatus.Released);
    }

    [Theory]
    // boundary
    [InlineData("2026-03-29", false)]
    [InlineData("2026-03-30", true)]
    [InlineData("2026-09-30", true)]
    [InlineData("2026-10-01", false)]
    [InlineData(null, false)]
    public void It_is_dated_between_the_listing_and_the_deadline(string? on, bool accepted)
    {
        var story = Missed().When(EnterSubmission(on), "2026-10-09 10:00");

        if (accepted) story.ThenAccepted();
        else story.ThenRefused("wrong-state", "status");
    }

    [Fact]
    public void Only_the_office_vouches_for_the_day() =>
        Missed().When(Submit("2026-09-30"), "2026-10-09 10:00").ThenRefused("wrong-state", "status");

    [Fact]
    public void What_an_inspection_of_a_later_day_has_judged_is_judged()
    {
        foreach (var rulebook in new[] { Zhejiang, Deciding })
        {
            CaseStory.Given(List("2026-03-30", 6) with { Rulebook = rulebook }, "2026-03-30 10:00").And(Submit(), "2026-09-29 10:00")
                .And(Fail(), "2026-10-09 10:00").When(EnterSubmission("2026-09-30"), "2026-10-09 11:00").ThenRefused("report-judged",
                    "submittedOn");
        }

        Missed().And(Void(Measure.Veto), "2026-10-09 10:00").When(EnterSubmission("2026-09-30"), "2026-10-09 11:00").ThenRefused(
            "wrong-state", "status");
    }

    [Fact]
    public void What_a_person_has_decided_stands_and_is_put_before_the_office()
    {
        var confirmed = Missed().And(Decide(VetoVerdict.Confirm), "2026-10-09 10:00");
        var imposed = Missed(Deciding).And(Decide(VetoVerdict.Impose), "2026-10-09 10:00");
        var reviewed = Missed().And(Void(Measure.Listing), "2026-10-09 10:00");
        foreach (var story in new[] { confirmed, imposed, reviewed })
        {
            story.When(EnterSubmission("2026-09-30"), "2026-10-09 11:00")
                .ThenTimeline("timelySubmissionNoted 2026-09-30 on 2026-10-09").ThenStatus(CaseStatus.Vetoed);
            Assert.Equal(Review.Needed, story.File.Veto!.NeedsReview);
            Assert.Equal(new TimelyReport(Day("2026-09-30"), Day("2026-10-09")), story.File.TimelyReport);
            Assert.True(story.IsBarred(Principal, Day("2026-10-10")));
            story.When(EnterSubmission("2026-09-30"), "2026-10-09 11:30").ThenRefused("report-entered", "submittedOn");
        }

        confirmed.And(Decide(VetoVerdict.Confirm, number: "永平安否〔2026〕7号"), "2026-10-12 10:00").ThenStatus(CaseStatus.Vetoed);
        Assert.Null(confirmed.File.TimelyReport);
        imposed.And(Void(Measure.Veto), "2026-10-12 10:00").ThenStatus(CaseStatus.AwaitingInspection);
        Assert.False(imposed.IsBarred(Principal, Day("2026-10-10")));
        imposed.And(Fail(), "2026-10-13 10:00").ThenStatus(CaseStatus.VetoProposed);
        reviewed.And(Void(Measure.Veto), "2026-10-12 10:00").ThenStatus(CaseStatus.Revoked);
    }

    [Fact]
    public void A_veto_that_is_over_was_void_too_and_the_inspection_decides()
    {
        var story =
            CaseStory.Given(List("2026-01-12", 3), "2026-01-12 10:00").AndTimersUntil("2027-06-01 10:00").ThenStatus(CaseStatus.Closed)
            .And(EnterSubmission("2026-04-10"), "2027-06-01 10:00").ThenStatus(CaseStatus.AwaitingInspection);

        Assert.False(story.IsBarred(Unit, Day("2026-12-01")));
        story.And(Pass("2026-04-20"), "2027-06-02 10:00").ThenStatus(CaseStatus.Closed);
        CaseStory.Given(List("2026-01-12", 3), "2026-01-12 10:00").AndTimersUntil("2026-05-04 10:00").And(Decide(VetoVerdict.Confirm),
            "2026-05-04 10:00").AndTimersUntil("2027-06-01 10:00")
            .And(EnterSubmission("2026-04-10"), "2027-06-01 10:00").LastTimeline("timelySubmissionNoted 2026-04-10 on 2027-06-01")
            .ThenStatus(CaseStatus.Closed)
            .And(Void(Measure.Veto), "2027-06-02 10:00").ThenStatus(CaseStatus.AwaitingInspection);
    }

    // Listed 03-09, due 04-09: handed in 04-02, failed 04-03, handed in again 04-08, failed 04-13. Only what depends on another entry waits
    // for it.
    [Theory]
    [InlineData("S04-02 F04-03 S04-08")]
    [InlineData("S04-02 S04-08 F04-03")]
    [InlineData("S04-08 S04-02 F04-03")]
    [InlineData("S04-08 F04-13 S04-02", "vetoed")]
    [InlineData("S04-02 F04-13 S04-08", "vetoed")]
    [InlineData("S04-02 F04-03 F04-13", "vetoed")]
    [InlineData("S04-08 S04-08 F04-08 S04-08")]
    [InlineData("S04-02 S04-08 F04-08")]
    [InlineData("S04-02 F04-08 S04-08")]
    public void The_dates_decide_and_not_the_order_in_which_they_are_entered(string entries, string status = "awaitingInspection")
    {
        // Everything is entered on 04-13, after the deadline; what an earlier entry has settled is refused.
        var story = CaseStory.Given(List("2026-03-09", new Domain.Terms.Period.Until(Day("2026-04-09"))), "2026-03-09 10:00")
            .AndTimersUntil("2026-04-13 09:00");
        foreach (var entry in entries.Split(' '))
            story.When(entry[0] == 'S' ? EnterSubmission($"2026-{entry[1..]}") : Fail($"2026-{entry[1..]}"), "2026-04-13 10:00");

        Assert.Equal(status, WireName.Of(CaseStatus.Of((CaseState.Opened)story.State)));
        Assert.Equal(status == "vetoed", story.IsBarred(Principal, Day("2026-04-10")) && story.File.Veto is not null);
    }

    [Fact]
    public void An_inspection_of_the_period_that_is_entered_after_it_leaves_the_timely_second_report_its_chance()
    {
        var story = CaseStory.Given(List("2026-03-09", new Domain.Terms.Period.Until(Day("2026-04-09"))), "2026-03-09 10:00")
            .And(Submit("2026-04-02"), "2026-04-02 10:00").And(Fail("2026-04-03"), "2026-04-13 10:00").ThenStatus(CaseStatus.Vetoed);
        Assert.Equal(MissedBy.Time, story.File.Veto!.MissedBy);

        story.And(EnterSubmission("2026-04-08"), "2026-04-14 10:00").ThenStatus(CaseStatus.AwaitingInspection)
            .And(Pass("2026-04-14"), "2026-04-14 11:00").ThenStatus(CaseStatus.Released);
        Assert.False(story.IsBarred(Principal, Day("2027-01-01")));
    }

    [Fact]
    public void A_report_that_an_inspection_has_judged_does_not_open_the_case_again_after_the_listing_continues()
    {
        var story = CaseStory.Given(List("2026-03-09", new Domain.Terms.Period.Until(Day("2026-04-09"))), "2026-03-09 10:00")
            .And(Submit("2026-04-02"), "2026-04-02 10:00").And(FailAndContinue("2026-06-01"), "2026-04-13 10:00");

        story.When(EnterSubmission("2026-04-08"), "2026-04-14 10:00").ThenRefused("report-judged", "submittedOn");
        story.And(EnterSubmission("2026-04-13"), "2026-04-14 10:00").ThenStatus(CaseStatus.AwaitingInspection);
    }

    [Fact]
    public void A_unit_hands_in_one_report_at_a_time_and_the_refusal_says_which_one_waits()
    {
        var story = CaseStory.Given(List("2026-03-30", 6), "2026-03-30 10:00").And(Submit(), "2026-09-01 10:00");

        story.When(Submit(), "2026-09-02 10:00").ThenRefused("report-awaits-inspection", "status");
        Assert.DoesNotContain("resumed", story.Refusal.Message.ToString());
        story.When(EnterSubmission("2026-10-01"), "2026-10-02 10:00").ThenRefused("date-out-of-range", "submittedOn");
    }

    [Fact]
    public void A_case_that_failed_before_the_deadline_and_was_resubmitted_on_paper_is_entered_late_too() =>
        CaseStory.Given(List("2026-03-30", 6), "2026-03-30 10:00").And(Submit(), "2026-09-01 10:00").And(Fail(), "2026-09-10 10:00")
            .And(EnterSubmission("2026-09-30"), "2026-10-09 10:00").ThenStatus(CaseStatus.AwaitingInspection);
}
