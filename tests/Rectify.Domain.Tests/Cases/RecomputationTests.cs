using System.Globalization;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Terms;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>暂定日期重算 (D9), with a notice for 2027 as it might read.</summary>
public class RecomputationTests
{
    [Theory]
    // later: the day is off by the notice, and the next worked one is a make-up Sunday
    [InlineData("2026-08-12", "months 6", "2027-02-12", "2027-02-14")]
    // earlier: a Saturday that is worked after all
    [InlineData("2026-08-20", "months 6", "2027-02-22", "2027-02-20")]
    // the same day, but no longer provisional
    [InlineData("2026-08-18", "months 6", "2027-02-18", "2027-02-18")]
    [InlineData("2026-08-12", "days 184", "2027-02-12", "2027-02-14")]
    // boundary: the last day of the old year moves into the new one
    [InlineData("2026-09-30", "days 95", "2027-01-04", "2027-01-04")]
    // working days are counted anew: 4, 9, 10, 11, 12 February by law, and 4, 14, 15, 16, 17 by the notice
    [InlineData("2027-02-03", "workingDays 5", "2027-02-12", "2027-02-17")]
    public void A_provisional_deadline_is_computed_again(string listedOn, string period, string before, string after)
    {
        var story = CaseStory.Given(List(listedOn, PeriodOf(period)), $"{listedOn} 10:00");
        Assert.Equal((Day(before), true), (story.File.Deadline!.Effective, story.File.Deadline.Provisional));

        var moved = Assert.IsType<CaseEvent.DeadlineRecomputed>(Assert.Single(Recompute(story, $"{listedOn} 11:00")));

        Assert.Equal(story.File.Deadline, moved.Previous);
        Assert.Equal((story.File.Deadline.Nominal.Year == 2026 ? story.File.Deadline.Nominal : moved.Deadline.Nominal, Day(after), false),
            (moved.Deadline.Nominal, moved.Deadline.Effective, moved.Deadline.Provisional));
        Assert.Equal((Day(listedOn), Notice2027.Source), (moved.RecomputedOn, moved.Source));
    }

    [Fact]
    public void Once_recomputed_nothing_is_left_to_do()
    {
        var story = CaseStory.Given(List("2026-08-12", 6), "2026-08-12 10:00");
        var state = Evolution.Fold(story.State, Recompute(story, "2026-11-20 10:00"));
        Assert.False(RecomputationDecision.IsDue(state, At("2026-11-20 10:00")));
        Assert.True(RecomputationDecision.IsDue(story.State, At("2026-11-20 10:00")));
    }

    // Thursday 31 December 2026: certain once 2027 is imported; moved when the notice has that day off and 2026 is imported again.
    [Fact]
    public void The_last_days_of_a_year_are_certain_when_the_notice_of_the_next_is_imported()
    {
        var story = CaseStory.Given(List("2026-06-30", new Period.Days(184)), "2026-06-30 10:00");
        Assert.Equal((Day("2026-12-31"), true), (story.File.Deadline!.Effective, story.File.Deadline.Provisional));

        var certain = Assert.IsType<CaseEvent.DeadlineRecomputed>(Assert.Single(Recompute(story, "2026-06-30 11:00")));
        Assert.Equal((Day("2026-12-31"), false), (certain.Deadline.Effective, certain.Deadline.Provisional));

        var year = Imported.Year(2026);
        var bridged =
            Imported.With(
                new CalendarYear(2026, year.Source, year.DaysOff.Append(Day("2026-12-31")).ToHashSet(),
                    year.MakeUpWorkingDays.Append(Day("2026-12-27")).ToHashSet()));
        var context = new DecisionContext(TheCase, Instant("2026-11-20 10:00"), bridged);
        var moved =
            Assert.IsType<Decision.Accepted>(
                Decider.Decide(new CaseCommand.RecomputeDeadline(), Settlement.Settle(story.State, context), context)).Events;
        Assert.Equal(Day("2027-01-04"), Assert.Single(moved.OfType<CaseEvent.DeadlineRecomputed>()).Deadline.Effective);
    }

    // Stored before the last days of a year were provisional: nothing is said until the day moves.
    [Fact]
    public void A_certain_day_is_not_made_doubtful_by_an_entry()
    {
        var story = CaseStory.Given(List("2026-06-30", new Period.Days(184)), "2026-06-30 10:00");
        var stored =
            Evolution.Fold(
                story.Events.Select(
                    e => e is CaseEvent.UnitListed listed
                        ? listed with { Deadline = new(listed.Deadline.Nominal, listed.Deadline.Effective, Provisional: false) } : e));
        Assert.False(RecomputationDecision.IsDue(stored, CaseStory.Context("2026-06-30 11:00")));
    }

    [Fact]
    public void A_day_that_the_office_wrote_is_kept() =>
        Assert.Empty(
            Recompute(CaseStory.Given(List("2026-08-12", new Period.Until(new(2027, 2, 12))), "2026-08-12 10:00"), "2026-11-20 10:00"));

    [Fact]
    public void A_continued_listing_keeps_its_written_day()
    {
        var story = CaseStory.Given(List("2026-06-12", 3), "2026-06-12 10:00").And(Submit(), "2026-09-01 10:00")
            .And(FailAndContinue("2027-02-12"), "2026-10-12 10:00");
        Assert.Empty(Recompute(story, "2026-11-20 10:00"));
    }

    [Fact]
    public void An_extension_by_months_is_computed_again_and_one_to_a_day_is_not()
    {
        var listed = List("2026-08-12", 3);
        var extended = CaseStory.Given(listed, "2026-08-12 10:00").And(Extend(3), "2026-10-12 10:00");
        var written = CaseStory.Given(listed, "2026-08-12 10:00").And(ExtendTo("2027-02-12"), "2026-10-12 10:00");

        Assert.Equal(new(2027, 2, 14), ((CaseEvent.DeadlineRecomputed)Recompute(extended, "2026-11-20 10:00")[0]).Deadline.Effective);
        Assert.Empty(Recompute(written, "2026-11-20 10:00"));
    }

    [Fact]
    public void An_extension_that_was_stored_without_its_length_is_computed_again_while_it_is_provisional()
    {
        var story = CaseStory.Given(List("2026-08-12", 3), "2026-08-12 10:00").And(Extend(3), "2026-10-12 10:00");
        var first = Evolution.Fold(story.Events.Select(e => e is CaseEvent.ExtensionGranted granted ? granted with { By = null } : e));
        Assert.Equal(new(2027, 2, 14),
            ((CaseState.Listed)Evolution.Fold(first, Recompute(first, "2026-11-20 10:00"))).Rectification.Deadline.Effective);
    }

    [Theory]
    // the notice came late: on 19 February a day's warning is left, from the 20th on the worked Saturday is no warning at all
    [InlineData("2027-02-19 10:00", "2027-02-20")]
    [InlineData("2027-02-20 10:00", "2027-02-22")]
    [InlineData("2027-02-21 10:00", "2027-02-22")]
    [InlineData("2027-02-22 23:59", "2027-02-22")]
    public void A_deadline_never_moves_to_a_day_that_has_come(string at, string effective)
    {
        var story = CaseStory.Given(List("2026-08-20", 6), "2026-08-20 10:00").AndTimersUntil(at);
        // A reminder that falls due by the move goes out with it.
        var moved = Assert.IsType<CaseEvent.DeadlineRecomputed>(Recompute(story, at)[0]);
        Assert.Equal((Day(effective), false), (moved.Deadline.Effective, moved.Deadline.Provisional));
    }

    [Fact]
    public void A_deadline_that_has_passed_stays_and_so_does_what_followed_from_it()
    {
        var vetoed = CaseStory.Given(List("2026-08-12", 6), "2026-08-12 10:00").AndTimersUntil("2027-02-13 10:00");
        var waiting = CaseStory.Given(List("2026-08-12", 6), "2026-08-12 10:00").And(Submit(), "2027-02-12 10:00");

        Assert.Empty(Recompute(vetoed, "2027-02-13 10:00"));
        Assert.Empty(Recompute(waiting, "2027-02-13 00:00").OfType<CaseEvent.DeadlineRecomputed>());
        Assert.NotEmpty(Recompute(waiting, "2027-02-12 23:59").OfType<CaseEvent.DeadlineRecomputed>());
    }

    [Fact]
    public void No_sanction_moves_with_the_deadline()
    {
        var story = CaseStory.Given(List("2026-08-12", 6), "2026-08-12 10:00");
        var after = (CaseState.Opened)Evolution.Fold(story.State, Recompute(story, "2026-11-20 10:00"));
        Assert.Equal(story.File.Sanctions, after.File.Sanctions);
    }

    [Fact]
    public void The_reminders_of_the_moved_deadline_lie_before_it_on_working_days_and_none_in_the_past()
    {
        var story = CaseStory.Given(List("2026-08-12", 6), "2026-08-12 10:00");
        var state = Evolution.Fold(story.State, Recompute(story, "2027-01-20 10:00").OfType<CaseEvent.DeadlineRecomputed>());

        var reminders = Schedule.Of(state, Imported).OfType<Step.Remind>().Where(step => step.Reminder.Kind == ReminderKind.Deadline)
            .Select(step => $"{step.Reminder.Days}@{step.Day:MM-dd}");
        Assert.Equal(["15@01-29", "1@02-04", "0@02-14"], reminders);
    }

    private static IReadOnlyList<CaseEvent> Recompute(CaseStory story, string at) => Recompute(story.State, at);

    private static IReadOnlyList<CaseEvent> Recompute(CaseState state, string at) =>
        Assert.IsType<Decision.Accepted>(
            Decider.Decide(new CaseCommand.RecomputeDeadline(), Settlement.Settle(state, At(at)), At(at))).Events;

    private static DecisionContext At(string at) => new(TheCase, Instant(at), Imported);

    private static Period PeriodOf(string text) => text.Split(' ') switch
    {
        ["months", var count] => new Period.Months(int.Parse(count, CultureInfo.InvariantCulture)),
        ["days", var count] => new Period.Days(int.Parse(count, CultureInfo.InvariantCulture)),
        [_, var count] => new Period.WorkingDays(int.Parse(count, CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException(text),
    };
}
