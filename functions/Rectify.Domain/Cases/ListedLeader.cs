using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.Cases;

/// <summary>A leader who shares the sanction, with the post and role held at the time; bound to the person (S6).</summary>
public sealed record ListedLeader(OfficialId OfficialId, string Name, string Post, LeaderRole Role);
