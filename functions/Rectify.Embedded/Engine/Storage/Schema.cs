namespace Rectify.Embedded.Engine.Storage;

/// <summary>The tables, by version. A new version adds a script; old scripts never change.</summary>
/// <remarks>
/// Instants are UTC ticks. An inbox row without a due time is deliverable at once; a timer is a row with one.
/// Long inputs have a table of their own, because a turn rewrites the instance's row.
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

        // With the turns of an execution side by side, the next turn of each instance that had slept went onto a page of its own,
        // which was full. Now turns are written one after the other and each names the one before; an instance names its last,
        // a number in place of another, so that its row keeps its length and its full page need not be split.
        """
        CREATE TABLE chained_history (
            sequence INTEGER PRIMARY KEY,
            execution INTEGER NOT NULL,
            turn INTEGER NOT NULL,
            previous INTEGER,
            data BLOB NOT NULL);
        INSERT INTO chained_history
            SELECT next + position, execution, turn, CASE WHEN turn > 0 THEN next + position - 1 END, data FROM sequence,
                (SELECT row_number() OVER (ORDER BY execution, turn) - 1 AS position, execution, turn, data FROM history);
        UPDATE sequence SET next = next + (SELECT count(*) FROM history);
        DROP TABLE history;
        ALTER TABLE chained_history RENAME TO history;

        CREATE TABLE chained_instances (
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
            stalled TEXT);
        INSERT INTO chained_instances
            SELECT number, id, execution, newest, name, version, status, created, updated,
                parent_id, parent_name, parent_execution, parent_task, tags, custom_status, output, failure, stalled
            FROM instances LEFT JOIN (SELECT execution, max(sequence) AS newest FROM history GROUP BY execution) USING (execution)
            ORDER BY number;
        DROP TABLE instances;
        ALTER TABLE chained_instances RENAME TO instances;
        CREATE INDEX instances_parent ON instances (parent_id) WHERE parent_id IS NOT NULL;
        CREATE INDEX instances_stalled ON instances (number) WHERE stalled IS NOT NULL;
        """,

        // A short input stands in the instance's row: whoever wakes it reads one page less.
        """
        ALTER TABLE instances ADD COLUMN input TEXT;
        """,
    ];
}
