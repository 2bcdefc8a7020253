using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;

namespace Rectify.Functions.Ledger;

/// <summary>The ledger in a SQLite file.</summary>
internal sealed class SqliteLedger(SqliteDatabase database) : ILedger
{
    private const string List = "cases";

    public Task<IReadOnlyList<StoredEvent>> LoadAsync(CaseId caseId, CancellationToken cancellation) =>
        database.ReadAsync(connection => Stream(connection, caseId), cancellation);

    public async Task<AppendOutcome> AppendAsync(LedgerAppend append, CancellationToken cancellation)
    {
        AppendRules.Validate(append);
        return await database.WriteAsync(connection => new SqliteAppend(connection, append).Run(), cancellation);
    }

    public async Task<Slice<CaseEntry>> ListAsync(CaseFilter filter, int top, string? continuation, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        var after = SqliteContinuation.Number(List, continuation);
        string[] conditions =
        [
            "opened > $after",
            .. filter.Status is null ? (string[])[] : ["(status = $status OR next_due_at <= $now)"],
            .. filter.UnitId is null ? (string[])[] : ["unit_id = $unit"],
            .. filter.DueBefore is null ? (string[])[] : ["due_on < $before"],
        ];
        var rows = await database.ReadAsync(
            connection => connection.Query(
                $"""
                SELECT opened, case_id, unit_id, version, status, due_on, next_due_at FROM cases
                WHERE {string.Join(" AND ", conditions)}
                ORDER BY opened LIMIT $limit
                """,
                row => (Opened: row.GetInt64(0), Entry: Entry(row)),
                ("$after", after), ("$limit", top + 1L), ("$now", filter.Now), ("$unit", filter.UnitId?.Value),
                ("$status", filter.Status is { } status ? SqliteText.Of(status) : null), ("$before", filter.DueBefore)),
            cancellation);
        var slice = SqliteContinuation.Slice(List, rows, top, row => row.Opened.ToString(CultureInfo.InvariantCulture));
        return new([.. slice.Items.Select(row => row.Entry)], slice.Continuation);
    }

    public Task<IReadOnlyList<CaseId>> CasesOfAsync(Subject subject, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<CaseId>>(
            connection => connection.Query(
                """
                SELECT cases.case_id FROM subjects JOIN cases ON cases.case_id = subjects.case_id
                WHERE subjects.subject = $subject ORDER BY cases.opened
                """,
                row => new CaseId(row.GetString(0)),
                ("$subject", subject.ToString())),
            cancellation);

    public async Task<IReadOnlyDictionary<Subject, IReadOnlyList<CaseId>>> CasesOfAsync(
        IReadOnlyCollection<Subject> subjects, CancellationToken cancellation)
    {
        var found = await database.ReadAsync(
            connection => connection.Query(
                """
                SELECT subjects.subject, cases.case_id FROM json_each($subjects) AS asked
                JOIN subjects ON subjects.subject = asked.value JOIN cases ON cases.case_id = subjects.case_id
                ORDER BY cases.opened
                """,
                row => (Subject: row.GetString(0), CaseId: new CaseId(row.GetString(1))),
                ("$subjects", JsonSerializer.Serialize(subjects.Select(subject => subject.ToString()).Distinct()))),
            cancellation);
        var bySubject = found.ToLookup(row => row.Subject, row => row.CaseId);
        return subjects.Distinct().ToDictionary(subject => subject, IReadOnlyList<CaseId> (subject) => [.. bySubject[subject.ToString()]]);
    }

    public Task<int> HighestNumberAsync(DocumentSeries series, CancellationToken cancellation) =>
        database.ReadAsync(
            connection => (int)connection.Number(
                "SELECT coalesce(max(number), 0) FROM document_numbers WHERE organ = $organ AND year = $year",
                ("$organ", series.Organ), ("$year", series.Year)),
            cancellation);

    public Task<Receipt?> FindReceiptAsync(string key, CancellationToken cancellation) =>
        database.ReadAsync(
            connection => connection.Query(
                "SELECT key, body_hash, status, location, body FROM receipts WHERE key = $key",
                Receipt,
                ("$key", key)).SingleOrDefault(),
            cancellation);

    /// <summary>The events of a case, in the transaction of the connection.</summary>
    internal static IReadOnlyList<StoredEvent> Stream(SqliteConnection connection, CaseId caseId) => connection.Query(
        "SELECT sequence, type, at, actor, data, previous_hash, hash FROM events WHERE case_id = $case ORDER BY sequence",
        row => new StoredEvent(
            caseId, row.GetInt32(0), row.GetString(1), row.Instant(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6)),
        ("$case", caseId.Value));

    /// <summary>The receipt in a row of key, body hash, status, location and body.</summary>
    internal static Receipt Receipt(SqliteDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetString(3), row.GetString(4));

    /// <summary>The index entry in a row that begins with the place in the order of opening.</summary>
    internal static CaseEntry Entry(SqliteDataReader row) => new(
        new(row.GetString(1)), new(row.GetString(2)), row.GetInt32(3), row.Member<CaseStatus>(4), row.Date(5), row.InstantOrNull(6));
}
