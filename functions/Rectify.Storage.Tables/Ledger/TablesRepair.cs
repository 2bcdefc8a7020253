using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Rectify.Domain.Identity;
using Rectify.Office.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Ledger;

/// <summary>
/// Makes the index agree with the cases: completes the index rows of a writer that was killed after its commit, and removes those of a
/// writer that was killed before it.
/// </summary>
public sealed class TablesRepair(TablesStore store, ILogger<TablesRepair>? logger = null) : IStorageRepair
{
    private readonly PendingOpenings pending = new(store, logger ?? NullLogger<TablesRepair>.Instance);

    public async Task<int> RepairAsync(RepairScope scope, CancellationToken cancellation)
    {
        // Before the index rows: of an opening that was lost, they name what is to be deleted beside it.
        var repaired = await pending.RepairAsync(cancellation);
        var unfinished = $"{IndexRows.CasesAfter(0)} and ({CaseIndexTable.Dirty} eq true or {IndexRows.Sure} eq false)";
        await foreach (var row in TablesStore.QueryAsync(store.Index, unfinished, cancellation))
        {
            var caseId = new CaseId(row.GetString("CaseId"));
            if (await Reservation.SettleAsync(store, row, cancellation)) await FinishAsync(row, caseId, cancellation);
            else await RemoveAsync(row, cancellation);
            repaired++;
        }

        if (scope != RepairScope.Everything) return repaired;

        await pending.RestoreAsync(cancellation);
        return repaired + await RestoreMissingAsync(store, cancellation);
    }

    /// <summary>
    /// Rebuilds the index when it was lost, that is when it is empty although there are cases. To be called before the first place in the
    /// order of opening is given out. True when a case was restored.
    /// </summary>
    public static async Task<bool> RestoreIfLostAsync(TablesStore store, CancellationToken cancellation) =>
        await RestoreMissingAsync(store, cancellation) > 0;

    /// <summary>Rebuilds the index rows of one case.</summary>
    public static async Task RestoreAsync(TablesStore store, CaseId caseId, CancellationToken cancellation)
    {
        if (await TablesStore.FindAsync(store.Cases, CaseRows.Partition(caseId), CaseRows.Opening, cancellation) is not { } row
            || await CaseRows.HeadAsync(store, caseId, cancellation) is not { } head) return;

        var rows = Sure(OpeningRow.Read(row), head.Entry);
        await store.Index.TryAddAsync(rows[0], cancellation);

        // Reversed, so that of two rows with the same key the one of the opening is kept.
        await EntityGroup.PutAsync(store.Index,
            [.. (await AddedAsync(store, caseId, head.Opened, cancellation)).Concat(rows.Skip(1)).Reverse().DistinctBy(one => one.RowKey)],
            cancellation);
    }

    private static async Task<IReadOnlyList<TableEntity>> AddedAsync(TablesStore store, CaseId caseId, long opened,
        CancellationToken cancellation)
    {
        List<TableEntity> rows = [];
        await foreach (var row in TablesStore.QueryAsync(store.Cases, CaseRows.StreamFilter(caseId), cancellation, AddedRows.Columns))
        {
            if (row.RowKey == CaseRows.Opening || AddedRows.Read(caseId, opened, row) is not { } added) continue;

            rows.AddRange(added.SubjectRows(sure: true));
            if (added.NumberRow(sure: true) is { } number) rows.Add(number);
        }

        return rows;
    }

    // The case's own row is written last: while it is dirty, the next repair takes the case up again.
    private async Task FinishAsync(TableEntity row, CaseId caseId, CancellationToken cancellation)
    {
        var opening = await TablesStore.FindAsync(store.Cases, CaseRows.Partition(caseId), CaseRows.Opening, cancellation)
            ?? throw new InvalidDataException($"The case {caseId} was committed and has no opening.");
        var head = await CaseRows.HeadAsync(store, caseId, cancellation)
            ?? throw new InvalidDataException($"The case {caseId} was committed and has no events.");
        var rows = Sure(OpeningRow.Read(opening), head.Entry);
        if (row.GetBoolean(IndexRows.Sure) != true) await EntityGroup.PutAsync(store.Index, rows.Skip(1), cancellation);
        await SettleAddedAsync(row, caseId, cancellation);
        await store.Index.TryReplaceAsync(rows[0], row.ETag, cancellation);
    }

    // Rows that appends have reserved and not made sure: made sure when the append happened, deleted when it did not.
    private async Task SettleAddedAsync(TableEntity own, CaseId caseId, CancellationToken cancellation)
    {
        var (partition, id) = (IndexRows.Partition, caseId.Value);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and CaseId eq {id} and Sure eq {false}");
        await foreach (var row in TablesStore.QueryAsync(store.Index, filter, cancellation))
        {
            if (row.RowKey == own.RowKey) continue;

            var happened = await Reservation.SettleAsync(store, row, cancellation);
            row[IndexRows.Sure] = true;
            if (happened) await store.Index.TryReplaceAsync(row, row.ETag, cancellation);
            else await store.Index.TryDeleteAsync(row, row.ETag, cancellation);
        }
    }

    private async Task RemoveAsync(TableEntity row, CancellationToken cancellation)
    {
        var (partition, token) = (IndexRows.Partition, row.GetString("Token"));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and Token eq {token}");
        await foreach (var lost in TablesStore.QueryAsync(store.Index, filter, cancellation))
        {
            if (lost.RowKey != row.RowKey) await DeleteAsync(lost);
        }

        await DeleteAsync(row);

        Task DeleteAsync(TableEntity gone) => store.Index.TryDeleteAsync(gone, gone.ETag, cancellation);
    }

    private static async Task<int> RestoreMissingAsync(TablesStore store, CancellationToken cancellation)
    {
        var (indexed, restored, last) = (new HashSet<long>(), 0, 0L);
        await foreach (var row in TablesStore.QueryAsync(store.Index, IndexRows.CasesAfter(0), cancellation, ["Opened"]))
            indexed.Add(row.GetInt64("Opened")!.Value);
        await foreach (var row in TablesStore.QueryAsync(store.Cases, $"RowKey eq '{CaseRows.Opening}'", cancellation,
            ["CaseId", "Opened"]))
        {
            var opened = row.GetInt64("Opened")!.Value;
            last = Math.Max(last, opened);
            if (indexed.Contains(opened)) continue;

            await RestoreAsync(store, new CaseId(row.GetString("CaseId")), cancellation);
            restored++;
        }

        await RestoreYearsAsync(store, cancellation);
        if (last > 0) await OpeningCounter.RaiseAsync(store, last, cancellation);
        return restored;
    }

    // The reminders of a year are in a partition named after the year; each such year has a row in the index.
    private static async Task RestoreYearsAsync(TablesStore store, CancellationToken cancellation)
    {
        var rows = TablesStore.QueryAsync(store.Cases, YearRows.Files, cancellation, ["PartitionKey"]);
        foreach (var file in await rows.Select(row => row.PartitionKey).ToHashSetAsync(cancellationToken: cancellation))
            await store.Index.TryAddAsync(YearRows.Of(new CaseId(file), MailsLeft.Perhaps), cancellation);
    }

    private static IReadOnlyList<TableEntity> Sure(OpeningRow opening, CaseEntry entry)
    {
        var rows = IndexRows.Of(opening, sure: true);
        CaseIndexTable.Opening(rows[0], entry);

        // The mails may be sent or not: the note makes the next search for unsent mails look at the case.
        (rows[0][CaseIndexTable.Dirty], rows[0][CaseIndexTable.Unsent]) = (false, true);
        return rows;
    }
}
