namespace Rectify.Durable.Sqlite.Storage;

/// <summary>The tables.</summary>
/// <remarks>
/// Instants are UTC ticks. An inbox row without a due time is deliverable at once; a timer is a row with one.
/// <para>A short input stands in its instance's row, so that whoever wakes the instance reads one page less; a long one has a
/// table of its own, because a turn rewrites the instance's row.</para>
/// <para>Turns are written one after the other and each names the one before; an instance names its last, a number in place of
/// another, so that its row keeps its length and its full page need not be split. What is deliverable at once is little, so
/// that its index of its own is small; numbers rise, so that the timers of new instances are together.</para>
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
