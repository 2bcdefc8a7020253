using Rectify.Domain.Sanctions;

namespace Rectify.Domain.Cases;

/// <summary>
/// Decides on a report that came in on paper by the deadline and is entered after it. A case whose report was handed in by the deadline is
/// never vetoed by a timer (S8).
/// </summary>
/// <remarks>
/// Consequences that followed from the expired deadline alone are void, since they rested on the missing entry, and the inspection decides.
/// A decision that a person has made since stands, and the office is asked to decide again (S10).
/// </remarks>
internal static class LateEntryDecision
{
    /// <summary>
    /// The decision; null when the submission is not the late entry of a timely report, so that it is refused because of the state of the
    /// case.
    /// </summary>
    public static Decision? Of(CaseCommand.SubmitRectification command, CaseState.Opened state, DecisionContext context)
    {
        var file = state.File;
        if (file.Rectification is not { } clock || command.SubmittedOn is not { } submittedOn) return null;
        var last = file.ApplicationsUntil(context.Calendar) ?? clock.Deadline.Effective;
        if (command.By != EnteredBy.Office || submittedOn < clock.ListedOn || submittedOn > last) return null;
        if (!RestsOnTheDeadline(state, last)) return null;

        if (file.Submissions.Unjudged.Contains(submittedOn))
            return Rejection.Conflict("submittedOn", RectificationMessages.ReportEntered.With(submittedOn));
        if (!file.Submissions.WouldAwait(submittedOn)) return RectificationDecision.Judged(submittedOn, file.Submissions);

        return Decision.Accept(IsDecided(state)
            ? new CaseEvent.TimelySubmissionNoted(submittedOn, context.Today, command.Summary, command.Evidence)
            : new CaseEvent.TimelySubmissionEntered(submittedOn, context.Today, command.Summary, command.Evidence));
    }

    // By its severity a case on a higher rung may have followed before the period ended: then it does not rest on the missing report.
    private static bool RestsOnTheDeadline(CaseState.Opened state, DateOnly last) => state switch
    {
        CaseState.Vetoed or CaseState.VetoProposed or CaseState.NextRungProposed or CaseState.ConsequenceProposed => true,
        CaseState.Escalated or CaseState.Closed when state.File.FollowedBy is { } follower => follower.OpenedOn > last,
        CaseState.Closed => state.File.Veto is not null,
        _ => false,
    };

    private static bool IsDecided(CaseState.Opened state) => state is CaseState.Escalated
        || state.File is { FollowedBy: not null } or { Veto.DecidedOn: not null } or { VetoPersonsDecided: true }
        || state.File.Revoked.Contains(Measure.Listing);
}
