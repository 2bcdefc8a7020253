using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>A random case, played through the decider and beside it on paper; both have to accept and refuse the same.</summary>
internal sealed class PlayedCase
{
    private readonly RandomCase play;
    private readonly Timers timers;
    private readonly List<CaseEvent> events = [];
    private CaseState state = new CaseState.NotOpened();
    private WorkingCalendar calendar = Sample.Calendar;
    private DateTimeOffset now;
    private DateTimeOffset recorded; // the instant of the last entry
    private readonly List<OnPaper> entries = [];
    private Action<NaiveCase> opens = _ => { };
    private (int On, Span Period) listed;
    private int renamed;
    private int followers;

    /// <summary>Whether every timer fires when it is due, or none ever does.</summary>
    public enum Timers { OnTime, Never }

    public PlayedCase(RandomCase play, Timers timers)
    {
        (this.play, this.timers) = (play, timers);
        Naive = NewOnPaper();
        Open();
        foreach (var move in play.Moves)
        {
            var until = now.AddHours(12 * move.HalfDays);
            // What follows from a move a year later still lies within the oracle's list of days.
            if (LocalDay.Of(until) >= new DateOnly(2028, 1, 1)) break;
            PassTo(until);
            Naive.Dawn(Today);
            if (Try(move)) Succeeded.Add(move.Kind);
            Assert.False(Naive.Now == NaiveCase.Phase.Awaiting && State.File.Veto is not null, "Vetoed while an inspection is awaited.");
        }

        PassTo(now.AddDays(200));
        Do(CarryOutDue);
        Naive.Dawn(Today);
        AssertEndsAreRecorded();
        if (Naive.IsLower) AssertStandsAs(Naive.Now);
    }

    public NaiveCase Naive { get; private set; }

    public IReadOnlyList<CaseEvent> Events => events;

    /// <summary>What was tried and accepted.</summary>
    public HashSet<string> Succeeded { get; } = [];

    /// <summary>Every command that was accepted, the opening first, with the local day on which it was given.</summary>
    public List<PastAct> Commands { get; } = [];

    public CaseState.Opened State => (CaseState.Opened)state;

    private int Today => RandomCase.Index(LocalDay.Of(Now));

    public DecisionContext Context => CaseStory.Context(Now, calendar) with { InOffice = play.InOffice };

    // As the ledger has it: no entry carries an instant before the one it follows.
    private DateTimeOffset Now => now > recorded ? now : recorded;

    /// <summary>The last sanction: a veto that a late entry made void may be followed by another.</summary>
    public static Sanction? Last(CaseState.Opened state, int subject, Measure measure) =>
        state.File.Sanctions.LastOrDefault(sanction => sanction.Subject == RandomCase.Subjects[subject] && sanction.Measure == measure);

    private void Open()
    {
        if (play.Opens == RandomCase.Opening.Listing)
        {
            listed = (play.On, play.Period);
            // Entered some days late, but while something of the period is left.
            var last = Opened(n => n.List(play.On, play.Period));
            now = LocalDay.At(RandomCase.Days.Date(Math.Min(play.On + play.Late, last)), new TimeOnly(6, 0));
            Assert.True(Do(List(RandomCase.Written(play.On), RandomCase.PeriodOf(play.On, play.Period)) with { Rulebook = play.Rulebook }));
            return;
        }

        if (play.Opens is RandomCase.Opening.Notice or RandomCase.Opening.Talk)
        {
            var talk = play.Opens == RandomCase.Opening.Talk;
            var day = RandomCase.Days.Date(Math.Min(play.On + play.Late, Opened(n => n.Admonish(play.On, play.Period, talk))));
            now = LocalDay.At(day, new TimeOnly(6, 0));
            var (rung, period) = (talk ? Rung.Talk : Rung.Notice, RandomCase.PeriodOf(play.On, play.Period));
            Assert.True(Do(Admonish(rung, RandomCase.Written(play.On), period) with { Rulebook = play.Rulebook }));
            return;
        }

        var (decidedOn, eventOn) = (play.On + play.Late % 31, play.On);
        now = LocalDay.At(RandomCase.Days.Date(play.On + play.Late), new TimeOnly(6, 0));
        if (play.Opens == RandomCase.Opening.FailedYears)
        {
            Assert.True(Do(VetoForYears(RandomCase.Written(decidedOn)) with { Rulebook = play.Rulebook }));
            Opened(n => n.FailYears(decidedOn));
            return;
        }

        var grave = play.Opens == RandomCase.Opening.GraveHarm;
        var veto = VetoFor(
            grave ? VetoGround.GraveHarm : VetoGround.Other, RandomCase.Written(decidedOn), grave ? RandomCase.Written(eventOn) : null);
        Assert.True(Do(veto with { Rulebook = play.Rulebook }));
        Opened(n => n.VetoDirectly(grave ? eventOn : decidedOn));
    }

    private NaiveCase NewOnPaper() => new(
        RandomCase.Days, [1, 2, 3], play.Committee, play.Bar, play.Whom,
        day => play.Tenures.Where(one => one.First <= day && day <= one.Last).Select(one => one.Leader));

    private int Opened(Func<NaiveCase, int> act)
    {
        opens = naive => act(naive);
        return act(Naive);
    }

    private void Opened(Action<NaiveCase> act) => (opens = act)(Naive);

    private void PassTo(DateTimeOffset until)
    {
        while (timers == Timers.OnTime && Schedule.Of(state, calendar) is [var next, ..] && next.DueAt <= until)
        {
            now = next.DueAt > now ? next.DueAt : now;
            Assert.True(Do(CarryOutDue));
        }

        now = until;
    }

    private bool Do(CaseCommand command)
    {
        if (Decider.Decide(command, state, Context) is not Decision.Accepted accepted) return false;
        events.AddRange(accepted.Events);
        state = Evolution.Fold(state, accepted.Events);
        if (command is not CaseCommand.CarryOutDue) Commands.Add(new PastAct(LocalDay.Of(Now), command));
        if (accepted.Events.Count > 0) recorded = Now;

        var steps = Schedule.Of(state, calendar);
        Assert.All(steps, step => Assert.True(step.DueAt > Now, $"{step} is due before {Now:O}"));
        if (state is CaseState.Closed) Assert.Empty(steps);
        return true;
    }

    private bool Try(RandomCase.Move move)
    {
        var (today, measure, by) = (Today, move.Measure, move.By);
        var on = move.On(today) ?? today;
        var entered = move.On(today) is { } named ? RandomCase.Written(named) : null;
        var back = Math.Max(today - move.Back, 0);
        var backOn = RandomCase.Written(back);
        var until = today + 1 + move.Back;
        switch (move.Kind)
        {
            case "submit" when Same(Naive.MaySubmit(on, today), Submit(entered)): return Enter("submission", n => n.Submit(on));
            case "pass" when Same(Naive.MayInspect(on, today), Pass(entered)): return Enter("inspection", n => n.Pass(on), passes: true);
            case "further" when Naive.Now is NaiveCase.Phase.Awaiting
                    && Same(Naive.MaySubmitFurther(back, today), EnterSubmission(backOn)):
                return Enter("submission", n => n.Submit(back));
            case "failEarlier" when Same(Naive.MayInspect(back, today), Fail(backOn)):
                return Enter("inspection", n => n.Fail(back, today, null));
            case "fail" when Same(Naive.MayInspect(on, today), Fail(entered)): return Enter("inspection", n => n.Fail(on, today, null));
            case "continue" when Same(
                    Naive.MayInspect(today, today) && Naive.IsLate(today), FailAndContinue(RandomCase.Written(until))):
                return Enter("inspection", n => n.Fail(today, today, until));
            case "extend" when Same(Naive.MayExtend(today, by), Extend(by)): return Extended(by);
            case "revoke" when InTerm(measure, back) && Same(Naive.MayRevoke(measure, back), RevokeFrom(measure, backOn)):
                return Enter("revocation", n => n.Revoke(measure, back));
            case "void" when Same(Naive.MayRevoke(measure, null), Void(measure)): return Enter("revocation", n => n.Revoke(measure, null));
            case "revokeOne" when InTerm(measure, back)
                    && Same(Naive.MayRevoke(move.Subject, measure, back), RevokeFrom(Id(move), backOn)):
                return Enter("one", n => n.Revoke(move.Subject, measure, back), freesFromVeto: measure == Measure.Veto);
            case "voidOne" when Same(Naive.MayRevoke(move.Subject, measure, null), Void(Id(move))):
                return Enter("one", n => n.Revoke(move.Subject, measure, null), freesFromVeto: measure == Measure.Veto);
            case "suspend" when Same(Naive.MaySuspend, Suspend()): return Enter("pause", n => n.Suspend(today));
            case "resume" when Same(Naive.MayResume, Resume()): return Enter("pause", n => n.Resume(today));
            case "impose" when Same(Naive.MayDecide(on, today), Decide(VetoVerdict.Impose, entered)):
                return Enter("vetoDecision", n => n.Impose(on));
            case "decline" when Same(Naive.MayDecide(on, today), Decide(VetoVerdict.Decline, entered)):
                return Enter("vetoDecision", n => n.Decline(on));
            case "confirm" when Same(Naive.MayConfirm(on, today), Decide(VetoVerdict.Confirm, entered)):
                return Enter("vetoDecision", n => n.Confirm());
            case "declineNext" when Same(Naive.MayDeclineNext(on, today), DeclineNextRung(entered)):
                return Enter("nextRung", n => n.DeclineNext(on));
            case "followUp" when Same(Naive.MayFollowUp, FollowUp(Rung.Listing, $"c-{++followers}")):
                return Enter("followUp", n => n.FollowUp(today));
            case "revokeRung" when Same(Naive.MayRevokeRung(back, today), RevokeRungFrom(backOn)):
                return Enter("revocation", n => n.RevokeRung());
            case "voidRung" when Same(Naive.MayRevokeRung(null, today), VoidRung()): return Enter("revocation", n => n.RevokeRung());
            case "enterLate" when Naive.Now is NaiveCase.Phase.Proposed or NaiveCase.Phase.Vetoed
                        or NaiveCase.Phase.NextProposed or NaiveCase.Phase.Escalated
                    && Same(Naive.MayEnterLate(back), EnterSubmission(backOn)):
                return Enter(Naive.WouldBeNoted ? "noted" : "submission", n => n.EnterLate(back));
            case "correct" when Naive.HasTwo && Do(Correct(leaders: Named())):
                throw new InvalidOperationException("Of two measures one is named.");
            case "correct" when Same(
                    Naive.MayCorrect(move.Named, measure), Correct(leaders: Named(), measure: Naive.HasTwo ? measure : null)):
                return Enter("correct", n => n.Correct(move.Named, measure));
            case "takeOut": return TakeOut(Taken[move.Number % Taken.Count]);
            case "redate": return Redate(move);
            case "setBack": SetBack(move.Back); return true;
            case "rename": Assert.True(Do(Correct($"更正于 {now:O}", $"永平安督〔2026〕{++renamed}号"))); return true;
            case "import": Import(); return true;
            case "recompute": Recompute(); return true;
            case "reopen":
                Assert.False(
                    Do(List(RandomCase.Written(today), 6))
                    || Do(VetoFor(VetoGround.Other, RandomCase.Written(today)))
                    || Do(Admonish(Rung.Notice, RandomCase.Written(today))));
                return true;
            case "withdraw" when Same(Naive.MayWithdraw, Withdraw()):
                return Enter(Naive.WouldWithdraw ? "revocation" : "years", n => n.Withdraw());
            case "tick": Do(CarryOutDue); return true;
            default: return false;
        }

        ListedLeader[] Named() => [.. move.Named.Select(leader => RandomCase.Everybody[leader - 1])];
    }

    private static readonly IReadOnlyList<(string Kind, WithdrawableEntry Entry)> Taken =
    [
        ("submission", WithdrawableEntry.Submission), ("inspection", WithdrawableEntry.Inspection),
        ("revocation", WithdrawableEntry.Revocation), ("one", WithdrawableEntry.SanctionRevocation),
        ("inspection", WithdrawableEntry.Inspection), ("vetoDecision", WithdrawableEntry.VetoDecision),
        ("nextRung", WithdrawableEntry.NextRungDecision), ("revocation", WithdrawableEntry.Revocation),
    ];

    // What a person has done, as it is written down on paper, so that the paper can be written again without one line.
    private sealed record OnPaper(string Kind, int Day, bool Passes, bool OfTwo, Action<NaiveCase> Act)
    {
        // The last day of the period and the number of vetoes, before this line was written.
        public int? LastDay { get; init; }

        public int Vetoes { get; init; }

        // Whether it frees one person from the veto.
        public bool FreesFromVeto { get; init; }
    }

    private bool Enter(string kind, Action<NaiveCase> act, bool passes = false, bool freesFromVeto = false)
    {
        var ofTwo = Naive.HasTwo || Naive.Now is NaiveCase.Phase.Proposed or NaiveCase.Phase.Vetoed;
        entries.Add(new OnPaper(kind, Today, passes, ofTwo, act)
        {
            LastDay = Naive.LastDay,
            Vetoes = Naive.Vetoes,
            FreesFromVeto = freesFromVeto,
        });
        act(Naive);
        return true;
    }

    // The paper is written again from the first day, without the line that was an error; nothing may rest on that line.
    private bool TakeOut((string Kind, WithdrawableEntry Entry) error)
    {
        var index = entries.FindLastIndex(entry => entry.Kind == error.Kind || (error.Kind == "submission" && entry.Kind == "noted"));
        var (without, kept) = (NewOnPaper(), entries.Take(Math.Max(index, 0)).ToList());
        // Of a veto for failed years the paper does not tell whether its ground still stood while there was no veto.
        var mayHaveLostItsGround = Naive.MayWithdraw && Naive.Now is NaiveCase.Phase.Revoked or NaiveCase.Phase.Declined
            && error.Kind is "revocation" or "vetoDecision";
        var may = index >= 0 && !mayHaveLostItsGround && Rewrite(without, error.Kind, index, kept);
        if (!Same(may, Sample.TakeOut(error.Entry))) return false;

        without.KeepRowsOf(Naive);
        Naive = without;
        entries.Clear();
        entries.AddRange(kept);
        return true;
    }

    // A day that was written stays as it was written, whatever the period was counted from.
    private bool Extended(Span by)
    {
        var until = RandomCase.Index(State.File.Deadline!.Nominal);
        return Enter("extension", n =>
        {
            if (by.In == Span.Unit.Written) n.ExtendUntil(until);
            else n.Extend(by);
        });
    }

    // The day of the listing was wrong, or the period: the paper is written again from the right first day. Which corrections are refused
    // is held by examples.
    private bool Redate(RandomCase.Move move)
    {
        var (on, span) = (listed.On + move.Back - 20, (move.Number & 1) == 0 ? listed.Period : move.By);
        if (play.Opens != RandomCase.Opening.Listing || on > Today) return false;
        // The paper goes by days: it takes persons who were corrected after the right deadline for those of the veto.
        var (right, corrected) = (NewOnPaper(), entries.Where(entry => entry.Kind == "correct").ToList());
        var due = right.List(on, span);
        if (corrected.Exists(entry => entry.Day > due)) return false;
        var fields = new OpeningCorrection { BeganOn = RandomCase.Days.Date(on), Period = RandomCase.PeriodOf(on, span) };
        if (!Do(new CaseCommand.CorrectCase(null, null, null, "登记有误", "县委") { Opening = fields })) return false;

        listed = (on, span);
        opens = naive => naive.List(on, span);
        var paper = NewOnPaper();
        opens(paper);
        if (entries.Exists(entry => entry.Kind == "import")) paper.Import(RandomCase.ImportedDays);
        foreach (var entry in entries.Where(entry => entry.Kind is not "recompute")) entry.Act(paper);
        paper.RecomputeAfterwards(int.MinValue);
        paper.Dawn(Today);
        paper.KeepRowsOf(Naive);
        Naive = paper;
        return Enter("redate", _ => { });
    }

    private bool Rewrite(NaiveCase paper, string kind, int index, List<OnPaper> kept)
    {
        opens(paper);
        foreach (var entry in kept)
        {
            paper.Dawn(entry.Day);
            entry.Act(paper);
        }

        paper.Dawn(entries[index].Day);
        if (entries.Skip(index + 1).Any(entry => entry.Kind == "import"))
        {
            paper.Import(RandomCase.ImportedDays);
            paper.RecomputeAfterwards(Today);
        }

        foreach (var entry in entries.Skip(index + 1))
        {
            // Where days go by otherwise than they did, they go by when all is written: who was named in the listing was so before it is
            // missed.
            if (kind == "one") paper.Dawn(entry.Day);
            if (entry.Kind == "import") { kept.Insert(index, entry); continue; }
            var stays = entry.Kind switch
            {
                "correct" => kind is "submission" or "inspection" or "nextRung" && !entry.OfTwo && !paper.HasTwo
                    && paper.Now is not (NaiveCase.Phase.Proposed or NaiveCase.Phase.Vetoed),
                "noted" or "redate" => false,
                "recompute" => true,
                _ when kind == "one" => true,
                "one" => !(entry.FreesFromVeto && entry.Vetoes > entries[index].Vetoes),
                "extension" => paper.Now is NaiveCase.Phase.Rectifying or NaiveCase.Phase.Awaiting && paper.LastDay == entry.LastDay,
                "inspection" when kind == "submission" && entry.Passes => true,
                _ => false,
            };
            if (!stays) return false;
            if (entry is { Kind: "inspection", Passes: true } && kind == "submission" && paper.Now != NaiveCase.Phase.Awaiting) continue;
            entry.Act(paper);
            kept.Add(entry);
        }

        paper.Dawn(Today);
        return true;
    }

    // After an entry the clock is set back: until it has caught up everything happens at the instant of that entry.
    private void SetBack(int days)
    {
        Assert.True(Do(Correct($"更正于 {Now:O}", $"永平安督〔2026〕{++renamed}号")));
        now = Now.AddDays(-days);
    }

    // A notice comes between two timers: what was due before it went out by the calendar that counted then.
    private void Import()
    {
        Do(CarryOutDue);
        calendar = Imported;
        Enter("import", n => n.Import(RandomCase.ImportedDays));
        Recompute();
    }

    private void Recompute()
    {
        Assert.True(Do(new CaseCommand.RecomputeDeadline()));
        var today = Today;
        Enter("recompute", n => n.Recompute(today));
    }

    private bool Same(bool expected, CaseCommand command)
    {
        var accepted = Do(command);
        Assert.True(expected == accepted, $"{command} on {LocalDay.Of(now):yyyy-MM-dd}: expected {(expected ? "accepted" : "refused")}");
        return accepted;
    }

    private CaseCommand Extend(Span by) => new CaseCommand.GrantExtension(
        RandomCase.PeriodOf(State.File.Deadline is { } deadline ? RandomCase.Index(deadline.Nominal) : Today, by), "汛期", "县委政法委");

    // As a person reads it on the page, which shows the settled case.
    private string Id(RandomCase.Move move) =>
        Last((CaseState.Opened)Settlement.Settle(state, Context), move.Subject, move.Measure)?.Id.Value ?? "none";

    private bool InTerm(Measure measure, int day) =>
        day >= (measure == Measure.Listing ? RandomCase.Index(State.File.Opening.BeganOn) : Naive.VetoFrom);

    // Nobody is freed without an entry, from which the mails follow.
    private void AssertEndsAreRecorded()
    {
        foreach (var measure in State.File.MeasuresTaken)
            if (State.File.LastBarredDay(measure) is { } last && LocalDay.EndOf(last) <= now)
                Assert.Contains(events,
                    e => e is CaseEvent.SanctionExpired expired && expired.Measure == measure && expired.LastDay >= last);
    }

    // A notice or a talk has no rows to compare: where it stands is what it is for. It has ended long ago when it has.
    private void AssertStandsAs(NaiveCase.Phase phase)
    {
        Assert.Empty(State.File.Sanctions);
        Assert.Equal(
            phase switch
            {
                NaiveCase.Phase.Rectifying => CaseStatus.Rectifying,
                NaiveCase.Phase.Suspended => CaseStatus.Suspended,
                NaiveCase.Phase.Awaiting => CaseStatus.AwaitingInspection,
                NaiveCase.Phase.NextProposed => CaseStatus.NextRungProposed,
                NaiveCase.Phase.Revoked => CaseStatus.Revoked,
                _ => CaseStatus.Closed,
            },
            CaseStatus.Of(State));
    }
}
