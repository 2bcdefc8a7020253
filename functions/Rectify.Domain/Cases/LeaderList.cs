using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.Cases;

/// <summary>The leaders who share a sanction: each once, each in a role that the rulebook sanctions (S1, S6).</summary>
internal static class LeaderList
{
    public static Rejection? Refuse(IReadOnlyList<ListedLeader> leaders, Rulebook rulebook)
    {
        if (leaders.FirstOrDefault(leader => !rulebook.SanctionedRoles.Contains(leader.Role)) is { } unsanctioned)
            return Rejection.Rule("role-not-sanctioned", "officials", $"The rulebook {rulebook.Id} does not sanction the role {WireName.Of(unsanctioned.Role)} of {unsanctioned.OfficialId}; it sanctions {string.Join(", ", rulebook.SanctionedRoles.Select(WireName.Of))}. (S1)");
        if (leaders.GroupBy(leader => leader.OfficialId).FirstOrDefault(group => group.Count() > 1) is { } twice)
            return Rejection.Rule("official-named-twice", "officials", $"An official is named once; {twice.Key} stands {twice.Count()} times. (S1)");

        return null;
    }
}
