using Rectify.Domain.Cases;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>中止、恢复: a clock that stands still, and what it runs on to.</summary>
public class SuspensionTests
{
    private static CaseStory Suspended(string at = "2026-06-01 12:00") =>
        CaseStory.Given(List("2026-03-30", 6), "2026-03-30 10:00").AndTimersUntil(at).And(Suspend(), at);

    [Fact]
    public void Paused_days_are_added_to_the_deadline()
    {
        var story = Suspended().When(Resume(), "2026-06-11 12:00")
            .ThenTimeline("clockResumed 2026-06-11 10 2026-09-30 -> 2026-10-10").ThenStatus(CaseStatus.Rectifying);

        Assert.Equal(10, story.File.Rectification!.SuspendedDays);
        Assert.Equal(CaseStatus.Rectifying, story.StatusAt("2026-10-10T15:59:59Z"));
        Assert.Equal(CaseStatus.Vetoed, story.StatusAt("2026-10-10T16:00:00Z"));
        Assert.Equal("2026-10-10/2027-10-10", story.AndTimersUntil("2026-10-11 00:00").Barred(Unit, Measure.Veto));
        Assert.Equal("2026-03-30/2026-09-30", story.Barred(Unit, Measure.Listing));
    }

    [Fact]
    public void A_suspended_case_is_neither_reminded_nor_vetoed()
    {
        var story = Suspended().AndTimersUntil("2040-01-01 00:00").ThenStatus(CaseStatus.Suspended);

        Assert.Null(story.File.Veto);
        Assert.Equal(CaseStatus.Suspended, story.StatusAt("2040-01-01 00:00"));
        Assert.Equal(
            ["reminderDue sanctionEnd listing 30@2026-08-31 of 2026-09-30", "sanctionExpired listing 2026-09-30"],
            story.Events.SkipWhile(e => e is not CaseEvent.ClockSuspended).Skip(1).Select(Written.Of));
    }

    // Suspended on the last evening, resumed on Monday 2 November: that day is the last one.
    [Fact]
    public void A_clock_that_is_stopped_on_the_last_day_leaves_the_day_of_the_resumption()
    {
        var story = Suspended("2026-09-30 23:59").AndTimersUntil("2026-11-02 09:30").When(Resume(), "2026-11-02 09:30")
            .ThenTimeline("""
                clockResumed 2026-11-02 33 2026-09-30 -> 2026-11-02
                reminderDue deadline 0@2026-11-02 of 2026-11-02
                """);

        Assert.Equal(CaseStatus.Rectifying, story.StatusAt("2026-11-02 23:59"));
        Assert.Equal(CaseStatus.Vetoed, story.StatusAt("2026-11-03 00:00"));
    }

    [Fact]
    public void After_the_deadline_nothing_is_left_to_stop() =>
        CaseStory.Given(List("2026-03-30", 6), "2026-03-30 10:00").When(Suspend(), "2026-10-01 00:00").ThenRefused("wrong-state", "status");

    [Fact]
    public void The_reminders_of_the_new_deadline_fire_and_those_of_the_old_one_do_not()
    {
        var story = Suspended("2026-09-16 12:00").AndTimersUntil("2026-10-12 08:00").And(Resume(), "2026-10-12 08:00").AndTimersUntil(
            "2026-11-01 00:00");

        // 26 days more: nominal Monday 26 October. 15 days before, the clock still stood.
        Assert.Equal(
            ["7@2026-10-19", "1@2026-10-23", "0@2026-10-26"],
            story.Events.SkipWhile(e => e is not CaseEvent.ClockResumed).OfType<CaseEvent.ReminderDue>().Select(
                e => $"{e.Reminder.Days}@{e.Reminder.Day:yyyy-MM-dd}"));
        Assert.Equal(Day("2026-10-26"), story.File.Veto!.Term.From);
    }

    [Fact]
    public void Paused_days_add_up_and_are_not_forgotten_by_an_extension()
    {
        var story = Suspended().And(Resume(), "2026-06-11 12:00").And(Suspend(), "2026-07-01 12:00").And(Resume(), "2026-07-06 12:00");
        Assert.Equal((Day("2026-10-15"), 15), (story.File.Deadline!.Nominal, story.File.Rectification!.SuspendedDays));

        story.And(Extend(3), "2026-07-07 12:00");
        Assert.Equal((Day("2027-01-15"), 15), (story.File.Deadline!.Nominal, story.File.Rectification!.SuspendedDays));
    }

    [Fact]
    public void A_pause_after_an_extension_or_a_continuation_is_added_to_the_new_deadline()
    {
        var extended = CaseStory.Given(List("2026-03-30", 6), "2026-03-30 10:00").And(Extend(1), "2026-09-01 12:00")
            .And(Suspend(), "2026-09-02 12:00").And(Resume(), "2026-09-12 12:00");
        Assert.Equal(Day("2026-11-09"), extended.File.Deadline!.Nominal); // 30 October and ten days

        var continued = CaseStory.Given(List("2026-03-30", 6), "2026-03-30 10:00").And(Submit(), "2026-09-30 10:00")
            .And(FailAndContinue("2026-12-31"), "2026-10-20 10:00").And(Suspend(), "2026-11-02 12:00").And(Resume(), "2026-11-07 12:00");
        Assert.Equal(Day("2027-01-05"), continued.File.Deadline!.Nominal);
    }

    // At most two months in all from 30 September. Ten paused days move that limit by ten, and a new date after a failed inspection
    // begins it anew: neither is an extension.
    [Fact]
    public void What_extensions_may_add_in_all_is_counted_without_pauses_and_from_a_new_date()
    {
        var limited = Zhejiang with { Extension = Zhejiang.Extension! with { MaxCount = 3, InAll = new Period.Months(2) } };
        CaseStory Begun() => CaseStory.Given(List("2026-03-30", 6) with { Rulebook = limited }, "2026-03-30 10:00");

        Begun().When(ExtendTo("2026-12-01"), "2026-06-01 12:00").ThenRefused("extension-limit", "by");
        var paused = Begun().And(Suspend(), "2026-06-01 12:00").And(Resume(), "2026-06-11 12:00").And(Extend(1), "2026-06-12 12:00");
        paused.When(ExtendTo("2026-12-11"), "2026-06-12 13:00").ThenRefused("extension-limit", "by");
        Assert.Equal(Day("2026-12-10"), paused.And(ExtendTo("2026-12-10"), "2026-06-12 14:00").File.Deadline!.Nominal);

        var continued = Begun().And(Submit(), "2026-09-30 10:00").And(FailAndContinue("2026-12-31"), "2026-10-20 10:00");
        continued.When(ExtendTo("2027-03-01"), "2026-10-21 10:00").ThenRefused("extension-limit", "by");
        Assert.Equal(Day("2027-02-28"), continued.And(ExtendTo("2027-02-28"), "2026-10-21 11:00").File.Deadline!.Nominal);
    }

    // 20 working days after Monday 30 March 2026 are Tuesday 28 April; suspended over the weekend of 11 April and on Monday 13.
    [Fact]
    public void Of_a_period_in_working_days_only_working_days_are_added_whatever_was_granted_before()
    {
        var story = CaseStory.Given(List("2026-03-30", new Period.WorkingDays(20)), "2026-03-30 10:00");
        Assert.Equal(Day("2026-04-28"), story.File.Deadline!.Effective);

        story.And(Suspend(), "2026-04-11 12:00").And(Resume(), "2026-04-14 12:00");
        Assert.Equal((Day("2026-04-29"), 3), (story.File.Deadline!.Effective, story.File.Rectification!.SuspendedDays));

        story.And(new CaseCommand.GrantExtension(new Period.WorkingDays(2), "汛期", "县委政法委"), "2026-04-15 12:00");
        story.And(Suspend(), "2026-04-18 12:00").And(Resume(), "2026-04-20 12:00");
        Assert.Equal(Day("2026-05-06"), story.File.Deadline!.Effective); // a weekend: nothing is added
    }

    [Fact]
    public void A_clock_that_has_not_begun_is_not_stopped() =>
        CaseStory.Given(List("2026-04-10", 6), "2026-03-30 10:00").When(Suspend(), "2026-04-09 23:59").ThenRefused("not-listed-yet",
            "reason");

    [Fact]
    public void A_stopped_clock_takes_no_submission_and_no_extension_until_it_is_resumed()
    {
        Suspended().When(Submit(), "2026-06-02 12:00").ThenRefused("wrong-state", "status");
        Suspended().When(Extend(1), "2026-06-02 12:00").ThenRefused("wrong-state", "status");
        Suspended().When(Suspend(), "2026-06-02 12:00").ThenRefused("wrong-state", "status");
        Suspended().And(Resume(), "2026-06-02 12:00").And(Submit(), "2026-06-02 12:00").ThenStatus(CaseStatus.AwaitingInspection);
    }

    // The last entry is of 1 June; today is the fifth.
    [Theory]
    [InlineData("2026-06-01", true)]
    [InlineData("2026-06-05", true)]
    [InlineData(null, true)]
    // boundary
    [InlineData("2026-05-31", false)]
    [InlineData("2026-06-06", false)]
    public void A_clock_is_stopped_from_a_day_between_the_last_entry_and_today(string? from, bool accepted)
    {
        var state = CaseStory.Given(List("2026-03-30", 6), "2026-03-30 10:00").State;
        var decision = Decider.Decide(
            new CaseCommand.SuspendClock("汛期停工", from is null ? null : Day(from), "王书记"), state,
            CaseStory.Context("2026-06-05 12:00") with { LastEntryOn = Day("2026-06-01") });

        if (accepted)
        {
            Assert.Contains(
                new CaseEvent.ClockSuspended(Day(from ?? "2026-06-05"), "汛期停工", "王书记"), ((Decision.Accepted)decision).Events);
        }
        else
        {
            var rejection = ((Decision.Rejected)decision).Rejection;
            Assert.Equal(("suspendedOn", "date-out-of-range"), (rejection.Member, rejection.Problem));
        }
    }

    [Theory]
    [InlineData("2026-06-03", 2)]
    [InlineData("2026-06-11", 10)]
    [InlineData(null, 10)]
    // boundary
    [InlineData("2026-06-02", null)]
    [InlineData("2026-06-12", null)]
    public void A_clock_runs_again_from_a_day_between_the_last_entry_and_today(string? from, int? days)
    {
        var decision = Decider.Decide(
            new CaseCommand.ResumeClock("汛期结束", from is null ? null : Day(from), "王书记"), Suspended().State,
            CaseStory.Context("2026-06-11 12:00") with { LastEntryOn = Day("2026-06-03") });

        if (days is { } paused)
        {
            var resumed = Assert.Single(((Decision.Accepted)decision).Events.OfType<CaseEvent.ClockResumed>());
            Assert.Equal(
                (Day(from ?? "2026-06-11"), paused, Day("2026-09-30").AddDays(paused), "王书记"),
                (resumed.ResumedOn, resumed.PausedDays, resumed.Deadline.Nominal, resumed.ApprovedBy));
        }
        else
        {
            var rejection = ((Decision.Rejected)decision).Rejection;
            Assert.Equal(("resumedOn", "date-out-of-range"), (rejection.Member, rejection.Problem));
        }
    }

    [Fact]
    public void A_suspended_listing_is_revoked_like_any() =>
        Suspended().And(Void(Measure.Listing), "2026-06-02 12:00").ThenStatus(CaseStatus.Revoked);

    [Fact]
    public void A_pause_that_no_calendar_covers_is_refused_and_stays_a_pause() =>
        Suspended().When(Resume(), "2097-01-01 12:00").ThenRefused("no-deadline", "reason").ThenStatus(CaseStatus.Suspended);
}
