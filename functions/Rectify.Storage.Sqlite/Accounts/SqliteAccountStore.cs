using System.Text.Json;
using Rectify.Domain;
using Rectify.Office.Accounts;
using Rectify.Storage.Sqlite.Database;

namespace Rectify.Storage.Sqlite.Accounts;

/// <summary>What was done with accounts, in a SQLite file.</summary>
public sealed class SqliteAccountStore(SqliteDatabase database) : IAccountStore
{
    private const string Last = "SELECT coalesce(max(revision), 0) FROM account_entries";

    public async Task<int> RevisionAsync(CancellationToken cancellation) =>
        (int)await database.ReadAsync(connection => connection.Number(Last), cancellation);

    public async Task<IReadOnlyList<AccountEntry>> EntriesAsync(CancellationToken cancellation) =>
        await database.ReadAsync(
            connection => connection.Query(
                "SELECT data FROM account_entries ORDER BY revision",
                row => JsonSerializer.Deserialize<AccountEntry>(row.GetString(0), DomainJson.Options)!),
            cancellation);

    public Task<bool> TryAddAsync(AccountEntry entry, CancellationToken cancellation) =>
        database.WriteAsync(
            connection => connection.Number(Last) + 1 == entry.Revision && connection.Execute(
                "INSERT INTO account_entries (revision, account_id, data) VALUES ($revision, $account, $data)",
                ("$revision", entry.Revision), ("$account", entry.AccountId), ("$data", DomainJson.Text(entry))) == 1,
            cancellation);
}
