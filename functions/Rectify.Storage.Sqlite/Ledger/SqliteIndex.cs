using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Rectify.Domain.Identity;
using Rectify.Domain.Terms;
using Rectify.Office.Ledger;
using Rectify.Storage.Sqlite.Database;

namespace Rectify.Storage.Sqlite.Ledger;

/// <summary>The indexes of a SQLite file, for the check that compares them with the cases.</summary>
public sealed class SqliteIndex(SqliteDatabase database, LedgerGuard guard) : ILedgerIndex
{
    public async IAsyncEnumerable<IndexedCase> ReadAsync(CaseId? only, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var ids = await database.QueryAsync(
            """
            SELECT case_id FROM (
                SELECT case_id, min(rowid) AS place FROM events GROUP BY case_id
                UNION ALL SELECT case_id, 9223372036854775807 FROM case_heads
                UNION ALL SELECT case_id, 9223372036854775807 FROM cases
                UNION ALL SELECT case_id, 9223372036854775807 FROM subjects
                UNION ALL SELECT case_id, 9223372036854775807 FROM document_numbers
                UNION ALL SELECT case_id, 9223372036854775807 FROM barred)
            WHERE $only IS NULL OR case_id = $only GROUP BY case_id ORDER BY min(place)
            """,
            row => new CaseId(row.GetString(0)), cancellation, ("$only", only?.Value));
        foreach (var caseId in ids) yield return await database.ReadAsync(connection => Read(connection, caseId), cancellation);
    }

    public Task<bool> MendAsync(CaseId caseId, CaseIndexRows rows, CancellationToken cancellation) => database.WriteAsync(
        connection =>
        {
            var entry = rows.Entry!;
            const string version = "SELECT coalesce(max(sequence), 0) FROM events WHERE case_id = $case";
            if (connection.Number(version, ("$case", caseId.Value)) != entry.Version) return false;

            // The case keeps its place in the order of opening; when that was lost, its old place is worked out.
            var opened =
                connection.Query("SELECT opened FROM cases WHERE case_id = $case", row => (long?)row.GetInt64(0), ("$case", caseId.Value))
                    .SingleOrDefault()
                ?? PlaceOf(connection, caseId);
            connection.Execute("PRAGMA defer_foreign_keys = ON");
            connection.Execute("DELETE FROM barred WHERE case_id = $case", ("$case", caseId.Value));
            connection.Execute("DELETE FROM cases WHERE case_id = $case", ("$case", caseId.Value));
            SqliteAppend.Index(connection, opened, entry);
            SqliteAppend.Bar(connection, entry);
            foreach (var subject in rows.Subjects) Concern(connection, caseId, subject);
            foreach (var number in rows.Numbers) SqliteAppend.Number(connection, caseId, DocumentNumber.Parse(number));
            connection.Execute("UPDATE ledger_head SET mended = mended + 1");
            return true;
        },
        cancellation);

    public Task<LedgerAccount> AccountAsync(CancellationToken cancellation) => database.ReadAsync(
        connection =>
        {
            guard.Report(SqliteHead.GapOf(connection, null));
            return new LedgerAccount(
                guard.Gap?.Told.ToString(), (int)connection.Number("SELECT coalesce(max(mended), 0) FROM ledger_head"),
                SqliteAcceptances.All(connection));
        },
        cancellation);

    private static IndexedCase Read(SqliteConnection connection, CaseId caseId)
    {
        // One snapshot, since an append in between would look like a difference.
        using var snapshot = connection.BeginTransaction(deferred: true);
        var entry = connection.Query(
            $"SELECT {SqliteCaseFilter.Columns} FROM cases WHERE case_id = $case",
            SqliteCaseFilter.Entry,
            ("$case", caseId.Value)).SingleOrDefault();
        var rows = new CaseIndexRows(
            entry,
            connection.Query(
                "SELECT subject FROM subjects WHERE case_id = $case",
                row => row.GetString(0),
                ("$case", caseId.Value)).ToHashSet(StringComparer.Ordinal),
            connection.Query(
                "SELECT text FROM document_numbers WHERE case_id = $case",
                row => NumberSpelling.Fold(row.GetString(0)),
                ("$case", caseId.Value)).ToHashSet(StringComparer.Ordinal),
            connection.Query(
                "SELECT subject, from_day, to_day FROM barred WHERE case_id = $case",
                row => new SubjectBar(Subject.Parse(row.GetString(0))!, new DayInterval(row.Date(1), row.Date(2))),
                ("$case", caseId.Value)).ToHashSet());
        return new IndexedCase(caseId, new CaseStream(SqliteLedger.Stream(connection, caseId), SqliteLedger.Reached(connection, caseId)),
            rows);
    }

    // Restores the row of a subject. The trigger counts every insert, so that the count is set back: it included this row already.
    private static void Concern(SqliteConnection connection, CaseId caseId, string subject)
    {
        var before = connection.Number("SELECT coalesce(max(cases), 0) FROM subject_heads WHERE subject = $subject", ("$subject", subject));
        SqliteAppend.Concerns(connection, caseId, subject);
        connection.Execute(
            "UPDATE subject_heads SET cases = max($before, (SELECT count(*) FROM subjects WHERE subject = $subject)) "
            + "WHERE subject = $subject",
            ("$subject", subject), ("$before", before));
    }

    private static long? PlaceOf(SqliteConnection connection, CaseId caseId)
    {
        var place = connection.Number(
            """
            SELECT coalesce(max(cases.opened), 0) + 1 FROM cases
            WHERE (SELECT min(rowid) FROM events WHERE events.case_id = cases.case_id)
                < (SELECT min(rowid) FROM events WHERE case_id = $case)
            """,
            ("$case", caseId.Value));
        return connection.Number("SELECT count(*) FROM cases WHERE opened = $place", ("$place", place)) == 0 ? place : null;
    }
}
