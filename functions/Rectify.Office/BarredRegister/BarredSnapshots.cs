using Rectify.Domain.Cases;
using Rectify.Domain.Eligibility;
using Rectify.Domain.Identity;
using Rectify.Office.Calendar;
using Rectify.Office.Cases;
using Rectify.Office.Eligibility;
using Rectify.Office.Ledger;
using Rectify.Office.Register;

namespace Rectify.Office.BarredRegister;

/// <summary>Gives the whole register of who is barred, from one state of the ledger.</summary>
public sealed class BarredSnapshots(
    ILedger ledger, IRegisterStore registerStore, PersonJoins joins, CaseReader reader, CurrentCalendar calendar, BarFeed feed,
    TimeProvider clock)
{
    private const int CasesAtOnce = 200;

    /// <summary>Everybody who is barred or pending on a day.</summary>
    /// <param name="on">The day.</param>
    /// <param name="past">The instant of the ledger; null for now.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="UnreadableCaseException">
    /// A case cannot be read: it may bar anybody, and whoever is missing in the register counts as not barred.
    /// </exception>
    public async Task<BarredSnapshot> OfAsync(DateOnly on, DateTimeOffset? past, CancellationToken cancellation)
    {
        var asOf = past ?? clock.GetUtcNow();
        var (tips, present, mark) = await feed.PublishAsync(cancellation);
        var answering = past is null ? present : await Answering.WhereAsync(registerStore, joins, at => at <= past, cancellation);

        var records = await ReadAsync(tips, past, asOf, cancellation);
        var bySubject = records.SelectMany(record => record.State.File.EverySubject.Distinct().Select(subject => (subject, record)))
            .ToLookup(pair => pair.subject, pair => pair.record);
        var named = bySubject.Select(same => same.Key).ToHashSet();
        named.UnionWith([.. named.SelectMany(answering.OthersFor)]);

        var found =
            from subject in named
            let answersFor = answering.AnswersFor(subject)
            let cases = answersFor.SelectMany(each => bySubject[each]).DistinctBy(record => record.CaseId).OrderBy(
                record => record.CaseId.Value, StringComparer.Ordinal).Select(record => (record.CaseId, record.State))
            let answer = EligibilityRule.Of(answersFor, @on, cases)
            where answer is not EligibilityAnswer.Clear
            orderby subject.ToString()
            select (Subject: subject, Finding: Finding.Of(subject, answer));
        var items = found.ToList();
        var names = await NamesAsync([.. items.Select(item => item.Subject)], cancellation);
        return new BarredSnapshot(
            on, asOf,
            [.. items.Select(item => new BarredFinding(item.Subject, names.GetValueOrDefault(item.Subject), item.Finding))],
            past is null ? mark : null);
    }

    private async Task<IReadOnlyList<CaseRecord>> ReadAsync(
        IReadOnlyList<CaseTip> tips, DateTimeOffset? past, DateTimeOffset asOf, CancellationToken cancellation)
    {
        List<CaseRecord> records = [];
        foreach (var part in tips.Chunk(CasesAtOnce))
        {
            foreach (var reading in await BarFeed.ReadAsync(ledger, reader, calendar, part, asOf, cancellation))
            {
                var record = CaseReading.Required(reading)!;
                var then = past is null ? record.Stream : [.. record.Stream.TakeWhile(entry => entry.At <= past)];
                if (then.Count == record.Stream.Count) records.Add(record);
                else if (then.Count > 0 && CaseRecord.Of(
                    then, new DecisionContext(record.CaseId, asOf, calendar.Value) with { InOffice = record.InOffice }) is { } earlier)
                    records.Add(earlier);
            }
        }

        return records;
    }

    private async Task<IReadOnlyDictionary<Subject, string>> NamesAsync(IReadOnlyList<Subject> subjects, CancellationToken cancellation)
    {
        var names = new Dictionary<Subject, string>();
        foreach (var unit in await registerStore.FindUnitsAsync([.. subjects.OfType<Subject.Unit>().Select(one => one.Id)], cancellation))
            names[new Subject.Unit(unit.UnitId)] = unit.Name;
        foreach (var official in await registerStore.FindOfficialsAsync(
            [.. subjects.OfType<Subject.Official>().Select(one => one.Id)], cancellation))
            names[new Subject.Official(official.OfficialId)] = official.Name;
        return names;
    }
}
