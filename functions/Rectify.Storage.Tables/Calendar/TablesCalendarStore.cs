using System.Globalization;
using Azure.Data.Tables;
using Rectify.Domain.Calendar;
using Rectify.Office.Calendar;
using Rectify.Office.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Calendar;

/// <summary>
/// Imported calendar years in Azure Tables: one partition, sorted with the latest revision first. A row is never changed after its insert.
/// </summary>
public sealed class TablesCalendarStore(TablesStore store) : ICalendarStore
{
    private const string Partition = "calendar";

    public async Task<long> RevisionAsync(CancellationToken cancellation)
    {
        await foreach (var row in RowsAsync(cancellation, ["Revision"], pageSize: 1)) return row.GetInt64("Revision")!.Value;
        return 0;
    }

    public async Task<IReadOnlyList<CalendarImport>> LatestAsync(CancellationToken cancellation) =>
        [.. (await AllAsync(cancellation)).DistinctBy(import => import.Year.Year).OrderBy(import => import.Year.Year)];

    public async Task<IReadOnlyList<CalendarImport>> HistoryAsync(int year, CancellationToken cancellation) =>
        [.. (await AllAsync(cancellation)).Where(import => import.Year.Year == year).Reverse()];

    public async Task<CalendarImport> AddAsync(CalendarYear year, string actor, DateTimeOffset at, CancellationToken cancellation)
    {
        var token = TablesStore.NewToken();
        while (true)
        {
            var revision = await RevisionAsync(cancellation) + 1;
            var row = new TableEntity(Partition, Key(revision))
            {
                ["Revision"] = revision,
                ["Token"] = token,
                ["Year"] = year.Year,
                ["Data"] = AppendRules.Exact(year.ToJson()),
                ["Actor"] = AppendRules.Exact(actor),
                ["At"] = at.UtcTicks,
            };
            var import = new CalendarImport(revision, year, actor, at);
            if (await TablesStore.TryAsync(store.Register, new TableTransactionAction(TableTransactionActionType.Add, row),
                cancellation) is not null) return import;

            // Either another import took this revision, or this one was stored and the service's answer was lost: the token tells.
            if (await TablesStore.FindAsync(store.Register, Partition, Key(revision), cancellation) is { } there
                && there.GetString("Token") == token) return import;
        }
    }

    private static string Key(long revision) => TableKey.Descending(checked((int)revision));

    private async Task<IReadOnlyList<CalendarImport>> AllAsync(CancellationToken cancellation)
    {
        List<CalendarImport> imports = [];
        await foreach (var row in RowsAsync(cancellation)) imports.Add(Read(row));
        return imports;
    }

    private IAsyncEnumerable<TableEntity> RowsAsync(CancellationToken cancellation, IEnumerable<string>? columns = null,
        int? pageSize = null) =>
        TablesStore.QueryAsync(store.Register, TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellation, columns,
            pageSize);

    private static CalendarImport Read(TableEntity row) => new(
        row.GetInt64("Revision")!.Value,
        CalendarYear.Parse(string.Create(CultureInfo.InvariantCulture, $"{row.GetInt32("Year")!.Value}.json"), row.GetString("Data")),
        row.GetString("Actor"), new DateTimeOffset(row.GetInt64("At")!.Value, TimeSpan.Zero));
}
