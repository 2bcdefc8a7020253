using Rectify.Domain.Cases;
using Rectify.Domain.Eligibility;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>S8: a report on paper that came in by the deadline and is entered after it.</summary>
public class LateEntryTests
{
    private static CaseStory Missed(Rulebook? rulebook = null) =>
        CaseStory.Given(List("2026-03-30", 6) with { Rulebook = rulebook ?? Zhejiang }, "2026-03-30 10:00").AndTimersUntil("2026-10-09 10:00");

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
        var story = Missed().And(EnterSubmission("2026-09-30"), "2026-10-09 10:00").And(Fail(), "2026-10-12 10:00").ThenStatus(CaseStatus.Vetoed);

        Assert.Equal(["c-1-V4", "c-1-V5", "c-1-V6", "c-1-V7"], story.File.Sanctions.Where(s => s.Barred is not null && s.Measure == Measure.Veto).Select(s => s.Id.Value));
        Assert.All(story.File.Sanctions.TakeLast(4), sanction => Assert.Equal("2026-09-30/2027-09-30", sanction.Barred.ToString()));
        story.AndTimersUntil("2030-01-01 00:00").LastTimeline("""
            reminderDue sanctionEnd veto 30@2027-08-31 of 2027-09-30
            sanctionExpired veto 2027-09-30
            caseClosed
            """);
        story.When(EnterSubmission("2026-09-30"), "2026-10-13 10:00").ThenRefused("wrong-state", "status");
    }

    [Fact]
    public void The_second_veto_has_an_end_of_its_own_although_the_first_was_over_for_everybody()
    {
        var story = CaseStory.Given(List("2026-01-12", 3), "2026-01-12 10:00").AndTimersUntil("2026-05-04 10:00");
        foreach (var sanction in story.File.Sanctions.Where(s => s.Measure == Measure.Veto).ToList()) story.And(RevokeFrom(sanction.Id.Value, "2026-05-01"), "2026-05-04 10:00");
        Assert.Contains(Measure.Veto, story.File.Expired);

        story.And(EnterSubmission("2026-04-10"), "2026-05-05 10:00").And(Fail(), "2026-05-06 10:00").AndTimersUntil("2030-01-01 00:00").LastTimeline("""
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
    public void What_a_person_has_judged_is_not_undone_by_an_entry()
    {
        Missed().And(Decide(VetoVerdict.Confirm), "2026-10-09 10:00").When(EnterSubmission("2026-09-30"), "2026-10-09 11:00")
            .ThenRefused("veto-decided", "status");
        Missed().And(Void(Measure.Listing), "2026-10-09 10:00").When(EnterSubmission("2026-09-30"), "2026-10-09 11:00")
            .ThenRefused("veto-decided", "status");
        foreach (var rulebook in new[] { Zhejiang, Deciding })
        {
            CaseStory.Given(List("2026-03-30", 6) with { Rulebook = rulebook }, "2026-03-30 10:00").And(Submit(), "2026-09-29 10:00")
                .And(Fail(), "2026-10-09 10:00").When(EnterSubmission("2026-09-30"), "2026-10-09 11:00").ThenRefused("veto-decided", "status");
        }

        Missed().And(Void(Measure.Veto), "2026-10-09 10:00").When(EnterSubmission("2026-09-30"), "2026-10-09 11:00").ThenRefused("wrong-state", "status");
    }

    [Fact]
    public void A_case_that_failed_before_the_deadline_and_was_resubmitted_on_paper_is_entered_late_too() =>
        CaseStory.Given(List("2026-03-30", 6), "2026-03-30 10:00").And(Submit(), "2026-09-01 10:00").And(Fail(), "2026-09-10 10:00")
            .And(EnterSubmission("2026-09-30"), "2026-10-09 10:00").ThenStatus(CaseStatus.AwaitingInspection);
}
