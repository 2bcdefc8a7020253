using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>The veto that follows when the deadline of a listing is missed, as far as it can be foreseen (S2, S6, S7).</summary>
/// <param name="Persons">Whom it bars, by the rulebook.</param>
/// <param name="Escalation">Whether it takes effect by itself or is proposed.</param>
/// <param name="Term">First and last day that it would bar; null when it counts from the decision.</param>
/// <param name="Officials">The persons whom it would bar, as the register is today.</param>
public sealed record ForeseenVeto(VetoPersons Persons, Escalation Escalation, DayInterval? Term, IReadOnlyList<ListedLeader> Officials)
{
    /// <summary>Who would hold office on the last day of the period and not be barred, as the register is today.</summary>
    public IReadOnlyList<OfficeHolder> NotBarred { get; init; } = [];

    /// <summary>What would follow; null for a case without a deadline, on a rung below the listing, and where no veto follows.</summary>
    public static ForeseenVeto? Of(CaseFile file, DecisionContext context)
    {
        if (file is not
            {
                Opening: Opening.Listing, AfterMissed: MissedStep.NextRung, Deadline.Effective: var deadline,
                Rulebook: { Veto: { } veto } rulebook
            })
        {
            return null;
        }

        var counts = rulebook.Escalation == Escalation.Automatic || rulebook.VetoStart == VetoStart.Deadline;
        return new ForeseenVeto(
            rulebook.VetoPersons, rulebook.Escalation, counts ? veto.Length.From(deadline) : null,
            Consequence.VetoLeadersOf(file, deadline, context.InOffice) ?? file.LeadersOf(Measure.Veto));
    }
}
