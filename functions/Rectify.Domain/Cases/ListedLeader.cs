using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.Cases;

/// <summary>
/// A leader who shares a sanction, with the post and the role at the time. The sanction is bound to the person, not to the post (S6).
/// </summary>
public sealed record ListedLeader(OfficialId OfficialId, string Name, string Post, LeaderRole Role);
