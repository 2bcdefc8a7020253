using System.Diagnostics;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>
/// What follows from a missed deadline or a ground for the veto: the veto or its proposal, and the sanctions (S1, S2, S7).
/// </summary>
internal static class Consequence
{
    /// <summary>
    /// The events of a missed deadline. For a listing: the veto from the effective deadline, or its proposal, as the rulebook says. For a
    /// notice or a talk: the proposal of the next rung (S16). Where the rulebook says so, a criticism or a decision is due instead.
    /// </summary>
    /// <param name="state">The listing, the notice or the talk.</param>
    /// <param name="by">How it came to be known that the goal was not reached.</param>
    /// <param name="context">The instant.</param>
    /// <param name="knownOn">
    /// The day on which it came to be known; null, or a day up to the deadline, means the day after the deadline.
    /// </param>
    public static IReadOnlyList<CaseEvent> OfMissedDeadline(
        CaseState.Listed state, MissedBy by, DecisionContext context, DateOnly? knownOn = null)
    {
        var (deadline, rulebook) = (state.Rectification.Deadline.Effective, state.File.Rulebook);
        var next = state.File.AfterMissed;
        var leaders = next == MissedStep.NextRung ? VetoLeadersOf(state.File, deadline, context.InOffice) : null;
        var applied = by == MissedBy.Time ? state.File.ApplicationsUntil(context.Calendar) : null;
        var missed = new CaseEvent.DeadlineMissed(deadline, by, leaders, applied);
        var proposedOn = knownOn > deadline ? knownOn.Value : (applied ?? deadline).AddDays(1);
        if (next != MissedStep.NextRung)
            return [missed, new CaseEvent.ConsequenceProposed(next, proposedOn)];
        if (state.File.Opening is Opening.Admonition)
            return [missed, new CaseEvent.NextRungProposed(state.File.NextRung, proposedOn)];

        var veto = rulebook.Veto!;
        var term = veto.Length.From(deadline);
        if (rulebook.Escalation == Escalation.Automatic)
        {
            return
            [
                missed, new CaseEvent.VetoImposed(VetoGround.DeadlineMissed, term, veto.Source),
                .. Sanctions(Measure.Veto, term, state.File with { VetoLeaders = leaders ?? state.File.VetoLeaders }, context.CaseId),
                .. EndOfListing(state.File, term.From),
            ];
        }

        return [missed,
            new CaseEvent.VetoProposed(VetoGround.DeadlineMissed, proposedOn, rulebook.VetoStart == VetoStart.Deadline ? term : null)];
    }

    /// <summary>
    /// The persons whom a veto after the deadline bars besides the unit, by the rulebook; null for the persons of the listing (S6).
    /// </summary>
    public static IReadOnlyList<ListedLeader>? VetoLeadersOf(CaseFile file, DateOnly deadline, OfficeHolders holders)
    {
        if (file.Opening is not Opening.Listing || file.Rulebook.VetoPersons == VetoPersons.Listed) return null;

        var inOffice = holders.On(deadline, file.Rulebook.RolesOf(Measure.Veto)).Select(holder => holder.AsLeader());
        return file.Rulebook.VetoPersons switch
        {
            VetoPersons.InOffice => [.. inOffice],
            VetoPersons.Both => [.. file.InRolesOfVeto(file.Opening.Leaders).UnionBy(inOffice, leader => leader.OfficialId)],
            _ => throw new UnreachableException(file.Rulebook.VetoPersons.ToString()),
        };
    }

    /// <summary>
    /// The event that ends a listing which bars as long as it lasts (S4); none when the listing bars for a fixed term or bars nobody any
    /// more.
    /// </summary>
    public static IEnumerable<CaseEvent> EndOfListing(CaseFile file, DateOnly lastDay) =>
        file.Sanctions.Any(sanction => sanction is { Term.End: null, Barred: not null }) ? [new CaseEvent.ListingEnded(lastDay)] : [];

    /// <summary>The term of a listing's sanctions (S1, S4); null when it bars nobody.</summary>
    public static DayInterval? ListingTerm(DateOnly listedOn, Rulebook rulebook) => rulebook.ListingSanction == ListingSanction.FixedTerm
        ? rulebook.Listing!.Length?.From(listedOn)
        : DayInterval.OpenFrom(listedOn);

    /// <summary>One sanction for the unit and one for each leader, all with the same interval.</summary>
    public static IEnumerable<CaseEvent> Sanctions(Measure measure, DayInterval term, CaseFile file, CaseId caseId)
    {
        var earlier = file.Sanctions.Count(sanction => sanction.Measure == measure);
        return file.SubjectsOf(measure).Select((subject, index) => Sanction(measure, term, subject, earlier + index, caseId)).ToList();
    }

    /// <summary>The sanction of one subject; <paramref name="index"/> numbers the sanctions of the measure from 0.</summary>
    public static CaseEvent.SanctionImposed Sanction(Measure measure, DayInterval term, Subject subject, int index, CaseId caseId) =>
        new(new Sanction(
        new SanctionId($"{caseId}-{(measure == Measure.Listing ? "L" : "V")}{index}"),
        subject,
        Bars.Of(subject),
        measure,
        term));
}
