using Rectify.Domain.Sanctions;

namespace Rectify.Domain.Cases;

/// <summary>A report that came in on paper by the deadline and is entered after it: a case submitted in time is never vetoed by a timer (S8).</summary>
/// <remarks>What the timer led to rested on the missing entry and is void; the inspection decides, as it would have.</remarks>
internal static class LateEntryDecision
{
    /// <summary>The decision, or null when the submission is no late entry of a timely report and the state alone refuses it.</summary>
    public static Decision? Of(CaseCommand.SubmitRectification command, CaseState.Opened state, DecisionContext context)
    {
        if (state.File.Rectification is not { } clock || command.SubmittedOn is not { } submittedOn) return null;
        if (command.By != EnteredBy.Office || submittedOn < clock.ListedOn || submittedOn > clock.Deadline.Effective) return null;

        if (Decided(state) is { } decided)
            return Rejection.Conflict("veto-decided", "status", $"A report handed in on {submittedOn:yyyy-MM-dd}, by the deadline {clock.Deadline.Effective:yyyy-MM-dd}, makes void what a timer led to; here {decided}: that is taken back by a revocation. (S8, S10)");

        return Decision.Accept(new CaseEvent.TimelySubmissionEntered(submittedOn, context.Today, command.Summary, command.Evidence));
    }

    // What a person has judged is not undone by an entry.
    private static string? Decided(CaseState.Opened state) => state switch
    {
        { File.Revoked: var revoked } when revoked.Contains(Measure.Listing) => "the listing was revoked",
        CaseState.VetoProposed { Proposal.MissedBy: MissedBy.Time } or CaseState.NextRungProposed { Proposal.MissedBy: MissedBy.Time } => null,
        CaseState.Vetoed { File.Veto: { DecidedOn: { } on } } => $"the committee has decided on {on:yyyy-MM-dd}",
        CaseState.Vetoed { File.Veto.MissedBy: MissedBy.Time } => null,
        _ => "an inspection has judged the goal",
    };
}
