using System.Text.Json;
using Microsoft.Data.Sqlite;
using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Domain.YearlyCycle;
using Rectify.Functions.Ledger;

namespace Rectify.Functions.YearlyCycle;

/// <summary>The yearly books in a SQLite file.</summary>
internal sealed class SqliteYearlyBook(SqliteDatabase database) : IYearlyBook
{
    public async Task<IReadOnlyList<YearlyEntry>> EntriesOfAsync(YearlyBookName book, Subject subject, CancellationToken cancellation) =>
        await database.ReadAsync(
            connection => connection.Query(
                "SELECT data FROM yearly_entries WHERE book = $book AND subject = $subject ORDER BY revision", Entry,
                ("$book", StoredText.Of(book)), ("$subject", subject.ToString())),
            cancellation);

    public async Task<IReadOnlyList<YearlyEntry>> EntriesAboutAsync(YearlyBookName book, string item, CancellationToken cancellation) =>
        await database.ReadAsync(
            connection => connection.Query(
                "SELECT data FROM yearly_entries WHERE book = $book AND item = $item ORDER BY subject, revision", Entry,
                ("$book", StoredText.Of(book)), ("$item", item)),
            cancellation);

    public async Task<IReadOnlyList<YearlyEntry>> EntriesAsync(YearlyBookName book, CancellationToken cancellation) =>
        await database.ReadAsync(
            connection => connection.Query(
                "SELECT data FROM yearly_entries WHERE book = $book ORDER BY subject, revision", Entry, ("$book", StoredText.Of(book))),
            cancellation);

    public async Task<IReadOnlyList<YearlyEntry>> AllAsync(CancellationToken cancellation) =>
        await database.ReadAsync(connection => connection.Query("SELECT data FROM yearly_entries ORDER BY book, subject, revision", Entry), cancellation);

    public Task<bool> TryAddAsync(YearlyEntry entry, CancellationToken cancellation) =>
        database.WriteAsync(
            connection =>
            {
                var (book, subject) = (StoredText.Of(entry.Book), entry.Subject.ToString());
                var last = connection.Number(
                    "SELECT coalesce(max(revision), 0) FROM yearly_entries WHERE book = $book AND subject = $subject", ("$book", book), ("$subject", subject));
                return last + 1 == entry.Revision && connection.Execute(
                    "INSERT INTO yearly_entries (book, subject, revision, item, data) VALUES ($book, $subject, $revision, $item, $data)",
                    ("$book", book), ("$subject", subject), ("$revision", entry.Revision), ("$item", entry.Item),
                    ("$data", JsonSerializer.Serialize(entry, DomainJson.Options))) == 1;
            },
            cancellation);

    private static YearlyEntry Entry(SqliteDataReader row) => JsonSerializer.Deserialize<YearlyEntry>(row.GetString(0), DomainJson.Options)!;
}
