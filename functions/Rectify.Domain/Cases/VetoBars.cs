using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;

namespace Rectify.Domain.Cases;

/// <summary>Whom the veto of a case bars, and on which day it asks who holds office (S6).</summary>
public static class VetoBars
{
    /// <summary>The day on which the veto asks who holds office; null when there is no veto.</summary>
    public static DateOnly? DayOf(CaseState.Opened state) => state switch
    {
        CaseState.VetoProposed { Proposal: var proposal } => state.File.Deadline?.Effective ?? proposal.Term?.From ?? proposal.ProposedOn,
        { File.Veto: { } veto } => state.File.Opening is Opening.Listing ? state.File.Deadline!.Effective : veto.Term.From,
        _ => null,
    };

    /// <summary>The persons whom the veto of a case bars or would bar, without those whose own sanction was taken back.</summary>
    public static IReadOnlyList<ListedLeader> LeadersBarredBy(CaseFile file) =>
    [
        .. file.LeadersOf(Measure.Veto).Where(leader => file.Veto is null || file.Sanctions.Any(
            sanction => sanction is { Measure: Measure.Veto, Barred: not null }
                && sanction.Subject == new Subject.Official(leader.OfficialId))),
    ];
}
