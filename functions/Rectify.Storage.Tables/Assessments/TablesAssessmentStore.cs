using Azure.Data.Tables;
using Rectify.Domain.Assessments;
using Rectify.Domain.Identity;
using Rectify.Office.Ledger;
using Rectify.Office.Records;
using Rectify.Storage.Tables.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Assessments;

/// <summary>The assessments in Azure Tables: a partition for each unit, a row for each entry, inserted and never changed.</summary>
public sealed class TablesAssessmentStore(TablesStore store) : IAssessmentStore
{
    private const string Failures = "assessment-failures";
    private const string Entries = "assessments:";

    public async Task<IReadOnlyList<AssessmentEntry>> EntriesOfAsync(UnitId unitId, CancellationToken cancellation)
    {
        List<AssessmentEntry> entries = [];
        await foreach (var row in RowsAsync(PartitionOf(unitId), cancellation))
            entries.Add(Entry(unitId, row));
        return entries;
    }

    public async Task<IReadOnlyList<AssessmentEntry>> AllAsync(CancellationToken cancellation)
    {
        List<AssessmentEntry> entries = [];
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey ge {Entries} and PartitionKey lt {Entries.TrimEnd(':') + TableKey.AfterSeparator}");
        await foreach (var row in TablesStore.QueryAsync(store.Register, filter, cancellation))
            entries.Add(Entry(new UnitId(UnitOf(row.PartitionKey)), row));
        return [.. entries.OrderBy(entry => entry.UnitId.Value, StringComparer.Ordinal).ThenBy(entry => entry.Revision)];
    }

    public async Task<bool> TryAddAsync(AssessmentEntry entry, CancellationToken cancellation)
    {
        if ((await EntriesOfAsync(entry.UnitId, cancellation)).Count + 1 != entry.Revision) return false;

        // Written before the entry. If the process is killed in between, a unit without a failed assessment is checked once too often; the
        // other order could leave a unit with one unchecked.
        if (entry.Result == AssessmentResult.Failed)
        {
            var failure = new TableEntity(Failures, TableKey.Of(entry.UnitId.Value)) { ["UnitId"] = entry.UnitId.Value };
            await TablesStore.TryAsync(store.Register, new TableTransactionAction(TableTransactionActionType.UpsertReplace, failure),
                cancellation);
        }

        var (partition, key, token) = (PartitionOf(entry.UnitId), TableKey.Of(entry.Revision), TablesStore.NewToken());
        var row = new TableEntity(partition, key)
        {
            ["Token"] = token,
            ["Revision"] = entry.Revision,
            ["Year"] = entry.Year,
            ["Result"] = StoredText.Of(entry.Result),
            ["DecidedOn"] = StoredText.Of(entry.DecidedOn),
            ["Actor"] = AppendRules.Exact(entry.Actor),
            ["At"] = entry.At.UtcTicks,
        };
        foreach (var (name, text) in new[] { ("DocumentNumber", entry.DocumentNumber), ("Remarks", entry.Remarks),
            ("Reason", entry.Reason) })
            if (text is not null) row[name] = AppendRules.Exact(text);
        if (await TablesStore.TryAsync(store.Register, new TableTransactionAction(TableTransactionActionType.Add, row),
            cancellation) is not null) return true;

        // Either another entry took this revision, or this one was stored and the service's answer was lost: the token tells.
        return await TablesStore.FindAsync(store.Register, partition, key, cancellation) is { } there && there.GetString("Token") == token;
    }

    public async Task<IReadOnlyList<UnitId>> UnitsWithFailuresAsync(CancellationToken cancellation)
    {
        List<UnitId> units = [];
        await foreach (var row in RowsAsync(Failures, cancellation)) units.Add(new UnitId(row.GetString("UnitId")));
        return [.. units.OrderBy(unit => unit.Value, StringComparer.Ordinal)];
    }

    private static AssessmentEntry Entry(UnitId unitId, TableEntity row) => new(
        unitId, row.GetInt32("Revision")!.Value, row.GetInt32("Year")!.Value,
        EntryColumns.Member<AssessmentResult>(row.GetString("Result")),
        EntryColumns.Day(row.GetString("DecidedOn")), row.GetString("DocumentNumber"), row.GetString("Remarks"), row.GetString("Reason"),
        row.GetString("Actor"), new DateTimeOffset(row.GetInt64("At")!.Value, TimeSpan.Zero));

    private static string UnitOf(string partition) =>
        TableKey.Text(partition[Entries.Length..])
            ?? throw new InvalidDataException($"The tables hold assessments under {partition}, which names no unit.");

    private static string PartitionOf(UnitId unitId) => $"{Entries}{TableKey.Of(unitId.Value)}";

    private IAsyncEnumerable<TableEntity> RowsAsync(string partition, CancellationToken cancellation) =>
        TablesStore.QueryAsync(store.Register, TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), cancellation);
}
