namespace Rectify.Durable.Sqlite.Storage;

/// <summary>The tables.</summary>
/// <remarks>
/// Instants are UTC ticks. An inbox row without a due time can be delivered at once; a timer is a row with a due time. A short input is
/// stored in its instance's row, so that waking the instance reads one page less; a long one is stored in a table of its own, because each
/// turn rewrites the instance's row. Each turn in the history names the turn before, and an instance names its last turn. That is a number
/// which replaces another, so that the instance's row keeps its length and its page need not be split. There are few rows that can be
/// delivered at once, so that they have a small index of their own; timers have another.
/// </remarks>
internal static class Schema
{
    /// <summary>The number of this schema. A file of an older one is set aside.</summary>
    public const int Version = 5;

    public const string Script = """
        CREATE TABLE sequence (next INTEGER NOT NULL);
        INSERT INTO sequence VALUES (1);

        CREATE TABLE instances (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            execution INTEGER NOT NULL,
            last INTEGER,
            name TEXT NOT NULL,
            version TEXT NOT NULL,
            status INTEGER NOT NULL,
            created INTEGER NOT NULL,
            updated INTEGER NOT NULL,
            parent_id TEXT,
            parent_name TEXT,
            parent_execution INTEGER,
            parent_task INTEGER,
            tags TEXT,
            custom_status TEXT,
            output TEXT,
            failure TEXT,
            stalled TEXT,
            input TEXT);
        CREATE INDEX instances_parent ON instances (parent_id) WHERE parent_id IS NOT NULL;
        CREATE INDEX instances_stalled ON instances (number) WHERE stalled IS NOT NULL;

        CREATE TABLE inputs (
            execution INTEGER PRIMARY KEY,
            input TEXT NOT NULL);

        CREATE TABLE history (
            sequence INTEGER PRIMARY KEY,
            execution INTEGER NOT NULL,
            turn INTEGER NOT NULL,
            previous INTEGER,
            data BLOB NOT NULL);

        CREATE TABLE inbox (
            sequence INTEGER PRIMARY KEY,
            number INTEGER NOT NULL,
            execution INTEGER,
            due INTEGER,
            kind INTEGER NOT NULL,
            task INTEGER NOT NULL,
            name TEXT,
            payload TEXT);
        CREATE INDEX inbox_immediate ON inbox (number) WHERE due IS NULL;
        CREATE INDEX inbox_timers ON inbox (number) WHERE due IS NOT NULL;
        CREATE INDEX inbox_due ON inbox (due, sequence) WHERE due IS NOT NULL;

        CREATE TABLE activities (
            sequence INTEGER PRIMARY KEY,
            instance TEXT NOT NULL,
            execution INTEGER NOT NULL,
            task INTEGER NOT NULL,
            name TEXT NOT NULL,
            input TEXT,
            version TEXT);
        """;
}
