using Rectify.Domain.Cases;
using Rectify.Domain.Eligibility;
using Rectify.Domain.Identity;
using Rectify.Functions.Calendar;
using Rectify.Functions.Ledger;
using Rectify.Functions.Registry;

namespace Rectify.Functions.Cases;

/// <summary>Everything the ledger holds about a subject.</summary>
internal sealed class SubjectFile(ILedger ledger, IRegistry registry, CurrentCalendar calendar, TimeProvider clock)
{
    /// <summary>The subject as it is now; null when neither register nor ledger knows it, which is never "clear".</summary>
    public async Task<SubjectEntry?> FindAsync(Subject subject, CancellationToken cancellation) =>
        Known(await FindAsync([subject], clock.GetUtcNow(), cancellation));

    /// <summary>The same as it was at an instant in the past: what had been recorded by then, and what had fallen due by then.</summary>
    public async Task<SubjectEntry?> FindAsync(Subject subject, DateTimeOffset asOf, CancellationToken cancellation) =>
        Known(await FindAsync([subject], asOf, entry => entry.At <= asOf, cancellation));

    /// <summary>Many subjects at once, with every entry that the ledger holds. A case is read once, however many of them it concerns.</summary>
    /// <remarks>No entry is left out by its instant: the clock of the machine that wrote it may run a little ahead.</remarks>
    public Task<IReadOnlyDictionary<Subject, SubjectEntry>> FindAsync(
        IReadOnlyCollection<Subject> subjects, DateTimeOffset now, CancellationToken cancellation) =>
        FindAsync(subjects, now, _ => true, cancellation);

    private async Task<IReadOnlyDictionary<Subject, SubjectEntry>> FindAsync(
        IReadOnlyCollection<Subject> subjects, DateTimeOffset asOf, Func<StoredEvent, bool> counts, CancellationToken cancellation)
    {
        var succession = subjects.OfType<Subject.Unit>().Any()
            ? new Succession((await registry.SucceededUnitsAsync(cancellation)).Select(unit => (unit.UnitId, unit.SuccessorUnitId!.Value)))
            : new Succession([]);
        var answersFor = subjects.Distinct().ToDictionary(subject => subject, succession.AnswersFor);
        var caseIds = await ledger.CasesOfAsync([.. answersFor.Values.SelectMany(all => all).Distinct()], cancellation);
        var units = (await registry.FindUnitsAsync([.. subjects.OfType<Subject.Unit>().Select(unit => unit.Id)], cancellation)).ToDictionary(unit => unit.UnitId);
        var officials = (await registry.FindOfficialsAsync([.. subjects.OfType<Subject.Official>().Select(official => official.Id)], cancellation)).ToDictionary(official => official.OfficialId);

        var records = new Dictionary<CaseId, CaseRecord>();
        foreach (var (caseId, stream) in await ledger.LoadAsync([.. caseIds.Values.SelectMany(ids => ids).Distinct()], cancellation))
        {
            if (CaseRecord.Of([.. stream.TakeWhile(counts)], new DecisionContext(caseId, asOf, calendar.Value)) is { } record) records.Add(caseId, record);
        }

        return subjects.Distinct().ToDictionary(subject => subject, subject =>
        {
            IReadOnlyList<CaseRecord> cases = [.. answersFor[subject].SelectMany(each => caseIds[each]).Distinct().Where(records.ContainsKey).Select(id => records[id])];
            var name = subject switch
            {
                Subject.Unit(var id) => units.GetValueOrDefault(id)?.Name,
                Subject.Official(var id) => officials.GetValueOrDefault(id)?.Name,
                _ => throw new System.Diagnostics.UnreachableException(subject.ToString()),
            };
            return new SubjectEntry(subject, name ?? NameIn(cases, subject), answersFor[subject], cases);
        });
    }

    private static SubjectEntry? Known(IReadOnlyDictionary<Subject, SubjectEntry> found) =>
        found.Values.Single() is { IsKnown: true } entry ? entry : null;

    private static string? NameIn(IReadOnlyList<CaseRecord> cases, Subject subject) => subject switch
    {
        Subject.Official(var id) => cases.SelectMany(record => record.State.File.EveryLeader).FirstOrDefault(leader => leader.OfficialId == id)?.Name,
        Subject.Unit(var id) => cases.Select(record => record.State.File.Opening.Unit).FirstOrDefault(unit => unit.UnitId == id)?.Name,
        _ => throw new System.Diagnostics.UnreachableException(subject.ToString()),
    };
}

/// <summary>A subject with its cases.</summary>
/// <param name="Subject">Who.</param>
/// <param name="Name">From the register, or from a case that names the subject; null when neither knows it.</param>
/// <param name="AnswersFor">The subject, and every unit whose place it took.</param>
/// <param name="Cases">The cases of all of these, each once.</param>
internal sealed record SubjectEntry(Subject Subject, string? Name, IReadOnlySet<Subject> AnswersFor, IReadOnlyList<CaseRecord> Cases)
{
    public bool IsKnown => Name is not null;

    /// <summary>Whether it may be honoured, awarded or promoted on a day.</summary>
    public EligibilityAnswer EligibilityOn(DateOnly day) =>
        EligibilityRule.Of(AnswersFor, day, Cases.Select(record => (record.CaseId, record.State)));
}
