using Microsoft.Data.Sqlite;
using Rectify.Domain.Cases;
using Rectify.Office.Ledger;
using Rectify.Storage.Sqlite.Database;

namespace Rectify.Storage.Sqlite.Ledger;

/// <summary>
/// The head of the ledger (count and running hash of all entries), which each append updates in its transaction, and the counts by which a
/// lost index row is noticed.
/// </summary>
public static class SqliteHead
{
    /// <summary>The head that is stored; null when its row is missing.</summary>
    public static LedgerHead? Kept(SqliteConnection connection) =>
        connection.Query("SELECT events, hash FROM ledger_head", row => new LedgerHead(row.GetInt64(0), row.GetString(1)))
            .SingleOrDefault();

    /// <summary>The head computed from the entries, in the order of recording: of all, or of the first <paramref name="upTo"/>.</summary>
    /// <remarks>Without an index, because the table itself is in the order of recording.</remarks>
    public static LedgerHead Found(SqliteConnection connection, long? upTo = null)
    {
        SqliteSchema.TeachRunningHash(connection);
        return connection.Query(
            upTo is null
                ? "SELECT count(*), coalesce(running_hash(hash), '') FROM events NOT INDEXED"
                : "SELECT count(*), coalesce(running_hash(hash), '') FROM (SELECT hash FROM events NOT INDEXED LIMIT $count)",
            row => new LedgerHead(row.GetInt64(0), row.GetString(1)), ("$count", upTo)).Single();
    }

    /// <summary>Adds the entries of an append to the stored head, in the append's transaction.</summary>
    public static LedgerHead Advance(SqliteConnection connection, IReadOnlyList<StoredEvent> entries)
    {
        var head = (Kept(connection) ?? throw new LedgerGapException(new LedgerGap(LedgerHead.Empty, Found(connection)))).After(entries);
        connection.Execute("UPDATE ledger_head SET events = $events, hash = $hash", ("$events", head.Events), ("$hash", head.Hash));
        return head;
    }

    /// <summary>
    /// What is missing from the ledger, compared with the head that is stored in it and with the head that was kept outside (null when none
    /// was). Null when nothing is missing.
    /// </summary>
    public static LedgerGap? GapOf(SqliteConnection connection, LedgerHead? outside)
    {
        // One snapshot, since an append in between would look like a difference.
        using var snapshot = connection.BeginTransaction(deferred: true);
        var found = Found(connection);
        if (Kept(connection) is not { } kept) return new LedgerGap(outside ?? LedgerHead.Empty, found);
        var damaged = kept != found;
        if (damaged && !IsOfKnownCases(connection, kept.Events - found.Events))
            return new LedgerGap(outside is not null && outside.Events > kept.Events ? outside : kept, found);
        if (damaged) return outside is not null && outside != kept && outside.Events >= kept.Events ? new LedgerGap(outside, found) : null;
        if (outside is null || outside == found) return null;
        return outside.Events > found.Events || (outside.IsExact() && Found(connection, outside.Events) != outside)
            ? new LedgerGap(outside, found)
            : null;
    }

    // True when all missing entries belong to cases that case_heads knows and whose subjects the index still names. Then only these cases
    // cannot be read, none of their subjects is answered "clear", and all other cases go on.
    private static bool IsOfKnownCases(SqliteConnection connection, long missing) => missing > 0 && missing == connection.Number(
        """
        SELECT coalesce(sum(lost), 0) FROM (
            SELECT events - (SELECT count(*) FROM events AS stored WHERE stored.case_id = case_heads.case_id) AS lost
            FROM case_heads WHERE (SELECT count(*) FROM subjects WHERE subjects.case_id = case_heads.case_id) >= case_heads.subjects)
        WHERE lost > 0
        """);

    /// <summary>Records that a person accepts the ledger as it is: from then on it counts as complete.</summary>
    public static void Accept(SqliteConnection connection, LedgerAcceptance acceptance)
    {
        SqliteAcceptances.Insert(connection, acceptance);
        connection.Execute(
            "INSERT INTO ledger_head (one, events, hash) VALUES (1, $events, $hash) "
            + "ON CONFLICT DO UPDATE SET events = excluded.events, hash = excluded.hash",
            ("$events", acceptance.Found.Events), ("$hash", acceptance.Found.Hash));
        connection.Execute(
            """
            DELETE FROM subject_heads;
            INSERT INTO subject_heads SELECT subject, count(*) FROM subjects GROUP BY subject;
            DELETE FROM case_heads;
            INSERT INTO case_heads
                SELECT case_id, max(sequence), hash, (SELECT count(*) FROM subjects WHERE subjects.case_id = events.case_id)
                FROM events GROUP BY case_id;
            """);
    }
}
