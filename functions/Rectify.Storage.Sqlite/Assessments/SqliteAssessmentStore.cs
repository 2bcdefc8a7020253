using Microsoft.Data.Sqlite;
using Rectify.Domain;
using Rectify.Domain.Assessments;
using Rectify.Domain.Identity;
using Rectify.Office.Ledger;
using Rectify.Office.Records;
using Rectify.Storage.Sqlite.Database;

namespace Rectify.Storage.Sqlite.Assessments;

/// <summary>The assessments in a SQLite file.</summary>
public sealed class SqliteAssessmentStore(SqliteDatabase database) : IAssessmentStore
{
    public Task<IReadOnlyList<AssessmentEntry>> EntriesOfAsync(UnitId unitId, CancellationToken cancellation) => database.QueryAsync(
        "SELECT data FROM assessments WHERE unit_id = $unit ORDER BY revision", Entry, cancellation, ("$unit", unitId.Value));

    public Task<IReadOnlyList<AssessmentEntry>> AllAsync(CancellationToken cancellation) =>
        database.QueryAsync("SELECT data FROM assessments ORDER BY unit_id, revision", Entry, cancellation);

    public Task<bool> TryAddAsync(AssessmentEntry entry, CancellationToken cancellation) =>
        database.WriteAsync(
            connection =>
            {
                var last = connection.Number("SELECT coalesce(max(revision), 0) FROM assessments WHERE unit_id = $unit",
                    ("$unit", entry.UnitId.Value));
                return last + 1 == entry.Revision && connection.Execute(
                    "INSERT INTO assessments (unit_id, revision, year, result, data) VALUES ($unit, $revision, $year, $result, $data)",
                    ("$unit", entry.UnitId.Value), ("$revision", entry.Revision), ("$year", entry.Year),
                    ("$result", StoredText.Of(entry.Result)),
                    ("$data", DomainJson.Text(entry))) == 1;
            },
            cancellation);

    public Task<IReadOnlyList<UnitId>> UnitsWithFailuresAsync(CancellationToken cancellation) => database.QueryAsync(
        "SELECT DISTINCT unit_id FROM assessments WHERE result = 'failed' ORDER BY unit_id", row => new UnitId(row.GetString(0)),
        cancellation);

    private static AssessmentEntry Entry(SqliteDataReader row) =>
        DomainJson.Read<AssessmentEntry>(row.GetString(0));
}
