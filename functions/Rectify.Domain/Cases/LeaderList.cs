using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.Cases;

/// <summary>The leaders who share a sanction: each once, each in a role that the rulebook sanctions (S1, S6).</summary>
internal static class LeaderList
{
    public static Rejection? Refuse(IReadOnlyList<ListedLeader> leaders, Rulebook rulebook)
    {
        if (leaders.FirstOrDefault(leader => !rulebook.SanctionedRoles.Contains(leader.Role)) is { } unsanctioned)
            return Rejection.Rule("role-not-sanctioned", "officials", $"The rulebook {rulebook.Id} does not sanction the role {WireName.Of(unsanctioned.Role)} of {unsanctioned.OfficialId}; it sanctions {string.Join(", ", rulebook.SanctionedRoles.Select(WireName.Of))}. (S1)");
        return RefuseTwice(leaders);
    }

    /// <summary>Whom a notice goes to, or who is called to a talk: in any role, each once, and to a talk somebody (S16).</summary>
    public static Rejection? RefuseCalled(IReadOnlyList<ListedLeader> leaders, Rung rung) => rung == Rung.Talk && leaders.Count == 0
        ? Rejection.Rule("nobody-called", "officials", "A talk is held with somebody: one official at least; got none. (S16)")
        : RefuseTwice(leaders);

    private static Rejection? RefuseTwice(IReadOnlyList<ListedLeader> leaders)
    {
        if (leaders.GroupBy(leader => leader.OfficialId).FirstOrDefault(group => group.Count() > 1) is { } twice)
            return Rejection.Rule("official-named-twice", "officials", $"An official is named once; {twice.Key} stands {twice.Count()} times. (S1)");

        return null;
    }
}
