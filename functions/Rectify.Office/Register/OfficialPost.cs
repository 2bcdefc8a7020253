using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;

namespace Rectify.Office.Register;

/// <summary>A post of an official, in the past, now or later.</summary>
/// <param name="UnitId">Unit of the post.</param>
/// <param name="Post">Title of the post.</param>
/// <param name="Role">Part in the unit's responsibility.</param>
/// <param name="From">First day in the post.</param>
/// <param name="To">Last day in it; null while no end is known.</param>
/// <param name="Responsibility">
/// 第一、直接或其他责任人 of the unit while in the post; null when none was entered. It does not follow from <paramref name="Role"/>.
/// </param>
public sealed record OfficialPost(
    UnitId UnitId, string Post, LeaderRole Role, DateOnly From, DateOnly? To = null, Responsibility? Responsibility = null)
{
    /// <summary>Whether the post was held on that day.</summary>
    public bool HeldOn(DateOnly day) => day >= From && (To is not { } last || day <= last);

    /// <summary>The post, ended the day before another begins, unless it ended sooner.</summary>
    public OfficialPost EndedBefore(DateOnly next) => To is { } last && last < next ? this : this with { To = next.AddDays(-1) };

    /// <summary>Whether two entries are about the same post: title and unit with the same first day.</summary>
    public bool IsSameAs(OfficialPost other) => (UnitId, Post, From) == (other.UnitId, other.Post, other.From);
}
