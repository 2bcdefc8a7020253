using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Rectify.Office.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Ledger;

/// <summary>
/// One append to an existing case, in four steps: mark its index row as dirty, reserve the index rows that it adds, insert the events with
/// their mails (the commit), write the index row.
/// </summary>
internal sealed class TablesAppend(TablesStore store, ILogger logger, LedgerAppend given)
{
    private readonly string token = TablesStore.NewToken();

    private LedgerAppend append = given;

    /// <summary>Draws the document number; null when the caller gave the number, or the append has none.</summary>
    public NumberDraw? Draw { get; init; }

    private CaseEntry Entry => append.Entry;

    public async Task<AppendOutcome> RunAsync(CancellationToken cancellation)
    {
        var known = store.Memory.Find(Entry.CaseId);
        if (known?.Version != append.ExpectedVersion) known = (await CaseRows.HeadAsync(store, Entry.CaseId, cancellation))?.Known;
        if (known is null || known.Version != append.ExpectedVersion) return AppendOutcome.VersionConflict;

        var (rows, addition) = Prepare(known);
        var mark = await CaseIndexTable.MarkAsync(store, Entry.CaseId, known.Opened, cancellation);
        while (addition is not null && !await addition.ReserveAsync(cancellation))
        {
            if (Draw is null)
            {
                await FinishAsync(() => UnmarkAsync(mark, cancellation));
                return AppendOutcome.NumberTaken;
            }

            append = await Draw.NextAsync(cancellation);
            (rows, addition) = Prepare(known);
        }

        if (await TablesStore.TryGroupAsync(store.Cases, rows, cancellation) is null && !await IsOursAsync(cancellation))
        {
            store.Memory.Forget(Entry.CaseId);
            await FinishAsync(async () =>
            {
                if (addition is not null) await addition.ReleaseAsync();
                await UnmarkAsync(mark, cancellation);
            });
            return AppendOutcome.VersionConflict;
        }

        // The append is recorded. The index is written next; if that fails, the row stays dirty and the repair writes it.
        var after = new KnownCase(known.Opened, Entry.UnitId, Entry.Version, append.Events[^1].Hash);
        store.Memory.Keep(Entry.CaseId, after);
        await FinishAsync(async () =>
        {
            if (addition is not null) await addition.ConfirmAsync();
            var tag = await CaseIndexTable.WriteAsync(store, known.Opened, Entry, append.Notices.Count > 0, mark, CancellationToken.None);
            store.Memory.Keep(Entry.CaseId, after with { IndexTag = tag });
        });
        return AppendOutcome.Recorded;
    }

    private (IReadOnlyList<TableTransactionAction> Rows, TablesAddition? Addition) Prepare(KnownCase known)
    {
        AppendRules.RequireChain(append, known.LastHash);
        AppendRules.Require(
            known.UnitId == Entry.UnitId || append.CorrectsUnit, "the index entry continues that of the case, with its unit");
        var added = AddedRows.Of(append, known.Opened, token);
        var rows =
            EntityGroup.Of([.. CaseRows.Of(append, token), CaseRows.HeadOf(append),
                .. added is null ? (TableEntity[])[] : [Reservation.Fence(Entry.CaseId, token)]]);
        return (rows, added is null ? null : new TablesAddition(store, added));
    }

    private async Task UnmarkAsync(ETag mark, CancellationToken cancellation)
    {
        if (await CaseRows.HeadAsync(store, Entry.CaseId, cancellation) is { } head)
            await CaseIndexTable.WriteAsync(store, head.Opened, head.Entry, mails: true, mark, cancellation);
    }

    // The service may have carried out a request whose answer was lost, and then refuses the repeated request.
    private async Task<bool> IsOursAsync(CancellationToken cancellation) =>
        await TablesStore.FindAsync(
            store.Cases, CaseRows.Partition(Entry.CaseId), CaseRows.EventsOf(append.Events[0].Sequence), cancellation) is { } row
        && row.GetString("Token") == token;

    private async Task FinishAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (Exception failed) when (failed is TablesException or OperationCanceledException)
        {
            logger.LogWarning(failed, "The index row of the case {CaseId} stays marked until the next repair", Entry.CaseId);
        }
    }
}
