using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Eligibility;

/// <summary>Answers from dates and the ledger, never from a stored flag.</summary>
public static class EligibilityRule
{
    /// <summary>The answer for <paramref name="subject"/> on <paramref name="on"/>.</summary>
    /// <param name="subject">Who is asked about.</param>
    /// <param name="on">The day.</param>
    /// <param name="cases">Every case that concerns the subject, settled at the instant of the question.</param>
    public static EligibilityAnswer Of(Subject subject, DateOnly on, IEnumerable<(CaseId Id, CaseState.Opened State)> cases) =>
        Of(new HashSet<Subject> { subject }, on, cases);

    /// <summary>The answer for a unit that answers for others as well, as one run of barred days (see <see cref="Succession"/>).</summary>
    /// <param name="subjects">The subject asked about and those it answers for.</param>
    /// <param name="on">The day.</param>
    /// <param name="cases">Every case that concerns one of them, each once, settled at the instant of the question.</param>
    public static EligibilityAnswer Of(IReadOnlySet<Subject> subjects, DateOnly on, IEnumerable<(CaseId Id, CaseState.Opened State)> cases)
    {
        var bases = (
            from c in cases
            from sanction in c.State.File.Sanctions
            where subjects.Contains(sanction.Subject) && sanction.Barred is not null
            select new Basis(c.Id, sanction, c.State.File.Opening.DocumentNumber)).ToList();

        var run = DayInterval.Union(bases.Select(basis => basis.Sanction.Barred!.Value)).Where(interval => interval.Contains(on)).ToList();
        return run is [var unbroken]
            ? new EligibilityAnswer.Barred(unbroken.To, [.. bases.Where(basis => basis.Sanction.Barred!.Value.Contains(on))])
            : new EligibilityAnswer.Clear();
    }
}
