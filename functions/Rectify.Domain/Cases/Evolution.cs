using System.Diagnostics;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>
/// Computes the state of a case after its events. It has no side effects and accepts every stream that the decider can produce.
/// </summary>
public static class Evolution
{
    /// <summary>The state of a case from its events.</summary>
    public static CaseState Fold(IEnumerable<CaseEvent> events) => Fold(new CaseState.NotOpened(), events);

    /// <summary>The state after more events.</summary>
    public static CaseState Fold(CaseState state, IEnumerable<CaseEvent> events) => events.Aggregate(state, Evolve);

    /// <summary>The state after one event.</summary>
    /// <exception cref="InvalidOperationException">The event cannot follow in this state: the ledger is damaged.</exception>
    public static CaseState Evolve(CaseState state, CaseEvent @event) => Next(state, @event) is CaseState.Opened next
        ? @event is CaseEvent.EntryWithdrawn ? next : next with
        {
            // A corrected day lets the missed deadline count no more.
            File = next.File with
            {
                History = CaseHistory.After(
                    @event is CaseEvent.CaseCorrected ? next.File.History : (state as CaseState.Opened)?.File.History, @event),
            },
        }
        : throw new UnreachableException(state.GetType().Name);

    private static CaseState Next(CaseState state, CaseEvent @event) => (state, @event) switch
    {
        (CaseState.NotOpened, CaseEvent.UnitListed listed) => new CaseState.Rectifying(CaseFile.Of(listed)),

        (CaseState.NotOpened, CaseEvent.AdmonitionIssued issued) => new CaseState.Rectifying(CaseFile.Of(issued)),
        (CaseState.NotOpened, CaseEvent.VetoCaseOpened opened) => new CaseState.Escalating(CaseFile.Of(opened), null),

        (CaseState.Opened s, CaseEvent.CaseTakenOver taken) => s with { File = s.File with { TakenOver = taken } },
        (CaseState.Opened s, CaseEvent.SanctionImposed(var sanction)) =>
            s with { File = s.File with { Sanctions = [.. s.File.Sanctions, sanction] } },
        (CaseState.Opened s, CaseEvent.ReminderDue(var reminder)) => Handled(s, reminder),
        (CaseState.Opened s, CaseEvent.ReminderSkipped(var reminder)) => Handled(s, reminder),
        (CaseState.Opened s, CaseEvent.SanctionExpired(var measure, _)) =>
            s with { File = s.File with { Expired = [.. s.File.Expired, measure] } },
        (CaseState.Opened s, CaseEvent.SanctionRevoked revoked) =>
            s with { File = Freed(s.File, revoked) },

        (CaseState.Listed s, CaseEvent.ExtensionGranted granted) =>
            Moved(s, s.Rectification.MovedTo(granted.Deadline, granted.GrantedOn, BasisOf(granted, s.File)) with
            {
                Extensions = s.Rectification.Extensions + 1,
                Counting = Counting.Of(granted.By),
            }),
        (CaseState.Rectifying s, CaseEvent.ClockSuspended suspended) => new CaseState.Suspended(s.File, suspended.SuspendedOn),
        (CaseState.Suspended s, CaseEvent.ClockResumed resumed) => Moved(
            new CaseState.Rectifying(s.File), s.Rectification.PausedTo(resumed.Deadline, resumed.ResumedOn, s.File.OnDayOff) with
            {
                SuspendedDays = s.Rectification.SuspendedDays + resumed.PausedDays,
            }),
        (CaseState.Listed s, CaseEvent.DeadlineRecomputed again) =>
            Moved(s, s.Rectification.Recomputed(again.Deadline, again.RecomputedOn)),
        (CaseState.Rectifying s, CaseEvent.RectificationSubmitted submitted) => Awaiting(s.File, submitted.SubmittedOn),
        (CaseState.VetoProposed s, CaseEvent.TimelySubmissionEntered entered) => Awaiting(WithoutVetoLeaders(s.File), entered.SubmittedOn),
        (CaseState.NextRungProposed or CaseState.ConsequenceProposed, CaseEvent.TimelySubmissionEntered entered) =>
            Awaiting(((CaseState.Opened)state).File, entered.SubmittedOn),
        (CaseState.Escalating s, CaseEvent.ConsequenceProposed proposed) =>
            new CaseState.ConsequenceProposed(s.File, proposed.Step, proposed.ProposedOn),
        (CaseState.ConsequenceProposed s, CaseEvent.UrgingIssued { Milestone: null } letter) =>
            new CaseState.Rectifying(Urged(s.File, letter) with
            {
                Rectification = s.File.Rectification!.GivenUntil(letter.Deadline, letter.IssuedOn, letter.By, s.File.OnDayOff),
            }),
        (CaseState.Opened s, CaseEvent.UrgingIssued { Milestone: not null } letter) => s with { File = Urged(s.File, letter) },
        (CaseState.Opened s, CaseEvent.MilestoneReceived received) =>
            s with { File = s.File with { Received = [.. s.File.Received, received] } },
        (CaseState.ConsequenceProposed s, CaseEvent.ConsequenceDecided decided) =>
            new CaseState.ConsequenceDecided(s.File with { Decided = decided }, decided.DecidedOn),
        (CaseState.Vetoed or CaseState.Closed, CaseEvent.TimelySubmissionEntered entered) =>
            Awaiting(WithoutVeto(((CaseState.Opened)state).File), entered.SubmittedOn),
        (CaseState.AwaitingInspection s, CaseEvent.FurtherSubmissionEntered further) => Awaiting(s.File, further.SubmittedOn),
        (CaseState.Opened s, CaseEvent.TimelySubmissionNoted noted) => s with
        {
            File = s.File with
            {
                Submissions = s.File.Submissions.Awaiting(noted.SubmittedOn),
                TimelyReport = new TimelyReport(noted.SubmittedOn, noted.EnteredOn),
                Veto = s.File.Veto is { } veto ? veto with { NeedsReview = Review.Needed } : null,
            },
        },
        (CaseState.Revoked s, CaseEvent.InspectionReopened reopened) => new CaseState.AwaitingInspection(
            WithoutVeto(s.File) with { Revoked = [.. s.File.Revoked.Where(measure => measure != Measure.Veto)], TimelyReport = null },
            reopened.SubmittedOn),
        (CaseState.Opened s, CaseEvent.ListingEnded ended) => s with
        {
            File = s.File with { Sanctions = [.. s.File.Sanctions.Select(sanction => sanction.EndedOn(ended.LastDay))] },
        },
        (CaseState.AwaitingInspection s, CaseEvent.InspectionPassed passed) =>
            new CaseState.Released(s.File with { Release = new Release(passed.InspectedOn, passed.DocumentNumber) }, passed.InspectedOn),
        (CaseState.AwaitingInspection s, CaseEvent.RungFulfilled passed) => new CaseState.Fulfilled(s.File, passed.InspectedOn),
        (CaseState.AwaitingInspection s, CaseEvent.InspectionFailed failed) => new CaseState.Rectifying(Judged(s.File, failed.InspectedOn)),
        (CaseState.AwaitingInspection s, CaseEvent.EarlierInspectionFailed failed) =>
            StillAwaiting(Judged(s.File, failed.InspectedOn), s.SubmittedOn),
        (CaseState.Rectifying s, CaseEvent.ListingContinued continued) => Continued(s, continued.Deadline, continued.DecidedOn),
        (CaseState.Rectifying s, CaseEvent.RungContinued continued) => Continued(s, continued.Deadline, continued.DecidedOn),
        (CaseState.Rectifying s, CaseEvent.DeadlineMissed missed) =>
            new CaseState.Escalating(missed.VetoLeaders is { } leaders ? s.File with { VetoLeaders = leaders } : s.File, missed.By),
        (CaseState.Escalating { MissedBy: { } by } s, CaseEvent.NextRungProposed proposed) =>
            new CaseState.NextRungProposed(s.File, new RungProposal(proposed.Rung, proposed.ProposedOn, by)),
        (CaseState.NextRungProposed s, CaseEvent.NextRungDeclined declined) => new CaseState.NextRungDeclined(s.File, declined.DecidedOn),
        (CaseState.NextRungProposed or CaseState.Listed, CaseEvent.NextRungOpened opened) =>
            new CaseState.Escalated(Followed(((CaseState.Opened)state).File, opened), opened.OpenedOn),
        // The link was recorded late: the case keeps the state that it has reached meanwhile, and only its follower is noted.
        (CaseState.Opened s, CaseEvent.NextRungOpened opened) => s with { File = Followed(s.File, opened) },
        (CaseState.Opened s, CaseEvent.RungRevoked revoked) =>
            new CaseState.Revoked(s.File with { RungRevocation = revoked.Revocation, TimelyReport = null }),
        (CaseState.Escalating s, CaseEvent.VetoProposed proposed) =>
            new CaseState.VetoProposed(s.File, new Proposal(proposed.Ground, proposed.ProposedOn, proposed.Term, s.MissedBy)),
        (CaseState.Escalating s, CaseEvent.VetoImposed veto) => Vetoed(s.File, veto, s.MissedBy),
        (CaseState.VetoProposed s, CaseEvent.VetoImposed veto) => Vetoed(s.File, veto, s.Proposal.MissedBy),
        (CaseState.VetoProposed s, CaseEvent.VetoDeclined declined) =>
            new CaseState.Declined(WithoutVetoLeaders(s.File) with { TimelyReport = null }, declined.DecidedOn),
        (CaseState.Opened { File.Veto: not null } s, CaseEvent.VetoConfirmed confirmed) => s with
        {
            File = s.File with
            {
                Veto = s.File.Veto! with
                {
                    DecidedOn = confirmed.DecidedOn,
                    DocumentNumber = confirmed.DocumentNumber,
                    By = confirmed.By,
                    NeedsReview = Review.NotNeeded,
                },
                TimelyReport = null,
            },
        },

        (CaseState.Opened { File.Veto: { } veto } s, CaseEvent.VetoBasisLost) =>
            s with { File = s.File with { Veto = veto with { NeedsReview = Review.Needed } } },

        // The veto is only proposed: the committee has yet to decide and will see that the listing was revoked, so no review is needed.
        (CaseState.VetoProposed s, CaseEvent.MeasureRevoked { Measure: Measure.Listing } revoked) =>
            s with { File = Revoke(s.File, revoked) },
        (CaseState.Opened { File.Veto: { } veto } s and (CaseState.Vetoed or CaseState.Closed),
            CaseEvent.MeasureRevoked { Measure: Measure.Listing } revoked)
            when !s.File.Revoked.Contains(Measure.Veto) =>
            s with { File = Revoke(s.File, revoked) with { Veto = veto with { NeedsReview = Review.Needed } } },
        (CaseState.Opened s, CaseEvent.MeasureRevoked revoked) =>
            new CaseState.Revoked(Revoke(s.File, revoked) with { TimelyReport = null }),
        (CaseState.Opened s, CaseEvent.CaseCorrected corrected) => CorrectedCase.Of(s, corrected),
        (CaseState.Opened s, CaseEvent.EntryWithdrawn e) when Withdrawal.Of(s.File, e.Entry, e.Measure, e.SanctionId) is { } withdrawal =>
            withdrawal.State,
        (CaseState.Opened s, CaseEvent.MeasureCorrected corrected) => s with { File = Corrected(s.File, corrected) },
        (CaseState.Released or CaseState.Vetoed or CaseState.Declined or CaseState.Fulfilled or CaseState.Escalated
            or CaseState.NextRungDeclined or CaseState.ConsequenceDecided, CaseEvent.CaseClosed) =>
            new CaseState.Closed(((CaseState.Opened)state).File),

        _ => throw new InvalidOperationException($"{EventCodec.Name(@event)} cannot follow in the state {state.GetType().Name}."),
    };

    private static CaseState.AwaitingInspection Awaiting(CaseFile file, DateOnly submittedOn) =>
        StillAwaiting(file with { Submissions = file.Submissions.Awaiting(submittedOn) }, submittedOn);

    private static CaseState.AwaitingInspection StillAwaiting(CaseFile file, DateOnly otherwise) =>
        new(file, file.Submissions.Unjudged is [var first, ..] ? first : otherwise);

    private static CaseFile Judged(CaseFile file, DateOnly inspectedOn) =>
        file with { Submissions = file.Submissions.WithFailed(inspectedOn) };

    // The file as if the deadline had not been missed: the veto is void, a listing that bars as long as it lasts is open again, and a
    // second veto in the case does not count as expired because the first one did.
    private static CaseFile WithoutVeto(CaseFile file)
    {
        var freed = Revoke(WithoutVetoLeaders(file), sanction => sanction.Measure == Measure.Veto, new Revocation.Void()) with
        {
            Veto = null,
            VetoPersonsDecided = false,
            Expired = [.. file.Expired.Where(measure => measure != Measure.Veto)],
        };
        return file.Rulebook.ListingSanction == ListingSanction.FixedTerm ? freed : freed with
        {
            Sanctions =
            [
                .. freed.Sanctions.Select(s => s.Measure == Measure.Listing ? s with { Term = DayInterval.OpenFrom(s.Term.From) } : s),
            ],
            Expired = [.. freed.Expired.Where(measure => measure != Measure.Listing)],
        };
    }

    private static CaseFile WithoutVetoLeaders(CaseFile file) => file.VetoLeaders is null
        ? file
        : file with { VetoLeaders = null, FormerLeaders = [.. file.EveryLeader] };

    private static CaseState Continued(CaseState.Rectifying state, Deadline deadline, DateOnly decidedOn) =>
        Moved(state, state.Rectification.ContinuedTo(deadline, decidedOn));

    // The persons of the other measure stay unchanged: when those of the listing are corrected, the veto keeps the former ones.
    private static CaseFile Corrected(CaseFile file, CaseEvent.MeasureCorrected corrected) => corrected.Measure == Measure.Veto
        ? file with { VetoLeaders = corrected.Leaders, FormerLeaders = [.. file.EveryLeader], VetoPersonsDecided = file.Veto is not null }
        : file with
        {
            Opening = file.Opening.With(new CaseEvent.CaseCorrected(
                corrected.CorrectedOn, null, null, corrected.Leaders, corrected.Reason, corrected.DecidedBy)),
            VetoLeaders = file.LeadersOf(Measure.Veto),
            FormerLeaders = [.. file.EveryLeader],
        };

    private static CaseFile Urged(CaseFile file, CaseEvent.UrgingIssued letter) => file with { Urgings = [.. file.Urgings, letter] };

    private static CaseFile Followed(CaseFile file, CaseEvent.NextRungOpened opened) =>
        file with { FollowedBy = new Follower(opened.NextCase, opened.Rung, opened.OpenedOn) };

    private static DeadlineBasis BasisOf(CaseEvent.ExtensionGranted granted, CaseFile file) => granted.By is { } by
        ? DeadlineBasis.Of(granted.Previous.Nominal, by, file.OnDayOff)
        : DeadlineBasis.Of(granted.Deadline);

    private static CaseState Moved(CaseState.Listed state, Rectification clock) =>
        state with { File = state.File with { Rectification = clock } };

    private static CaseState Vetoed(CaseFile file, CaseEvent.VetoImposed veto, MissedBy? missedBy) => new CaseState.Vetoed(file with
    {
        Veto = new Veto(veto.Ground, veto.Term, veto.LegalBasis, missedBy, veto.DecidedOn, veto.DocumentNumber) { By = veto.By },
        TimelyReport = null,
    });

    private static CaseState.Opened Handled(CaseState.Opened state, Reminder reminder) =>
        state with { File = state.File with { Reminders = [.. state.File.Reminders, reminder] } };

    private static CaseFile Freed(CaseFile file, CaseEvent.SanctionRevoked revoked) =>
        Revoke(file, sanction => sanction.Id == revoked.SanctionId, revoked.Revocation) with
        {
            VetoPersonsDecided = file.VetoPersonsDecided
                || (file.Veto is not null && file.Find(revoked.SanctionId)?.Measure == Measure.Veto),
        };

    private static CaseFile Revoke(CaseFile file, CaseEvent.MeasureRevoked revoked) =>
        Revoke(file, sanction => sanction.Measure == revoked.Measure, revoked.Revocation) with
        {
            Revoked = [.. file.Revoked.Append(revoked.Measure).Distinct()],
        };

    private static CaseFile Revoke(CaseFile file, Func<Sanction, bool> which, Revocation revocation) =>
        file with { Sanctions = [.. file.Sanctions.Select(s => which(s) ? s.TakenBack(revocation) : s)] };
}
