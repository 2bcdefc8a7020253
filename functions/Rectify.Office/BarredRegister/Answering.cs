using Rectify.Domain.Eligibility;
using Rectify.Domain.Identity;
using Rectify.Office.Eligibility;
using Rectify.Office.Register;

namespace Rectify.Office.BarredRegister;

/// <summary>Who answers for whom: units for those whose place they took, and the ids of one person for each other.</summary>
internal sealed class Answering(Succession succession, JoinedPersons joined)
{
    /// <summary>
    /// As it is by the joins whose instants count. Of a successor the register keeps no instant: it answers for its predecessors whenever
    /// one asks, as eligibility does.
    /// </summary>
    public static async Task<Answering> WhereAsync(
        IRegisterStore registerStore, PersonJoins joins, Func<DateTimeOffset, bool> counts, CancellationToken cancellation) => new(
            new Succession(
                [.. (await registerStore.SucceededUnitsAsync(cancellation)).Select(unit => (unit.UnitId, unit.SuccessorUnitId!.Value))]),
            await joins.WhereAsync(counts, cancellation));

    /// <summary>The subject and those for whom it answers.</summary>
    public IReadOnlySet<Subject> AnswersFor(Subject subject) => SubjectLookup.AnswersFor(subject, succession, joined);

    /// <summary>Those who answer for the subject besides itself, by id.</summary>
    public IEnumerable<Subject> OthersFor(Subject subject) =>
        (subject is Subject.Official(var id)
            ? joined.With(id).Select(one => (Subject)new Subject.Official(one))
            : succession.AnsweredFor(subject))
        .Where(other => other != subject).OrderBy(other => other.ToString(), StringComparer.Ordinal);

    /// <summary>The bars of a case, each with everybody whom it bars: who is named, and who answers for that one.</summary>
    public IReadOnlyList<SubjectBasis> Spread(IEnumerable<SubjectBasis> bars) =>
    [
        .. from bar in bars
           from subject in OthersFor(bar.Subject).Prepend(bar.Subject)
           select subject == bar.Subject ? bar : new SubjectBasis(subject, bar.Basis with { Predecessor = bar.Subject }),
    ];
}
