using System.Globalization;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;

namespace Rectify.Functions.Ledger.Tables;

/// <summary>The ledger in Azure Tables. docs/decisions tells the layout, and why a kill between any two calls does no harm.</summary>
internal sealed class TablesLedger(TablesStore store, ILogger<TablesLedger> logger) : ILedger
{
    private const string List = "cases";
    private const int PageSize = 200;

    public async Task<IReadOnlyList<StoredEvent>> LoadAsync(CaseId caseId, CancellationToken cancellation)
    {
        List<TableEntity> rows = [];
        await foreach (var row in TablesStore.QueryAsync(store.Cases, CaseRows.StreamFilter(caseId), cancellation)) rows.Add(row);
        if (rows.Find(row => row.RowKey == CaseRows.Opening) is not { } opening) return [];

        var head = CaseHead.Of(opening, rows.FindLast(row => row.RowKey != CaseRows.Opening && !WideText.Continues(row))!);
        if (store.Memory.Find(caseId)?.Version != head.Entry.Version) store.Memory.Keep(caseId, head.Known);
        return CaseRows.Events(caseId, rows);
    }

    public async Task<AppendOutcome> AppendAsync(LedgerAppend append, CancellationToken cancellation)
    {
        AppendRules.Validate(append);
        cancellation.ThrowIfCancellationRequested();
        if (append.Opening is null) return await new TablesAppend(store, logger, append).RunAsync(cancellation);

        AppendRules.RequireChain(append, "");
        await store.Opener.WaitAsync(cancellation);
        try
        {
            return await new TablesOpening(store, logger, append).RunAsync(cancellation);
        }
        finally
        {
            store.Opener.Release();
        }
    }

    public async Task<Slice<CaseEntry>> ListAsync(CaseFilter filter, int top, string? continuation, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        var after = SqliteContinuation.Number(List, continuation);
        List<(long Opened, CaseEntry Entry)> found = [];
        var rows = TablesStore.QueryAsync(store.Index, Condition(filter, after), cancellation, pageSize: Math.Min(top + 1, PageSize));
        await foreach (var row in rows)
        {
            // A row that a writer has not finished says only that there may be something; the case itself says what.
            var entry = row.GetBoolean(CaseIndex.Dirty) == true
                ? await CaseIndex.EntryInAsync(store, row, cancellation)
                : EntryColumns.Read(row);
            if (entry is null || !Matches(entry, filter)) continue;

            found.Add((row.GetInt64("Opened")!.Value, entry));
            if (found.Count > top) break;
        }

        var slice = SqliteContinuation.Slice(List, found, top, row => row.Opened.ToString(CultureInfo.InvariantCulture));
        return new([.. slice.Items.Select(row => row.Entry)], slice.Continuation);
    }

    public async Task<IReadOnlyList<CaseId>> CasesOfAsync(Subject subject, CancellationToken cancellation)
    {
        List<CaseId> cases = [];
        await foreach (var row in TablesStore.QueryAsync(store.Index, IndexRows.CasesOf(subject), cancellation))
        {
            if (await Reservation.HappenedAsync(store, row, cancellation)) cases.Add(new CaseId(row.GetString("CaseId")));
        }

        return cases;
    }

    public Task<IReadOnlyDictionary<Subject, IReadOnlyList<CaseId>>> CasesOfAsync(
        IReadOnlyCollection<Subject> subjects, CancellationToken cancellation) =>
        Together.AskAsync(subjects, CasesOfAsync, cancellation);

    public async Task<int> HighestNumberAsync(DocumentSeries series, CancellationToken cancellation)
    {
        // Whoever is just taking a number is waited for: to go past it would leave a gap when that opening fails.
        await foreach (var row in TablesStore.QueryAsync(store.Index, IndexRows.NumbersOf(series), cancellation, pageSize: 10))
        {
            if (await Reservation.SettleAsync(store, row, cancellation)) return row.GetInt32("Place")!.Value;
        }

        return 0;
    }

    public async Task<Receipt?> FindReceiptAsync(string key, CancellationToken cancellation)
    {
        if (await TablesStore.FindAsync(store.Index, IndexRows.Partition, IndexRows.Key(key), cancellation) is not { } row) return null;

        // Also of an opening that is not known to have happened: its receipt stands in the case, or it did not.
        return await ReceiptOfAsync(new CaseId(row.GetString("CaseId")), cancellation) is { } receipt && receipt.Key == key ? receipt : null;
    }

    /// <summary>The receipt that was written with the opening of a case; null when there is none.</summary>
    public async Task<Receipt?> ReceiptOfAsync(CaseId caseId, CancellationToken cancellation)
    {
        List<TableEntity> rows = [];
        var filter = TablesStore.Range(CaseRows.Partition(caseId), CaseRows.Receipt, "l");
        await foreach (var row in TablesStore.QueryAsync(store.Cases, filter, cancellation)) rows.Add(row);
        return CaseRows.ReadReceipt(rows);
    }

    private static string Condition(CaseFilter filter, long after)
    {
        List<string> entry = [];
        if (filter.Status is { } status)
            entry.Add(TableClient.CreateQueryFilter($"(Status eq {SqliteText.Of(status)} or NextDue le {SqliteText.Of(filter.Now)})"));
        if (filter.DueBefore is { } day) entry.Add(TableClient.CreateQueryFilter($"DueOn lt {SqliteText.Of(day)}"));

        var condition = IndexRows.CasesAfter(after);
        if (filter.UnitId is { } unit) condition += " and " + TableClient.CreateQueryFilter($"UnitId eq {unit.Value}");
        return entry.Count == 0 ? condition : $"{condition} and ({CaseIndex.Dirty} eq true or ({string.Join(" and ", entry)}))";
    }

    private static bool Matches(CaseEntry entry, CaseFilter filter) =>
        (filter.Status is not { } status || entry.Status == status || entry.NextDueAt <= filter.Now)
        && (filter.UnitId is not { } unit || entry.UnitId == unit)
        && (filter.DueBefore is not { } day || entry.DueOn < day);
}
