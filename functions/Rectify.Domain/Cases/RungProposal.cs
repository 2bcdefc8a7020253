using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.Cases;

/// <summary>The next rung, about which the supervising office has yet to decide (S16).</summary>
/// <param name="Rung">The proposed rung.</param>
/// <param name="ProposedOn">First day on which it can be opened or declined.</param>
/// <param name="MissedBy">How it came to be known that the goal was not reached.</param>
public sealed record RungProposal(Rung Rung, DateOnly ProposedOn, MissedBy MissedBy);
