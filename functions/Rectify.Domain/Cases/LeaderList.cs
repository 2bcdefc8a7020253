using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;

namespace Rectify.Domain.Cases;

/// <summary>Checks the leaders who share a sanction: each person once, each in a role that the rulebook sanctions (S1, S6).</summary>
internal static class LeaderList
{
    public static Rejection? Refuse(IReadOnlyList<ListedLeader> leaders, Rulebook rulebook, Measure measure)
    {
        var roles = rulebook.RolesToNameOf(measure);
        if (leaders.FirstOrDefault(leader => !roles.Contains(leader.Role)) is { } unsanctioned)
        {
            return Rejection.Rule(
                "officials",
                OpeningMessages.RoleNotSanctioned.With(
                    rulebook.Id, unsanctioned.Role, unsanctioned.OfficialId, roles));
        }

        return RefuseTwice(leaders);
    }

    /// <summary>
    /// Checks to whom a notice goes or who is called to a talk: any role, each person once, and at least one person for a talk (S16).
    /// </summary>
    public static Rejection? RefuseCalled(IReadOnlyList<ListedLeader> leaders, Rung rung) => rung == Rung.Talk && leaders.Count == 0
        ? Rejection.Rule("officials", OpeningMessages.NobodyCalled)
        : RefuseTwice(leaders);

    private static Rejection? RefuseTwice(IReadOnlyList<ListedLeader> leaders)
    {
        if (leaders.GroupBy(leader => leader.OfficialId).FirstOrDefault(group => group.Count() > 1) is { } twice)
            return Rejection.Rule("officials", OpeningMessages.NamedTwice.With(twice.Key, twice.Count()));

        return null;
    }
}
