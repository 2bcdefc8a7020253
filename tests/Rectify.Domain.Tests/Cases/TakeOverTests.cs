using System.Collections.Concurrent;
using System.Text.Json;
using CsCheck;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Eligibility;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>接转: a case of another ledger stands where it would stand had this one kept it from its first day.</summary>
public class TakeOverTests
{
    private const string GoLive = "2026-04-20 10:00";

    // Imported notices, repeated counting, clocks that were set back: they belong to a ledger that was kept here from the beginning.
    private static readonly IReadOnlyList<string> OfThisLedgerAlone = ["import", "recompute", "setBack", "reopen", "rename"];

    [Fact]
    public void A_released_listing_bars_to_its_last_day_and_to_no_other()
    {
        var state = Taken(List("2025-12-01", 3), "2025-12-01", On("2026-02-20", Submit()), On("2026-02-26", Pass()));

        Assert.IsType<CaseState.Released>(state);
        Assert.Equal([("2025-11-30", false), ("2025-12-01", true), ("2026-06-01", true), ("2026-06-02", false)], Answers(
            state, Unit, "2025-11-30", "2025-12-01", "2026-06-01", "2026-06-02"));
        Assert.Equal(new DateOnly(2026, 4, 20), state.File.TakenOver!.TakenOverOn);
        Assert.All(
            Schedule.Of(state, Sample.Calendar),
            step => Assert.True(step.DueAt >= LocalDay.StartOf(new(2026, 4, 20)), $"{step} lies in the past"));
    }

    [Fact]
    public void A_deadline_that_was_missed_in_the_past_is_the_veto_of_that_day()
    {
        var state = Taken(List("2025-06-01", 3), "2025-06-01");

        var veto = Assert.IsType<CaseState.Vetoed>(state).File.Veto!;
        Assert.Equal((new DateOnly(2025, 9, 1), new DateOnly(2026, 9, 1)), (veto.Term.From, veto.Term.To));
    }

    [Fact]
    public void A_case_in_the_middle_goes_on_with_the_extension_and_the_pause_that_it_had()
    {
        var state = Taken(
            List("2025-12-01", 4), "2025-12-01", On("2026-01-05", Suspend()), On("2026-01-15", Resume()),
            On("2026-03-20", Extend(2)));

        var clock = Assert.IsType<CaseState.Rectifying>(state).Rectification;
        Assert.Equal((10, 1), (clock.SuspendedDays, clock.Extensions));
        Assert.Equal(new DateOnly(2026, 6, 11), clock.Deadline.Nominal);
    }

    // The timers of the day are not taken from it: what is due today goes out today, with its mails.
    [Fact]
    public void What_falls_due_on_the_day_itself_is_left_to_the_timers()
    {
        var (state, events) = Decided(List("2025-10-20", 6), "2025-10-20");

        Assert.IsType<CaseState.Rectifying>(state);
        Assert.DoesNotContain(events, happened => happened is CaseEvent.ReminderDue);
        var today = Assert.IsType<Step.Remind>(Schedule.Of(state, Sample.Calendar)[0]);
        Assert.Equal((new DateOnly(2026, 4, 20), 0), (today.Day, today.Reminder.Days));
    }

    [Theory]
    [InlineData("2026-04-20")]
    [InlineData("2026-05-01")]
    public void A_measure_of_today_or_later_is_not_taken_over(string listedOn)
    {
        var refused = Refused(List(listedOn, 3), listedOn);
        Assert.Equal(("take-over-not-past", "opening"), (refused.Problem, refused.Member));
    }

    [Theory]
    [InlineData("2025-11-30")] // before the listing
    [InlineData("2026-04-20")] // today
    public void An_act_outside_the_past_of_the_case_is_refused_with_its_place(string day)
    {
        var refused = Refused(List("2025-12-01", 3), "2025-12-01", On(day, Submit()));
        Assert.Equal(("take-over-out-of-order", "acts[0].on"), (refused.Problem, refused.Member));
    }

    [Fact]
    public void An_act_that_cannot_have_happened_is_refused_by_the_rule_of_its_day_and_with_its_place()
    {
        var refused = Refused(
            List("2025-12-01", 3), "2025-12-01", On("2026-02-01", Submit()), On("2026-02-02", Pass()), On("2026-02-03", Pass()));
        Assert.Equal(("wrong-state", "acts[2].status"), (refused.Problem, refused.Member));
    }

    [Fact]
    public void An_opening_that_the_rules_refuse_is_refused_with_its_place() =>
        Assert.Equal(
            "opening.receivedOn", Refused(List("2025-12-01", 3) with { ReceivedOn = new(2025, 11, 30) }, "2025-12-01").Member);

    // Each of two hundred cases played at random is taken over on the day on which it ended here, from the commands alone.
    [Fact]
    public void A_case_taken_over_is_the_case_that_was_kept_here_on_every_day()
    {
        var compared = new ConcurrentBag<CaseStatus>();
        RandomCase.Any.Sample(
            play =>
            {
                var played = new PlayedCase(play with { Moves = [.. play.Moves.Where(IsOfAnyLedger)] }, PlayedCase.Timers.OnTime);
                var (opening, acts) = (played.Commands[0], played.Commands[1..]);
                var decision = TakeOver.Of(new PastCase(opening.Command, opening.On, acts, "台账", "周敏"), played.Context);

                var accepted = Assert.IsType<Decision.Accepted>(decision);
                var taken = (CaseState.Opened)Settlement.Settle(Evolution.Fold(accepted.Events), played.Context);
                compared.Add(CaseStatus.Of(taken));
                Assert.Equal(Text(played.State), Text(taken));
                foreach (var subject in RandomCase.Subjects)
                    for (var day = new DateOnly(2025, 1, 1); day < new DateOnly(2028, 1, 1); day = day.AddDays(1))
                        Assert.Equal(Answer(played.State, subject, day), Answer(taken, subject, day));
            },
            iter: 200);

        Assert.True(compared.Distinct().Count() >= 3, string.Join(", ", compared.Distinct()));
    }

    private static bool IsOfAnyLedger(RandomCase.Move move) => !OfThisLedgerAlone.Contains(move.Kind);

    private static string Text(CaseState.Opened state)
    {
        var compared = state with { File = state.File with { Reminders = [], TakenOver = null } };
        return JsonSerializer.Serialize(compared, compared.GetType(), DomainJson.Options);
    }

    private static string Answer(CaseState.Opened state, Rectify.Domain.Identity.Subject subject, DateOnly day)
    {
        var answer = EligibilityRule.Of(subject, day, [(TheCase, state)]);
        return $"{day:yyyy-MM-dd} {answer.GetType().Name} {(answer as EligibilityAnswer.Barred)?.Until:yyyy-MM-dd}";
    }

    private static PastAct On(string day, CaseCommand command) => new(DateOnly.Parse(day, null), command);

    private static Decision Of(CaseCommand opening, string openedOn, PastAct[] acts) => TakeOver.Of(
        new PastCase(opening, DateOnly.Parse(openedOn, null), acts, "2025年台账.xlsx", "周敏"), CaseStory.Context(GoLive));

    private static (CaseState.Opened State, IReadOnlyList<CaseEvent> Events) Decided(
        CaseCommand opening, string openedOn, params PastAct[] acts)
    {
        var decision = Of(opening, openedOn, acts);
        Assert.True(decision is Decision.Accepted, (decision as Decision.Rejected)?.Rejection.Message.ToString());
        var events = ((Decision.Accepted)decision).Events;
        return ((CaseState.Opened)Evolution.Fold(events), events);
    }

    private static CaseState.Opened Taken(CaseCommand opening, string openedOn, params PastAct[] acts) =>
        Decided(opening, openedOn, acts).State;

    private static Rejection Refused(CaseCommand opening, string openedOn, params PastAct[] acts) =>
        Assert.IsType<Decision.Rejected>(Of(opening, openedOn, acts)).Rejection;

    private static IEnumerable<(string Day, bool IsBarred)> Answers(
        CaseState.Opened state, Rectify.Domain.Identity.Subject subject, params string[] days) =>
        days.Select(day => (day, EligibilityRule.Of(subject, DateOnly.Parse(day, null), [(TheCase, state)]) is EligibilityAnswer.Barred));
}
