using Rectify.Domain.Cases;
using Rectify.Domain.Eligibility;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>S16: a notice or a talk gives a period, bars nobody, and leads to the next rung when its goal is not reached.</summary>
public class AdmonitionTests
{
    private const string At = "2026-01-12 10:00";

    private static CaseStory Issued(Rung rung = Rung.Notice, Period? period = null) =>
        CaseStory.Given(Admonish(rung, "2026-01-12", period), At);

    private static CaseStory Missed(Severity severity = Severity.Ordinary) =>
        CaseStory.Given(Admonish(Rung.Notice, "2026-01-12", severity: severity), At).AndTimersUntil("2026-02-13 00:00");

    // One month from 12 January is Thursday 12 February; its seventh day before is Thursday the 5th, the third Monday the 9th.
    [Fact]
    public void A_notice_that_is_missed_proposes_the_talk_and_bars_nobody_on_any_day()
    {
        var story = Issued().ThenStatus(CaseStatus.Rectifying);
        story.AndTimersUntil("2026-02-20 08:00").LastTimeline("""
            admonitionIssued notice 2026-01-12 2026-02-12
            reminderDue deadline 7@2026-02-05 of 2026-02-12
            reminderDue deadline 3@2026-02-09 of 2026-02-12
            reminderDue deadline 1@2026-02-11 of 2026-02-12
            reminderDue deadline 0@2026-02-12 of 2026-02-12
            deadlineMissed 2026-02-12
            nextRungProposed talk 2026-02-13
            reminderDue nextRungOutstanding 1@2026-02-14 of 2026-02-13
            """).ThenStatus(CaseStatus.NextRungProposed);

        for (var day = Day("2026-01-01"); day < Day("2027-06-01"); day = day.AddDays(1))
            Assert.All(Subjects, subject => Assert.IsType<EligibilityAnswer.Clear>(story.EligibilityAt("2026-02-20 08:00", subject, day)));
    }

    [Fact]
    public void It_is_missed_at_the_end_of_its_day_and_not_one_tick_before()
    {
        var story = Issued();
        Assert.Equal(CaseStatus.Rectifying, story.StatusAt("2026-02-12T15:59:59.9999999Z"));
        Assert.Equal(CaseStatus.NextRungProposed, story.StatusAt("2026-02-12T16:00:00Z"));
    }

    // 2025-11-15 and three months end on Sunday 15 February 2026, within the holidays: a deadline like any other (D4).
    [Fact]
    public void Its_deadline_is_computed_like_that_of_a_listing()
    {
        CaseStory.GivenNothing().When(Admonish(Rung.Talk, "2025-11-15", new Period.Months(3)), "2025-11-15 10:00")
            .ThenTimeline("admonitionIssued talk 2025-11-15 2026-02-15~2026-02-24");
        CaseStory.GivenNothing().When(Admonish(Rung.Talk, "2025-12-01"), "2025-12-01 10:00").ThenTimeline(
            "admonitionIssued talk 2025-12-01 2026-02-01~2026-02-02");
        CaseStory.GivenNothing().When(Admonish(Rung.Notice, "2026-02-10", new Period.WorkingDays(10)), "2026-02-10 10:00")
            .ThenTimeline("admonitionIssued notice 2026-02-10 2026-03-02");
        CaseStory.GivenNothing().When(Admonish(Rung.Notice, "2026-01-12", new Period.Until(Day("2026-02-15"))), At)
            .ThenTimeline("admonitionIssued notice 2026-01-12 2026-02-15");
    }

    [Theory]
    [InlineData(Severity.Ordinary, Rung.Talk)]
    [InlineData(Severity.Serious, Rung.Talk)]
    [InlineData(Severity.EspeciallyGrave, Rung.Listing)]
    public void The_severity_decides_which_rung_is_proposed(Severity severity, Rung next) =>
        Assert.Equal(next, ((CaseState.NextRungProposed)Missed(severity).State).Proposal.Rung);

    [Fact]
    public void Submitted_in_time_it_is_never_escalated_by_time_and_the_inspection_decides()
    {
        var story = Issued().And(Submit(), "2026-02-12 23:59").AndTimersUntil("2026-06-01 00:00").ThenStatus(CaseStatus.AwaitingInspection);
        story.And(Pass(), "2026-06-01 10:00").LastTimeline("rungFulfilled 2026-06-01").ThenStatus(CaseStatus.Fulfilled);
        Assert.Null(story.File.Release);
        story.AndTimersUntil("2026-06-02 00:00").LastTimeline("caseClosed").ThenStatus(CaseStatus.Closed);

        Issued().And(Submit(), "2026-02-02 10:00").When(new CaseCommand.PassInspection(null, "合格", "永平安督〔2026〕9号"),
            "2026-02-03 10:00").ThenRefused("not-a-release", "documentNumber");
    }

    [Fact]
    public void An_inspection_that_fails_in_time_goes_on_and_late_proposes_the_next_rung_or_a_new_day()
    {
        Issued().And(Submit(), "2026-02-02 10:00").And(Fail(), "2026-02-03 10:00").ThenStatus(CaseStatus.Rectifying);

        CaseStory Late() => Issued().And(Submit(), "2026-02-12 10:00").AndTimersUntil("2026-03-02 10:00");
        Late().And(Fail(), "2026-03-02 11:00").LastTimeline("""
            inspectionFailed 2026-03-02
            deadlineMissed 2026-02-12
            nextRungProposed talk 2026-03-02
            """).ThenStatus(CaseStatus.NextRungProposed);
        Late().And(FailAndContinue("2026-04-01"), "2026-03-02 11:00").LastTimeline("rungContinued 2026-03-02 2026-02-12 -> 2026-04-01")
            .ThenStatus(CaseStatus.Rectifying)
            .AndTimersUntil("2026-04-02 00:00").ThenStatus(CaseStatus.NextRungProposed);
    }

    [Fact]
    public void A_report_on_paper_that_is_entered_late_withdraws_the_proposal_but_not_what_an_inspection_found()
    {
        Missed().And(EnterSubmission("2026-02-12"), "2026-02-13 08:00").LastTimeline("timelySubmissionEntered 2026-02-12 on 2026-02-13")
            .ThenStatus(CaseStatus.AwaitingInspection);
        Missed().When(EnterSubmission("2026-02-13"), "2026-02-16 10:00").ThenRefused("wrong-state", "status");
        Issued().And(Submit(), "2026-02-12 10:00").And(Fail(), "2026-03-02 11:00")
            .When(EnterSubmission("2026-02-12"), "2026-03-03 10:00")
            .ThenRefused("report-judged", "submittedOn");
    }

    [Fact]
    public void A_report_on_paper_is_put_before_the_office_when_the_next_rung_was_opened_because_of_its_absence()
    {
        var story = Missed().And(FollowUp(Rung.Talk), "2026-02-13 10:00").And(EnterSubmission("2026-02-12"), "2026-02-16 10:00")
            .LastTimeline("timelySubmissionNoted 2026-02-12 on 2026-02-16");

        Assert.Equal(new TimelyReport(Day("2026-02-12"), Day("2026-02-16")), story.File.TimelyReport);
        Issued().And(FollowUp(Rung.Listing), "2026-01-20 10:00")
            .When(EnterSubmission("2026-01-19"), "2026-02-16 10:00")
            .ThenRefused("wrong-state", "status");
    }

    [Fact]
    public void A_notice_that_is_over_is_taken_back_from_its_start_or_not_at_all()
    {
        var story = Issued().And(Submit(), "2026-02-02 10:00").And(Pass(), "2026-02-03 10:00");

        story.When(RevokeRungFrom(), "2026-02-03 11:00").ThenRefused("nothing-to-revoke", "effect");
        story.And(VoidRung(), "2026-02-03 11:00").ThenStatus(CaseStatus.Revoked);
    }

    [Fact]
    public void It_is_extended_suspended_and_resumed_like_a_listing()
    {
        Issued().And(Extend(1), "2026-02-02 10:00").LastTimeline("extensionGranted 2026-02-02 2026-02-12 -> 2026-03-12");
        Issued().And(Suspend(), "2026-02-02 10:00").And(Resume(), "2026-02-12 10:00").LastTimeline(
            "clockResumed 2026-02-12 10 2026-02-12 -> 2026-02-22~2026-02-24");
    }

    [Fact]
    public void The_office_opens_the_next_rung_and_the_case_ends()
    {
        var story = Missed().And(FollowUp(Rung.Talk), "2026-02-24 10:00").LastTimeline("nextRungOpened c-2 talk 2026-02-24").ThenStatus(
            CaseStatus.Escalated);
        Assert.Equal(("c-2", Rung.Talk), (story.File.FollowedBy!.CaseId.Value, story.File.FollowedBy.Rung));
        Assert.Equal(Light.Grey, LightRule.Of((CaseState.Opened)story.State, Day("2026-02-24"), Sample.Calendar));

        story.When(FollowUp(Rung.Talk), "2026-02-24 11:00").Then();
        story.When(FollowUp(Rung.Listing, "c-3"), "2026-02-24 11:00").ThenRefused("has-successor", "caseId");
        story.When(DeclineNextRung(), "2026-02-24 11:00").ThenRefused("wrong-state", "status");
        story.AndTimersUntil("2027-01-01 00:00").ThenStatus(CaseStatus.Closed).When(FollowUp(Rung.Talk), "2027-01-02 10:00").Then();
    }

    [Fact]
    public void A_rung_that_runs_is_overtaken_and_expires_no_more() =>
        Issued().And(FollowUp(Rung.Listing), "2026-01-20 10:00").ThenStatus(CaseStatus.Escalated).AndTimersUntil("2026-06-01 00:00")
            .LastTimeline("""
            admonitionIssued notice 2026-01-12 2026-02-12
            nextRungOpened c-2 listing 2026-01-20
            caseClosed
            """);

    // The case that followed is open whatever became of this one between its opening and the link.
    [Fact]
    public void A_link_that_comes_late_is_recorded_and_changes_no_outcome()
    {
        Missed().And(DeclineNextRung(), "2026-02-24 10:00").And(FollowUp(Rung.Talk), "2026-02-24 10:01").ThenStatus(
            CaseStatus.NextRungDeclined);
        Issued().And(Submit(), "2026-02-02 10:00").And(Pass(), "2026-02-03 10:00").AndTimersUntil("2026-02-04 00:00").And(
            FollowUp(Rung.Talk), "2026-02-04 10:00").ThenStatus(CaseStatus.Closed);
        CaseStory.Given(List("2026-01-12", 3), At).When(FollowUp(Rung.Veto), "2026-02-02 10:00").ThenRefused("not-a-lower-rung", "caseId");
    }

    [Theory]
    // boundary: the notice was missed on 12 February
    [InlineData("2026-02-12", false)]
    [InlineData("2026-02-13", true)]
    [InlineData("2026-02-24", true)]
    [InlineData("2026-02-25", false)]
    public void It_is_declined_with_a_reason_between_the_proposal_and_today(string on, bool accepted)
    {
        var story = Missed().AndTimersUntil("2026-02-24 09:30").When(DeclineNextRung(on), "2026-02-24 10:00");

        if (!accepted) story.ThenRefused("date-out-of-range", "decidedOn");
        else Assert.Contains($"nextRungDeclined {on}",
            story.AndTimersUntil("2026-02-25 00:00").ThenStatus(CaseStatus.Closed).Events.Select(Written.Of));
    }

    [Fact]
    public void It_is_revoked_once_and_has_no_listing_to_revoke()
    {
        var story = Issued().And(RevokeRungFrom("2026-01-13"), "2026-01-20 10:00").LastTimeline("rungRevoked notice from 2026-01-13")
            .ThenStatus(CaseStatus.Revoked);
        Assert.Empty(story.Steps);
        story.When(VoidRung(), "2026-01-20 11:00").ThenRefused("nothing-to-revoke", "measure");

        Issued().When(RevokeRungFrom("2026-01-11"), "2026-01-20 10:00").ThenRefused("date-out-of-range", "on");
        Issued().When(RevokeRungFrom("2026-01-21"), "2026-01-20 10:00").ThenRefused("date-out-of-range", "on");
        Issued().When(Void(Measure.Listing), "2026-01-20 10:00").ThenRefused("nothing-to-revoke", "measure");
        CaseStory.Given(List("2026-01-12", 3), At).When(VoidRung(), "2026-01-20 10:00").ThenRefused("nothing-to-revoke", "measure");
        Missed().And(FollowUp(Rung.Talk), "2026-02-24 10:00").And(VoidRung(), "2026-02-24 11:00").ThenStatus(CaseStatus.Revoked);
    }

    [Fact]
    public void Whoever_was_called_is_corrected_and_is_barred_by_nothing()
    {
        var other = new ListedLeader(new("o-9"), "钱七", "科员", LeaderRole.Other);
        var story = Issued(Rung.Talk).And(Correct(leaders: [other]), "2026-01-20 10:00").LastTimeline("caseCorrected 2026-01-20");
        Assert.Equal([other], story.File.Opening.Leaders);
        Assert.Empty(story.File.Sanctions);
        story.When(Correct(leaders: []), "2026-01-20 10:00").ThenRefused("nobody-called", "officials");
    }

    [Fact]
    public void What_breaks_a_rule_is_refused()
    {
        var notice = Admonish(Rung.Notice, "2026-01-12");
        CaseStory.GivenNothing().When(notice with { Rung = Rung.Listing }, At).ThenRefused("rung-not-used", "rung");
        CaseStory.GivenNothing().When(notice with { Rulebook = Zhejiang with { Ladder = null } }, At).ThenRefused("rung-not-used", "rung");
        CaseStory.GivenNothing().When(notice with { Rulebook = Zhejiang with { Ladder = Zhejiang.Ladder! with { Notice = null } } }, At)
            .ThenRefused("rung-not-used", "rung");
        CaseStory.GivenNothing().When(notice with { Rulebook = Zhejiang with { ValidTo = Day("2026-01-11") } }, At).ThenRefused(
            "rulebook-not-in-force", "rulebookId");
        CaseStory.GivenNothing().When(notice with { Leaders = [Leaders[0], Leaders[0]] }, At).ThenRefused("official-named-twice",
            "officials");
        CaseStory.GivenNothing().When(Admonish(Rung.Talk, "2026-01-12") with { Leaders = [] }, At).ThenRefused("nobody-called",
            "officials");
        CaseStory.GivenNothing().When(notice with { Leaders = [] }, At).ThenAccepted();
        CaseStory.GivenNothing().When(Admonish(Rung.Notice, "2023-12-31"), At).ThenRefused("before-calendar", "issuedOn");
        // boundary: 366 days back, 31 ahead
        CaseStory.GivenNothing().When(Admonish(Rung.Notice, "2025-01-10", new Period.Months(24)), At).ThenRefused("issue-date-out-of-range",
            "issuedOn");
        CaseStory.GivenNothing().When(Admonish(Rung.Notice, "2025-01-11", new Period.Months(24)), At).ThenAccepted();
        CaseStory.GivenNothing().When(Admonish(Rung.Notice, "2026-02-12"), At).ThenAccepted();
        CaseStory.GivenNothing().When(Admonish(Rung.Notice, "2026-02-13"), At).ThenRefused("issue-date-out-of-range", "issuedOn");
        CaseStory.GivenNothing().When(Admonish(Rung.Notice, "2025-12-01"), At).ThenRefused("deadline-in-the-past", "period");
        CaseStory.GivenNothing().When(Admonish(Rung.Notice, "2026-01-12", new Period.Until(Day("2026-01-12"))), At).ThenRefused(
            "deadline-before-issue", "period.dueOn");
    }
}
