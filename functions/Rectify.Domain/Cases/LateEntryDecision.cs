using Rectify.Domain.Sanctions;

namespace Rectify.Domain.Cases;

/// <summary>
/// A report that came in on paper by the deadline and is entered after it: a case submitted in time is never vetoed by a timer (S8).
/// </summary>
/// <remarks>
/// What only time and entries led to rested on the missing entry and is void; the inspection decides, as it would have. What a person has
/// decided since stands until a person decides again, and is put before the office (S10).
/// </remarks>
internal static class LateEntryDecision
{
    /// <summary>The decision, or null when the submission is no late entry of a timely report and the state alone refuses it.</summary>
    public static Decision? Of(CaseCommand.SubmitRectification command, CaseState.Opened state, DecisionContext context)
    {
        var file = state.File;
        if (file.Rectification is not { } clock || command.SubmittedOn is not { } submittedOn) return null;
        if (command.By != EnteredBy.Office || submittedOn < clock.ListedOn || submittedOn > clock.Deadline.Effective) return null;
        if (!RestsOnTheDeadline(state, clock)) return null;

        if (file.Submissions.Unjudged.Contains(submittedOn))
            return Rejection.Conflict("submittedOn", RectificationMessages.ReportEntered.With(submittedOn));
        if (!file.Submissions.WouldAwait(submittedOn)) return RectificationDecision.Judged(submittedOn, file.Submissions);

        return Decision.Accept(IsDecided(state)
            ? new CaseEvent.TimelySubmissionNoted(submittedOn, context.Today, command.Summary, command.Evidence)
            : new CaseEvent.TimelySubmissionEntered(submittedOn, context.Today, command.Summary, command.Evidence));
    }

    // A case on a higher rung may also have followed before the period ended, by its severity: that rests on no missing report.
    private static bool RestsOnTheDeadline(CaseState.Opened state, Rectification clock) => state switch
    {
        CaseState.Vetoed or CaseState.VetoProposed or CaseState.NextRungProposed => true,
        CaseState.Escalated or CaseState.Closed when state.File.FollowedBy is { } follower => follower.OpenedOn > clock.Deadline.Effective,
        CaseState.Closed => state.File.Veto is not null,
        _ => false,
    };

    private static bool IsDecided(CaseState.Opened state) => state is CaseState.Escalated
        || state.File is { FollowedBy: not null } or { Veto.DecidedOn: not null } or { VetoPersonsDecided: true }
        || state.File.Revoked.Contains(Measure.Listing);
}
