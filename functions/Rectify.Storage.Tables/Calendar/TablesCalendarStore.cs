using System.Globalization;
using Azure.Data.Tables;
using Rectify.Domain.Calendar;
using Rectify.Office.Calendar;
using Rectify.Office.Ledger;
using Rectify.Storage.Tables.Ledger;
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
        while (true)
        {
            var revision = await RevisionAsync(cancellation) + 1;
            var row = new TableEntity(Partition, Key(revision))
            {
                ["Revision"] = revision,
                ["Token"] = TablesStore.NewToken(),
                ["Year"] = year.Year,
                ["Data"] = AppendRules.Exact(year.ToJson()),
                ["Actor"] = AppendRules.Exact(actor),
                ["At"] = at.UtcTicks,
            };
            if (await EntityGroup.TryAddAsync(store.Register, [row], cancellation)) return new CalendarImport(revision, year, actor, at);
        }
    }

    private static string Key(long revision) => TableKey.Descending(checked((int)revision));

    private async Task<IReadOnlyList<CalendarImport>> AllAsync(CancellationToken cancellation) =>
        await RowsAsync(cancellation).Select(Read).ToListAsync(cancellation);

    private IAsyncEnumerable<TableEntity> RowsAsync(CancellationToken cancellation, IEnumerable<string>? columns = null,
        int? pageSize = null) =>
        TablesStore.QueryAsync(store.Register, TablesStore.Rows(Partition), cancellation, columns, pageSize);

    private static CalendarImport Read(TableEntity row) => new(
        row.GetInt64("Revision")!.Value,
        CalendarYear.Parse(string.Create(CultureInfo.InvariantCulture, $"{row.GetInt32("Year")!.Value}.json"), row.GetString("Data")),
        row.GetString("Actor"), EntryColumns.Ticks(row, "At")!.Value);
}
