using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Rectify.Office.Ledger;
using Rectify.Office.Outbox;
using Rectify.Storage.Sqlite.Database;
using Rectify.Storage.Sqlite.Ledger;
using Rectify.Storage.Sqlite.Outbox;

namespace Rectify.Server.Copies;

/// <summary>The cases of a SQLite file.</summary>
internal sealed class SqliteArchive(SqliteDatabase database) : ICaseArchive
{
    public async IAsyncEnumerable<ArchivedCase> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var cases = await database.QueryAsync(
            $"SELECT {SqliteCaseFilter.Columns} FROM cases ORDER BY opened",
            row => (Opened: row.GetInt64(0), Entry: SqliteCaseFilter.Entry(row)), cancellation);
        foreach (var (opened, entry) in cases)
            yield return await database.ReadAsync(connection => Read(connection, opened, entry), cancellation);
    }

    public Task WriteAsync(ArchivedCase archived, CancellationToken cancellation) => database.WriteAsync(
        connection =>
        {
            Write(connection, archived);
            return archived;
        },
        cancellation);

    public Task<IReadOnlyList<OutboxRow>> ReadYearsAsync(CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<OutboxRow>>(
            connection =>
                [.. SqliteOutbox.OfYears(connection).OrderBy(mail => mail.Notice.CreatedAt).ThenBy(mail => mail.Notice.Id.Value,
                    StringComparer.Ordinal)], cancellation);

    public Task WriteYearsAsync(IReadOnlyList<OutboxRow> mails, CancellationToken cancellation) => database.WriteAsync(
        connection =>
        {
            Put(connection, mails);
            return mails.Count;
        },
        cancellation);

    private static ArchivedCase Read(SqliteConnection connection, long opened, CaseEntry entry)
    {
        var caseId = entry.CaseId.Value;
        return new ArchivedCase(
            opened, entry, SqliteLedger.Stream(connection, entry.CaseId),
            [.. connection.Query("SELECT subject FROM subjects WHERE case_id = $case", row => row.GetString(0), ("$case", caseId)).Order(
                StringComparer.Ordinal)],
            [.. connection.Query("SELECT text, organ, year, number FROM document_numbers WHERE case_id = $case", Number, ("$case", caseId))
                .OrderBy(number => number.Text, StringComparer.Ordinal)],
            connection.Query("SELECT key, body_hash, status, location, body FROM receipts WHERE case_id = $case", SqliteLedger.Receipt,
                ("$case", caseId)).SingleOrDefault(),
            SqliteOutbox.OfCase(connection, entry.CaseId));
    }

    private static DocumentNumber Number(SqliteDataReader row) => row.TextOrNull(1) is { } organ
        ? new DocumentNumber(row.GetString(0), new DocumentSeries(organ, row.GetInt32(2)), row.GetInt32(3))
        : new DocumentNumber(row.GetString(0), null, null);

    private static void Write(SqliteConnection connection, ArchivedCase archived)
    {
        var entry = archived.Entry;
        SqliteAppend.Index(connection, archived.Opened, entry);
        SqliteAppend.Bar(connection, entry);
        foreach (var subject in archived.Subjects) SqliteAppend.Concerns(connection, entry.CaseId, subject);
        foreach (var number in archived.Numbers) SqliteAppend.Number(connection, entry.CaseId, number);
        if (archived.Receipt is { } receipt) SqliteAppend.Keep(connection, entry.CaseId, receipt);
        foreach (var e in archived.Events) SqliteAppend.Insert(connection, e);
        SqliteHead.Advance(connection, archived.Events);
        Put(connection, archived.Mails);
    }

    private static void Put(SqliteConnection connection, IReadOnlyList<OutboxRow> mails)
    {
        foreach (var mail in mails)
        {
            SqliteOutbox.Insert(connection, mail.Notice);
            SqliteOutbox.Put(connection, mail);
        }
    }
}
