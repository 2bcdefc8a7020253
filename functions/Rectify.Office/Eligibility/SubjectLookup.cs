using System.Diagnostics;
using Rectify.Domain.Cases;
using Rectify.Domain.Eligibility;
using Rectify.Domain.Identity;
using Rectify.Office.Calendar;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;
using Rectify.Office.Register;

namespace Rectify.Office.Eligibility;

/// <summary>Finds everything that the ledger holds about a subject.</summary>
public sealed class SubjectLookup(
    ILedger ledger, IRegisterStore registerStore, PersonJoins joins, CurrentCalendar calendar, TimeProvider clock,
    UnreadableCases unreadable,
    LedgerGuard guard, CaseReader reader, OverdueVetoes overdue)
{
    /// <summary>The subject as it is now; null when neither register nor ledger knows it, which must not be answered as "clear".</summary>
    public async Task<SubjectRecord?> FindAsync(Subject subject, CancellationToken cancellation) =>
        Known(await FindAsync([subject], clock.GetUtcNow(), cancellation));

    /// <summary>The subject as it was at an instant in the past: what had been recorded by then, and what had fallen due by then.</summary>
    public async Task<SubjectRecord?> FindAsync(Subject subject, DateTimeOffset asOf, CancellationToken cancellation) =>
        Known(await FindAsync([subject], asOf, at => at <= asOf, cancellation));

    /// <summary>
    /// Many subjects at once, with every entry that the ledger holds. A case is read once, however many of them it concerns.
    /// </summary>
    /// <remarks>No entry is left out by its instant: the clock of the machine that wrote it may run a little ahead.</remarks>
    public Task<IReadOnlyDictionary<Subject, SubjectRecord>> FindAsync(
        IReadOnlyCollection<Subject> subjects, DateTimeOffset now, CancellationToken cancellation) =>
        FindAsync(subjects, now, _ => true, cancellation);

    private async Task<IReadOnlyDictionary<Subject, SubjectRecord>> FindAsync(
        IReadOnlyCollection<Subject> subjects, DateTimeOffset asOf, Func<DateTimeOffset, bool> counts, CancellationToken cancellation)
    {
        // When entries of the ledger are missing, a lost case may name any subject: then nothing is answered.
        guard.Require();
        var succession = subjects.OfType<Subject.Unit>().Any()
            ? new Succession(
                (await registerStore.SucceededUnitsAsync(cancellation)).Select(unit => (unit.UnitId, unit.SuccessorUnitId!.Value)))
            : new Succession([]);
        var joined = subjects.OfType<Subject.Official>().Any() ? await joins.WhereAsync(counts, cancellation) : new JoinedPersons([]);
        var answersFor = subjects.Distinct().ToDictionary(subject => subject, subject => AnswersFor(subject, succession, joined));
        var caseIds = await ledger.CasesOfAsync([.. answersFor.Values.SelectMany(all => all).Distinct()], cancellation);
        var units = (await registerStore.FindUnitsAsync([.. subjects.OfType<Subject.Unit>().Select(unit => unit.Id)], cancellation))
            .ToDictionary(unit => unit.UnitId);
        var officials =
            (await registerStore.FindOfficialsAsync([.. subjects.OfType<Subject.Official>().Select(official => official.Id)], cancellation))
                .ToDictionary(official => official.OfficialId);

        var vetoes = await overdue.OfAsync([.. answersFor.Values.SelectMany(all => all).Distinct()], asOf, cancellation);
        var namesakes = await Namesakes.OfAsync(registerStore, joined, officials.Values, cancellation);

        var (records, broken) = (new Dictionary<CaseId, CaseRecord>(), new Dictionary<CaseId, UnreadableCase>());
        foreach (var (caseId, stream) in await ledger.ReadAsync(
            [.. caseIds.Values.Concat(vetoes.Values).SelectMany(ids => ids).Distinct()], cancellation))
        {
            switch (await ReadingOfAsync(caseId, stream, asOf, counts, cancellation))
            {
                case CaseReading.Readable(var record):
                    records.Add(caseId, record);
                    break;
                case CaseReading.Unreadable(var what):
                    broken.Add(caseId, what);
                    break;
            }
        }

        return subjects.Distinct().ToDictionary(subject => subject, subject =>
        {
            IReadOnlyList<CaseId> named = [.. answersFor[subject].SelectMany(each => caseIds[each]).Distinct()];
            IReadOnlyList<CaseRecord> cases =
            [
                .. named.Where(records.ContainsKey).Select(id => records[id]),
                .. from id in answersFor[subject].SelectMany(each => vetoes.GetValueOrDefault(each, [])).Except(named)
                   where records.TryGetValue(id, out var found) && found.State.File.EverySubject.Any(answersFor[subject].Contains)
                   select records[id],
            ];
            var name = subject switch
            {
                Subject.Unit(var id) => units.GetValueOrDefault(id)?.Name,
                Subject.Official(var id) => officials.GetValueOrDefault(id)?.Name,
                _ => throw new UnreachableException(subject.ToString()),
            };
            return new SubjectRecord(subject, name ?? NameIn(cases, subject), answersFor[subject], cases)
            {
                Unreadable = [.. named.Where(broken.ContainsKey).Select(id => broken[id])],
                Namesakes = subject is Subject.Official official ? [.. namesakes[official.Id]] : [],
            };
        });
    }

    // The whole case must be readable even when only a part of it counts: a case that cannot be read now says nothing about any day. A case
    // that an index names and that has no entries counts as unreadable and not as absent.
    private async Task<CaseReading?> ReadingOfAsync(
        CaseId caseId, CaseStream stream, DateTimeOffset asOf, Func<DateTimeOffset, bool> counts, CancellationToken cancellation)
    {
        var context = new DecisionContext(caseId, asOf, calendar.Value);
        if (stream.Entries.Count == 0)
            return unreadable.Noted(caseId,
                new CaseReading.Unreadable(new UnreadableCase(caseId, 1, UnreadableReason.MissingEntries, null)));
        var whole = await reader.ReadAsync(stream, context, cancellation);
        if (whole is CaseReading.Unreadable || stream.Entries.All(entry => counts(entry.At))) return whole;
        return CaseReading.Of(
            new CaseStream([.. stream.Entries.TakeWhile(entry => counts(entry.At))], 0),
            context with { InOffice = ((CaseReading.Readable?)whole)?.Case.InOffice ?? OfficeHolders.None });
    }

    /// <summary>The subject, and every unit whose place it took, or every id that is the same person.</summary>
    internal static IReadOnlySet<Subject> AnswersFor(Subject subject, Succession succession, JoinedPersons joined) =>
        subject is Subject.Official(var id)
        ? joined.With(id).Select(one => (Subject)new Subject.Official(one)).ToHashSet()
        : succession.AnswersFor(subject);

    private static SubjectRecord? Known(IReadOnlyDictionary<Subject, SubjectRecord> found) =>
        found.Values.Single() is { IsKnown: true } entry ? entry : null;

    private static string? NameIn(IReadOnlyList<CaseRecord> cases, Subject subject) => subject switch
    {
        Subject.Official(var id) =>
            cases.SelectMany(record => record.State.File.EveryLeader).FirstOrDefault(leader => leader.OfficialId == id)?.Name,
        Subject.Unit(var id) => cases.Select(record => record.State.File.Opening.Unit).FirstOrDefault(unit => unit.UnitId == id)?.Name,
        _ => throw new UnreachableException(subject.ToString()),
    };
}

/// <summary>A subject with its cases.</summary>
/// <param name="Subject">Who.</param>
/// <param name="Name">From the register, or from a case that names the subject; null when neither knows it.</param>
/// <param name="AnswersFor">The subject, and every unit whose place it took, or every id that is the same person.</param>
/// <param name="Cases">The cases of all of these that can be read, each once.</param>
public sealed record SubjectRecord(Subject Subject, string? Name, IReadOnlySet<Subject> AnswersFor, IReadOnlyList<CaseRecord> Cases)
{
    /// <summary>
    /// The cases of all of these that cannot be read: while there are any, it is not known whether the subject is barred.
    /// </summary>
    public IReadOnlyList<UnreadableCase> Unreadable { get; init; } = [];

    /// <summary>
    /// Whether register or ledger know the subject. A case that cannot be read counts, because an index says that it names the subject.
    /// </summary>
    public bool IsKnown => Name is not null || Unreadable.Count > 0;

    /// <summary>Other ids of the register that look like the same person and are not joined.</summary>
    public IReadOnlyList<Namesake> Namesakes { get; init; } = [];

    /// <summary>Whether the subject may be honoured, awarded or promoted on a day.</summary>
    /// <exception cref="UnreadableCaseException">
    /// A case that names the subject cannot be read: then there is no answer, and above all not "clear".
    /// </exception>
    public EligibilityAnswer EligibilityOn(DateOnly day) =>
        EligibilityRule.Of(AnswersFor, day, AllCases.Select(record => (record.CaseId, record.State)));

    /// <summary>What begins after the answer for a day, by a last day; null when nothing does.</summary>
    /// <exception cref="UnreadableCaseException">A case that names the subject cannot be read.</exception>
    public LaterFinding? NextAfter(DateOnly on, DateOnly last) =>
        EligibilityRule.Next(AnswersFor, on, last, AllCases.Select(record => (record.CaseId, record.State))) is (var day, var answer)
            ? new LaterFinding(day, Finding.Of(Subject, answer)) { Then = NextAfter(day, last) }
            : null;

    /// <summary>The subject as it would be if a case stood otherwise.</summary>
    public SubjectRecord With(CaseRecord changed) => this with
    {
        Cases = Cases.Any(record => record.CaseId == changed.CaseId) || changed.State.File.EverySubject.Any(AnswersFor.Contains)
            ? [.. Cases.Where(record => record.CaseId != changed.CaseId), changed]
            : Cases,
    };

    /// <summary>Every case of the subject.</summary>
    /// <exception cref="UnreadableCaseException">One of them cannot be read.</exception>
    public IReadOnlyList<CaseRecord> AllCases => Unreadable is [var first, ..] ? throw new UnreadableCaseException(first) : Cases;
}
