using System.Collections.Concurrent;
using System.Text.Json;
using CsCheck;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Eligibility;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using Rectify.Domain.Tests.Cases;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Rulebooks;

/// <summary>Cases played at random under rulebooks drawn at random; a failure prints the seed.</summary>
public class RulebookPropertyTests
{
    private const int Cases = 2_000;

    private static readonly string[] Kinds =
    [
        "submit", "submit", "submit", "pass", "fail", "extend", "suspend", "resume", "decide", "impose", "void", "correct", "wait",
        "followUp", "followUp", "followUp", "urge", "urge", "urgePlan", "receive",
    ];

    // Which statuses the cases reach says whether the drawn rulebooks and moves say anything.
    [Fact]
    public void A_case_under_any_rulebook_always_has_a_next_step_and_comes_to_an_end()
    {
        var reached = new ConcurrentDictionary<CaseStatus, int>();
        Plays.Sample(
            play =>
            {
                if (Played(play, Move) is not { } game) return;
                game.PlayToItsEnd(status => reached.AddOrUpdate(status, 1, (_, count) => count + 1));
                Assert.True(game.State is CaseState.Closed or CaseState.Revoked, CaseStatus.Of(game.State).ToString());
                Assert.Empty(Schedule.Of(game.State, Sample.Calendar));
            },
            iter: Cases);

        Assert.Equal(Enum.GetValues<CaseStatus>(), reached.Keys.Order());
    }

    [Fact]
    public void A_case_under_any_rulebook_is_the_same_when_it_is_read_from_its_stored_entries() => Plays.Sample(
        play =>
        {
            if (Played(play, Move) is not { } game) return;
            var stored = game.Events.Select(e => EventCodec.Decode(EventCodec.Name(e), EventCodec.Encode(e)));
            var again = (CaseState.Opened)Evolution.Fold(stored);

            Assert.Equal(Written(game.State), Written(again));
            Assert.Equal(RulebookHash.Of(play.Rulebook), RulebookHash.Of(again.File.Rulebook));
        },
        iter: Cases);

    // The oracle colours each day of five years by the entries about sanctions, one by one.
    [Fact]
    public void A_case_under_any_rulebook_bars_exactly_the_days_of_its_entries() => Plays.Sample(
        play =>
        {
            if (Played(play, Move) is not { } game) return;
            game.PlayToItsEnd(_ => { });
            foreach (var subject in new[] { Unit, Principal })
            {
                for (var day = game.Begin.AddDays(-3); day < game.Begin.AddYears(5); day = day.AddDays(1))
                {
                    var isBarred = EligibilityRule.Of(subject, day, [(TheCase, game.State)]) is EligibilityAnswer.Barred;
                    Assert.True(game.Bars(subject, day) == isBarred, $"{subject} on {day:yyyy-MM-dd}: {isBarred}");
                }
            }
        },
        iter: Cases / 10);

    [Fact]
    public void A_listing_under_any_rulebook_bars_for_the_term_of_its_rule_or_nobody() => Plays.Sample(
        play =>
        {
            if (Played(play with { Moves = [] }, Move) is not { State.File: { Opening: Opening.Listing, Sanctions: var sanctions } } game)
                return;
            var (rule, from) = (play.Rulebook.Listing!, game.Begin);
            if (play.Rulebook.ListingSanction == ListingSanction.WhileListed)
            {
                Assert.All(sanctions, sanction => Assert.Null(sanction.Term.End));
                return;
            }

            DateOnly? last = rule.Sanction switch
            {
                null => null,
                SanctionLength.Months(var months) => from.AddMonths(months),
                SanctionLength.Days(var days) => from.AddDays(days),
                SanctionLength.YearEnding(var month, var day) => Enumerable.Range(0, 366).Select(from.AddDays).First(
                    one => one.Month == month && one.Day == day),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
            Assert.Equal(last is null ? 0 : 1 + Leaders.Count, sanctions.Count);
            Assert.All(sanctions, sanction => Assert.Equal((from, last), (sanction.Term.From, sanction.Term.End)));
        },
        iter: Cases);

    // A rulebook that fits together is taken from its own JSON, as an office loads it.
    [Fact]
    public void Any_rulebook_is_read_from_its_own_text() => RandomRulebook.Any.Sample(
        rulebook =>
        {
            var text = JsonSerializer.Serialize(rulebook with { Choices = [] }, DomainJson.Options);
            var read = Assert.IsType<RulebookReading.Readable>(RulebookCatalog.Check(text)).Rulebook;
            Assert.Equal(RulebookHash.Of(rulebook with { Choices = [] }), RulebookHash.Of(read));
        },
        iter: Cases / 4);

    private sealed record Play(Rulebook Rulebook, Rung Rung, UnitKind Kind, int Begin, Period Period, (int HalfDays, int Kind)[] Moves);

    private static Gen<Play> Plays { get; } =
        from rulebook in RandomRulebook.Any
        from rung in Gen.Int[0, 3]
        from kind in Gen.Int[0, 1]
        from begin in Gen.Int[0, 500]
        from months in Gen.Int[1, 9]
        from moves in Gen.Select(Gen.Int[0, 240], Gen.Int[0, Kinds.Length - 1]).Array[0, 8]
        select new Play(
            rulebook, (Rung)rung, kind == 0 ? UnitKind.Enterprise : UnitKind.Locality, begin, new Period.Months(months),
            moves);

    // The case after its opening and its moves; null when the rulebook refuses the opening.
    private static Game? Played(Play play, Action<Game, int> move)
    {
        var begin = Day("2025-01-06").AddDays(play.Begin);
        var game = new Game(begin);
        var unit = new ListedUnit(new UnitId("yj-oubei"), "瓯北街道", play.Kind);
        var day = begin.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var codes = play.Rulebook.Grounds is null ? null : new[] { "a-2" };
        CaseCommand opening = play.Rung switch
        {
            Rung.Listing => List(day, play.Period) with
            {
                Unit = unit,
                Rulebook = play.Rulebook,
                ReceivedOn = begin,
                EventOn = begin,
                GroundCodes = codes,
                IssuerLevel = UnitLevel.Province,
            },
            Rung.Veto => VetoFor(VetoGround.Other, day) with
            {
                Unit = unit,
                Rulebook = play.Rulebook,
                GroundCodes = codes,
                IssuerLevel = UnitLevel.Province,
            },
            _ => Admonish(play.Rung, day) with
            {
                Unit = unit,
                Rulebook = play.Rulebook,
                ReceivedOn = begin,
                EventOn = begin,
                GroundCodes = codes,
                IssuerLevel = UnitLevel.Province,
            },
        };
        if (!game.Do(opening)) return null;

        foreach (var (halfDays, kind) in play.Moves)
        {
            game.PassTo(game.Now.AddHours(12 * halfDays));
            move(game, kind);
        }

        return game;
    }

    private static void Move(Game game, int kind)
    {
        var file = game.State.File;
        switch (Kinds[kind])
        {
            case "submit": game.Do(EnterSubmission(null)); break;
            case "pass": game.Do(Pass()); break;
            case "fail": game.Do(Fail()); break;
            case "extend": game.Do(Extend(1)); break;
            case "suspend": game.Do(Suspend()); break;
            case "resume": game.Do(Resume()); break;
            case "decide": game.Decide(); break;
            case "impose": game.Do(Sample.Decide(VetoVerdict.Impose)); break;
            case "void" when file.Opening is Opening.Listing: game.Do(RevokeFrom(Measure.Listing)); break;
            case "followUp" when game.State is CaseState.NextRungProposed { Proposal.Rung: var next }: game.Do(FollowUp(next)); break;
            case "urge": game.Do(game.Letter()); break;
            case "urgePlan": game.Do(game.Letter("plan")); break;
            case "receive": game.Do(Receive("report-1")); break;
            case "correct": game.Do(Correct($"更正于 {game.Now:O}")); break;
        }
    }

    private static string Written(CaseState.Opened state) => string.Join(
        '\n', state.GetType().Name, JsonSerializer.Serialize(state.File.Rectification?.Deadline, DomainJson.Options),
        JsonSerializer.Serialize(state.File.Sanctions, DomainJson.Options), string.Join('\n', Schedule.Of(state, Sample.Calendar)));

    /// <summary>A case that is played, with every timer on time.</summary>
    private sealed class Game(DateOnly begin)
    {
        private readonly List<CaseEvent> events = [];
        private CaseState state = new CaseState.NotOpened();

        public DateOnly Begin => begin;

        public DateTimeOffset Now { get; private set; } = LocalDay.StartOf(begin).AddHours(2);

        public IReadOnlyList<CaseEvent> Events => events;

        public CaseState.Opened State => (CaseState.Opened)state;

        public bool Do(CaseCommand command)
        {
            var context = new DecisionContext(TheCase, Now, Sample.Calendar);
            if (Decider.Decide(command, state, context) is not Decision.Accepted accepted) return false;
            events.AddRange(accepted.Events);
            state = Evolution.Fold(state, accepted.Events);
            AssertGoesOn();
            return true;
        }

        public void PassTo(DateTimeOffset until)
        {
            while (Schedule.Of(state, Sample.Calendar) is [var next, ..] && next.DueAt <= until)
            {
                Now = next.DueAt > Now ? next.DueAt : Now;
                Assert.True(Do(CarryOutDue));
            }

            Now = until;
        }

        public CaseCommand Letter(string? milestone = null) => Urge(milestone, number: $"永平安督〔2026〕{100 + events.Count}号");

        /// <summary>What a person decides who has to.</summary>
        public void Decide() => _ = Do(Letter())
            || Do(DecideConsequence()) || Do(DeclineNextRung()) || Do(Sample.Decide(VetoVerdict.Decline));

        public void PlayToItsEnd(Action<CaseStatus> reached)
        {
            for (var turn = 0; turn < 3_000; turn++)
            {
                reached(CaseStatus.Of(State));
                if (state is CaseState.Suspended) Assert.True(Do(Resume()));
                else if (state is CaseState.AwaitingInspection) Assert.True(Do(turn % 2 == 0 ? Pass() : Fail()));
                else if (state is CaseState.ConsequenceProposed or CaseState.NextRungProposed or CaseState.VetoProposed) Decide();
                else if (Schedule.Of(state, Sample.Calendar) is [var next, ..]) PassTo(next.DueAt);
                else return;
            }

            Assert.Fail($"The case does not end: {CaseStatus.Of(State)}");
        }

        /// <summary>Whether the entries bar a subject on a day.</summary>
        public bool Bars(Subject subject, DateOnly day)
        {
            Dictionary<SanctionId, (Sanction Sanction, DateOnly Last)> bars = [];
            foreach (var one in events)
            {
                switch (one)
                {
                    case CaseEvent.SanctionImposed(var sanction): bars[sanction.Id] = (sanction, sanction.Term.To); break;
                    case CaseEvent.ListingEnded(var last):
                        foreach (var (id, bar) in bars.Where(bar => bar.Value.Last == DateOnly.MaxValue))
                            bars[id] = (bar.Sanction, last);
                        break;
                    case CaseEvent.MeasureRevoked { Measure: var measure, Revocation: Revocation.FromDate(var on) }:
                        foreach (var (id, bar) in bars.Where(bar => bar.Value.Sanction.Measure == measure && bar.Value.Last >= on))
                            bars[id] = (bar.Sanction, on.AddDays(-1));
                        break;
                }
            }

            return bars.Values.Any(bar => bar.Sanction.Subject == subject && bar.Sanction.Term.From <= day && day <= bar.Last);
        }

        // Whatever is not over has a step of its own, or a person has to act and is reminded.
        private void AssertGoesOn()
        {
            if (state is CaseState.Closed or CaseState.Suspended or CaseState.Revoked or CaseState.AwaitingInspection
                or CaseState.VetoProposed or CaseState.NextRungProposed or CaseState.ConsequenceProposed)
            {
                return;
            }

            var steps = Schedule.Of(state, Sample.Calendar);
            Assert.NotEmpty(steps);
            if (state is CaseState.Rectifying) Assert.Contains(steps, step => step is Step.Expire);
        }
    }
}
