using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Ledger;
using Rectify.Office.Register;

namespace Rectify.Office.Eligibility;

/// <summary>
/// Finds cases that may bar a person although no index names the person yet: the deadline has passed, and the veto that bars those in
/// office is not recorded yet.
/// </summary>
/// <remarks>
/// A step is carried out as soon as it falls due, so usually there are no such cases; but an answer must be right even if no timer ever
/// fired.
/// </remarks>
public sealed class OverdueVetoes(ILedger ledger, IRegisterStore registerStore)
{
    private const int PageSize = 1_000;

    /// <summary>
    /// For each person, the cases with a due step in the units in which the person holds or held a post. Persons without such a case are
    /// left out.
    /// </summary>
    public async Task<IReadOnlyDictionary<Subject, IReadOnlyList<CaseId>>> OfAsync(
        IReadOnlyCollection<Subject> subjects, DateTimeOffset asOf, CancellationToken cancellation)
    {
        OfficialId[] persons = [.. subjects.OfType<Subject.Official>().Select(official => official.Id)];
        if (persons.Length == 0 || await DueAsync(asOf, cancellation) is not { Count: > 0 } due)
            return new Dictionary<Subject, IReadOnlyList<CaseId>>();

        var ofUnit = due.ToLookup(entry => entry.UnitId, entry => entry.CaseId);
        return (
            from official in await registerStore.FindOfficialsAsync(persons, cancellation)
            let cases = official.Posts.Select(post => post.UnitId).Distinct().SelectMany(unit => ofUnit[unit]).ToList()
            where cases.Count > 0
            select (official.OfficialId, cases)).ToDictionary(
                found => (Subject)new Subject.Official(found.OfficialId), found => (IReadOnlyList<CaseId>)found.cases);
    }

    private async Task<List<CaseEntry>> DueAsync(DateTimeOffset asOf, CancellationToken cancellation) =>
        await ledger.AllAsync(new CaseFilter(null, null, null, asOf) { Step = StepFilter.Due }, PageSize, cancellation)
            .Where(entry => entry.Status is CaseStatus.Rectifying).ToListAsync(cancellation);
}
