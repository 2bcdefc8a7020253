using System.Text.Json;
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
    public async Task<IReadOnlyList<AssessmentEntry>> EntriesOfAsync(UnitId unitId, CancellationToken cancellation) =>
        await database.ReadAsync(
            connection => connection.Query(
                "SELECT data FROM assessments WHERE unit_id = $unit ORDER BY revision",
                row => JsonSerializer.Deserialize<AssessmentEntry>(row.GetString(0), DomainJson.Options)!, ("$unit", unitId.Value)),
            cancellation);

    public async Task<IReadOnlyList<AssessmentEntry>> AllAsync(CancellationToken cancellation) =>
        await database.ReadAsync(
            connection => connection.Query(
                "SELECT data FROM assessments ORDER BY unit_id, revision",
                row => JsonSerializer.Deserialize<AssessmentEntry>(row.GetString(0), DomainJson.Options)!),
            cancellation);

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
                    ("$data", JsonSerializer.Serialize(entry, DomainJson.Options))) == 1;
            },
            cancellation);

    public async Task<IReadOnlyList<UnitId>> UnitsWithFailuresAsync(CancellationToken cancellation) =>
        await database.ReadAsync(
            connection => connection.Query(
                "SELECT DISTINCT unit_id FROM assessments WHERE result = 'failed' ORDER BY unit_id", row => new UnitId(row.GetString(0))),
            cancellation);
}
