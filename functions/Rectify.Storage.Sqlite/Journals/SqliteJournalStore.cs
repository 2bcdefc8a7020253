using Rectify.Office.Journals;
using Rectify.Office.Ledger;
using Rectify.Storage.Sqlite.Database;

namespace Rectify.Storage.Sqlite.Journals;

/// <summary>The journals in a SQLite file.</summary>
public sealed class SqliteJournalStore(SqliteDatabase database) : IJournalStore
{
    public Task<bool> TryAppendAsync(Journal journal, long after, IReadOnlyList<JournalText> entries, CancellationToken cancellation)
    {
        AppendRules.Require(entries.Count is > 0 and <= IJournalStore.MostAtOnce, "a journal takes a few entries at once");
        return database.WriteAsync(
            connection =>
            {
                var name = StoredText.Of(journal);
                if (connection.Number("SELECT coalesce(max(place), 0) FROM journal_entries WHERE journal = $journal", ("$journal", name))
                    != after) return false;

                foreach (var (index, entry) in entries.Index())
                {
                    connection.Execute(
                        "INSERT INTO journal_entries (journal, place, key, text) VALUES ($journal, $place, $key, $text)",
                        ("$journal", name), ("$place", after + 1 + index), ("$key", AppendRules.Exact(entry.Key)),
                        ("$text", AppendRules.Exact(entry.Text)));
                }

                return true;
            },
            cancellation);
    }

    public Task<IReadOnlyList<JournalEntry>> ReadAsync(Journal journal, long after, int top, CancellationToken cancellation) =>
        database.QueryAsync(
            "SELECT place, key, text FROM journal_entries WHERE journal = $journal AND place > $after ORDER BY place LIMIT $top",
            row => new JournalEntry(row.GetInt64(0), row.GetString(1), row.GetString(2)), cancellation,
            ("$journal", StoredText.Of(journal)), ("$after", after), ("$top", (long)top));
}
