using System.Text.Json;
using Microsoft.Data.Sqlite;
using Rectify.Domain;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Ledger;
using Rectify.Office.Requests;
using Rectify.Storage.Sqlite.Database;

namespace Rectify.Storage.Sqlite.Ledger;

/// <summary>The ledger in a SQLite file.</summary>
public sealed class SqliteLedger(SqliteDatabase database, LedgerGuard? guard = null) : ILedger
{
    private const string StreamColumns = "sequence, type, at, actor, data, previous_hash, hash";

    public Task<IReadOnlyList<StoredEvent>> LoadAsync(CaseId caseId, CancellationToken cancellation) =>
        database.ReadAsync(connection => Stream(connection, caseId), cancellation);

    public async Task<IReadOnlyDictionary<CaseId, IReadOnlyList<StoredEvent>>> LoadAsync(
        IReadOnlyCollection<CaseId> caseIds, CancellationToken cancellation)
    {
        var entries = await database.QueryAsync(
            $"SELECT {StreamColumns}, case_id FROM events WHERE case_id IN (SELECT value FROM json_each($cases)) "
            + "ORDER BY case_id, sequence",
            row => Event(new CaseId(row.GetString(7)), row), cancellation,
            ("$cases", JsonSerializer.Serialize(caseIds.Select(caseId => caseId.Value).Distinct())));
        var byCase = entries.ToLookup(entry => entry.CaseId);
        return caseIds.Distinct().ToDictionary(caseId => caseId, IReadOnlyList<StoredEvent> (caseId) => [.. byCase[caseId]]);
    }

    public Task<CaseStream> ReadAsync(CaseId caseId, CancellationToken cancellation) => database.ReadAsync(
        connection =>
        {
            // Read in this order, an append in between can only yield more entries than were reached, never fewer.
            var reached = Reached(connection, caseId);
            return new CaseStream(Stream(connection, caseId), reached);
        },
        cancellation);

    public async Task<IReadOnlyDictionary<CaseId, CaseStream>> ReadAsync(
        IReadOnlyCollection<CaseId> caseIds, CancellationToken cancellation)
    {
        var asked = JsonSerializer.Serialize(caseIds.Select(caseId => caseId.Value).Distinct());
        var reached = await database.QueryAsync(
            """
            SELECT case_id, max(version) FROM (
                SELECT case_id, version FROM cases WHERE case_id IN (SELECT value FROM json_each($cases))
                UNION ALL SELECT case_id, events FROM case_heads WHERE case_id IN (SELECT value FROM json_each($cases)))
            GROUP BY case_id
            """,
            row => (CaseId: new CaseId(row.GetString(0)), Version: row.GetInt32(1)), cancellation, ("$cases", asked));
        var versions = reached.ToDictionary(row => row.CaseId, row => row.Version);
        return (await LoadAsync(caseIds, cancellation)).ToDictionary(pair => pair.Key,
            pair => new CaseStream(pair.Value, versions.GetValueOrDefault(pair.Key)));
    }

    public async Task<AppendOutcome> AppendAsync(LedgerAppend append, CancellationToken cancellation)
    {
        AppendRules.Validate(append);
        return await RecordAsync(_ => append, cancellation);
    }

    public Task<AppendOutcome> AppendAsync(NumberedAppend append, CancellationToken cancellation) => RecordAsync(
        connection =>
        {
            // This runs in the write transaction: no other write can take the number, and it is free again if the rows are not written.
            var numbered = append.Under(append.Series.At(Highest(connection, append.Series) + 1));
            AppendRules.Validate(numbered);
            return numbered;
        },
        cancellation);

    public async Task<Slice<CaseEntry>> ListAsync(CaseFilter filter, int top, string? continuation, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        var after = CaseListPosition.Read(filter.Order, continuation);
        var conditions = string.Concat(SqliteCaseFilter.Conditions(filter, after).Select(condition => $" AND ({condition})"));
        var rows = await database.ReadAsync(
            connection => SqliteCaseFilter.Searching(connection, filter).Query(
                $"SELECT {SqliteCaseFilter.Columns} FROM cases WHERE TRUE{conditions} "
                + $"ORDER BY {SqliteCaseFilter.OrderOf(filter.Order)} LIMIT $limit",
                row => (Opened: row.GetInt64(0), Entry: SqliteCaseFilter.Entry(row)),
                [.. SqliteCaseFilter.Values(filter, after), ("$limit", top + 1L)]),
            cancellation);
        return CaseListPosition.Slice(filter.Order, rows, top);
    }

    public async Task<IReadOnlyDictionary<CaseStatus, int>> CountAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var rows = await database.QueryAsync(
            "SELECT status, count(*) FROM cases WHERE next_due_at IS NULL OR next_due_at > $now GROUP BY status",
            row => (Status: row.Knows<CaseStatus>(0) ? row.Member<CaseStatus>(0) : (CaseStatus?)null, Count: row.GetInt32(1)),
            cancellation, ("$now", now));
        return rows.Where(row => row.Status is not null).ToDictionary(row => row.Status!.Value, row => row.Count);
    }

    public Task<BarredPage> BarredAsync(DateOnly day, SubjectKind? kind, int skip, int top, CancellationToken cancellation)
    {
        // Of the bars that last to the day or longer, one contains the day if the earliest of them begins by then.
        var barred = $"""
            SELECT subject, max(to_day) AS last FROM barred WHERE to_day >= $day{(kind is null ? "" : " AND subject LIKE $kind")}
            GROUP BY subject HAVING min(from_day) <= $day
            """;
        var like = kind is { } asked ? $"{WireName.Of(asked)}:%" : null;
        return database.ReadAsync(
            connection =>
            {
                var rows = connection.Query(
                    $"""
                    WITH page AS ({barred} ORDER BY last, subject LIMIT $top OFFSET $skip)
                    SELECT DISTINCT page.subject, page.last, cases.case_id, cases.opened FROM page
                    JOIN barred ON barred.subject = page.subject AND barred.to_day >= $day JOIN cases ON cases.case_id = barred.case_id
                    ORDER BY page.last, page.subject, cases.opened
                    """,
                    row => (Subject: row.GetString(0), CaseId: new CaseId(row.GetString(2))),
                    ("$day", day), ("$kind", like), ("$top", top), ("$skip", skip));
                var total = connection.Number($"SELECT count(*) FROM ({barred})", ("$day", day), ("$kind", like));
                return new BarredPage((int)total,
                    [.. rows.GroupBy(row => row.Subject,
                        (subject, cases) => new BarredEntry(Subject.Parse(subject)!, [.. cases.Select(row => row.CaseId)]))]);
            },
            cancellation);
    }

    public Task<IReadOnlyList<CaseId>> CasesOfAsync(Subject subject, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<CaseId>>(
            connection =>
            {
                // The count is read first, so that a case opened in between can only yield more rows than the count.
                var least = connection.Number("SELECT coalesce(max(cases), 0) FROM subject_heads WHERE subject = $subject",
                    ("$subject", subject.ToString()));
                var found = connection.Query(
                    """
                    SELECT subjects.case_id FROM subjects LEFT JOIN cases ON cases.case_id = subjects.case_id
                    WHERE subjects.subject = $subject ORDER BY cases.opened IS NULL, cases.opened
                    """,
                    row => new CaseId(row.GetString(0)),
                    ("$subject", subject.ToString()));
                return found.Count >= least ? found : throw new IndexGapException(subject.ToString());
            },
            cancellation);

    public async Task<IReadOnlyDictionary<Subject, IReadOnlyList<CaseId>>> CasesOfAsync(
        IReadOnlyCollection<Subject> subjects, CancellationToken cancellation)
    {
        var asked = JsonSerializer.Serialize(subjects.Select(subject => subject.ToString()).Distinct());
        var (least, found) = await database.ReadAsync(
            connection => (
                connection.Query(
                    "SELECT subject, cases FROM json_each($subjects) AS asked JOIN subject_heads ON subject = asked.value",
                    row => (Subject: row.GetString(0), Cases: row.GetInt64(1)), ("$subjects", asked)),
                connection.Query(
                    """
                    SELECT subjects.subject, subjects.case_id FROM json_each($subjects) AS asked
                    JOIN subjects ON subjects.subject = asked.value LEFT JOIN cases ON cases.case_id = subjects.case_id
                    ORDER BY cases.opened IS NULL, cases.opened
                    """,
                    row => (Subject: row.GetString(0), CaseId: new CaseId(row.GetString(1))), ("$subjects", asked))),
            cancellation);
        var bySubject = found.ToLookup(row => row.Subject, row => row.CaseId);
        if (least.Find(head => bySubject[head.Subject].Count() < head.Cases) is { Subject: { } lost }) throw new IndexGapException(lost);
        return subjects.Distinct().ToDictionary(subject => subject, IReadOnlyList<CaseId> (subject) => [.. bySubject[subject.ToString()]]);
    }

    public async Task<CaseId?> CaseOfNumberAsync(DocumentNumber number, CancellationToken cancellation) =>
        (await database.QueryAsync<CaseId?>(
            "SELECT case_id FROM document_numbers WHERE text = $text", row => new CaseId(row.GetString(0)), cancellation,
            ("$text", number.Key))).SingleOrDefault();

    public Task<int> HighestNumberAsync(DocumentSeries series, CancellationToken cancellation) =>
        database.ReadAsync(connection => Highest(connection, series), cancellation);

    public Task<IReadOnlyList<CaseTip>> TipsAsync(CancellationToken cancellation) => database.QueryAsync(
        "SELECT case_id, events, hash FROM case_heads WHERE events > 0",
        row => new CaseTip(new CaseId(row.GetString(0)), row.GetInt32(1), row.GetString(2)), cancellation);

    public async Task<Receipt?> FindReceiptAsync(string key, CancellationToken cancellation) =>
        (await database.QueryAsync(
            "SELECT key, body_hash, status, location, body FROM receipts WHERE key = $key", Receipt, cancellation, ("$key", key)))
        .SingleOrDefault();

    /// <summary>How far a case has come: the higher of what its index row and its head say.</summary>
    internal static int Reached(SqliteConnection connection, CaseId caseId) => (int)connection.Number(
        """
        SELECT max(
            (SELECT coalesce(max(version), 0) FROM cases WHERE case_id = $case),
            (SELECT coalesce(max(events), 0) FROM case_heads WHERE case_id = $case))
        """,
        ("$case", caseId.Value));

    /// <summary>The events of a case, in the transaction of the connection.</summary>
    public static IReadOnlyList<StoredEvent> Stream(SqliteConnection connection, CaseId caseId) => connection.Query(
        $"SELECT {StreamColumns} FROM events WHERE case_id = $case ORDER BY sequence", row => Event(caseId, row), ("$case", caseId.Value));

    private async Task<AppendOutcome> RecordAsync(Func<SqliteConnection, LedgerAppend> draw, CancellationToken cancellation)
    {
        guard?.Require();
        var (outcome, head) = await database.WriteAsync(
            connection =>
            {
                var run = new SqliteAppend(connection, draw(connection));
                return (run.Run(), run.Head);
            },
            cancellation);
        if (head is not null) guard?.Reached(head);
        return outcome;
    }

    // The highest number of each series is also kept in series_heads, so that a lost index row does not let its number be given out again.
    private static int Highest(SqliteConnection connection, DocumentSeries series) => (int)connection.Number(
        """
        SELECT max(
            (SELECT coalesce(max(number), 0) FROM document_numbers WHERE organ = $organ AND year = $year),
            (SELECT coalesce(max(number), 0) FROM series_heads WHERE organ = $organ AND year = $year))
        """,
        ("$organ", series.Organ), ("$year", series.Year));

    private static StoredEvent Event(CaseId caseId, SqliteDataReader row) => new(
        caseId, row.GetInt32(0), row.GetString(1), row.Instant(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6));

    /// <summary>The receipt in a row of key, body hash, status, location and body.</summary>
    public static Receipt Receipt(SqliteDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetString(3), row.GetString(4));
}
