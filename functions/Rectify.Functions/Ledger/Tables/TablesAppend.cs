using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;

namespace Rectify.Functions.Ledger.Tables;

/// <summary>One append to a case that exists: mark the index, reserve what is added to it, insert the events with their mails, write the index.</summary>
internal sealed class TablesAppend(TablesStore store, ILogger logger, LedgerAppend append)
{
    private readonly CaseEntry entry = append.Entry;
    private readonly string token = TablesStore.NewToken();

    public async Task<AppendOutcome> RunAsync(CancellationToken cancellation)
    {
        var known = store.Memory.Find(entry.CaseId);
        if (known?.Version != append.ExpectedVersion) known = (await CaseRows.HeadAsync(store, entry.CaseId, cancellation))?.Known;
        if (known is null || known.Version != append.ExpectedVersion) return AppendOutcome.VersionConflict;

        AppendRules.RequireChain(append, known.LastHash);
        AppendRules.Require(known.UnitId == entry.UnitId, "the index entry continues that of the case, with its unit");
        var added = AddedRows.Of(append, known.Opened, token);
        var rows = EntityGroup.Of([.. CaseRows.Of(append, token), .. added is null ? (TableEntity[])[] : [Reservation.Fence(entry.CaseId, token)]]);

        var mark = await CaseIndex.MarkAsync(store, entry.CaseId, known.Opened, cancellation);
        var addition = added is null ? null : new TablesAddition(store, added);
        if (addition is not null && !await addition.ReserveAsync(cancellation))
        {
            await FinishAsync(() => UnmarkAsync(mark, cancellation));
            return AppendOutcome.NumberTaken;
        }

        if (await TablesStore.TryGroupAsync(store.Cases, rows, cancellation) is null && !await IsOursAsync(cancellation))
        {
            store.Memory.Forget(entry.CaseId);
            await FinishAsync(async () =>
            {
                if (addition is not null) await addition.ReleaseAsync();
                await UnmarkAsync(mark, cancellation);
            });
            return AppendOutcome.VersionConflict;
        }

        // It is recorded. What follows makes it quick to find, and is made up for when it fails.
        var after = new KnownCase(known.Opened, known.UnitId, entry.Version, append.Events[^1].Hash);
        store.Memory.Keep(entry.CaseId, after);
        await FinishAsync(async () =>
        {
            if (addition is not null) await addition.ConfirmAsync();
            var tag = await CaseIndex.WriteAsync(store, known.Opened, entry, append.Notices.Count > 0, mark, CancellationToken.None);
            store.Memory.Keep(entry.CaseId, after with { IndexTag = tag });
        });
        return AppendOutcome.Recorded;
    }

    private async Task UnmarkAsync(ETag mark, CancellationToken cancellation)
    {
        if (await CaseRows.HeadAsync(store, entry.CaseId, cancellation) is { } head)
            await CaseIndex.WriteAsync(store, head.Opened, head.Entry, mails: true, mark, cancellation);
    }

    // The service may have carried out a request whose answer was lost, and refuses its repetition.
    private async Task<bool> IsOursAsync(CancellationToken cancellation) =>
        await TablesStore.FindAsync(
            store.Cases, CaseRows.Partition(entry.CaseId), CaseRows.EventsOf(append.Events[0].Sequence), cancellation) is { } row
        && row.GetString("Token") == token;

    private async Task FinishAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (Exception failed) when (failed is TablesException or OperationCanceledException)
        {
            logger.LogWarning(failed, "The index row of the case {CaseId} stays marked until the next repair", entry.CaseId);
        }
    }
}
