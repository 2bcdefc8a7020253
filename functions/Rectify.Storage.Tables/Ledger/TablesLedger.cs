using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Ledger;
using Rectify.Office.Requests;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Ledger;

/// <summary>
/// The ledger in Azure Tables. docs/decisions/0007-tables.md describes the rows, and why a process may be killed between any two calls.
/// </summary>
public sealed class TablesLedger(TablesStore store, ILogger<TablesLedger> logger) : ILedger
{
    private const int PageSize = 200;

    // The most rows that the service returns in one page.
    private const int MaxPageSize = 1_000;

    private static readonly string[] CountedColumns = ["CaseId", "UnitId", "Version", "Status", "DueOn", "NextDue", "Opened",
        CaseIndexTable.Dirty];

    public async Task<IReadOnlyList<StoredEvent>> LoadAsync(CaseId caseId, CancellationToken cancellation) =>
        (await ReadAsync(caseId, cancellation)).Entries;

    public async Task<CaseStream> ReadAsync(CaseId caseId, CancellationToken cancellation)
    {
        var rows = await TablesStore.QueryAsync(store.Cases, CaseRows.StreamFilter(caseId), cancellation).ToListAsync(cancellation);
        if (rows.Find(row => row.RowKey == CaseRows.Opening) is not { } opening
            || rows.FindLast(row => row.RowKey is not (CaseRows.Opening or CaseRows.Head) && !WideText.Continues(row)) is not { } last)
            return new CaseStream([], CaseRows.Reached(rows));

        var head = CaseHead.Of(opening, last);
        if (store.Memory.Find(caseId)?.Version != head.Entry.Version) store.Memory.Keep(caseId, head.Known);
        return new CaseStream(CaseRows.Events(caseId, rows), CaseRows.Reached(rows));
    }

    public Task<IReadOnlyDictionary<CaseId, IReadOnlyList<StoredEvent>>> LoadAsync(IReadOnlyCollection<CaseId> caseIds,
        CancellationToken cancellation) =>
        ParallelQuestions.AskAsync(caseIds, LoadAsync, cancellation);

    public Task<IReadOnlyDictionary<CaseId, CaseStream>> ReadAsync(IReadOnlyCollection<CaseId> caseIds, CancellationToken cancellation) =>
        ParallelQuestions.AskAsync(caseIds, ReadAsync, cancellation);

    public async Task<AppendOutcome> AppendAsync(LedgerAppend append, CancellationToken cancellation)
    {
        AppendRules.Validate(append);
        cancellation.ThrowIfCancellationRequested();
        if (append.Opening is null) return await new TablesAppend(store, logger, append).RunAsync(cancellation);

        AppendRules.RequireChain(append, "");
        return await InTurnAsync(() => new TablesOpening(store, logger, append).RunAsync(cancellation), cancellation);
    }

    public async Task<AppendOutcome> AppendAsync(NumberedAppend append, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var draw = new NumberDraw(store, append);
        return await InTurnAsync(
            async () => (await draw.NextAsync(cancellation)).Opening is null
                ? await new TablesAppend(store, logger, draw.Drawn) { Draw = draw }.RunAsync(cancellation)
                : await new TablesOpening(store, logger, draw.Drawn) { Draw = draw }.RunAsync(cancellation),
            cancellation);
    }

    public async Task<Slice<CaseEntry>> ListAsync(CaseFilter filter, int top, string? continuation, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        var after = CaseListPosition.Read(filter.Order, continuation);

        // The rows are sorted by the order of opening; for any other order all that match are read and then sorted.
        var inOrder = filter.Order == CaseOrder.Opened;
        List<(long Opened, CaseEntry Entry)> found = [];
        var size = inOrder ? Math.Min(top + 1, PageSize) : MaxPageSize;
        await foreach (var row in TablesStore.QueryAsync(store.Index, TablesCaseFilter.Of(filter, inOrder ? after?.Opened ?? 0 : 0),
            cancellation, pageSize: size))
        {
            // A dirty row may be out of date: the case itself is read for it.
            var (opened, entry) = (row.GetInt64("Opened")!.Value, await EntryAsync(row, cancellation));
            if (entry is null || !CaseMatch.Of(entry, filter) || after?.IsBefore(filter.Order, opened, entry) == false) continue;

            found.Add((opened, entry));
            if (inOrder && found.Count > top) break;
        }

        IEnumerable<(long, CaseEntry)> sorted = filter.Order switch
        {
            CaseOrder.Newest => found.OrderByDescending(row => row.Opened),
            CaseOrder.Due => found.OrderBy(row => row.Entry.DueOn).ThenBy(row => row.Opened),
            _ => found,
        };
        return CaseListPosition.Slice(filter.Order, [.. sorted.Take(top + 1)], top);
    }

    public async Task<IReadOnlyDictionary<CaseStatus, int>> CountAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var counts = new Dictionary<CaseStatus, int>();
        await foreach (var row in TablesStore.QueryAsync(store.Index, IndexRows.CasesAfter(0), cancellation, CountedColumns, MaxPageSize))
        {
            if (await EntryAsync(row, cancellation) is not { } entry || entry.NextDueAt <= now) continue;

            counts[entry.Status] = counts.GetValueOrDefault(entry.Status) + 1;
        }

        return counts;
    }

    public async Task<BarredPage> BarredAsync(DateOnly day, SubjectKind? kind, int skip, int top, CancellationToken cancellation)
    {
        List<(CaseId CaseId, SubjectBar Bar)> bars = [];
        await foreach (var row in TablesStore.QueryAsync(store.Index,
            $"{IndexRows.CasesAfter(0)} and (Status ne 'closed' or {CaseIndexTable.Dirty} eq true)", cancellation, pageSize: MaxPageSize))
        {
            if (await EntryAsync(row, cancellation) is not { Summary: { } summary } entry) continue;

            bars.AddRange(
                summary.Bars.Items.Where(bar => bar.Days.To >= day && (kind is null || bar.Subject.Kind == kind)).Select(
                    bar => (entry.CaseId, bar)));
        }

        var barred = bars.GroupBy(one => one.Bar.Subject).Where(same => same.Any(one => one.Bar.Days.Contains(day))).ToList();
        var page =
            barred.OrderBy(same => same.Max(one => one.Bar.Days.To)).ThenBy(same => same.Key.ToString(), StringComparer.Ordinal).Skip(skip)
                .Take(top);
        return new BarredPage(barred.Count,
            [.. page.Select(same => new BarredEntry(same.Key, [.. same.Select(one => one.CaseId).Distinct()]))]);
    }

    public async Task<IReadOnlyList<CaseId>> CasesOfAsync(Subject subject, CancellationToken cancellation)
    {
        List<CaseId> cases = [];
        await foreach (var row in TablesStore.QueryAsync(store.Index, IndexRows.CasesOf(subject), cancellation))
        {
            if (await Reservation.HappenedAsync(store, row, cancellation)) cases.Add(new CaseId(row.GetString("CaseId")));
        }

        // This process found more cases of the subject when it compared the index with the cases: index rows have been lost since.
        return cases.Count >= store.Memory.LeastCasesOf(subject.ToString()) ? cases : throw new IndexGapException(subject.ToString());
    }

    public Task<IReadOnlyDictionary<Subject, IReadOnlyList<CaseId>>> CasesOfAsync(
        IReadOnlyCollection<Subject> subjects, CancellationToken cancellation) =>
        ParallelQuestions.AskAsync(subjects, CasesOfAsync, cancellation);

    public async Task<CaseId?> CaseOfNumberAsync(DocumentNumber number, CancellationToken cancellation) =>
        await TablesStore.FindAsync(store.Index, IndexRows.Partition, IndexRows.Number(number), cancellation) is { } row
            && (row.GetBoolean(IndexRows.Sure) == true || await Reservation.SettleAsync(store, row, cancellation))
            ? new CaseId(row.GetString("CaseId"))
            : null;

    public Task<int> HighestNumberAsync(DocumentSeries series, CancellationToken cancellation) =>
        NumberDraw.HighestAsync(store, series, cancellation);

    public async Task<IReadOnlyList<CaseTip>> TipsAsync(CancellationToken cancellation)
    {
        var (cases, heads) = (new Dictionary<string, CaseId>(StringComparer.Ordinal), new Dictionary<string, TableEntity>(
            StringComparer.Ordinal));
        await foreach (var row in TablesStore.QueryAsync(
            store.Cases, $"RowKey eq '{CaseRows.Opening}' or RowKey eq '{CaseRows.Head}'", cancellation,
            ["PartitionKey", "RowKey", "CaseId", "Reached", "LastHash"], MaxPageSize))
        {
            if (row.RowKey == CaseRows.Head) heads[row.PartitionKey] = row;
            else cases[row.PartitionKey] = new CaseId(row.GetString("CaseId"));
        }

        List<CaseTip> tips = [];
        foreach (var (partition, caseId) in cases)
        {
            // A case to which nothing was added since an earlier version opened it has no row of its head.
            if (heads.GetValueOrDefault(partition) is { } head)
                tips.Add(new CaseTip(caseId, head.GetInt32("Reached")!.Value, head.GetString("LastHash")));
            else if (await CaseRows.HeadAsync(store, caseId, cancellation) is { } read)
                tips.Add(new CaseTip(caseId, read.Entry.Version, read.LastHash));
        }

        return tips;
    }

    public async Task<Receipt?> FindReceiptAsync(string key, CancellationToken cancellation)
    {
        if (await TablesStore.FindAsync(store.Index, IndexRows.Partition, IndexRows.Key(key), cancellation) is not { } row) return null;

        // Also for a row that is not sure: when the opening happened, its receipt is in the case.
        var caseId = new CaseId(row.GetString("CaseId"));
        if (await ReceiptOfAsync(caseId, cancellation) is not { } receipt || receipt.Key != key) return null;

        // The answer names every case of the document: those that a killed writer has left are recorded first.
        var pending = new PendingOpenings(store, logger);
        if (await pending.MarkAsync(caseId, cancellation) is not null) await pending.FinishAsync(caseId, cancellation);
        return receipt;
    }

    /// <summary>The receipt that was written with the opening of a case; null when there is none.</summary>
    public async Task<Receipt?> ReceiptOfAsync(CaseId caseId, CancellationToken cancellation)
    {
        var filter = TablesStore.Range(CaseRows.Partition(caseId), CaseRows.Receipt, "l");
        return CaseRows.ReadReceipt(await TablesStore.QueryAsync(store.Cases, filter, cancellation).ToListAsync(cancellation));
    }

    private async Task<AppendOutcome> InTurnAsync(Func<Task<AppendOutcome>> write, CancellationToken cancellation)
    {
        await store.Opener.WaitAsync(cancellation);
        try
        {
            return await write();
        }
        finally
        {
            store.Opener.Release();
        }
    }

    private async Task<CaseEntry?> EntryAsync(TableEntity row, CancellationToken cancellation) =>
        row.GetBoolean(CaseIndexTable.Dirty) == true
        ? await CaseIndexTable.EntryInAsync(store, row, cancellation)
        : EntryColumns.Read(row);
}
