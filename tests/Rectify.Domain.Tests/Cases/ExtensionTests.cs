using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>S11, D4, D10: a deadline that was moved, and the limits of moving it.</summary>
public class ExtensionTests
{
    private static CaseStory Listed(Rulebook? rulebook = null) =>
        CaseStory.Given(List("2026-03-30", 6) with { Rulebook = rulebook ?? Zhejiang }, "2026-03-30 10:00");

    [Fact]
    public void An_extension_counts_from_the_nominal_deadline_and_keeps_the_old_one_in_history()
    {
        // Nominal 1 October, effective 8 October: three months more are 1 January 2027, moved to Monday 4.
        var story = CaseStory.Given(List("2026-04-01", 6), "2026-04-01 10:00").AndTimersUntil("2026-09-01 12:00")
            .When(Extend(3), "2026-09-01 12:00");

        story.ThenTimeline("extensionGranted 2026-09-01 2026-10-01~2026-10-08 -> 2027-01-01~2027-01-04");
        Assert.Equal(Day("2026-10-01"), story.Events.OfType<CaseEvent.ExtensionGranted>().Last().CountsFrom);
        Assert.Equal(CaseStatus.Rectifying, story.StatusAt("2027-01-04T15:59:59Z"));
        Assert.Equal(CaseStatus.Vetoed, story.StatusAt("2027-01-04T16:00:00Z"));
        Assert.Equal("2026-04-01/2026-10-01", story.Barred(Principal, Measure.Listing));
    }

    // New deadline Wed 30 December. 30 → Mon 30 November; 15 → Tue 15; 7 → Wed 23; 3 → Sun 27 → Fri 25; 1 → Tue 29.
    [Fact]
    public void The_reminders_of_the_old_deadline_do_not_fire_after_an_extension()
    {
        var story = Listed().AndTimersUntil("2026-09-20 10:00").And(Extend(3), "2026-09-20 10:00").AndTimersUntil("2026-12-30 23:59");

        Assert.Equal(
            [
                "sanctionExpired listing 2026-09-30",
                "reminderDue deadline 30@2026-11-30 of 2026-12-30", "reminderDue deadline 15@2026-12-15 of 2026-12-30",
                "reminderDue deadline 7@2026-12-23 of 2026-12-30", "reminderDue deadline 3@2026-12-25 of 2026-12-30",
                "reminderDue deadline 1@2026-12-29 of 2026-12-30", "reminderDue deadline 0@2026-12-30 of 2026-12-30",
            ],
            story.Events.SkipWhile(e => e is not CaseEvent.ExtensionGranted).Skip(1).Select(Written.Of));
    }

    [Fact]
    public void The_veto_after_an_extension_starts_on_the_new_deadline()
    {
        var story = Listed().And(Extend(3), "2026-09-20 10:00").AndTimersUntil("2027-01-01 00:00");

        Assert.Equal("2026-12-30/2027-12-30", story.Barred(Principal, Measure.Veto));
        Assert.Equal("2026-03-30/2026-09-30", story.Barred(Principal, Measure.Listing));
        Assert.False(story.IsBarred(Principal, Day("2026-12-29")));
    }

    // New deadline Fri 9 October: 7 (Fri 2) and 3 (Tue 6) days before fall back over the holidays to the day of the grant; 1 → Thu 8.
    [Fact]
    public void An_extension_short_before_the_deadline_brings_no_reminder_from_before_the_grant() =>
        Listed().AndTimersUntil("2026-09-30 12:00").And(ExtendTo("2026-10-09"), "2026-09-30 12:00")
            .ThenTimeline("""
                extensionGranted 2026-09-30 2026-09-30 -> 2026-10-09
                reminderDue deadline 3@2026-09-30 of 2026-10-09
                """)
            .AndTimersUntil("2026-10-09 23:00")
            .LastTimeline("""
                sanctionExpired listing 2026-09-30
                reminderDue deadline 1@2026-10-08 of 2026-10-09
                reminderDue deadline 0@2026-10-09 of 2026-10-09
                """);

    [Theory]
    [InlineData("2026-12-01", null)]
    // boundary
    [InlineData("0001-01-01", "extension-backwards")]
    [InlineData("2026-09-29", "extension-backwards")]
    [InlineData("2026-09-30", "extension-backwards")]
    [InlineData("2026-10-01", null)]
    [InlineData("2026-12-30", null)]
    [InlineData("2026-12-31", "extension-limit")]
    [InlineData("9999-12-31", "extension-limit")]
    public void An_extension_moves_the_deadline_later_and_by_three_months_at_most(string dueOn, string? problem)
    {
        var story = Listed().When(ExtendTo(dueOn), "2026-09-01 10:00");

        if (problem is null) story.ThenAccepted();
        else story.ThenRefused(problem, problem == "extension-limit" ? "by" : "dueOn");
    }

    public static TheoryData<Period, string?> Lengths => new()
    {
        // boundary
        { new Period.Months(3), null },
        { new Period.Months(4), "extension-limit" },
        { new Period.Months(24), "extension-limit" },
        { new Period.Days(1), null },
        { new Period.Days(91), null }, // 30 December
        { new Period.Days(92), "extension-limit" },
        { new Period.Days(730), "extension-limit" },
        { new Period.WorkingDays(1), null },
        { new Period.WorkingDays(500), "extension-limit" },
    };

    [Theory]
    [MemberData(nameof(Lengths))]
    public void An_extension_by_a_period_has_the_same_limit(Period by, string? problem)
    {
        var story = Listed().When(new CaseCommand.GrantExtension(by, "汛期", "县委政法委"), "2026-09-01 10:00");

        if (problem is null) story.ThenAccepted();
        else story.ThenRefused(problem, "by");
    }

    // 1 October nominal, 8 October effective: four days more end in the same holidays, on the same 8 October.
    [Fact]
    public void An_extension_that_ends_on_the_same_working_day_is_refused() =>
        CaseStory.Given(List("2026-04-01", 6), "2026-04-01 10:00")
            .When(new CaseCommand.GrantExtension(new Period.Days(4), "汛期", "县委政法委"), "2026-09-01 10:00")
            .ThenRefused("extension-backwards", "dueOn");

    [Theory]
    // boundary
    [InlineData("2026-09-30T15:59:59Z", null)]
    [InlineData("2026-09-30T16:00:00Z", "wrong-state")]
    public void An_extension_is_granted_before_the_deadline(string at, string? problem)
    {
        var story = Listed().When(Extend(1), at);

        if (problem is null) story.ThenAccepted();
        else story.ThenRefused(problem, "status");
    }

    [Theory]
    // boundary
    [InlineData("2026-09-30T15:59:59Z", null)]
    [InlineData("2026-09-30T16:00:00Z", "deadline-passed")]
    public void A_case_that_awaits_inspection_is_extended_before_the_deadline_only(string at, string? problem)
    {
        var story = Listed().And(Submit(), "2026-09-10 10:00").When(Extend(1), at);

        if (problem is null) story.ThenAccepted().ThenStatus(CaseStatus.AwaitingInspection);
        else story.ThenRefused(problem, "by");
    }

    [Fact]
    public void A_second_extension_is_refused_when_the_rulebook_allows_one() =>
        Listed().And(Extend(1), "2026-09-01 10:00").When(Extend(1), "2026-09-02 10:00").ThenRefused("extension-limit", "by");

    [Fact]
    public void A_rulebook_without_extensions_allows_none() =>
        Listed(Zhejiang with { Extension = null }).When(Extend(1), "2026-09-01 10:00").ThenRefused("extension-not-allowed", "by");

    // Entered on Wed 25 March for Wed 15 April, due Mon 20 April; a reminder 7 days before is the listing date at the earliest.
    [Fact]
    public void An_extension_before_the_listing_date_brings_no_reminder_before_it()
    {
        var story = CaseStory.Given(List("2026-04-15", new Period.Until(Day("2026-04-17"))), "2026-03-25 10:00")
            .And(ExtendTo("2026-04-20"), "2026-03-25 12:00").AndTimersUntil("2026-04-20 23:59");

        Assert.All(story.Events.OfType<CaseEvent.ReminderDue>(), due => Assert.True(due.Reminder.Day >= Day("2026-04-15"), due.ToString()));
        Assert.DoesNotContain(story.Events, e => e is CaseEvent.ReminderSkipped);
    }
}
