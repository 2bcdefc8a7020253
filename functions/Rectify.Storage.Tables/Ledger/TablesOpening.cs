using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Rectify.Office.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Ledger;

/// <summary>
/// One opening of a case, in three steps: reserve place, number, key and subjects in the index; insert the case (the commit); make the
/// index rows sure.
/// </summary>
/// <remarks>Index rows that were reserved for an opening without a commit are ignored.</remarks>
internal sealed class TablesOpening(TablesStore store, ILogger logger, LedgerAppend given)
{
    private LedgerAppend append = given;

    // The tags of index rows of lost openings that this opening takes over, by row key.
    private readonly Dictionary<string, ETag> taken = new(StringComparer.Ordinal);

    private readonly PendingOpenings pending = new(store, logger);

    private OpeningRow opening = OpeningRow.Of(given, 0, "");
    private Dictionary<string, ETag> reserved = [];

    /// <summary>Draws the document number; null when the caller gave the number.</summary>
    public NumberDraw? Draw { get; init; }

    private CaseEntry Entry => append.Entry;

    public async Task<AppendOutcome> RunAsync(CancellationToken cancellation)
    {
        Check();
        while (true)
        {
            if (await ReserveAsync(cancellation) is { } refusal) return refusal;
            if (append.Others.Count > 0) await pending.PutAsync(append, opening.Token, cancellation);

            // From here on the opening cannot be cancelled: the case is either recorded whole or not at all.
            if (await TablesStore.TryGroupAsync(store.Cases, EntityGroup.Of(Commit()), CancellationToken.None) is not null
                || await IsOursAsync())
            {
                await ConfirmAsync();
                if (append.Others.Count > 0) await pending.FinishAsync(Entry.CaseId, CancellationToken.None);
                return AppendOutcome.Recorded;
            }

            await ReleaseAsync();
            if (await ExistsAsync(cancellation)) return AppendOutcome.VersionConflict;
            // Another writer declared this opening lost because it was slow: it starts again with a new token.
        }
    }

    // Refuses what does not fit or does not chain, before anything is reserved.
    private void Check()
    {
        AppendRules.RequireChain(append, "");
        EntityGroup.Of(Commit());
    }

    private IEnumerable<TableEntity> Commit() =>
    [
        .. opening.Rows(),
        Reservation.Fence(Entry.CaseId, opening.Token),
        .. CaseRows.Of(append, opening.Token),
        CaseRows.HeadOf(append),
        .. append.Opening!.Receipt is { } receipt ? CaseRows.Of(Entry.CaseId, receipt) : [],
    ];

    // The index rows of the opening, with the mark where further cases of the same document follow.
    private IReadOnlyList<TableEntity> Reserved() => IndexRows.Of(opening, sure: false) is var rows && append.Others.Count > 0
        ? [rows[0], PendingOpenings.Mark(opening), .. rows.Skip(1)]
        : rows;

    private async Task<AppendOutcome?> ReserveAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var counter = await OpeningCounter.NextAsync(store, cancellation);
            opening = OpeningRow.Of(append, counter.Opened, TablesStore.NewToken());
            var rows = Reserved();
            CaseIndexTable.Opening(rows[0], Entry);

            // A transaction of a hundred rows suffices for nearly every case. Rows beyond it are written first; they count only once the
            // transaction and the commit have succeeded.
            var (group, over) = (rows.Take(EntityGroup.MaxRows - 1).ToList(), rows.Skip(EntityGroup.MaxRows - 1));
            await EntityGroup.PutAsync(store.Index, over, cancellation);

            var changes = group.Select(row => taken.TryGetValue(row.RowKey, out var tag)
                ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, tag)
                : new TableTransactionAction(TableTransactionActionType.Add, row));
            if (await TablesStore.TryGroupAsync(store.Index, [counter.Change, .. changes], cancellation) is { } tags)
            {
                OpeningCounter.Reached(store, counter.Opened, tags[0]);
                reserved = group.Zip(tags.Skip(1)).ToDictionary(pair => pair.First.RowKey, pair => pair.Second, StringComparer.Ordinal);
                return null;
            }

            OpeningCounter.Forget(store);
            if (await WhyAsync(cancellation) is { } refusal) return refusal;
        }
    }

    // Why a reservation failed: the key or the number is taken (a refusal), or only the place (null: try again).
    private async Task<AppendOutcome?> WhyAsync(CancellationToken cancellation)
    {
        taken.Clear();
        if (opening.Key is { } key && await IsGivenAsync(IndexRows.Key(key), cancellation)) return AppendOutcome.KeyUsed;
        if (append.Others.Count > 0 && await IsGivenAsync(PendingOpenings.MarkKey(Entry.CaseId), cancellation))
            return AppendOutcome.VersionConflict;
        if (opening.Number is not { } number || !await IsGivenAsync(IndexRows.Number(number), cancellation))
            return await FurtherAsync(cancellation);
        if (await ExistsAsync(cancellation)) return AppendOutcome.VersionConflict;
        if (Draw is null) return AppendOutcome.NumberTaken;

        append = await Draw.NextAsync(cancellation);
        Check();
        return null;
    }

    // A case that is recorded with its history brings the numbers of its later documents too.
    private async Task<AppendOutcome?> FurtherAsync(CancellationToken cancellation)
    {
        foreach (var number in opening.Further)
        {
            if (await IsGivenAsync(IndexRows.Number(number), cancellation)) return AppendOutcome.NumberTaken;
        }

        return null;
    }

    private async Task<bool> IsGivenAsync(string rowKey, CancellationToken cancellation)
    {
        if (await TablesStore.FindAsync(store.Index, IndexRows.Partition, rowKey, cancellation) is not { } row) return false;

        // A row with this opening's token was reserved by a request whose answer was lost. Only this writer could commit it, and it starts
        // again, so that the row can be taken over at once.
        if (row.GetString("Token") != opening.Token && await Reservation.SettleAsync(store, row, cancellation)) return true;

        taken[rowKey] = row.ETag;
        return false;
    }

    private async Task<bool> IsOursAsync() =>
        await TablesStore.FindAsync(store.Cases, CaseRows.Partition(Entry.CaseId), CaseRows.Opening, CancellationToken.None) is { } row
        && row.GetString("Token") == opening.Token;

    private async Task<bool> ExistsAsync(CancellationToken cancellation) =>
        await TablesStore.FindAsync(store.Cases, CaseRows.Partition(Entry.CaseId), CaseRows.Opening, cancellation) is not null;

    private async Task ConfirmAsync()
    {
        var known = new KnownCase(opening.Opened, Entry.UnitId, Entry.Version, append.Events[^1].Hash);
        store.Memory.Keep(Entry.CaseId, known);
        await FinishAsync(async () =>
        {
            var rows = IndexRows.Of(opening, sure: true);
            CaseIndexTable.Opening(rows[0], Entry);
            (rows[0][CaseIndexTable.Dirty], rows[0][CaseIndexTable.Unsent]) = (false, append.Notices.Count > 0);
            foreach (var part in rows.Chunk(EntityGroup.MaxRows))
            {
                var changes = part.Select(row => reserved.TryGetValue(row.RowKey, out var tag)
                    ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, tag)
                    : new TableTransactionAction(TableTransactionActionType.UpsertReplace, row));
                var tags = await TablesStore.TryGroupAsync(store.Index, [.. changes], CancellationToken.None);
                if (part[0] == rows[0] && tags is [var tag, ..]) store.Memory.Keep(Entry.CaseId, known with { IndexTag = tag });
            }
        });
    }

    private Task ReleaseAsync() => FinishAsync(async () =>
    {
        var rows = Reserved().Where(row => reserved.ContainsKey(row.RowKey));
        await TablesStore.TryGroupAsync(
            store.Index, [.. rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, reserved[row.RowKey]))],
            CancellationToken.None);
        if (append.Others.Count > 0) await pending.ClearAsync(Entry.CaseId, CancellationToken.None);
    });

    private async Task FinishAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (TablesException failed)
        {
            logger.LogWarning(failed, "Index rows of the case {CaseId} stay unsure until the next repair", Entry.CaseId);
        }
    }
}
