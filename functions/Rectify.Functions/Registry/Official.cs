using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;

namespace Rectify.Functions.Registry;

/// <summary>A person in the register, with the present post.</summary>
/// <param name="OfficialId">Opaque.</param>
/// <param name="Name">Name.</param>
/// <param name="Email">Address for notices.</param>
/// <param name="UnitId">Unit of the post.</param>
/// <param name="Post">Title of the post.</param>
/// <param name="Role">Part in the unit's responsibility.</param>
/// <param name="From">First day in the post.</param>
/// <param name="To">Last day in it; null while it is held.</param>
/// <param name="Language">In which this person is written to.</param>
/// <param name="Responsibility">第一、直接或其他责任人 of the unit while in the post; null when none was entered. It does not follow from <paramref name="Role"/>.</param>
public sealed record Official(
    OfficialId OfficialId, string Name, string Email, UnitId UnitId, string Post, LeaderRole Role, DateOnly From, DateOnly? To,
    Language Language = default, Responsibility? Responsibility = null)
{
    /// <summary>Whether the post was held on that day.</summary>
    public bool InPostOn(DateOnly day) => day >= From && (To is not { } last || day <= last);
}
