namespace Rectify.Durable.Sqlite.Storage;

internal sealed partial class StoreWriter
{
    private const string Messages = "SELECT sequence, id, inbox.execution, kind, task, inbox.name, payload, due, number FROM inbox";
    private const string WithIds = "CROSS JOIN instances USING (number)";

    // Rows with and without a due time have an index each. SQLite uses both only when the condition names the two cases.
    private const string OfInstance = "(number = ?1 AND due IS NULL OR number = ?1 AND due IS NOT NULL)";

    private readonly Statement begin = new(connection, "BEGIN IMMEDIATE");
    private readonly Statement commit = new(connection, "COMMIT");
    private readonly Statement rollback = new(connection, "ROLLBACK");

    private readonly Statement readSequence = new(connection, "SELECT next FROM sequence");
    private readonly Statement writeSequence = new(connection, "UPDATE sequence SET next = ?1");
    private readonly Statement nextDue = new(connection, "SELECT due FROM inbox WHERE due > ?1 ORDER BY due, sequence LIMIT 1");
    private readonly Statement dueRows = new(connection, $"{Messages} {WithIds} WHERE due > ?1 AND due <= ?2 ORDER BY due, sequence");
    private readonly Statement immediateRows = new(connection,
        $"{Messages} INDEXED BY inbox_immediate {WithIds} WHERE due IS NULL ORDER BY sequence");
    private readonly Statement instanceRows = new(connection, $"""
        {Messages} {WithIds} WHERE {OfInstance} AND (due IS NULL OR due <= ?2) ORDER BY coalesce(due, 0), sequence
        """);
    private readonly Statement allActivities = new(connection,
        "SELECT sequence, instance, execution, task, name, input, version FROM activities ORDER BY sequence");

    private readonly Statement insertInstance = new(connection, """
        INSERT INTO instances (number, id, execution, name, version, status, created, updated,
            parent_id, parent_name, parent_execution, parent_task, tags, input)
        VALUES (?1, ?2, ?3, ?4, ?5, 6, ?6, ?6, ?7, ?8, ?9, ?10, ?11, ?12) ON CONFLICT (id) DO NOTHING
        """);
    private readonly Statement insertInput = new(connection, "INSERT INTO inputs VALUES (?1, ?2)");
    private readonly Statement findInstance = new(connection, $"SELECT {InstanceRow.Columns} FROM instances WHERE id = ?1");
    private readonly Statement findInput = new(connection, $"SELECT {InstanceRow.Input} FROM instances WHERE number = ?1");
    private readonly Statement findActive = new(connection,
        $"SELECT number FROM instances WHERE id = ?1 AND (?2 IS NULL OR execution = ?2) AND {Active}");
    private readonly Statement advance = new(connection, $"""
        UPDATE instances SET last = ?6, updated = ?4, custom_status = ?5, stalled = NULL,
            status = CASE status WHEN 7 THEN 7 ELSE 0 END
        WHERE number = ?1 AND execution = ?2 AND last IS ?3 AND {Active}
        """);
    private readonly Statement startOver = new(connection, $"""
        UPDATE instances SET last = NULL, updated = ?4, custom_status = NULL, stalled = NULL, execution = ?5, version = ?6, input = ?7,
            status = CASE status WHEN 7 THEN 7 ELSE 0 END
        WHERE number = ?1 AND execution = ?2 AND last IS ?3 AND {Active}
        """);
    private readonly Statement endInstance = new(connection, $"""
        UPDATE instances SET last = ?6, updated = ?4, custom_status = ?5, stalled = NULL, status = ?7, output = ?8, failure = ?9
        WHERE number = ?1 AND execution = ?2 AND last IS ?3 AND {Active}
        """);
    private readonly Statement setStatus = new(connection, "UPDATE instances SET status = ?2, updated = ?3, output = ?4 WHERE number = ?1");
    private readonly Statement setStalled = new(connection,
        $"UPDATE instances SET stalled = ?4 WHERE number = ?1 AND execution = ?2 AND last IS ?3 AND {Active}");

    private readonly Statement insertMessage = new(connection, """
        INSERT INTO inbox (sequence, number, execution, kind, task, name, payload, due) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """);
    private readonly Statement deleteMessage = new(connection, "DELETE FROM inbox WHERE sequence = ?1");
    private readonly Statement timer = new(connection,
        $"SELECT sequence FROM inbox WHERE {OfInstance} AND execution = ?2 AND kind = 4 AND task = ?3");
    private readonly Statement deleteInbox = new(connection, $"DELETE FROM inbox WHERE {OfInstance}");

    private readonly Statement appendHistory = new(connection,
        "INSERT INTO history (sequence, execution, turn, previous, data) VALUES (?1, ?2, ?3, ?4, ?5)");
    private readonly Statement deleteHistory = new(connection, """
        WITH RECURSIVE chain (sequence) AS (
            VALUES (?1) UNION ALL SELECT previous FROM history JOIN chain USING (sequence) WHERE previous < sequence)
        DELETE FROM history WHERE sequence IN chain
        """);
    private readonly Statement deleteInput = new(connection, "DELETE FROM inputs WHERE execution = ?1");
    private readonly Statement deleteInstance = new(connection, "DELETE FROM instances WHERE number = ?1");

    private readonly Statement insertActivity = new(connection,
        "INSERT INTO activities (sequence, instance, execution, task, name, input, version) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    private readonly Statement deleteActivity = new(connection, "DELETE FROM activities WHERE sequence = ?1");
    private readonly Statement children = new(connection, "SELECT id FROM instances WHERE parent_id = ?1 ORDER BY number");
    private readonly Statement filtered = new(connection,
        "SELECT id, status FROM instances WHERE created >= ?1 AND created <= ?2 AND status IN (1, 3, 5) ORDER BY number");
}
