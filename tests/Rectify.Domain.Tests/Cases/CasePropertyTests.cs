using CsCheck;
using Rectify.Domain.Cases;
using Rectify.Domain.Eligibility;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>Thousands of cases played at random; a failure prints the seed and the shortest case that shows it.</summary>
public class CasePropertyTests
{
    private const int Cases = 900;

    [Fact]
    public void A_random_case_imposes_exactly_the_sanctions_of_the_rules() => RandomCase.Any.Sample(
        play =>
        {
            var (_, state, naive) = Play(play, settleOnTheWay: false);
            AssertSameSanctions(state, naive);
        },
        iter: Cases);

    [Fact]
    public void A_random_case_bars_exactly_the_days_that_the_rules_bar() => RandomCase.Any.Sample(
        play =>
        {
            var (_, state, naive) = Play(play, settleOnTheWay: false);
            AssertSameAnswers(state, naive);
        },
        iter: Cases / 15);

    [Fact]
    public void A_random_case_is_the_same_whether_timers_fire_on_time_or_never() => RandomCase.Any.Sample(
        play =>
        {
            var (onTime, state, _) = Play(play, settleOnTheWay: true);
            var (late, lateState, _) = Play(play, settleOnTheWay: false);

            Assert.Equal(state.GetType(), lateState.GetType());
            Assert.Equal(Kept(onTime), Kept(late));
            Assert.Equal(state.File.Rectification, lateState.File.Rectification);
            Assert.Equal(state.File.Sanctions, lateState.File.Sanctions);
            Assert.Equal(state.File.Reminders, lateState.File.Reminders);
        },
        iter: Cases);

    // The ledger keeps events and not states: what is stored and read again gives the same case.
    [Fact]
    public void A_random_case_is_read_back_from_its_stored_events() => RandomCase.Any.Sample(
        play =>
        {
            var (events, state, _) = Play(play, settleOnTheWay: true);
            var stored = EventChain.Extend(TheCase, [], events, Instant("2026-01-01 00:00"), "system");
            var read = (CaseState.Opened)Evolution.Fold(stored.Select(entry => entry.Event));

            Assert.Null(EventChain.FirstBreak(stored));
            Assert.Equal(state.GetType(), read.GetType());
            Assert.Equal(state.File.Sanctions, read.File.Sanctions);
            Assert.Equal(state.File.Rectification, read.File.Rectification);
            Assert.Equal(state.File.Reminders, read.File.Reminders);
            Assert.Equal(state.File.Expired, read.File.Expired);
            Assert.Equal(state.File.Veto, read.File.Veto);
        },
        iter: Cases / 3);

    private static (List<CaseEvent> Events, CaseState.Opened State, NaiveCase Naive) Play(RandomCase play, bool settleOnTheWay)
    {
        var naive = new NaiveCase(RandomCase.Days, Subjects.Count, play.Committee, play.Bar);
        var events = new List<CaseEvent>();
        CaseState state = new CaseState.NotOpened();

        var now = LocalDay.At(RandomCase.Days.Date(play.ListedOn), new TimeOnly(6, 0));
        Assert.True(Do(List($"{RandomCase.Days.Date(play.ListedOn):yyyy-MM-dd}", play.Months) with { Rulebook = play.Rulebook }));
        naive.List(play.ListedOn, play.Months);

        foreach (var move in play.Moves)
        {
            var until = now.AddHours(12 * move.HalfDays);
            // What follows from a move a year later still lies within the oracle's list of days.
            if (LocalDay.Of(until) >= new DateOnly(2028, 1, 1)) break;
            if (settleOnTheWay) TimersUntil(until);
            now = until;
            Try(move);
        }

        var end = now.AddDays(200);
        if (settleOnTheWay) TimersUntil(end);
        now = end;
        Do(CarryOutDue);
        naive.Dawn(Today());
        return (events, (CaseState.Opened)state, naive);

        int Today() => RandomCase.Index(LocalDay.Of(now));

        bool Do(CaseCommand command)
        {
            var context = CaseStory.Context(now);
            if (Decider.Decide(command, state, context) is not Decision.Accepted accepted) return false;
            events.AddRange(accepted.Events);
            state = Evolution.Fold(state, accepted.Events);

            Assert.Empty(Settlement.Due(state, context));
            var steps = Schedule.Of(state, Sample.Calendar);
            Assert.All(steps, step => Assert.True(step.DueAt > now, $"{step} is due before {now:O}"));
            if (state is CaseState.Closed) Assert.Empty(steps);
            return true;
        }

        void TimersUntil(DateTimeOffset until)
        {
            while (Schedule.Of(state, Sample.Calendar) is [var next, ..] && next.DueAt <= until)
            {
                now = next.DueAt;
                Assert.True(Do(CarryOutDue));
            }
        }

        void Try(RandomCase.Move move)
        {
            var today = Today();
            naive.Dawn(today);
            var back = Math.Max(today - move.Back, 0);
            var on = $"{RandomCase.Days.Date(back):yyyy-MM-dd}";
            var continued = today + 1 + move.Back;
            switch (move.Kind)
            {
                case "submit" when Same(naive.MaySubmit, Submit()): naive.Submit(); break;
                case "pass" when Same(naive.MayInspect, Pass()): naive.Pass(today); break;
                case "fail" when Same(naive.MayInspect, Fail()): naive.Fail(today, null); break;
                case "continue" when Same(naive.MayInspect, FailAndContinue($"{RandomCase.Days.Date(continued):yyyy-MM-dd}")): naive.Fail(today, continued); break;
                case "extend" when Same(naive.MayExtend(today, 1 + move.Number % 4), Extend(1 + move.Number % 4)): naive.Extend(1 + move.Number % 4); break;
                case "revoke" when InTerm(move.Measure, back) && Same(naive.MayRevoke(move.Measure, back), RevokeFrom(move.Measure, on)): naive.Revoke(move.Measure, back); break;
                case "void" when Same(naive.MayRevoke(move.Measure, null), Void(move.Measure)): naive.Revoke(move.Measure, null); break;
                case "revokeOne" when InTerm(move.Measure, back) && Same(naive.MayRevoke(move.Subject, move.Measure, back), RevokeFrom(Id(move), on)): naive.Revoke(move.Subject, move.Measure, back); break;
                case "voidOne" when Same(naive.MayRevoke(move.Subject, move.Measure, null), Void(Id(move))): naive.Revoke(move.Subject, move.Measure, null); break;
                case "suspend" when Same(naive.MaySuspend, Suspend()): naive.Suspend(today); break;
                case "resume" when Same(naive.MayResume, Resume()): naive.Resume(today); break;
                case "impose" when Same(naive.MayDecide, Decide(VetoVerdict.Impose)): naive.Impose(today); break;
                case "decline" when Same(naive.MayDecide, Decide(VetoVerdict.Decline)): naive.Decline(today); break;
                case "confirm" when Same(naive.MayConfirm, Decide(VetoVerdict.Confirm)): naive.Confirm(); break;
                case "enterLate" when naive.Now is NaiveCase.Phase.Proposed or NaiveCase.Phase.Vetoed && Same(naive.MayEnterLate(back), EnterSubmission(on)): naive.EnterLate(); break;
                case "tick": Do(CarryOutDue); break;
            }

            Assert.False(naive.Now == NaiveCase.Phase.Awaiting && ((CaseState.Opened)state).File.Veto is not null, "Vetoed while an inspection is awaited.");
        }

        bool Same(bool expected, CaseCommand command)
        {
            var accepted = Do(command);
            Assert.True(expected == accepted, $"{command} on {LocalDay.Of(now):yyyy-MM-dd}: expected {(expected ? "accepted" : "refused")}");
            return accepted;
        }

        // As a person reads it on the page, which shows the settled case.
        string Id(RandomCase.Move move) =>
            Last((CaseState.Opened)Settlement.Settle(state, CaseStory.Context(now)), move.Subject, move.Measure)?.Id.Value ?? "none";

        bool InTerm(Measure measure, int day) => day >= (measure == Measure.Listing ? play.ListedOn : naive.VetoFrom);
    }

    // The last one: a veto that a late entry made void may be followed by another.
    private static Sanction? Last(CaseState.Opened state, int subject, Measure measure) =>
        state.File.Sanctions.LastOrDefault(s => s.Subject == Subjects[subject] && s.Measure == measure);

    // The paper calendar ends where its list of days does: a row that is crossed to there has no end.
    private static DateOnly? End(int day) => day == RandomCase.Days.Count - 1 ? null : RandomCase.Days.Date(day);

    private static void AssertSameSanctions(CaseState.Opened state, NaiveCase naive)
    {
        foreach (var measure in Enum.GetValues<Measure>())
            for (var subject = 0; subject < Subjects.Count; subject++)
            {
                var sanction = Last(state, subject, measure);
                Assert.Equal(naive.HasRow(measure), sanction is not null);
                if (sanction is null) continue;
                var row = naive.Row(subject, measure);
                Assert.Equal(row.Count == 0 ? null : (RandomCase.Days.Date(row.First()), End(row.Last())), sanction.Barred is { } barred ? (barred.From, barred.End) : ((DateOnly, DateOnly?)?)null);
            }
    }

    private static void AssertSameAnswers(CaseState.Opened state, NaiveCase naive)
    {
        for (var subject = 0; subject < Subjects.Count; subject++)
        {
            int? until = null;
            for (var day = RandomCase.Days.Count - 1; day >= RandomCase.Index(new(2024, 12, 1)); day--)
            {
                until = naive.IsBarred(subject, day) ? until ?? day : null;
                var answer = EligibilityRule.Of(Subjects[subject], RandomCase.Days.Date(day), [(TheCase, state)]);
                Assert.Equal(until is not null, answer is EligibilityAnswer.Barred);
                Assert.Equal(until is { } last ? End(last) : null, (answer as EligibilityAnswer.Barred)?.Until);
                Assert.Equal(until is null && naive.IsPending(day), answer is EligibilityAnswer.Pending);
            }
        }
    }

    // Reminders differ in being sent or skipped; the order is that of their instants either way.
    private static IEnumerable<string> Kept(IEnumerable<CaseEvent> events) =>
        events.Select(e => e is CaseEvent.ReminderSkipped(var reminder) ? new CaseEvent.ReminderDue(reminder) : e).Select(Written.Of);
}
