namespace Rectify.Embedded.Engine.Storage;

/// <summary>The tables, by version. A new version adds a script; old scripts never change.</summary>
/// <remarks>
/// Instants are UTC ticks. An inbox row without a due time is deliverable at once; a timer is a row with one.
/// Inputs have a table of their own, because a turn rewrites the instance's row and an input may be large.
/// </remarks>
internal static class Schema
{
    public static readonly IReadOnlyList<string> Scripts =
    [
        """
        CREATE TABLE sequence (next INTEGER NOT NULL);
        INSERT INTO sequence VALUES (1);

        CREATE TABLE instances (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            execution INTEGER NOT NULL,
            turn INTEGER NOT NULL,
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
            stalled TEXT);
        CREATE INDEX instances_parent ON instances (parent_id) WHERE parent_id IS NOT NULL;
        CREATE INDEX instances_stalled ON instances (number) WHERE stalled IS NOT NULL;

        CREATE TABLE inputs (
            execution INTEGER PRIMARY KEY,
            input TEXT NOT NULL);

        CREATE TABLE history (
            execution INTEGER NOT NULL,
            turn INTEGER NOT NULL,
            data BLOB NOT NULL,
            PRIMARY KEY (execution, turn)) WITHOUT ROWID;

        CREATE TABLE inbox (
            sequence INTEGER PRIMARY KEY,
            instance TEXT NOT NULL,
            execution INTEGER,
            due INTEGER,
            kind INTEGER NOT NULL,
            task INTEGER NOT NULL,
            name TEXT,
            payload TEXT);
        CREATE INDEX inbox_instance ON inbox (instance);
        CREATE INDEX inbox_due ON inbox (due, sequence) WHERE due IS NOT NULL;

        CREATE TABLE activities (
            sequence INTEGER PRIMARY KEY,
            instance TEXT NOT NULL,
            execution INTEGER NOT NULL,
            task INTEGER NOT NULL,
            name TEXT NOT NULL,
            input TEXT);
        """,

        // One index over the ids of all rows put the messages of busy instances onto pages far from each other, and every
        // commit wrote each of those again. What is deliverable at once is little: its own index is small. Numbers rise, so
        // the timers of new instances are together.
        """
        CREATE TABLE numbered_inbox (
            sequence INTEGER PRIMARY KEY,
            number INTEGER NOT NULL,
            execution INTEGER,
            due INTEGER,
            kind INTEGER NOT NULL,
            task INTEGER NOT NULL,
            name TEXT,
            payload TEXT);
        INSERT INTO numbered_inbox
            SELECT sequence, number, inbox.execution, due, kind, task, inbox.name, payload
            FROM inbox CROSS JOIN instances ON id = instance ORDER BY sequence;
        DROP TABLE inbox;
        ALTER TABLE numbered_inbox RENAME TO inbox;
        CREATE INDEX inbox_immediate ON inbox (number) WHERE due IS NULL;
        CREATE INDEX inbox_timers ON inbox (number) WHERE due IS NOT NULL;
        CREATE INDEX inbox_due ON inbox (due, sequence) WHERE due IS NOT NULL;
        """,
    ];
}
