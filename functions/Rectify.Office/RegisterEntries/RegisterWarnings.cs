using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;
using Rectify.Office.Register;

namespace Rectify.Office.RegisterEntries;

/// <summary>
/// Finds the warnings about changes of the register: posts that end, open cases that the change touches, and one person under two ids.
/// </summary>
public sealed class RegisterWarnings(IRegisterStore registerStore, PersonJoins joins, ILedger ledger, CaseRepository caseRepository,
    CaseQuery index)
{
    private const int UnitsOneByOne = 20;
    private const int PageSize = 200;

    private static readonly IReadOnlyList<CaseStatus> Open =
    [
        CaseStatus.Rectifying, CaseStatus.Suspended, CaseStatus.AwaitingInspection, CaseStatus.VetoProposed, CaseStatus.NextRungProposed,
        CaseStatus.ConsequenceProposed,
    ];

    /// <summary>The warnings of each change, in its order.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<RegisterWarning>>> OfAsync(IReadOnlyList<OfficialChange> changes,
        CancellationToken cancellation)
    {
        var namesakes =
            await Namesakes.OfAsync(registerStore, await joins.NowAsync(cancellation), [.. changes.Select(change => change.After)],
                cancellation);
        var ofUnits = await OfUnitsAsync([.. changes.SelectMany(UnitsOf).Distinct()], cancellation);
        var ofPersons =
            await OfPersonsAsync(
                [.. changes.Where(change => change.Before is not null && UnitsOf(change).Any()).Select(change => change.After.OfficialId)],
                cancellation);
        return
        [
            .. changes.Select(change => (IReadOnlyList<RegisterWarning>)
            [
                .. change.After.Email is null ? [new RegisterWarning.NoAddress(change.After.Name)] : Array.Empty<RegisterWarning>(),
                .. PostsLost(change),
                .. UnitsOf(change).SelectMany(unit => ofUnits[unit]),
                .. UnitsOf(change).Any() ? ofPersons[change.After.OfficialId] : [],
                .. namesakes[change.After.OfficialId].Select(
                    other => RegisterWarning.Of(new Subject.Official(change.After.OfficialId), other)),
            ]),
        ];
    }

    /// <summary>The warnings of one change.</summary>
    public async Task<IReadOnlyList<RegisterWarning>> OfAsync(OfficialChange change, CancellationToken cancellation) =>
        (await OfAsync([change], cancellation))[0];

    private static IEnumerable<RegisterWarning> PostsLost(OfficialChange change)
    {
        foreach (var post in change.Before?.Posts ?? Enumerable.Empty<OfficialPost>())
        {
            var now = change.After.Posts.FirstOrDefault(post.IsSameAs);
            if (now is null && !IsCorrected(change, post)) yield return new RegisterWarning.TakenOut(post);
            else if (change.Entry is OfficialEntry.Transfer && now?.To is { } last && (post.To is not { } before || last < before)
                && !now.IsSameAs(change.Entry.Entered.MainPost))
                yield return new RegisterWarning.Ended(post, last);
        }
    }

    // A main post that gets another title or unit but keeps its first day was corrected and not removed.
    private static bool IsCorrected(OfficialChange change, OfficialPost post) =>
        post == change.Before!.MainPost && change.After.MainPost.From == post.From;

    // The units in which a post was added, removed or changed.
    private static IEnumerable<UnitId> UnitsOf(OfficialChange change)
    {
        IReadOnlyList<OfficialPost> before = [.. change.Before?.Posts ?? Enumerable.Empty<OfficialPost>()];
        return before.Except(change.After.Posts).Concat(change.After.Posts.Except(before)).Select(post => post.UnitId).Distinct();
    }

    private async Task<ILookup<UnitId, RegisterWarning>> OfUnitsAsync(IReadOnlyCollection<UnitId> units, CancellationToken cancellation)
    {
        List<CaseListItem> found = [];
        foreach (var unit in units.Count <= UnitsOneByOne ? units.Select(unit => (UnitId?)unit) : [null])
        {
            var wanted = new CaseQuery.Wanted(null, unit, null, null) { AnyOf = Open };
            await foreach (var part in index.GlanceAtAllAsync(wanted, PageSize, cancellation)) found.AddRange(part.Items);
        }

        return found.ToLookup(one => one.UnitId,
            one => (RegisterWarning)new RegisterWarning.OfUnit(one.UnitId, one.Summary.DocumentNumber, one.Status));
    }

    private async Task<ILookup<OfficialId, RegisterWarning>> OfPersonsAsync(IReadOnlyCollection<OfficialId> ids,
        CancellationToken cancellation)
    {
        var cases = await ledger.CasesOfAsync([.. ids.Select(id => (Subject)new Subject.Official(id))], cancellation);
        Dictionary<CaseId, CaseRecord> records = [];
        foreach (var caseId in cases.Values.SelectMany(all => all).Distinct())
        {
            if (await caseRepository.FindAsync(caseId, cancellation) is { } record && Open.Contains(CaseStatus.Of(record.State)))
                records[caseId] = record;
        }

        return (
            from pair in cases
            from caseId in pair.Value
            where records.ContainsKey(caseId)
            let record = records[caseId]
            let opening = record.State.File.Opening
            select (Id: new OfficialId(pair.Key.IdText),
                Warning: (RegisterWarning)new RegisterWarning.OfPerson(opening.DocumentNumber, opening.Unit.UnitId,
                    CaseStatus.Of(record.State))))
            .ToLookup(one => one.Id, one => one.Warning);
    }
}
