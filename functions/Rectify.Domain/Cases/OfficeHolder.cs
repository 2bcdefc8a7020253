using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.Cases;

/// <summary>A person's time in a post of a unit.</summary>
/// <param name="OfficialId">Who.</param>
/// <param name="Name">Name.</param>
/// <param name="Post">Title of the post.</param>
/// <param name="Role">Part in the unit's responsibility.</param>
/// <param name="Since">First day in the post.</param>
/// <param name="Until">Last day in it; null while no end is known.</param>
public sealed record OfficeHolder(OfficialId OfficialId, string Name, string Post, LeaderRole Role, DateOnly Since, DateOnly? Until)
{
    /// <summary>Whether the person holds the post on a day.</summary>
    public bool HoldsOn(DateOnly day) => Since <= day && (Until is not { } last || day <= last);

    /// <summary>The person in the form in which a measure names its leaders.</summary>
    public ListedLeader AsLeader() => new(OfficialId, Name, Post, Role);
}
