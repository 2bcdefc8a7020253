using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.Cases;

/// <summary>Whether a case may follow another one up the ladder (S16).</summary>
/// <remarks>
/// A case may follow a notice or a talk whose goal was not reached, on the proposed rung or on a rung between the two. By its severity it
/// may also skip rungs, and need not wait for the period to end. The same holds for a veto without a listing, which has grounds of its own
/// (V1, V3, V4).
/// </remarks>
/// <param name="Unit">The unit of the case that would follow.</param>
/// <param name="Rung">The rung of that case.</param>
/// <param name="Severity">How grave its matter is; null for a veto.</param>
/// <param name="From">The first day of that case.</param>
/// <param name="Rulebook">The policy under which it would open.</param>
public sealed record LadderLink(UnitId Unit, Rung Rung, Severity? Severity, DateOnly From, Rulebook Rulebook)
{
    private const string Member = "precededBy";

    /// <summary>Why the case may not follow another one; null when it may.</summary>
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
