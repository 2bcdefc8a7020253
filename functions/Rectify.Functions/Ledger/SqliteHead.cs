using Microsoft.Data.Sqlite;
using Rectify.Domain.Cases;

namespace Rectify.Functions.Ledger;

/// <summary>Count and running hash of all entries, kept in the transaction of each append, and what is kept beside the indexes to miss a lost row.</summary>
internal static class SqliteHead
{
    /// <summary>The step that brings it into a file. What an older program has written is counted as it stands.</summary>
    public const string Table = """
        CREATE TABLE ledger_head (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            events INTEGER NOT NULL,
            hash TEXT NOT NULL,
            mended INTEGER NOT NULL DEFAULT 0,
            probe TEXT
        ) STRICT;
        INSERT INTO ledger_head (one, events, hash) SELECT 1, count(*), coalesce(running_hash(hash), '') FROM events NOT INDEXED;

        -- A person has said that the ledger goes on without entries that it had.
        CREATE TABLE ledger_acceptances (
            position INTEGER PRIMARY KEY AUTOINCREMENT,
            at TEXT NOT NULL,
            accepted_by TEXT NOT NULL,
            note TEXT NOT NULL,
            expected_events INTEGER NOT NULL,
            expected_hash TEXT NOT NULL,
            found_events INTEGER NOT NULL,
            found_hash TEXT NOT NULL
        ) STRICT;

        -- How many cases name a subject, and how far a series of numbers has come: fewer rows than that are rows that were lost.
        CREATE TABLE subject_heads (subject TEXT NOT NULL PRIMARY KEY, cases INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        INSERT INTO subject_heads SELECT subject, count(*) FROM subjects GROUP BY subject;
        CREATE TRIGGER subjects_are_counted AFTER INSERT ON subjects BEGIN
            INSERT OR IGNORE INTO subject_heads VALUES (NEW.subject, 0);
            UPDATE subject_heads SET cases = cases + 1 WHERE subject = NEW.subject;
            INSERT OR IGNORE INTO case_heads VALUES (NEW.case_id, 0, '', 0);
            UPDATE case_heads SET subjects = (SELECT count(*) FROM subjects WHERE case_id = NEW.case_id) WHERE case_id = NEW.case_id;
        END;
        CREATE INDEX subjects_by_case ON subjects (case_id);
        -- How far each case has come, the hash of its last entry, and how many subjects it names.
        CREATE TABLE case_heads (
            case_id TEXT NOT NULL PRIMARY KEY, events INTEGER NOT NULL, hash TEXT NOT NULL, subjects INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        INSERT INTO case_heads
            SELECT case_id, max(sequence), hash, (SELECT count(*) FROM subjects WHERE subjects.case_id = events.case_id) FROM events GROUP BY case_id;
        CREATE TRIGGER events_are_counted AFTER INSERT ON events BEGIN
            INSERT OR IGNORE INTO case_heads VALUES (NEW.case_id, 0, '', 0);
            UPDATE case_heads SET events = NEW.sequence, hash = NEW.hash WHERE case_id = NEW.case_id AND events < NEW.sequence;
        END;
        CREATE TABLE series_heads (organ TEXT NOT NULL, year INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (organ, year)) STRICT, WITHOUT ROWID;
        INSERT INTO series_heads SELECT organ, year, max(number) FROM document_numbers WHERE organ IS NOT NULL GROUP BY organ, year;
        CREATE TRIGGER numbers_are_counted AFTER INSERT ON document_numbers WHEN NEW.organ IS NOT NULL BEGIN
            INSERT OR IGNORE INTO series_heads VALUES (NEW.organ, NEW.year, 0);
            UPDATE series_heads SET number = max(number, NEW.number) WHERE organ = NEW.organ AND year = NEW.year;
        END;
        """;

    /// <summary>Teaches a connection the running hash, for the step above and for <see cref="Found"/>.</summary>
    public static void Register(SqliteConnection connection) => connection.CreateAggregate<string, string>(
        "running_hash", "", (running, hash) => LedgerHead.Next(running, hash), isDeterministic: true);

    /// <summary>The head as it was kept; null when it is gone.</summary>
    public static LedgerHead? Kept(SqliteConnection connection) =>
        connection.Query("SELECT events, hash FROM ledger_head", row => new LedgerHead(row.GetInt64(0), row.GetString(1))).SingleOrDefault();

    /// <summary>The head that the entries give, up to a number of them, in the order of recording.</summary>
    /// <remarks>Without an index: the table itself stands in that order.</remarks>
    public static LedgerHead Found(SqliteConnection connection, long? upTo = null)
    {
        Register(connection);
        return connection.Query(
            upTo is null
                ? "SELECT count(*), coalesce(running_hash(hash), '') FROM events NOT INDEXED"
                : "SELECT count(*), coalesce(running_hash(hash), '') FROM (SELECT hash FROM events NOT INDEXED LIMIT $count)",
            row => new LedgerHead(row.GetInt64(0), row.GetString(1)), ("$count", upTo)).Single();
    }

    /// <summary>Moves the head on by the entries of an append, in its transaction.</summary>
    public static LedgerHead Advance(SqliteConnection connection, IReadOnlyList<StoredEvent> entries)
    {
        var head = (Kept(connection) ?? throw new LedgerGapException(new LedgerGap(LedgerHead.Empty, Found(connection)))).After(entries);
        connection.Execute("UPDATE ledger_head SET events = $events, hash = $hash", ("$events", head.Events), ("$hash", head.Hash));
        return head;
    }

    /// <summary>What is missing from a file, by its own head and by the one that was kept outside; null when nothing is.</summary>
    public static LedgerGap? GapOf(SqliteConnection connection, LedgerHead? outside)
    {
        // One snapshot: an append in between would look like a difference.
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

    // What is missing is missing from cases that the heads know and whose subjects the index still names: those cannot be read, nobody whom
    // they name is called clear, and the others go on.
    private static bool IsOfKnownCases(SqliteConnection connection, long missing) => missing > 0 && missing == connection.Number(
        """
        SELECT coalesce(sum(lost), 0) FROM (
            SELECT events - (SELECT count(*) FROM events AS stored WHERE stored.case_id = case_heads.case_id) AS lost
            FROM case_heads WHERE (SELECT count(*) FROM subjects WHERE subjects.case_id = case_heads.case_id) >= case_heads.subjects)
        WHERE lost > 0
        """);

    /// <summary>Records that a person accepts the ledger as it is: from here on it counts as whole.</summary>
    public static void Accept(SqliteConnection connection, LedgerAcceptance acceptance)
    {
        SqliteAcceptances.Insert(connection, acceptance);
        connection.Execute(
            "INSERT INTO ledger_head (one, events, hash) VALUES (1, $events, $hash) ON CONFLICT DO UPDATE SET events = excluded.events, hash = excluded.hash",
            ("$events", acceptance.Found.Events), ("$hash", acceptance.Found.Hash));
        connection.Execute(
            """
            DELETE FROM subject_heads;
            INSERT INTO subject_heads SELECT subject, count(*) FROM subjects GROUP BY subject;
            DELETE FROM case_heads;
            INSERT INTO case_heads
                SELECT case_id, max(sequence), hash, (SELECT count(*) FROM subjects WHERE subjects.case_id = events.case_id) FROM events GROUP BY case_id;
            """);
    }
}

/// <summary>A person's word that the ledger goes on without entries that it had.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who.</param>
/// <param name="Note">Why, and what is known about what is missing.</param>
/// <param name="Expected">How far the ledger had come.</param>
/// <param name="Found">What was there.</param>
public sealed record LedgerAcceptance(DateTimeOffset At, string By, string Note, LedgerHead Expected, LedgerHead Found);
