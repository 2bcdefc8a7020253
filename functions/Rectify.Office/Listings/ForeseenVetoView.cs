using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Office.Cases;

namespace Rectify.Office.Listings;

/// <summary>The veto that follows when the deadline is missed, on the wire; without dates where it counts from a decision.</summary>
/// <param name="Escalation">Whether it takes effect by itself or is proposed (S7).</param>
/// <param name="Persons">Whom it bars, by the rulebook (S6).</param>
/// <param name="From">First day that it would bar; null where it counts from a decision.</param>
/// <param name="To">Last day that it would bar; null where it counts from a decision.</param>
/// <param name="Officials">The persons whom it would bar, as the register is today.</param>
/// <param name="InOfficeNotBarred">Who would be in office on the last day of the period and not barred, as the register is today.</param>
public sealed record ForeseenVetoView(
    Escalation Escalation, VetoPersons Persons, DateOnly? From, DateOnly? To, IReadOnlyList<ListedLeader> Officials,
    IReadOnlyList<HolderView> InOfficeNotBarred)
{
    public static ForeseenVetoView Of(ForeseenVeto veto) =>
        new(veto.Escalation, veto.Persons, veto.Term?.From, veto.Term?.End, veto.Officials, HolderView.Of(veto.NotBarred)!);
}
