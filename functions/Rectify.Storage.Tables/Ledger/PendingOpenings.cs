using System.Globalization;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Office.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Ledger;

/// <summary>
/// The openings of the further cases of one document. They cannot be inserted in one transaction with the first case, whose partition is
/// another. They are therefore written beside it before its commit and count once that has happened: then each is recorded in its own
/// partition, by this writer, by a repetition of the request, or by the repair. None of them can be refused, because number and key belong
/// to the first case.
/// </summary>
/// <remarks>
/// Rows in the partition of the first case: <c>o:{token}:{place}:{row}</c>, where the row is what <see cref="CaseRows.Of(LedgerAppend,
/// string)"/> gives. Row in the index: <c>o:{first case}</c>, reserved with the opening, deleted when all of them are recorded.
/// </remarks>
internal sealed class PendingOpenings(TablesStore store, ILogger logger)
{
    private const string Prefix = "o:";
    private const string Subjects = "Subjects";

    /// <summary>The index row that leads the repair to openings that are not all recorded.</summary>
    public static TableEntity Mark(OpeningRow first) =>
        IndexRows.Of(first.CaseId, first.Opened, first.Token, sure: false, MarkKey(first.CaseId));

    /// <summary>The row key of the mark of a case.</summary>
    public static string MarkKey(CaseId first) => $"{Prefix}{TableKey.Of(first.Value)}";

    /// <summary>The index rows of all openings that may not be recorded yet.</summary>
    public static string Marks => TablesStore.Range(IndexRows.Partition, Prefix, $"o{TableKey.AfterSeparator}");

    /// <summary>Writes the openings beside the first case. They count for nothing until the case is committed under this token.</summary>
    public Task PutAsync(LedgerAppend first, string token, CancellationToken cancellation) => EntityGroup.PutAsync(
        store.Cases, first.Others.Index().SelectMany(other => Rows(first.Entry.CaseId, token, other.Index, other.Item)), cancellation);

    /// <summary>Records the openings that belong to a committed case and are not recorded yet. Does nothing where there are none.</summary>
    public async Task FinishAsync(CaseId first, CancellationToken cancellation)
    {
        if (await TablesStore.FindAsync(store.Cases, CaseRows.Partition(first), CaseRows.Opening, cancellation) is not { } opening) return;

        var rows = await OfAsync(first, $"{Prefix}{opening.GetString("Token")}:", cancellation);
        foreach (var other in rows.GroupBy(PlaceOf))
        {
            // Clearing starts when all are recorded, and with the events: a group without them was recorded.
            if (!other.Any(row => RowKeyOf(row) == CaseRows.EventsOf(1))) continue;

            // A version conflict says that the case is recorded already.
            var outcome = await new TablesOpening(store, logger, Read([.. other])).RunAsync(cancellation);
            if (outcome is not (AppendOutcome.Recorded or AppendOutcome.VersionConflict))
                throw new InvalidDataException($"A further case of the document of {first} was refused: {outcome}.");
        }

        await ClearAsync(first, cancellation);
    }

    /// <summary>Deletes the openings beside a case, and their mark.</summary>
    public async Task ClearAsync(CaseId first, CancellationToken cancellation)
    {
        foreach (var row in await OfAsync(first, Prefix, cancellation)) await store.Cases.TryDeleteAsync(row, row.ETag, cancellation);
        if (await MarkAsync(first, cancellation) is { } mark) await store.Index.TryDeleteAsync(mark, mark.ETag, cancellation);
    }

    /// <summary>The mark of a case; null when nothing is left to record.</summary>
    public Task<TableEntity?> MarkAsync(CaseId first, CancellationToken cancellation) =>
        TablesStore.FindAsync(store.Index, IndexRows.Partition, MarkKey(first), cancellation);

    /// <summary>Goes on with what a writer has left: records what belongs to a committed case and deletes what does not.</summary>
    /// <returns>How many documents were concerned.</returns>
    public async Task<int> RepairAsync(CancellationToken cancellation)
    {
        var repaired = 0;
        foreach (var mark in await TablesStore.QueryAsync(store.Index, Marks, cancellation).ToListAsync(cancellation))
        {
            var first = new CaseId(mark.GetString("CaseId"));
            if (await Reservation.SettleAsync(store, mark, cancellation)) await FinishAsync(first, cancellation);
            else await ClearAsync(first, cancellation);
            repaired++;
        }

        return repaired;
    }

    /// <summary>The same for openings whose marks were lost with the index.</summary>
    public async Task RestoreAsync(CancellationToken cancellation)
    {
        var rows = TablesStore.QueryAsync(
            store.Cases, $"RowKey ge '{Prefix}' and RowKey lt 'o{TableKey.AfterSeparator}'", cancellation, ["PartitionKey"]);
        foreach (var partition in await rows.Select(row => row.PartitionKey).ToHashSetAsync(cancellationToken: cancellation))
        {
            // A writer that is still at work has its mark.
            if (TableKey.Text(partition) is not { } id || await MarkAsync(new CaseId(id), cancellation) is not null) continue;

            await FinishAsync(new CaseId(id), cancellation);
            await ClearAsync(new CaseId(id), cancellation);
        }
    }

    private static IEnumerable<TableEntity> Rows(CaseId first, string token, int place, LedgerAppend other)
    {
        foreach (var row in CaseRows.Of(other, token))
        {
            if (row.RowKey == CaseRows.EventsOf(1))
                row[Subjects] = DomainJson.Text(other.Opening!.Subjects.Select(subject => subject.ToString()));
            row.PartitionKey = CaseRows.Partition(first);
            row.RowKey = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{token}:{place:D4}:{row.RowKey}");
            yield return row;
        }
    }

    private static string PlaceOf(TableEntity row) => row.RowKey.Split(':')[2];

    // The row's key in the partition of its own case.
    private static string RowKeyOf(TableEntity row) => row.RowKey.Split(':')[3];

    private static LedgerAppend Read(IReadOnlyList<TableEntity> rows)
    {
        foreach (var row in rows) row.RowKey = RowKeyOf(row);
        var events = rows.Single(row => row.RowKey == CaseRows.EventsOf(1));
        var caseId = new CaseId(events.GetString("CaseId"));
        return new LedgerAppend(
            EntryColumns.Read(events), 0, CaseRows.Events(caseId, rows), [.. CaseRows.Mails(caseId, rows).Select(mail => mail.Notice)],
            new CaseOpening(
                [.. DomainJson.Read<List<string>>(events.GetString(Subjects)).Select(text => Subject.Parse(text)!)], null, null));
    }

    private ValueTask<List<TableEntity>> OfAsync(CaseId first, string prefix, CancellationToken cancellation) =>
        TablesStore.QueryAsync(
            store.Cases, TablesStore.Range(CaseRows.Partition(first), prefix, $"{prefix[..^1]}{TableKey.AfterSeparator}"), cancellation)
            .ToListAsync(cancellation);
}
