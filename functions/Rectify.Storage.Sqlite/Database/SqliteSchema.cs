using Microsoft.Data.Sqlite;
using Rectify.Office.Ledger;

namespace Rectify.Storage.Sqlite.Database;

/// <summary>The tables, as a list of upgrade steps. A step that has been released never changes.</summary>
/// <remarks>Instants are UTC text of fixed width with seven decimals and days are yyyy-MM-dd, so that both sort as text.</remarks>
internal static partial class SqliteSchema
{
    /// <summary>Marks the file as one of Rectify ("RECT"), so that another program's database is never taken for an empty ledger.</summary>
    public const int ApplicationId = 0x52454354;

    private const string First = """
        CREATE TABLE schema_version (version INTEGER PRIMARY KEY) STRICT;

        -- The index: a case as of its last event. "opened" is the order of opening.
        CREATE TABLE cases (
            opened INTEGER PRIMARY KEY AUTOINCREMENT,
            case_id TEXT NOT NULL UNIQUE,
            unit_id TEXT NOT NULL,
            version INTEGER NOT NULL,
            status TEXT NOT NULL,
            due_on TEXT NOT NULL,
            next_due_at TEXT
        ) STRICT;
        CREATE INDEX cases_by_unit ON cases (unit_id, opened);
        CREATE INDEX cases_by_status ON cases (status, opened);
        CREATE INDEX cases_by_next_due ON cases (next_due_at) WHERE next_due_at IS NOT NULL;
        CREATE INDEX cases_by_due ON cases (due_on);

        CREATE TABLE events (
            case_id TEXT NOT NULL REFERENCES cases (case_id),
            sequence INTEGER NOT NULL CHECK (sequence > 0),
            type TEXT NOT NULL,
            at TEXT NOT NULL,
            actor TEXT NOT NULL,
            data TEXT NOT NULL,
            previous_hash TEXT NOT NULL,
            hash TEXT NOT NULL,
            UNIQUE (case_id, sequence)
        ) STRICT;
        CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
        BEGIN SELECT RAISE(ABORT, 'The ledger is append-only.'); END;
        CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
        BEGIN SELECT RAISE(ABORT, 'The ledger is append-only.'); END;

        CREATE TABLE subjects (
            subject TEXT NOT NULL,
            case_id TEXT NOT NULL REFERENCES cases (case_id),
            PRIMARY KEY (subject, case_id)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE document_numbers (
            text TEXT NOT NULL PRIMARY KEY,
            case_id TEXT NOT NULL REFERENCES cases (case_id),
            organ TEXT,
            year INTEGER,
            number INTEGER,
            CHECK ((organ IS NULL) = (year IS NULL) AND (organ IS NULL) = (number IS NULL))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX document_numbers_by_series ON document_numbers (organ, year, number);

        CREATE TABLE receipts (
            key TEXT NOT NULL PRIMARY KEY,
            case_id TEXT NOT NULL REFERENCES cases (case_id),
            body_hash TEXT NOT NULL,
            status INTEGER NOT NULL,
            location TEXT NOT NULL,
            body TEXT NOT NULL
        ) STRICT;

        -- The outbox. "position" is the order of recording.
        CREATE TABLE notices (
            position INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            case_id TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            template TEXT NOT NULL,
            recipient_name TEXT NOT NULL,
            recipient_address TEXT NOT NULL,
            subject TEXT NOT NULL,
            body TEXT NOT NULL,
            created_at TEXT NOT NULL,
            status TEXT NOT NULL,
            status_at TEXT NOT NULL,
            detail TEXT,
            FOREIGN KEY (case_id, sequence) REFERENCES events (case_id, sequence)
        ) STRICT;
        CREATE INDEX notices_by_case ON notices (case_id, sequence, position);
        CREATE INDEX notices_by_status ON notices (status, created_at, position);
        CREATE INDEX notices_by_time ON notices (created_at, position);
        CREATE INDEX notices_unsent ON notices (case_id) WHERE status IN ('pending', 'sending');

        CREATE TABLE units (
            unit_id TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            kind TEXT NOT NULL,
            level TEXT NOT NULL,
            parent_unit_id TEXT,
            liaison_name TEXT NOT NULL,
            liaison_email TEXT NOT NULL,
            supervisor_email TEXT
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE officials (
            official_id TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            email TEXT NOT NULL,
            unit_id TEXT NOT NULL,
            post TEXT NOT NULL,
            role TEXT NOT NULL,
            first_day TEXT NOT NULL,
            last_day TEXT
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX officials_by_unit ON officials (unit_id, official_id);
        """;

    // Adds the language of a recipient, the message id of a mail (known from its claim on), and resends, of which a mail has at most one.
    private const string Correspondence = """
        ALTER TABLE units ADD COLUMN liaison_language TEXT NOT NULL DEFAULT 'zh-CN';
        ALTER TABLE officials ADD COLUMN language TEXT NOT NULL DEFAULT 'zh-CN';
        ALTER TABLE notices ADD COLUMN recipient_language TEXT NOT NULL DEFAULT 'zh-CN';
        ALTER TABLE notices ADD COLUMN message_id TEXT;
        ALTER TABLE notices ADD COLUMN resend_of TEXT;
        ALTER TABLE notices ADD COLUMN requested_by TEXT;
        ALTER TABLE notices ADD COLUMN request_key TEXT;
        CREATE INDEX notices_by_message ON notices (message_id) WHERE message_id IS NOT NULL;
        CREATE UNIQUE INDEX notices_by_resend ON notices (resend_of) WHERE resend_of IS NOT NULL;
        """;

    // Adds what lists show of a case. Rows of earlier programs have no summary until the next entry of their case; lists read the case for
    // them.
    private const string Summaries = """
        ALTER TABLE cases ADD COLUMN number TEXT;
        ALTER TABLE cases ADD COLUMN unit_name TEXT;
        ALTER TABLE cases ADD COLUMN listed_on TEXT;
        ALTER TABLE cases ADD COLUMN deadline TEXT;
        ALTER TABLE cases ADD COLUMN yellow_from TEXT;
        ALTER TABLE cases ADD COLUMN bars TEXT;
        CREATE INDEX cases_by_step ON cases (status, next_due_at);

        -- Whom a case bars on the day of its last event or later; without an end in sight to 9999-12-31.
        CREATE TABLE barred (
            case_id TEXT NOT NULL REFERENCES cases (case_id),
            subject TEXT NOT NULL,
            from_day TEXT NOT NULL,
            to_day TEXT NOT NULL,
            PRIMARY KEY (case_id, subject, from_day, to_day)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX barred_by_subject ON barred (subject, to_day, from_day);
        """;

    // Adds the rung. Rows of earlier programs have none: those programs knew only listings, which have a day of listing, and vetoes, which
    // have none.
    private const string Rungs = "ALTER TABLE cases ADD COLUMN rung TEXT;";

    // Adds how many units the document of a case lists, where that is more than one.
    private const string SharedNumbers = "ALTER TABLE cases ADD COLUMN units INTEGER;";

    // Rewrites document numbers in their usual spelling. Earlier programs stored them as written, so that two cases may have the same
    // number; the second one then keeps its spelling.
    private const string NumberKeys = """
        UPDATE OR IGNORE document_numbers
        SET text = number_key(text), organ = number_organ(text), year = number_year(text), number = number_place(text)
        WHERE number_key(text) <> text;
        """;

    /// <summary>Step n brings the tables to version n.</summary>
    public static IReadOnlyList<string> Steps { get; } =
    [
        First, Consultations, Correspondence, Succession, Calendar, Feeds,
        Assessments, Summaries, YearlyRecords, Rungs, YearFiles, Posts,
        Access, NumberKeys, Told, Head, Registration, SharedState, Rulebooks, Journals, Awaited, Accounts, SharedNumbers,
    ];

    /// <summary>
    /// Gives a connection the SQL function running_hash, which the steps and the check of the ledger against its head use.
    /// </summary>
    internal static void TeachRunningHash(SqliteConnection connection) => connection.CreateAggregate<string, string>(
        "running_hash", "", (running, hash) => LedgerHead.Next(running, hash), isDeterministic: true);

    /// <summary>The version of the tables; 0 for an empty file, null for a database of another program.</summary>
    public static int? VersionOf(SqliteConnection connection)
    {
        // One transaction, so that a file that another process is setting up is seen before or after it, not in between.
        using var transaction = connection.BeginTransaction(deferred: true);
        return connection.Number("PRAGMA application_id") switch
        {
            ApplicationId => (int)connection.Number("SELECT max(version) FROM schema_version"),
            0 when connection.Number("SELECT count(*) FROM sqlite_schema") == 0 => 0,
            _ => null,
        };
    }

    /// <summary>Runs the steps that the file does not have yet, all or none of them.</summary>
    public static void Upgrade(SqliteConnection connection, IReadOnlyList<string> steps)
    {
        TeachRunningHash(connection);
        // The SQL functions that the steps use.
        connection.CreateFunction("number_key", (string text) => DocumentNumber.Parse(text).Key, isDeterministic: true);
        connection.CreateFunction("number_organ", (string text) => DocumentNumber.Parse(text).Series?.Organ, isDeterministic: true);
        connection.CreateFunction("number_year", (string text) => DocumentNumber.Parse(text).Series?.Year, isDeterministic: true);
        connection.CreateFunction("number_place", (string text) => DocumentNumber.Parse(text).Number, isDeterministic: true);

        using var transaction = connection.BeginTransaction(deferred: false);
        var isNew = connection.Number("SELECT count(*) FROM sqlite_schema") == 0;
        var version = isNew ? 0 : (int)connection.Number("SELECT max(version) FROM schema_version");
        for (; version < steps.Count; version++)
        {
            connection.Execute(steps[version]);
            connection.Execute("INSERT INTO schema_version (version) VALUES ($version)", ("$version", version + 1));
        }

        if (isNew) connection.Execute($"PRAGMA application_id = {ApplicationId}");
        transaction.Commit();
    }
}
