using Azure.Data.Tables;
using Rectify.Domain;
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

    public async Task<IReadOnlyList<AssessmentEntry>> EntriesOfAsync(UnitId unitId, CancellationToken cancellation) =>
        await RowsAsync(PartitionOf(unitId), cancellation).Select(row => Entry(unitId, row)).ToListAsync(cancellation);

    public async Task<IReadOnlyList<AssessmentEntry>> AllAsync(CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey ge {Entries} and PartitionKey lt {Entries.TrimEnd(':') + TableKey.AfterSeparator}");
        return await TablesStore.QueryAsync(store.Register, filter, cancellation)
            .Select(row => Entry(new UnitId(UnitOf(row.PartitionKey)), row))
            .OrderBy(entry => entry.UnitId.Value, StringComparer.Ordinal).ThenBy(entry => entry.Revision).ToListAsync(cancellation);
    }

    public async Task<bool> TryAddAsync(AssessmentEntry entry, CancellationToken cancellation)
    {
        if ((await EntriesOfAsync(entry.UnitId, cancellation)).Count + 1 != entry.Revision) return false;

        // Written before the entry. If the process is killed in between, a unit without a failed assessment is checked once too often; the
        // other order could leave a unit with one unchecked.
        if (entry.Result == AssessmentResult.Failed)
        {
            var failure = new TableEntity(Failures, TableKey.Of(entry.UnitId.Value)) { ["UnitId"] = entry.UnitId.Value };
            await store.Register.PutAsync(failure, cancellation);
        }

        var row = new TableEntity(PartitionOf(entry.UnitId), TableKey.Of(entry.Revision))
        {
            ["Token"] = TablesStore.NewToken(),
            ["Revision"] = entry.Revision,
            ["Year"] = entry.Year,
            ["Result"] = StoredText.Of(entry.Result),
            ["DecidedOn"] = StoredText.Of(entry.DecidedOn),
            ["Actor"] = AppendRules.Exact(entry.Actor),
            ["At"] = entry.At.UtcTicks,
        };
        foreach (var (name, text) in new[] { ("DocumentNumber", entry.DocumentNumber), ("Remarks", entry.Remarks),
            ("Reason", entry.Reason), ("Grade", entry.Grade is { } grade ? DomainJson.Text(grade) : null) })
            if (text is not null) row[name] = AppendRules.Exact(text);
        return await EntityGroup.TryAddAsync(store.Register, [row], cancellation);
    }

    public async Task<IReadOnlyList<UnitId>> UnitsWithFailuresAsync(CancellationToken cancellation) =>
        await RowsAsync(Failures, cancellation).Select(row => new UnitId(row.GetString("UnitId")))
            .OrderBy(unit => unit.Value, StringComparer.Ordinal).ToListAsync(cancellation);

    private static AssessmentEntry Entry(UnitId unitId, TableEntity row) => new(
        unitId, row.GetInt32("Revision")!.Value, row.GetInt32("Year")!.Value,
        EntryColumns.Member<AssessmentResult>(row.GetString("Result")),
        StoredText.Day(row.GetString("DecidedOn")), row.GetString("DocumentNumber"), row.GetString("Remarks"), row.GetString("Reason"),
        row.GetString("Actor"), EntryColumns.Ticks(row, "At")!.Value,
        row.GetString("Grade") is { } grade ? DomainJson.Read<EnteredGrade>(grade) : null);

    private static string UnitOf(string partition) =>
        TableKey.Text(partition[Entries.Length..])
            ?? throw new InvalidDataException($"The tables hold assessments under {partition}, which names no unit.");

    private static string PartitionOf(UnitId unitId) => $"{Entries}{TableKey.Of(unitId.Value)}";

    private IAsyncEnumerable<TableEntity> RowsAsync(string partition, CancellationToken cancellation) =>
        TablesStore.QueryAsync(store.Register, TablesStore.Rows(partition), cancellation);
}
