using Azure.Data.Tables;
using Rectify.Domain;
using Rectify.Office.Access;
using Rectify.Office.Ledger;
using Rectify.Storage.Tables.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Access;

/// <summary>
/// Sessions of the board, protection keys and the feeds made under an idempotency key, in Azure Tables: a partition for each kind.
/// </summary>
public sealed class TablesAccessStore(TablesStore store) : IAccessStore
{
    public async Task<AccessRow> AddAsync(AccessRow row, CancellationToken cancellation)
    {
        while (true)
        {
            if (await store.Register.TryAddAsync(EntityOf(row), cancellation) is not null) return row;

            // The key is taken. If its row has been removed since, the loop adds this one after all.
            if (await FindAsync(row.Kind, row.Key, cancellation) is { } standing) return standing;
        }
    }

    public async Task<AccessRow?> FindAsync(AccessRowKind kind, string key, CancellationToken cancellation) =>
        await TablesStore.FindAsync(store.Register, PartitionOf(kind), TableKey.Of(key), cancellation) is { } row ? Read(kind, row) : null;

    public async Task<IReadOnlyList<AccessRow>> ListAsync(AccessRowKind kind, CancellationToken cancellation)
    {
        var rows = TablesStore.QueryAsync(store.Register, TablesStore.Rows(PartitionOf(kind)), cancellation);
        return await rows.Select(row => Read(kind, row)).OrderBy(row => row.Key, StringComparer.Ordinal).ToListAsync(cancellation);
    }

    public async Task<bool> TryReplaceAsync(AccessRow seen, AccessRow row, CancellationToken cancellation)
    {
        var standing = await TablesStore.FindAsync(store.Register, PartitionOf(row.Kind), TableKey.Of(row.Key), cancellation);
        return standing is not null && Read(row.Kind, standing).Value == seen.Value
            && await store.Register.TryReplaceAsync(EntityOf(row), standing.ETag, cancellation) is not null;
    }

    public async Task RemoveAsync(AccessRowKind kind, string key, CancellationToken cancellation) =>
        await store.Register.DeleteEntityAsync(PartitionOf(kind), TableKey.Of(key), cancellationToken: cancellation);

    public async Task RemoveEndedAsync(AccessRowKind kind, DateTimeOffset before, CancellationToken cancellation)
    {
        var ended = TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(kind)} and EndsAt lt {before.UtcTicks}");
        await foreach (var row in TablesStore.QueryAsync(store.Register, ended, cancellation))
            await store.Register.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellation);
    }

    private static string PartitionOf(AccessRowKind kind) => $"access-{WireName.Of(kind)}";

    private static TableEntity EntityOf(AccessRow row) => new(PartitionOf(row.Kind), TableKey.Of(row.Key))
    {
        ["Key"] = AppendRules.Exact(row.Key),
        ["Value"] = AppendRules.Exact(row.Value),
        ["EndsAt"] = row.EndsAt?.UtcTicks,
    };

    private static AccessRow Read(AccessRowKind kind, TableEntity row) => new(
        kind, row.GetString("Key"), row.GetString("Value"), EntryColumns.Ticks(row, "EndsAt"));
}
