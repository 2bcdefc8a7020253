using Microsoft.Data.Sqlite;
using Rectify.Office.Ledger;
using Rectify.Storage.Sqlite.Database;

namespace Rectify.Storage.Sqlite.Ledger;

/// <summary>The acceptances of a damaged ledger, in a SQLite file.</summary>
public sealed class SqliteAcceptances(SqliteDatabase database) : IAcceptances
{
    public Task<IReadOnlyList<LedgerAcceptance>> AllAsync(CancellationToken cancellation) => database.ReadAsync(All, cancellation);

    public Task PutAllAsync(IReadOnlyList<LedgerAcceptance> acceptances, CancellationToken cancellation) => database.WriteAsync(
        connection =>
        {
            connection.Execute("DELETE FROM ledger_acceptances");
            foreach (var acceptance in acceptances) Insert(connection, acceptance);
            return acceptances.Count;
        },
        cancellation);

    internal static IReadOnlyList<LedgerAcceptance> All(SqliteConnection connection) => connection.Query(
        "SELECT at, accepted_by, note, expected_events, expected_hash, found_events, found_hash FROM ledger_acceptances ORDER BY position",
        row => new LedgerAcceptance(
            row.Instant(0), row.GetString(1), row.GetString(2), new LedgerHead(row.GetInt64(3), row.GetString(4)),
            new LedgerHead(row.GetInt64(5), row.GetString(6))));

    internal static void Insert(SqliteConnection connection, LedgerAcceptance acceptance) => connection.Execute(
        """
        INSERT INTO ledger_acceptances (at, accepted_by, note, expected_events, expected_hash, found_events, found_hash)
        VALUES ($at, $by, $note, $events, $hash, $found, $foundHash)
        """,
        ("$at", acceptance.At), ("$by", acceptance.By), ("$note", acceptance.Note), ("$events", acceptance.Expected.Events),
        ("$hash", acceptance.Expected.Hash), ("$found", acceptance.Found.Events), ("$foundHash", acceptance.Found.Hash));
}
