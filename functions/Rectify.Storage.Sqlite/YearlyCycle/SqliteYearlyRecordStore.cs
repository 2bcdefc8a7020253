using Microsoft.Data.Sqlite;
using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Domain.YearlyCycle;
using Rectify.Office.Ledger;
using Rectify.Office.Records;
using Rectify.Storage.Sqlite.Database;

namespace Rectify.Storage.Sqlite.YearlyCycle;

/// <summary>The yearly books in a SQLite file.</summary>
public sealed class SqliteYearlyRecordStore(SqliteDatabase database) : IYearlyRecordStore
{
    public Task<IReadOnlyList<YearlyEntry>> EntriesOfAsync(YearlyRecordKind yearlyRecordKind, Subject subject,
        CancellationToken cancellation) =>
        database.QueryAsync(
            "SELECT data FROM yearly_entries WHERE book = $book AND subject = $subject ORDER BY revision", Entry, cancellation,
            ("$book", StoredText.Of(yearlyRecordKind)), ("$subject", subject.ToString()));

    public Task<IReadOnlyList<YearlyEntry>> EntriesAboutAsync(YearlyRecordKind yearlyRecordKind, string item,
        CancellationToken cancellation) =>
        database.QueryAsync(
            "SELECT data FROM yearly_entries WHERE book = $book AND item = $item ORDER BY subject, revision", Entry, cancellation,
            ("$book", StoredText.Of(yearlyRecordKind)), ("$item", item));

    public Task<IReadOnlyList<YearlyEntry>> EntriesAsync(YearlyRecordKind yearlyRecordKind, CancellationToken cancellation) =>
        database.QueryAsync(
            "SELECT data FROM yearly_entries WHERE book = $book ORDER BY subject, revision", Entry, cancellation,
            ("$book", StoredText.Of(yearlyRecordKind)));

    public Task<IReadOnlyList<YearlyEntry>> AllAsync(CancellationToken cancellation) =>
        database.QueryAsync("SELECT data FROM yearly_entries ORDER BY book, subject, revision", Entry, cancellation);

    public Task<bool> TryAddAsync(YearlyEntry entry, CancellationToken cancellation) =>
        database.WriteAsync(
            connection =>
            {
                var (book, subject) = (StoredText.Of(entry.Book), entry.Subject.ToString());
                var last = connection.Number(
                    "SELECT coalesce(max(revision), 0) FROM yearly_entries WHERE book = $book AND subject = $subject", ("$book", book),
                    ("$subject", subject));
                return last + 1 == entry.Revision && connection.Execute(
                    "INSERT INTO yearly_entries (book, subject, revision, item, data) VALUES ($book, $subject, $revision, $item, $data)",
                    ("$book", book), ("$subject", subject), ("$revision", entry.Revision), ("$item", entry.Item),
                    ("$data", DomainJson.Text(entry))) == 1;
            },
            cancellation);

    private static YearlyEntry Entry(SqliteDataReader row) =>
        DomainJson.Read<YearlyEntry>(row.GetString(0));
}
