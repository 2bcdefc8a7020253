using System.Text.Json;
using Azure.Data.Tables;
using Rectify.Domain;
using Rectify.Office.Accounts;
using Rectify.Office.Ledger;
using Rectify.Storage.Tables.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Accounts;

/// <summary>
/// What was done with accounts, in Azure Tables: one partition, sorted with the latest entry first. Rows are never changed after
/// their insert.
/// </summary>
public sealed class TablesAccountStore(TablesStore store) : IAccountStore
{
    private const string Partition = "accounts";

    public async Task<int> RevisionAsync(CancellationToken cancellation)
    {
        await foreach (var row in RowsAsync(cancellation, ["Revision"], pageSize: 1)) return row.GetInt32("Revision")!.Value;
        return 0;
    }

    public async Task<IReadOnlyList<AccountEntry>> EntriesAsync(CancellationToken cancellation)
    {
        List<List<TableEntity>> entries = [];
        await foreach (var row in RowsAsync(cancellation))
        {
            if (WideText.Continues(row)) entries[^1].Add(row);
            else entries.Add([row]);
        }

        return
        [
            .. entries.Select(rows => JsonSerializer.Deserialize<AccountEntry>(WideText.Read(rows), DomainJson.Options)!)
                .OrderBy(entry => entry.Revision),
        ];
    }

    public async Task<bool> TryAddAsync(AccountEntry entry, CancellationToken cancellation)
    {
        if (await RevisionAsync(cancellation) + 1 != entry.Revision) return false;

        var (key, token) = (TableKey.Descending(entry.Revision), TablesStore.NewToken());
        var first = new TableEntity(Partition, key)
        {
            ["Token"] = token,
            ["Revision"] = entry.Revision,
            ["AccountId"] = AppendRules.Exact(entry.AccountId),
        };
        if (await TablesStore.TryGroupAsync(
            store.Register, EntityGroup.Of(WideText.Put(first, DomainJson.Text(entry))), cancellation) is not null) return true;

        // Either another entry took this revision, or this one was stored and the service's answer was lost: the token tells.
        return await TablesStore.FindAsync(store.Register, Partition, key, cancellation) is { } there && there.GetString("Token") == token;
    }

    private IAsyncEnumerable<TableEntity> RowsAsync(CancellationToken cancellation, IEnumerable<string>? columns = null,
        int? pageSize = null) =>
        TablesStore.QueryAsync(store.Register, TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellation, columns,
            pageSize);
}
