using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Rectify.Domain.Identity;
using Rectify.Office.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Ledger;

/// <summary>The index in Azure Tables, for the check that compares it with the partitions of the cases.</summary>
/// <remarks>
/// The whole index is read first, then case by case. The process remembers how many cases each subject has, to notice when an index row is
/// lost later.
/// </remarks>
public sealed class TablesIndex(TablesStore store, ILedger ledger) : ILedgerIndex
{
    private int mended;

    public async IAsyncEnumerable<IndexedCase> ReadAsync(CaseId? only, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var rows = new Dictionary<string, List<TableEntity>>(StringComparer.Ordinal);
        var places = new SortedDictionary<(long Opened, string CaseId), string>();
        await foreach (var row in TablesStore.QueryAsync(store.Index, FilterOf(only), cancellation))
        {
            if (row.GetString("CaseId") is not { } caseId || !await Reservation.HappenedAsync(store, row, cancellation)) continue;
            if (!rows.TryGetValue(caseId, out var list)) rows[caseId] = list = [];
            list.Add(row);
            places[(row.GetInt64("Opened") ?? long.MaxValue, caseId)] = caseId;
        }

        if (only is null)
        {
            await foreach (var row in TablesStore.QueryAsync(store.Cases, $"RowKey eq '{CaseRows.Opening}'", cancellation,
                ["CaseId", "Opened"]))
                places[(row.GetInt64("Opened")!.Value, row.GetString("CaseId"))] = row.GetString("CaseId");
        }
        else
        {
            places[(0, only.Value.Value)] = only.Value.Value;
        }

        var least = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var caseId in places.Values.Distinct())
        {
            var (indexed, subjects) = await ReadAsync(new CaseId(caseId), rows.GetValueOrDefault(caseId) ?? [], cancellation);
            foreach (var subject in subjects) least[subject] = least.GetValueOrDefault(subject) + 1;
            if (only is null || indexed.Stream.Entries.Count > 0 || rows.Count > 0) yield return indexed;
        }

        if (only is null) store.Memory.KeepCasesOf(least);
    }

    public async Task<bool> MendAsync(CaseId caseId, CaseIndexRows rows, CancellationToken cancellation)
    {
        if (await CaseRows.HeadAsync(store, caseId, cancellation) is not { } head || head.Entry.Version != rows.Entry!.Version)
            return false;

        // The dirty mark lets the repair rewrite the case's own row; RestoreAsync writes the rows of its subjects and numbers.
        await CaseIndexTable.MarkAsync(store, caseId, head.Opened, cancellation);
        await TablesRepair.RestoreAsync(store, caseId, cancellation);
        await new TablesRepair(store).RepairAsync(RepairScope.Marked, cancellation);
        mended++;
        return true;
    }

    // No head of the whole ledger is kept here: what a case has lost, its own partition and its index rows tell.
    public async Task<LedgerAccount> AccountAsync(CancellationToken cancellation) =>
        new(null, mended, await new TablesAcceptances(store).AllAsync(cancellation));

    private static bool IsOwn(TableEntity row) => row.RowKey.StartsWith("c:", StringComparison.Ordinal);

    private static string FilterOf(CaseId? only) => only is { Value: var id }
        ? TableClient.CreateQueryFilter($"PartitionKey eq {IndexRows.Partition} and CaseId eq {id}")
        : TablesStore.Rows(IndexRows.Partition);

    private async Task<(IndexedCase Case, IReadOnlyList<string> Subjects)> ReadAsync(CaseId caseId, IReadOnlyList<TableEntity> rows,
        CancellationToken cancellation)
    {
        OpeningRow? opening = null;
        var subjects = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in TablesStore.QueryAsync(store.Cases, CaseRows.StreamFilter(caseId), cancellation))
        {
            if (row.RowKey == CaseRows.Opening) subjects.UnionWith((opening = OpeningRow.Read(row)).Subjects);
            else if (opening is not null && AddedRows.Read(caseId, opening.Opened, row) is { } added) subjects.UnionWith(added.Subjects);
        }

        var stream = await ledger.ReadAsync(caseId, cancellation);
        if (rows.FirstOrDefault(IsOwn)?.GetInt32("Version") != stream.Entries.Count)
        {
            // The case may have been opened or appended to since the index was read.
            rows = await TablesStore.QueryAsync(store.Index, FilterOf(caseId), cancellation).ToListAsync(cancellation);
            stream = await ledger.ReadAsync(caseId, cancellation);
        }

        var keys = rows.Select(row => row.RowKey).ToHashSet(StringComparer.Ordinal);
        var own = rows.FirstOrDefault(IsOwn);
        var entry = own is null ? null : own.GetBoolean(CaseIndexTable.Dirty) == true
            ? await CaseIndexTable.EntryInAsync(store, own, cancellation) : EntryColumns.Read(own);
        var numbers =
            rows.Where(
                row => row.RowKey.StartsWith("n:", StringComparison.Ordinal) || row.RowKey.StartsWith("t:", StringComparison.Ordinal))
            .Select(row => NumberSpelling.Fold(row.GetString("Text")));
        var found = new CaseIndexRows(
            entry,
            subjects.Where(subject => opening is not null && keys.Contains(IndexRows.Subject(subject, opening.Opened))).ToHashSet(
                StringComparer.Ordinal),
            numbers.ToHashSet(StringComparer.Ordinal), (entry?.Summary?.Bars.Items ?? []).ToHashSet());
        return (new IndexedCase(caseId, stream with { Reached = Math.Max(stream.Reached, entry?.Version ?? 0) }, found), [.. subjects]);
    }
}
