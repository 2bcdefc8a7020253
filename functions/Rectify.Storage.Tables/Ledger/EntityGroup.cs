using Azure.Data.Tables;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Ledger;

/// <summary>Rows to be inserted in one entity group transaction, which holds at most 100 rows and 4 MiB.</summary>
public static class EntityGroup
{
    public const int MaxRows = 100;

    /// <summary>4 MiB, less 64 KiB for the request around the rows.</summary>
    private const long MaxBytes = (4 * 1024 * 1024) - (64 * 1024);

    private const int Frame = 800;
    private const string Token = "Token";

    /// <summary>The rows as the changes of one transaction.</summary>
    /// <exception cref="ArgumentException">The rows do not fit into one transaction. Nothing is recorded.</exception>
    public static IReadOnlyList<TableTransactionAction> Of(IEnumerable<TableEntity> rows)
    {
        List<TableTransactionAction> group = [.. rows.Select(row => new TableTransactionAction(
            row.RowKey == CaseRows.Head ? TableTransactionActionType.UpsertReplace : TableTransactionActionType.Add, row))];
        var bytes = group.Sum(action => Frame + SizeOf((TableEntity)action.Entity));
        if (group.Count > MaxRows || bytes > MaxBytes)
        {
            throw new ArgumentException(
                $"An append to Azure Tables has at most {MaxRows} rows and 4 MiB; got {group.Count} rows and about {bytes} bytes. "
                + "Nothing was recorded.");
        }

        return group;
    }

    /// <summary>Adds rows that one writer marked with its token, all or none. False when another writer was first.</summary>
    /// <remarks>
    /// The service may have stored the rows although its answer was lost. Then it refuses the repeated request, and the token in the first
    /// row tells that they are this writer's.
    /// </remarks>
    public static async Task<bool> TryAddAsync(TableClient table, IReadOnlyList<TableEntity> rows, CancellationToken cancellation) =>
        await TablesStore.TryGroupAsync(table, Of(rows), cancellation) is not null
        || (await TablesStore.FindAsync(table, rows[0].PartitionKey, rows[0].RowKey, cancellation))?.GetString(Token)
            == rows[0].GetString(Token);

    /// <summary>Writes rows, whether or not there are some with their keys, in as many transactions as they need.</summary>
    public static async Task PutAsync(TableClient table, IEnumerable<TableEntity> rows, CancellationToken cancellation)
    {
        foreach (var part in Parts(rows))
        {
            await TablesStore.TryGroupAsync(
                table, [.. part.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row))], cancellation);
        }
    }

    // The rows in parts, each of which fits into one transaction.
    private static IEnumerable<IReadOnlyList<TableEntity>> Parts(IEnumerable<TableEntity> rows)
    {
        List<TableEntity> part = [];
        var bytes = 0L;
        foreach (var row in rows)
        {
            var size = Frame + SizeOf(row);
            if (part.Count == MaxRows || (part.Count > 0 && bytes + size > MaxBytes))
            {
                yield return part;
                (part, bytes) = ([], 0);
            }

            part.Add(row);
            bytes += size;
        }

        if (part.Count > 0) yield return part;
    }

    // The size in the request: a text is JSON, with six bytes for each character that is escaped; bytes are base64.
    private static long SizeOf(TableEntity row) => row.Sum(property => property.Key.Length + 48L + property.Value switch
    {
        string text => text.Sum(c => c is >= ' ' and <= '~' and not ('"' or '\\' or '<' or '>' or '&' or '\'' or '+' or '`') ? 1L : 6L),
        byte[] bytes => (bytes.Length + 2) / 3 * 4L,
        _ => 20L,
    });
}
