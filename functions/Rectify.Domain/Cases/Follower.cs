using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.Cases;

/// <summary>The case that took a notice or a talk to a higher rung (S16).</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Rung">Its rung.</param>
/// <param name="OpenedOn">The day on which the link was recorded.</param>
public sealed record Follower(CaseId CaseId, Rung Rung, DateOnly OpenedOn);
