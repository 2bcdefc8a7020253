namespace Rectify.Storage.Sqlite.Database;

// The schema steps that each came with a feature.
internal static partial class SqliteSchema
{
    internal const string Consultations = """
        -- "asked" is the order of asking.
        CREATE TABLE consultations (
            asked INTEGER PRIMARY KEY AUTOINCREMENT,
            consultation_id TEXT NOT NULL UNIQUE,
            organ TEXT NOT NULL,
            year INTEGER NOT NULL,
            number INTEGER NOT NULL CHECK (number > 0),
            as_of TEXT NOT NULL,
            actor TEXT NOT NULL,
            data TEXT NOT NULL,
            request_key TEXT UNIQUE,
            body_hash TEXT,
            UNIQUE (organ, year, number),
            CHECK ((request_key IS NULL) = (body_hash IS NULL))
        ) STRICT;
        CREATE TRIGGER consultations_are_never_changed BEFORE UPDATE ON consultations
        BEGIN SELECT RAISE(ABORT, 'The log of consultations is append-only.'); END;
        CREATE TRIGGER consultations_are_never_deleted BEFORE DELETE ON consultations
        BEGIN SELECT RAISE(ABORT, 'The log of consultations is append-only.'); END;
        """;

    /// <summary>Lets a unit name its successor unit.</summary>
    internal const string Succession = """
        ALTER TABLE units ADD COLUMN successor_unit_id TEXT;
        CREATE INDEX units_succeeded ON units (unit_id) WHERE successor_unit_id IS NOT NULL;
        """;

    internal const string Calendar = """
        CREATE TABLE calendar_imports (
            revision INTEGER PRIMARY KEY AUTOINCREMENT,
            year INTEGER NOT NULL,
            data TEXT NOT NULL,
            actor TEXT NOT NULL,
            at TEXT NOT NULL
        ) STRICT;
        CREATE INDEX calendar_imports_by_year ON calendar_imports (year, revision);
        CREATE TRIGGER calendar_imports_are_never_changed BEFORE UPDATE ON calendar_imports
        BEGIN SELECT RAISE(ABORT, 'Imports of the calendar are append-only.'); END;
        CREATE TRIGGER calendar_imports_are_never_deleted BEFORE DELETE ON calendar_imports
        BEGIN SELECT RAISE(ABORT, 'Imports of the calendar are append-only.'); END;
        """;

    internal const string Feeds = """
        CREATE TABLE feeds (
            feed_id TEXT NOT NULL PRIMARY KEY,
            token_hash TEXT NOT NULL,
            unit_id TEXT,
            label TEXT NOT NULL,
            created_by TEXT NOT NULL,
            created_at TEXT NOT NULL,
            revoked_by TEXT,
            revoked_at TEXT,
            CHECK ((revoked_by IS NULL) = (revoked_at IS NULL))
        ) STRICT, WITHOUT ROWID;
        """;

    internal const string Assessments = """
        CREATE TABLE assessments (
            unit_id TEXT NOT NULL,
            revision INTEGER NOT NULL CHECK (revision > 0),
            year INTEGER NOT NULL,
            result TEXT NOT NULL,
            data TEXT NOT NULL,
            PRIMARY KEY (unit_id, revision)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX assessments_failed ON assessments (unit_id) WHERE result = 'failed';
        CREATE TRIGGER assessments_are_never_changed BEFORE UPDATE ON assessments
        BEGIN SELECT RAISE(ABORT, 'Assessments are append-only.'); END;
        CREATE TRIGGER assessments_are_never_deleted BEFORE DELETE ON assessments
        BEGIN SELECT RAISE(ABORT, 'Assessments are append-only.'); END;
        """;

    /// <summary>Creates the table of the yearly books, and gives officials a responsibility.</summary>
    internal const string YearlyRecords = """
        CREATE TABLE yearly_entries (
            book TEXT NOT NULL,
            subject TEXT NOT NULL,
            revision INTEGER NOT NULL CHECK (revision > 0),
            item TEXT NOT NULL,
            data TEXT NOT NULL,
            PRIMARY KEY (book, subject, revision)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX yearly_entries_by_item ON yearly_entries (book, item, subject, revision);
        CREATE TRIGGER yearly_entries_are_never_changed BEFORE UPDATE ON yearly_entries
        BEGIN SELECT RAISE(ABORT, 'The yearly books are append-only.'); END;
        CREATE TRIGGER yearly_entries_are_never_deleted BEFORE DELETE ON yearly_entries
        BEGIN SELECT RAISE(ABORT, 'The yearly books are append-only.'); END;
        ALTER TABLE officials ADD COLUMN responsibility TEXT;
        """;

    /// <summary>Lets a mail belong to a year instead of an entry of a case.</summary>
    internal const string YearFiles = """
        CREATE TABLE notices_again (
            position INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            case_id TEXT NOT NULL,
            sequence INTEGER,
            template TEXT NOT NULL,
            recipient_name TEXT NOT NULL,
            recipient_address TEXT NOT NULL,
            subject TEXT NOT NULL,
            body TEXT NOT NULL,
            created_at TEXT NOT NULL,
            status TEXT NOT NULL,
            status_at TEXT NOT NULL,
            detail TEXT,
            recipient_language TEXT NOT NULL DEFAULT 'zh-CN',
            message_id TEXT,
            resend_of TEXT,
            requested_by TEXT,
            request_key TEXT,
            FOREIGN KEY (case_id, sequence) REFERENCES events (case_id, sequence),
            CHECK ((sequence IS NULL) = (case_id GLOB 'cycle-[0-9][0-9][0-9][0-9]'))
        ) STRICT;
        INSERT INTO notices_again (
            position, id, case_id, sequence, template, recipient_name, recipient_address, subject, body, created_at, status, status_at, detail,
            recipient_language, message_id, resend_of, requested_by, request_key)
        SELECT position, id, case_id, sequence, template, recipient_name, recipient_address, subject, body, created_at, status, status_at, detail,
            recipient_language, message_id, resend_of, requested_by, request_key
        FROM notices;
        DROP TABLE notices;
        ALTER TABLE notices_again RENAME TO notices;
        CREATE INDEX notices_by_case ON notices (case_id, sequence, position);
        CREATE INDEX notices_by_status ON notices (status, created_at, position);
        CREATE INDEX notices_by_time ON notices (created_at, position);
        CREATE INDEX notices_unsent ON notices (case_id) WHERE status IN ('pending', 'sending');
        CREATE INDEX notices_by_message ON notices (message_id) WHERE message_id IS NOT NULL;
        CREATE UNIQUE INDEX notices_by_resend ON notices (resend_of) WHERE resend_of IS NOT NULL;
        """;

    /// <summary>
    /// Gives an official several posts: moves the present post, and the earlier ones from the yearly book, to a table of posts.
    /// </summary>
    /// <remarks>
    /// The present post may have been corrected to begin earlier than an earlier post ended: the earlier post then ends the day before.
    /// </remarks>
    internal const string Posts = """
        CREATE TABLE posts (
            official_id TEXT NOT NULL,
            unit_id TEXT NOT NULL,
            post TEXT NOT NULL,
            role TEXT NOT NULL,
            first_day TEXT NOT NULL,
            last_day TEXT,
            responsibility TEXT,
            main INTEGER NOT NULL,
            PRIMARY KEY (official_id, first_day, unit_id, post)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX posts_by_unit ON posts (unit_id, official_id);
        INSERT INTO posts SELECT official_id, unit_id, post, role, first_day, last_day, responsibility, 1 FROM officials;
        INSERT OR IGNORE INTO posts
        SELECT
            substr(subject, 10), json_extract(data, '$.content.unitId'), json_extract(data, '$.content.title'), json_extract(data, '$.content.role'),
            json_extract(data, '$.content.from'), json_extract(data, '$.content.to'), json_extract(data, '$.content.responsibility'), 0
        FROM yearly_entries WHERE book = 'posts' AND substr(subject, 10) IN (SELECT official_id FROM officials);
        UPDATE posts SET last_day = date(present.first_day, '-1 day')
        FROM officials AS present
        WHERE present.official_id = posts.official_id AND posts.main = 0
            AND posts.first_day < present.first_day AND coalesce(posts.last_day, '9999') >= present.first_day;
        DROP INDEX officials_by_unit;
        ALTER TABLE officials DROP COLUMN unit_id;
        ALTER TABLE officials DROP COLUMN post;
        ALTER TABLE officials DROP COLUMN role;
        ALTER TABLE officials DROP COLUMN first_day;
        ALTER TABLE officials DROP COLUMN last_day;
        ALTER TABLE officials DROP COLUMN responsibility;
        CREATE INDEX officials_by_name ON officials (name);
        """;

    internal const string Access = """
        CREATE TABLE access_rows (
            kind TEXT NOT NULL,
            key TEXT NOT NULL,
            value TEXT NOT NULL,
            ends_at TEXT,
            PRIMARY KEY (kind, key)
        ) STRICT, WITHOUT ROWID;
        """;

    /// <summary>Lets a person record that a recipient was told by other means.</summary>
    internal const string Told = """
        ALTER TABLE notices ADD COLUMN told_by TEXT;
        ALTER TABLE notices ADD COLUMN told_note TEXT;
        """;

    /// <summary>
    /// Keeps the head of the ledger (count and running hash of its entries), and counts by which a lost index row is noticed. The rows that
    /// an earlier program has written are counted as they are.
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

    /// <summary>Keeps the day on which a unit came into the register.</summary>
    internal const string Registration = "ALTER TABLE units ADD COLUMN registered_on TEXT;";
}
