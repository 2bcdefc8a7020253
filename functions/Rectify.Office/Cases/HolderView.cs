using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;

namespace Rectify.Office.Cases;

/// <summary>A person in office on a day, on the wire.</summary>
/// <param name="OfficialId">Who.</param>
/// <param name="Name">Name.</param>
/// <param name="Post">Title of the post.</param>
/// <param name="Role">Part in the unit's responsibility.</param>
/// <param name="Since">First day in the post.</param>
public sealed record HolderView(OfficialId OfficialId, string Name, string Post, LeaderRole Role, DateOnly Since)
{
    public static IReadOnlyList<HolderView>? Of(IReadOnlyList<OfficeHolder>? holders) =>
        holders is null ? null : [.. holders.Select(one => new HolderView(one.OfficialId, one.Name, one.Post, one.Role, one.Since))];
}
