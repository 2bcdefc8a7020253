using System.Text.Json;
using Rectify.Domain;
using Rectify.Domain.Assessments;
using Rectify.Domain.Identity;
using Rectify.Functions.Ledger;

namespace Rectify.Functions.Assessments;

/// <summary>The assessments in a SQLite file.</summary>
internal sealed class SqliteAssessmentBook(SqliteDatabase database) : IAssessmentBook
{
    /// <summary>The step of <see cref="SqliteSchema"/> that makes the table.</summary>
    public const string Table = """
        CREATE TABLE assessments (
            unit_id TEXT NOT NULL,
            revision INTEGER NOT NULL CHECK (revision > 0),
            year INTEGER NOT NULL,
            result TEXT NOT NULL,
            data TEXT NOT NULL,
            PRIMARY KEY (unit_id, revision)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX assessments_failed ON assessments (unit_id) WHERE result = 'failed';
        CREATE TRIGGER assessments_are_never_changed BEFORE UPDATE ON assessments
        BEGIN SELECT RAISE(ABORT, 'Assessments are append-only.'); END;
        CREATE TRIGGER assessments_are_never_deleted BEFORE DELETE ON assessments
        BEGIN SELECT RAISE(ABORT, 'Assessments are append-only.'); END;
        """;

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
                var last = connection.Number("SELECT coalesce(max(revision), 0) FROM assessments WHERE unit_id = $unit", ("$unit", entry.UnitId.Value));
                return last + 1 == entry.Revision && connection.Execute(
                    "INSERT INTO assessments (unit_id, revision, year, result, data) VALUES ($unit, $revision, $year, $result, $data)",
                    ("$unit", entry.UnitId.Value), ("$revision", entry.Revision), ("$year", entry.Year), ("$result", SqliteText.Of(entry.Result)),
                    ("$data", JsonSerializer.Serialize(entry, DomainJson.Options))) == 1;
            },
            cancellation);

    public async Task<IReadOnlyList<UnitId>> UnitsWithFailuresAsync(CancellationToken cancellation) =>
        await database.ReadAsync(
            connection => connection.Query(
                "SELECT DISTINCT unit_id FROM assessments WHERE result = 'failed' ORDER BY unit_id", row => new UnitId(row.GetString(0))),
            cancellation);
}
