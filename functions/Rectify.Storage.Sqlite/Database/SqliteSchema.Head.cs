namespace Rectify.Storage.Sqlite.Database;

// The step that lets the program notice rows that were lost.
internal static partial class SqliteSchema
{
    /// <summary>
    /// The head of the ledger, and what is kept beside the indexes. What an older program has written is counted as it stands.
    /// </summary>
    internal const string Head = """
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
            SELECT case_id, max(sequence), hash, (SELECT count(*) FROM subjects WHERE subjects.case_id = events.case_id)
            FROM events GROUP BY case_id;
        CREATE TRIGGER events_are_counted AFTER INSERT ON events BEGIN
            INSERT OR IGNORE INTO case_heads VALUES (NEW.case_id, 0, '', 0);
            UPDATE case_heads SET events = NEW.sequence, hash = NEW.hash WHERE case_id = NEW.case_id AND events < NEW.sequence;
        END;
        CREATE TABLE series_heads (
            organ TEXT NOT NULL, year INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (organ, year)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO series_heads SELECT organ, year, max(number) FROM document_numbers WHERE organ IS NOT NULL GROUP BY organ, year;
        CREATE TRIGGER numbers_are_counted AFTER INSERT ON document_numbers WHEN NEW.organ IS NOT NULL BEGIN
            INSERT OR IGNORE INTO series_heads VALUES (NEW.organ, NEW.year, 0);
            UPDATE series_heads SET number = max(number, NEW.number) WHERE organ = NEW.organ AND year = NEW.year;
        END;
        """;
}
