using Rectify.Domain.Identity;
using Rectify.Office.Access;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;
using Rectify.Office.Matching;
using Rectify.Office.Register;

namespace Rectify.Office.Search;

/// <summary>Finds units, persons and cases by a part of a name, an id or a document number.</summary>
public sealed class BoardSearch(IRegisterStore registerStore, CaseQuery caseQuery, ILedger ledger, PersonJoins joins)
{
    /// <summary>How many of each kind are found at most.</summary>
    public const int Most = 20;

    private const int CasesOfOne = 5;

    /// <summary>What the caller may see of what matches; a unit sees its own cases alone.</summary>
    public async Task<Found> FindAsync(string text, Caller caller, CancellationToken cancellation)
    {
        var key = new SearchKey(text);
        if (key.IsEmpty) return Found.Nothing;

        var byText = await caseQuery.GlanceAsync(
            new CaseQuery.Wanted(null, caller.UnitId, null, null) { Text = text.Trim(), Order = CaseOrder.Newest }, Most, null,
            cancellation);
        var cases = byText.Items.ToDictionary(one => one.CaseId);
        // Also a number of a later document, or one that was corrected since.
        if (await ledger.CaseOfNumberAsync(DocumentNumber.Parse(text), cancellation) is { } numbered
            && await caseQuery.FindAsync(numbered, cancellation) is { } its && caller.MayActFor(its.UnitId))
            cases.TryAdd(numbered, its);
        if (caller.UnitId is not null) return new Found([], [], [.. cases.Values]);

        IReadOnlyList<Unit> units = [.. key.Among(await registerStore.AllUnitsAsync(cancellation)).Take(Most)];
        IReadOnlyList<Official> officials =
        [
            .. (await registerStore.AllOfficialsAsync(cancellation))
                .Where(official => key.IsIn(official.Name) || key.IsIn(official.OfficialId.Value)).Take(Most),
        ];
        foreach (var unit in units.Take(CasesOfOne))
        {
            var wanted = new CaseQuery.Wanted(null, unit.UnitId, null, null) { Order = CaseOrder.Newest };
            foreach (var one in (await caseQuery.GlanceAsync(wanted, CasesOfOne, null, cancellation)).Items) cases.TryAdd(one.CaseId, one);
        }

        var joined = await joins.NowAsync(cancellation);
        Subject[] persons =
        [
            .. officials.Take(CasesOfOne).SelectMany(official => joined.With(official.OfficialId)).Distinct()
                .Select(id => new Subject.Official(id)),
        ];
        var named = await ledger.CasesOfAsync(persons, cancellation);
        foreach (var caseId in named.Values.SelectMany(ids => ids.TakeLast(CasesOfOne)).Where(caseId => !cases.ContainsKey(caseId)))
        {
            if (await caseQuery.FindAsync(caseId, cancellation) is { } one) cases.TryAdd(caseId, one);
        }

        return new Found(units, officials, [.. cases.Values.Take(Most)]);
    }
}

/// <summary>What a search found, of each kind as many as <see cref="BoardSearch.Most"/>.</summary>
public sealed record Found(IReadOnlyList<Unit> Units, IReadOnlyList<Official> Officials, IReadOnlyList<CaseListItem> Cases)
{
    /// <summary>Nothing.</summary>
    public static Found Nothing { get; } = new([], [], []);
}
