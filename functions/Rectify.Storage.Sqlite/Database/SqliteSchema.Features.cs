namespace Rectify.Storage.Sqlite.Database;

// The steps that came with a feature each.
internal static partial class SqliteSchema
{
    /// <summary>Makes the table.</summary>
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

    /// <summary>Lets a unit name the one that took its place.</summary>
    internal const string Succession = """
        ALTER TABLE units ADD COLUMN successor_unit_id TEXT;
        CREATE INDEX units_succeeded ON units (unit_id) WHERE successor_unit_id IS NOT NULL;
        """;

    /// <summary>Makes the table.</summary>
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

    /// <summary>Makes the table.</summary>
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

    /// <summary>Makes the table.</summary>
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

    /// <summary>Makes the table, and lets an official be a responsible person.</summary>
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

    /// <summary>Has a mail belong to a year and to no entry of a case.</summary>
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
            position, id, case_id, sequence, template, recipient_name, recipient_address, subject, body, created_at,
            status, status_at, detail, recipient_language, message_id, resend_of, requested_by, request_key)
        SELECT position, id, case_id, sequence, template, recipient_name, recipient_address, subject, body, created_at,
            status, status_at, detail, recipient_language, message_id, resend_of, requested_by, request_key
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

    /// <summary>Makes the posts of an official a list, with those that the yearly book kept.</summary>
    /// <remarks>
    /// Of the posts that were kept the present one may have been corrected to begin earlier: they end before it, as they did then.
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
            substr(subject, 10), json_extract(data, '$.content.unitId'), json_extract(data, '$.content.title'),
            json_extract(data, '$.content.role'), json_extract(data, '$.content.from'), json_extract(data, '$.content.to'),
            json_extract(data, '$.content.responsibility'), 0
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

    /// <summary>Makes the table.</summary>
    internal const string Access = """
        CREATE TABLE access_rows (
            kind TEXT NOT NULL,
            key TEXT NOT NULL,
            value TEXT NOT NULL,
            ends_at TEXT,
            PRIMARY KEY (kind, key)
        ) STRICT, WITHOUT ROWID;
        """;

    /// <summary>Has a person settle a mail.</summary>
    internal const string Told = """
        ALTER TABLE notices ADD COLUMN told_by TEXT;
        ALTER TABLE notices ADD COLUMN told_note TEXT;
        """;

    /// <summary>Keeps the day on which a unit came into the register.</summary>
    internal const string Registration = "ALTER TABLE units ADD COLUMN registered_on TEXT;";

    /// <summary>Makes the table.</summary>
    internal const string SharedState = """
        CREATE TABLE shared_state (
            name TEXT NOT NULL PRIMARY KEY,
            text TEXT NOT NULL,
            version INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """;

    /// <summary>
    /// Keeps for what each case waits, which rows of earlier programs do not tell until the next entry of their case, and when it changed.
    /// </summary>
    internal const string Awaited = """
        ALTER TABLE cases ADD COLUMN awaits TEXT;
        ALTER TABLE cases ADD COLUMN awaits_since TEXT;
        ALTER TABLE cases ADD COLUMN changed_at TEXT;
        UPDATE cases SET changed_at = (
            SELECT at FROM events WHERE events.case_id = cases.case_id AND events.sequence = cases.version);
        CREATE INDEX cases_by_change ON cases (changed_at);
        """;

    /// <summary>Makes the table of what the office did with rulebooks.</summary>
    internal const string Rulebooks = """
        CREATE TABLE rulebook_entries (
            revision INTEGER PRIMARY KEY CHECK (revision > 0),
            rulebook_id TEXT NOT NULL,
            data TEXT NOT NULL
        ) STRICT;
        CREATE TRIGGER rulebook_entries_are_never_changed BEFORE UPDATE ON rulebook_entries
        BEGIN SELECT RAISE(ABORT, 'The entries about rulebooks are append-only.'); END;
        CREATE TRIGGER rulebook_entries_are_never_deleted BEFORE DELETE ON rulebook_entries
        BEGIN SELECT RAISE(ABORT, 'The entries about rulebooks are append-only.'); END;
        """;

    /// <summary>Makes the table of the journals.</summary>
    internal const string Journals = """
        CREATE TABLE journal_entries (
            journal TEXT NOT NULL,
            place INTEGER NOT NULL CHECK (place > 0),
            key TEXT NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (journal, place)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER journal_entries_are_never_changed BEFORE UPDATE ON journal_entries
        BEGIN SELECT RAISE(ABORT, 'The journals are append-only.'); END;
        CREATE TRIGGER journal_entries_are_never_deleted BEFORE DELETE ON journal_entries
        BEGIN SELECT RAISE(ABORT, 'The journals are append-only.'); END;
        """;
}
