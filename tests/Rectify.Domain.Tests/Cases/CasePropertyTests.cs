using System.Collections.Concurrent;
using System.Text.Json;
using CsCheck;
using Rectify.Domain.Cases;
using Rectify.Domain.Eligibility;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using static Rectify.Domain.Tests.Cases.PlayedCase;

namespace Rectify.Domain.Tests.Cases;

/// <summary>Ten thousand cases played at random; a failure prints the seed and the shortest case that shows it.</summary>
public class CasePropertyTests
{
    private const int Cases = 10_000;

    // The ledger keeps events and not states: what is folded again gives the same case. Every command is accepted often enough to say
    // something.
    [Fact]
    public void A_random_case_imposes_exactly_the_sanctions_of_the_rules_and_replays_to_the_same_state()
    {
        var succeeded = new ConcurrentBag<string>();
        RandomCase.Any.Sample(
            play =>
            {
                var played = new PlayedCase(play, Timers.Never);
                AssertSameSanctions(played.State, played.Naive);
                AssertSame(played.State, (CaseState.Opened)Evolution.Fold(played.Events));
                foreach (var kind in played.Succeeded) succeeded.Add(kind);
            },
            iter: Cases);

        Assert.All(RandomCase.Kinds.Distinct(), kind => Assert.InRange(succeeded.Count(kind.Equals), 15, Cases));
    }

    [Fact]
    public void A_random_case_bars_exactly_the_days_that_the_rules_bar() => RandomCase.Any.Sample(
        play =>
        {
            var played = new PlayedCase(play, Timers.Never);
            AssertSameAnswers(played.State, played.Naive);
        },
        iter: Cases / 20);

    [Fact]
    public void A_random_case_is_the_same_whether_timers_fire_on_time_or_never() => RandomCase.Any.Sample(
        play =>
        {
            var (onTime, late) = (new PlayedCase(play, Timers.OnTime), new PlayedCase(play, Timers.Never));
            Assert.Equal(Kept(onTime.Events), Kept(late.Events));
            AssertSame(onTime.State, late.State);
        },
        iter: Cases / 10);

    [Fact]
    public void A_random_case_is_read_back_from_its_stored_events() => RandomCase.Any.Sample(
        play =>
        {
            var played = new PlayedCase(play, Timers.OnTime);
            var stored = EventChain.Extend(Sample.TheCase, [], played.Events, Sample.Instant("2026-01-01 00:00"), "system");

            Assert.Null(EventChain.FirstBreak(stored));
            AssertSame(played.State,
                (CaseState.Opened)Evolution.Fold(
                    stored.Select(entry => EventCodec.Decode(EventCodec.Name(entry.Event), EventCodec.Encode(entry.Event)))));
        },
        iter: Cases / 20);

    // The paper calendar ends where its list of days does: a row that is crossed to there has no end.
    private static DateOnly? End(int day) => day == RandomCase.Days.Count - 1 ? null : RandomCase.Days.Date(day);

    private static void AssertSameSanctions(CaseState.Opened state, NaiveCase naive)
    {
        foreach (var measure in Enum.GetValues<Measure>())
            for (var subject = 0; subject < RandomCase.Subjects.Count; subject++)
            {
                var (row, sanction) = (naive.Row(subject, measure), Last(state, subject, measure));
                Assert.Equal(row is null, sanction is null);
                if (row is null || sanction is null) continue;
                Assert.Equal(row.Count == 0 ? null : (RandomCase.Days.Date(row.First()), End(row.Last())),
                    sanction.Barred is { } barred ? (barred.From, barred.End) : ((DateOnly, DateOnly?)?)null);
            }
    }

    private static void AssertSameAnswers(CaseState.Opened state, NaiveCase naive)
    {
        for (var subject = 0; subject < RandomCase.Subjects.Count; subject++)
        {
            int? until = null;
            for (var day = RandomCase.Days.Count - 1; day >= RandomCase.Index(new(2024, 12, 1)); day--)
            {
                until = naive.IsBarred(subject, day) ? until ?? day : null;
                var answer = EligibilityRule.Of(RandomCase.Subjects[subject], RandomCase.Days.Date(day), [(Sample.TheCase, state)]);
                Assert.Equal(until is not null, answer is EligibilityAnswer.Barred);
                Assert.Equal(until is { } last ? End(last) : null, (answer as EligibilityAnswer.Barred)?.Until);
                Assert.Equal(until is null && naive.IsPending(subject, day), answer is EligibilityAnswer.Pending);
            }
        }
    }

    private static void AssertSame(CaseState.Opened expected, CaseState.Opened actual)
    {
        Assert.Equal(expected.GetType(), actual.GetType());
        Assert.Equal(Text(expected with { File = expected.File with { Reminders = [] } }),
            Text(actual with { File = actual.File with { Reminders = [] } }));
        Assert.Equal(expected.File.Reminders, actual.File.Reminders);

        static string Text(CaseState.Opened state) => JsonSerializer.Serialize(state, state.GetType(), DomainJson.Options);
    }

    // Reminders differ in being sent or skipped; the order is that of their instants either way.
    private static IEnumerable<string> Kept(IEnumerable<CaseEvent> events) =>
        events.Select(e => e is CaseEvent.ReminderSkipped(var reminder) ? new CaseEvent.ReminderDue(reminder) : e).Select(Written.Of);
}
