using Azure;
using Azure.Data.Tables;
using Rectify.Domain.Identity;
using Rectify.Office.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Ledger;

/// <summary>
/// The index row of a case: its entry, whether the case may already be further than the entry says (dirty), and whether a mail may be
/// unsent.
/// </summary>
/// <remarks>
/// A writer marks the row as dirty before it appends, and writes the new entry afterwards, unless another writer has marked the row in
/// between: that writer then writes the entry. While a row is dirty, every list reads the case itself; a mark left by a killed writer is
/// removed by the repair.
/// </remarks>
public static class CaseIndexTable
{
    public const string Dirty = "Dirty";
    public const string Unsent = "Unsent";

    /// <summary>The row of a case that is being opened.</summary>
    public static TableEntity Opening(TableEntity row, CaseEntry entry)
    {
        EntryColumns.Put(row, entry);
        row[Dirty] = true;
        row[Unsent] = false;
        return row;
    }

    /// <summary>Marks the row as dirty: the case may get further than the entry says. Returns the row's new tag.</summary>
    public static async Task<ETag> MarkAsync(TablesStore store, CaseId caseId, long opened, CancellationToken cancellation)
    {
        var mark = new TableEntity(IndexRows.Partition, IndexRows.Case(opened)) { [Dirty] = true };
        if (await store.Index.TryMergeAsync(mark, ETag.All, cancellation) is { } tag) return tag;

        // The index was lost, or its row was never written: it is rebuilt from the case.
        await TablesRepair.RestoreAsync(store, caseId, cancellation);
        return await store.Index.TryMergeAsync(mark, ETag.All, cancellation)
            ?? throw new TablesException($"The index row of the case {caseId} cannot be written.");
    }

    /// <summary>
    /// Writes the entry and removes the dirty mark, unless another writer has marked the row since. Returns the row's new tag; null when
    /// another writer has.
    /// </summary>
    public static Task<ETag?> WriteAsync(TablesStore store, long opened, CaseEntry entry, bool mails, ETag mark,
        CancellationToken cancellation)
    {
        var row = new TableEntity(IndexRows.Partition, IndexRows.Case(opened)) { [Dirty] = false };
        EntryColumns.Put(row, entry);
        if (mails) row[Unsent] = true;
        return store.Index.TryMergeAsync(row, mark, cancellation);
    }

    /// <summary>Notes that the case may have an unsent mail.</summary>
    public static async Task NoteUnsentAsync(TablesStore store, long opened, CancellationToken cancellation)
    {
        var row = new TableEntity(IndexRows.Partition, IndexRows.Case(opened)) { [Unsent] = true };
        await store.Index.TryMergeAsync(row, ETag.All, cancellation);
    }

    /// <summary>
    /// Removes the note that a mail may be unsent, unless the row has changed. Returns the row's new tag; null when it has changed.
    /// </summary>
    public static Task<ETag?> ClearUnsentAsync(TablesStore store, long opened, ETag tag, CancellationToken cancellation)
    {
        var row = new TableEntity(IndexRows.Partition, IndexRows.Case(opened)) { [Unsent] = false };
        return store.Index.TryMergeAsync(row, tag, cancellation);
    }

    /// <summary>The entry that the case itself carries; null when the row belongs to an opening that did not happen.</summary>
    public static async Task<CaseEntry?> EntryInAsync(TablesStore store, TableEntity row, CancellationToken cancellation) =>
        await CaseRows.HeadAsync(store, new CaseId(row.GetString("CaseId")), cancellation) is { } head
            && head.Opened == row.GetInt64("Opened")
            ? head.Entry
            : null;
}
