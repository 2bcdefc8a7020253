using Rectify.Board.Cases;
using Rectify.Domain.Cases;

namespace Rectify.Functions.Board;

/// <summary>Makes the model of the persons of a veto.</summary>
internal static class VetoPersonsPage
{
    /// <summary>The model of a case with a veto; null when it has none.</summary>
    /// <param name="state">The case.</param>
    /// <param name="notBarred">The persons in office who are not barred; null when the case has no veto.</param>
    public static VetoPersonsModel? Of(CaseState.Opened state, IReadOnlyList<OfficeHolder>? notBarred) => notBarred is null
        ? null
        : new VetoPersonsModel(
            state is CaseState.VetoProposed ? VetoStage.Proposed : VetoStage.Imposed,
            state.File.Opening is Opening.Listing ? state.File.Rulebook.VetoPersons : null,
            VetoBars.DayOf(state)!.Value,
            Leaders(VetoBars.LeadersBarredBy(state.File)), Holders(notBarred));

    /// <summary>The model of the veto that would follow if a listing's deadline is missed; null when no veto would follow.</summary>
    public static VetoPersonsModel? Of(CaseState.Opened state, ForeseenVeto? veto) => veto is null ? null : new VetoPersonsModel(
        VetoStage.IfMissed, veto.Persons, state.File.Deadline!.Effective, Leaders(veto.Officials), Holders(veto.NotBarred));

    private static CaseLeader[] Leaders(IEnumerable<ListedLeader> leaders) =>
        [.. leaders.Select(leader => new CaseLeader(leader.Name, leader.Post, leader.Role))];

    private static CaseHolder[] Holders(IEnumerable<OfficeHolder> holders) =>
        [.. holders.Select(holder => new CaseHolder(holder.Name, holder.Post, holder.Role, holder.Since))];
}
