using Rectify.Domain.Sanctions;

namespace Rectify.Domain.Cases;

/// <summary>State after an event. Pure, and total over every stream that the decider can produce.</summary>
public static class Evolution
{
    /// <summary>The state of a case from its events.</summary>
    public static CaseState Fold(IEnumerable<CaseEvent> events) => Fold(new CaseState.NotOpened(), events);

    /// <summary>The state after more events.</summary>
    public static CaseState Fold(CaseState state, IEnumerable<CaseEvent> events) => events.Aggregate(state, Evolve);

    /// <summary>The state after one event.</summary>
    /// <exception cref="InvalidOperationException">The event cannot follow in this state: the ledger is damaged.</exception>
    public static CaseState Evolve(CaseState state, CaseEvent @event) => (state, @event) switch
    {
        (CaseState.NotOpened, CaseEvent.UnitListed listed) => new CaseState.Rectifying(CaseFile.Of(listed)),

        (CaseState.Opened s, CaseEvent.SanctionImposed(var sanction)) =>
            s with { File = s.File with { Sanctions = [.. s.File.Sanctions, sanction] } },
        (CaseState.Opened s, CaseEvent.ReminderDue(var reminder)) => Handled(s, reminder),
        (CaseState.Opened s, CaseEvent.ReminderSkipped(var reminder)) => Handled(s, reminder),
        (CaseState.Opened s, CaseEvent.SanctionExpired(var measure, _)) =>
            s with { File = s.File with { Expired = [.. s.File.Expired, measure] } },
        (CaseState.Opened s, CaseEvent.SanctionRevoked revoked) =>
            s with { File = Revoke(s.File, x => x.Id == revoked.SanctionId, revoked.Revocation) },

        (CaseState.Opened s and (CaseState.Rectifying or CaseState.AwaitingInspection), CaseEvent.ExtensionGranted granted) =>
            s with { File = s.File with { Deadline = granted.Deadline, DeadlineSetOn = NotBeforeListing(s.File, granted.GrantedOn), Extensions = s.File.Extensions + 1 } },
        (CaseState.Rectifying s, CaseEvent.RectificationSubmitted submitted) =>
            new CaseState.AwaitingInspection(s.File, submitted.SubmittedOn),
        (CaseState.AwaitingInspection s, CaseEvent.InspectionPassed passed) => new CaseState.Released(s.File, passed.InspectedOn),
        (CaseState.AwaitingInspection s, CaseEvent.InspectionFailed) => new CaseState.Rectifying(s.File),
        (CaseState.Rectifying s, CaseEvent.ListingContinued continued) =>
            s with { File = s.File with { Deadline = continued.Deadline, DeadlineSetOn = continued.DecidedOn } },
        (CaseState.Rectifying s, CaseEvent.DeadlineMissed) => new CaseState.Missed(s.File),
        (CaseState.Missed s, CaseEvent.VetoImposed veto) =>
            new CaseState.Vetoed(s.File with { Veto = new Veto(veto.Ground, veto.Term, veto.LegalBasis) }),

        (CaseState.Vetoed s, CaseEvent.MeasureRevoked { Measure: Measure.Listing } revoked) =>
            s with { File = Revoke(s.File, revoked) with { Veto = s.File.Veto! with { NeedsReview = Review.Needed } } },
        (CaseState.Opened s, CaseEvent.MeasureRevoked revoked) => new CaseState.Revoked(Revoke(s.File, revoked)),
        (CaseState.Released or CaseState.Vetoed, CaseEvent.CaseClosed) => new CaseState.Closed(((CaseState.Opened)state).File),

        _ => throw new InvalidOperationException($"{EventCodec.Name(@event)} cannot follow in the state {state.GetType().Name}."),
    };

    // A listing may be entered, and extended, some days ahead (D10).
    private static DateOnly NotBeforeListing(CaseFile file, DateOnly day) => day > file.Opening.ListedOn ? day : file.Opening.ListedOn;

    private static CaseState.Opened Handled(CaseState.Opened state, Reminder reminder) =>
        state with { File = state.File with { Reminders = [.. state.File.Reminders, reminder] } };

    private static CaseFile Revoke(CaseFile file, CaseEvent.MeasureRevoked revoked) =>
        Revoke(file, sanction => sanction.Measure == revoked.Measure, revoked.Revocation) with { Revoked = [.. file.Revoked, revoked.Measure] };

    private static CaseFile Revoke(CaseFile file, Func<Sanction, bool> which, Revocation revocation) =>
        file with { Sanctions = [.. file.Sanctions.Select(s => which(s) ? s.TakenBack(revocation) : s)] };
}
