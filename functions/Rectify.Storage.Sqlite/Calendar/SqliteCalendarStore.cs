using System.Globalization;
using Microsoft.Data.Sqlite;
using Rectify.Domain.Calendar;
using Rectify.Office.Calendar;
using Rectify.Storage.Sqlite.Database;

namespace Rectify.Storage.Sqlite.Calendar;

/// <summary>Imported calendar years in a SQLite file.</summary>
public sealed class SqliteCalendarStore(SqliteDatabase database) : ICalendarStore
{
    private const string Select = "SELECT revision, year, data, actor, at FROM calendar_imports";

    public Task<long> RevisionAsync(CancellationToken cancellation) =>
        database.ReadAsync(connection => connection.Number("SELECT coalesce(max(revision), 0) FROM calendar_imports"), cancellation);

    public Task<IReadOnlyList<CalendarImport>> LatestAsync(CancellationToken cancellation) => database.QueryAsync(
        $"{Select} WHERE revision IN (SELECT max(revision) FROM calendar_imports GROUP BY year) ORDER BY year", Read, cancellation);

    public Task<IReadOnlyList<CalendarImport>> HistoryAsync(int year, CancellationToken cancellation) =>
        database.QueryAsync($"{Select} WHERE year = $year ORDER BY revision", Read, cancellation, ("$year", year));

    public Task<CalendarImport> AddAsync(CalendarYear year, string actor, DateTimeOffset at, CancellationToken cancellation) =>
        database.WriteAsync(
            connection =>
            {
                connection.Execute(
                    "INSERT INTO calendar_imports (year, data, actor, at) VALUES ($year, $data, $actor, $at)",
                    ("$year", year.Year), ("$data", year.ToJson()), ("$actor", actor), ("$at", at));
                return new CalendarImport(connection.Number("SELECT last_insert_rowid()"), year, actor, at);
            },
            cancellation);

    private static CalendarImport Read(SqliteDataReader row) => new(
        row.GetInt64(0), CalendarYear.Parse(string.Create(CultureInfo.InvariantCulture, $"{row.GetInt32(1)}.json"), row.GetString(2)),
        row.GetString(3), row.Instant(4));
}
