using System.Diagnostics.CodeAnalysis;

namespace Rectify.Embedded.Engine.Storage;

internal sealed partial class StoreWriter
{
    private const string MessageColumns = "sequence, number, execution, kind, task, name, payload";
    private const string Messages = "SELECT sequence, id, inbox.execution, kind, task, inbox.name, payload, due FROM inbox";
    private const string WithIds = "CROSS JOIN instances USING (number)";

    // One index each for the rows with and without a due time.
    private const string OfInstance = """
        sequence IN (SELECT sequence FROM inbox WHERE number = ?1 AND due IS NULL
            UNION ALL SELECT sequence FROM inbox WHERE number = ?1 AND due IS NOT NULL)
        """;


    private readonly Statement begin;
    private readonly Statement commit;
    private readonly Statement rollback;
    private Statement readSequence, writeSequence, nextDue, dueRows, immediateRows, instanceRows, allActivities;
    private Statement insertInstance, insertInput, findInstance, advance, startOver, endInstance, setStatus, setStalled;
    private Statement insertMessage, insertForActive, deleteMessage, deleteTimer, deleteInbox;
    private Statement appendHistory, deleteHistory, deleteInput, deleteInstance;
    private Statement insertActivity, deleteActivity, children, filtered;

    [MemberNotNull(nameof(readSequence), nameof(writeSequence), nameof(nextDue), nameof(dueRows), nameof(immediateRows))]
    [MemberNotNull(nameof(instanceRows), nameof(allActivities), nameof(insertInstance), nameof(insertInput), nameof(findInstance))]
    [MemberNotNull(nameof(advance), nameof(startOver), nameof(endInstance), nameof(setStatus), nameof(setStalled))]
    [MemberNotNull(nameof(insertMessage), nameof(insertForActive), nameof(deleteMessage), nameof(deleteTimer), nameof(deleteInbox))]
    [MemberNotNull(nameof(appendHistory), nameof(deleteHistory), nameof(deleteInput), nameof(deleteInstance))]
    [MemberNotNull(nameof(insertActivity), nameof(deleteActivity), nameof(children), nameof(filtered))]
    private void PrepareStatements()
    {
        readSequence = Prepare("SELECT next FROM sequence");
        writeSequence = Prepare("UPDATE sequence SET next = ?1");
        nextDue = Prepare("SELECT due FROM inbox WHERE due > ?1 ORDER BY due, sequence LIMIT 1");
        dueRows = Prepare($"{Messages} {WithIds} WHERE due > ?1 AND due <= ?2 ORDER BY due, sequence");
        immediateRows = Prepare($"{Messages} INDEXED BY inbox_immediate {WithIds} WHERE due IS NULL ORDER BY sequence");
        instanceRows = Prepare($"""
            {Messages} {WithIds} WHERE {OfInstance} AND (due IS NULL OR due <= ?2) ORDER BY coalesce(due, 0), sequence
            """);
        allActivities = Prepare("SELECT sequence, instance, execution, task, name, input FROM activities ORDER BY sequence");

        insertInstance = Prepare("""
            INSERT INTO instances (number, id, execution, name, version, status, created, updated,
                parent_id, parent_name, parent_execution, parent_task, tags)
            VALUES (?1, ?2, ?3, ?4, ?5, 6, ?6, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT (id) DO NOTHING
            """);
        insertInput = Prepare("INSERT INTO inputs VALUES (?1, ?2)");
        findInstance = Prepare($"SELECT {InstanceRow.Columns} FROM instances WHERE id = ?1");
        advance = Prepare($"""
            UPDATE instances SET last = ?6, updated = ?4, custom_status = ?5, stalled = NULL,
                status = CASE status WHEN 7 THEN 7 ELSE 0 END
            WHERE number = ?1 AND execution = ?2 AND last IS ?3 AND {Active}
            """);
        startOver = Prepare($"""
            UPDATE instances SET last = NULL, updated = ?4, custom_status = NULL, stalled = NULL, execution = ?5, version = ?6,
                status = CASE status WHEN 7 THEN 7 ELSE 0 END
            WHERE number = ?1 AND execution = ?2 AND last IS ?3 AND {Active}
            """);
        endInstance = Prepare($"""
            UPDATE instances SET last = ?6, updated = ?4, custom_status = ?5, stalled = NULL, status = ?7, output = ?8, failure = ?9
            WHERE number = ?1 AND execution = ?2 AND last IS ?3 AND {Active}
            """);
        setStatus = Prepare("UPDATE instances SET status = ?2, updated = ?3, output = ?4 WHERE number = ?1");
        setStalled = Prepare($"UPDATE instances SET stalled = ?4 WHERE number = ?1 AND execution = ?2 AND last IS ?3 AND {Active}");

        insertMessage = Prepare($"INSERT INTO inbox ({MessageColumns}, due) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
        insertForActive = Prepare($"""
            INSERT INTO inbox ({MessageColumns})
            SELECT ?1, number, ?3, ?4, ?5, ?6, ?7 FROM instances WHERE id = ?2 AND (?3 IS NULL OR execution = ?3) AND {Active}
            """);
        deleteMessage = Prepare("DELETE FROM inbox WHERE sequence = ?1");
        deleteTimer = Prepare($"DELETE FROM inbox WHERE {OfInstance} AND execution = ?2 AND kind = 4 AND task = ?3 RETURNING sequence");
        deleteInbox = Prepare($"DELETE FROM inbox WHERE {OfInstance}");

        appendHistory = Prepare("INSERT INTO history (sequence, execution, turn, previous, data) VALUES (?1, ?2, ?3, ?4, ?5)");
        deleteHistory = Prepare("""
            WITH RECURSIVE chain (sequence) AS (
                VALUES (?1) UNION ALL SELECT previous FROM history JOIN chain USING (sequence) WHERE previous < sequence)
            DELETE FROM history WHERE sequence IN chain
            """);
        deleteInput = Prepare("DELETE FROM inputs WHERE execution = ?1");
        deleteInstance = Prepare("DELETE FROM instances WHERE number = ?1");

        insertActivity = Prepare("INSERT INTO activities (sequence, instance, execution, task, name, input) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        deleteActivity = Prepare("DELETE FROM activities WHERE sequence = ?1");
        children = Prepare("SELECT id FROM instances WHERE parent_id = ?1 ORDER BY number");
        filtered = Prepare("SELECT id, status FROM instances WHERE created >= ?1 AND created <= ?2 AND status IN (1, 3, 5) ORDER BY number");
    }
}
