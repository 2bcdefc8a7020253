using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Eligibility;

/// <summary>Decides whether a subject is eligible on a day, from the dates in the ledger and never from a stored flag.</summary>
public static class EligibilityRule
{
    /// <summary>The answer for <paramref name="subject"/> on <paramref name="on"/>.</summary>
    /// <param name="subject">Who is asked about.</param>
    /// <param name="on">The day.</param>
    /// <param name="cases">Every case that concerns the subject, settled at the instant of the question.</param>
    public static EligibilityAnswer Of(Subject subject, DateOnly on, IEnumerable<(CaseId Id, CaseState.Opened State)> cases) =>
        Of(new HashSet<Subject> { subject }, on, cases);

    /// <summary>
    /// The answer for a subject that answers for others too, such as a successor unit, as one run of barred days (see
    /// <see cref="Succession"/>).
    /// </summary>
    /// <param name="subjects">The subject asked about and those it answers for.</param>
    /// <param name="on">The day.</param>
    /// <param name="cases">Every case that concerns one of them, each once, settled at the instant of the question.</param>
    public static EligibilityAnswer Of(IReadOnlySet<Subject> subjects, DateOnly on, IEnumerable<(CaseId Id, CaseState.Opened State)> cases)
    {
        var known = cases.ToList();
        var bases = (
            from c in known
            from sanction in c.State.File.Sanctions
            where subjects.Contains(sanction.Subject) && sanction.Barred is not null
            select new Basis(c.Id, sanction, c.State.File.DocumentNumberOf(sanction.Measure))).ToList();

        var run = DayInterval.Union(bases.Select(basis => basis.Sanction.Barred!.Value)).Where(interval => interval.Contains(on)).ToList();
        if (run is [var unbroken])
            return new EligibilityAnswer.Barred(unbroken.End, [.. bases.Where(basis => basis.Sanction.Barred!.Value.Contains(on))]);

        var proposed = (
            from c in known
            let proposal = (c.State as CaseState.VetoProposed)?.Proposal
            where proposal is not null && proposal.MayBar(@on)
            from subject in c.State.File.SubjectsOf(Measure.Veto)
            where subjects.Contains(subject)
            select new PendingBasis(c.Id, proposal, subject, c.State.File.Opening.DocumentNumber)).ToList();
        return proposed.Count > 0 ? new EligibilityAnswer.Pending(proposed) : new EligibilityAnswer.Clear();
    }

    /// <summary>
    /// What begins after the answer for a day: the first later day on which the subject is barred or pending anew, and the answer then;
    /// null when nothing begins by <paramref name="last"/>.
    /// </summary>
    /// <remarks>Of a subject that is barred, the days up to the end of that run are part of the answer for the day itself.</remarks>
    /// <param name="subjects">The subject asked about and those it answers for.</param>
    /// <param name="on">The day of the answer.</param>
    /// <param name="last">The last day looked at.</param>
    /// <param name="cases">Every case that concerns one of them, each once, settled at the instant of the question.</param>
    public static (DateOnly Day, EligibilityAnswer Answer)? Next(
        IReadOnlySet<Subject> subjects, DateOnly on, DateOnly last, IEnumerable<(CaseId Id, CaseState.Opened State)> cases)
    {
        var known = cases.ToList();
        var answer = Of(subjects, on, known);
        if (answer is EligibilityAnswer.Barred(null, _)) return null;

        var after = answer is EligibilityAnswer.Barred({ } until, _) ? until : on;
        // A proposed veto shows from the day after the bar under which it was proposed.
        var days =
            from c in known
            from day in c.State.File.Sanctions.Where(sanction => subjects.Contains(sanction.Subject))
                .Select(sanction => sanction.Barred?.From).Append(StartOf((c.State as CaseState.VetoProposed)?.Proposal))
                .Append(answer is EligibilityAnswer.Barred ? after.AddDays(1) : null)
            where day > after && day <= last
            select day.Value;
        foreach (var day in days.Distinct().Order())
        {
            var then = Of(subjects, day, known);
            if (then is EligibilityAnswer.Barred || (then is EligibilityAnswer.Pending && answer is not EligibilityAnswer.Pending))
                return (day, then);
        }

        return null;
    }

    // Whose days are not known yet may bar from the day of the proposal on.
    private static DateOnly? StartOf(Proposal? proposal) => proposal?.Term?.From ?? proposal?.ProposedOn;
}
