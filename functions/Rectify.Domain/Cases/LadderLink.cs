using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
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
            return Rejection.Rule(Member, LadderMessages.NotALowerRung.With(id, file.Rung));
        if (before.Unit.UnitId != Unit)
            return Rejection.Rule(Member, LadderMessages.NotTheSameUnit.With(Unit, id, before.Unit.UnitId));
        if (Rung <= before.Rung)
            return Rejection.Rule(Member, LadderMessages.NotAHigherRung.With(id, before.Rung, Rung));
        if (From < before.IssuedOn)
            return Rejection.Rule(Member, LadderMessages.BeforePredecessor.With(From, id, before.IssuedOn));
        if (file.FollowedBy is { } follower)
            return Rejection.Conflict(Member, LadderMessages.HasSuccessor.With(before.Rung, id, follower.CaseId, follower.Rung));

        return earlier switch
        {
            CaseState.NextRungProposed { Proposal: var proposal } when From >= proposal.ProposedOn => Rung <= proposal.Rung || MayPassOver
                ? null
                : Rejection.Rule(Member, LadderMessages.PassedOver.With(id, proposal.Rung, Skips, Rung)),
            CaseState.NextRungProposed or CaseState.Listed => MayPassOver
                ? null
                : Rejection.Conflict(Member, LadderMessages.StillRunning.With(id, file.Deadline!.Effective, Skips, Rung, From)),
            _ => Rejection.Conflict(Member, LadderMessages.NothingToFollow.With(id, CaseStatus.Of(earlier))),
        };
    }

    private bool MayPassOver => Severity is not { } severity || Rulebook.Ladder?.MayStartAt(severity) >= Rung;

    private Message Skips => Rulebook.Ladder is { Skips: { Count: > 0 } skips }
        ? LadderMessages.Skips.With(Rulebook.Id, [.. skips.Select(skip => LadderMessages.Skip.With(skip.Severity, skip.To).InBoth)])
        : LadderMessages.SkipsNone.With(Rulebook.Id);
}
