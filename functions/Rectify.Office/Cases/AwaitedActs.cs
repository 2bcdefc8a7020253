using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Office.Ledger;

namespace Rectify.Office.Cases;

/// <summary>Finds the act for which a case waits.</summary>
public static class AwaitedActs
{
    /// <summary>The act that a case waits for in its present state.</summary>
    public static Awaited Of(CaseRecord record) => record.State switch
    {
        CaseState.Rectifying { File.Submissions.LastFailed: { } failed } => new(AwaitedAct.FurtherReport, failed),
        CaseState.Rectifying s => new(AwaitedAct.Report, s.Rectification.ListedOn),
        CaseState.AwaitingInspection { File.Submissions.LastFailed: not null } s => new(AwaitedAct.FurtherInspection, s.SubmittedOn),
        CaseState.AwaitingInspection s => new(AwaitedAct.Inspection, s.SubmittedOn),
        CaseState.Suspended s => new(AwaitedAct.Resumption, s.SuspendedOn),
        CaseState.VetoProposed s => new(AwaitedAct.VetoDecision, s.Proposal.ProposedOn),
        CaseState.NextRungProposed s => new(AwaitedAct.NextRung, s.Proposal.ProposedOn),
        CaseState.ConsequenceProposed { Step: MissedStep.UrgingLetter } s => new(AwaitedAct.UrgingLetter, s.ProposedOn),
        CaseState.ConsequenceProposed s => new(AwaitedAct.Consequence, s.ProposedOn),
        CaseState.Vetoed or CaseState.Closed when record.State.File.Veto is { NeedsReview: Review.Needed } =>
            new(AwaitedAct.VetoReview, BasisLostOn(record)),
        // A veto that took effect by itself did so at 24:00 of its first day.
        CaseState.Vetoed { File.Veto: { DecidedOn: null } veto } => new(AwaitedAct.VetoConfirmation, veto.Term.From.AddDays(1)),
        _ => new(AwaitedAct.Nothing, LocalDay.Of(record.Stream[^1].At)),
    };

    // The entry that took the basis away; it is recorded, since only people do so.
    private static DateOnly BasisLostOn(CaseRecord record) => LocalDay.Of((
        record.Stream.LastOrDefault(entry => entry.Event is CaseEvent.VetoBasisLost or CaseEvent.TimelySubmissionNoted
            or CaseEvent.MeasureRevoked or CaseEvent.EntryWithdrawn) ?? record.Stream[^1]).At);
}
