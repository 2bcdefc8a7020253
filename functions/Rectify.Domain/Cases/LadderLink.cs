using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.Cases;

/// <summary>Whether a case may follow another one up the ladder (S16).</summary>
/// <remarks>
/// It may when the goal of a notice or a talk was not reached: to the rung that is proposed, or to a lower one above it. By severity it may
/// also pass rungs over, and need not wait for the period to end; so may a veto without a listing, whose grounds are its own (V1, V3, V4).
/// </remarks>
/// <param name="Unit">The unit of the case that would follow.</param>
/// <param name="Rung">Its rung.</param>
/// <param name="Severity">How grave it is; null for a veto.</param>
/// <param name="From">Its first day.</param>
/// <param name="Rulebook">The policy under which it would open.</param>
public sealed record LadderLink(UnitId Unit, Rung Rung, Severity? Severity, DateOnly From, Rulebook Rulebook)
{
    private const string Member = "precededBy";

    /// <summary>Why it may not follow; null when it may.</summary>
    /// <param name="id">The case that would precede it.</param>
    /// <param name="earlier">That case, settled.</param>
    public Rejection? Refuse(CaseId id, CaseState.Opened earlier)
    {
        var file = earlier.File;
        if (file.Opening is not Opening.Admonition { Entry: var before })
            return Rejection.Rule("not-a-lower-rung", Member, $"A case follows a notice or a talk; got {id}, a {WireName.Of(file.Rung)}: a missed listing leads to the veto in its own case. (S7, S16)");
        if (before.Unit.UnitId != Unit)
            return Rejection.Rule("not-the-same-unit", Member, $"A case follows one of its own unit, {Unit}; got {id} of {before.Unit.UnitId}. (S16)");
        if (Rung <= before.Rung)
            return Rejection.Rule("not-a-higher-rung", Member, $"A case follows one on a lower rung; got {id}, a {WireName.Of(before.Rung)}, before a {WireName.Of(Rung)}. (S16)");
        if (From < before.IssuedOn)
            return Rejection.Rule("before-predecessor", Member, $"A case follows one that began on or before its first day, {From:yyyy-MM-dd}; got {id} of {before.IssuedOn:yyyy-MM-dd}. (S16)");
        if (file.FollowedBy is { } follower)
            return Rejection.Conflict("has-successor", Member, $"One case follows a {WireName.Of(before.Rung)}; {id} was followed by {follower.CaseId}, a {WireName.Of(follower.Rung)}. (S16)");

        return earlier switch
        {
            CaseState.NextRungProposed { Proposal: var proposal } when From >= proposal.ProposedOn => Rung <= proposal.Rung || MayPassOver
                ? null
                : Rejection.Rule("rung-passed-over", Member, $"After {id} the {WireName.Of(proposal.Rung)} follows, and a higher rung only where the severity passes rungs over ({Skips}); got {WireName.Of(Rung)}. (S16)"),
            CaseState.NextRungProposed or CaseState.Listed => MayPassOver
                ? null
                : Rejection.Conflict("still-running", Member, $"The period of {id} runs to {file.Deadline!.Effective:yyyy-MM-dd}, and before it has ended a case follows only where the severity passes rungs over ({Skips}); got a {WireName.Of(Rung)} on {From:yyyy-MM-dd}. (S16)"),
            _ => Rejection.Conflict("nothing-to-follow", Member, $"A case follows one whose goal was not reached; {id} is {WireName.Of(CaseStatus.Of(earlier))}. (S16)"),
        };
    }

    private bool MayPassOver => Severity is not { } severity || Rulebook.Ladder?.MayStartAt(severity) >= Rung;

    private string Skips => Rulebook.Ladder is { Skips: { Count: > 0 } skips }
        ? $"rulebook {Rulebook.Id}: {string.Join(", ", skips.Select(skip => $"{WireName.Of(skip.Severity)} to {WireName.Of(skip.To)}"))}"
        : $"rulebook {Rulebook.Id}: none";
}
