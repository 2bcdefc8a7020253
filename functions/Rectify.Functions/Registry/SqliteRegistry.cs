using System.Text.Json;
using Microsoft.Data.Sqlite;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Functions.Ledger;

namespace Rectify.Functions.Registry;

/// <summary>The register of units and officials in a SQLite file.</summary>
internal sealed class SqliteRegistry(SqliteDatabase database) : IRegistry
{
    /// <summary>The step of <see cref="SqliteSchema"/> that lets a unit name the one that took its place.</summary>
    public const string Succession = """
        ALTER TABLE units ADD COLUMN successor_unit_id TEXT;
        CREATE INDEX units_succeeded ON units (unit_id) WHERE successor_unit_id IS NOT NULL;
        """;

    private const string SelectUnits =
        "SELECT unit_id, name, kind, level, parent_unit_id, liaison_name, liaison_email, supervisor_email, liaison_language, successor_unit_id FROM units";

    private const string SelectOfficials =
        "SELECT official_id, name, email, unit_id, post, role, first_day, last_day, language, responsibility FROM officials";

    public Task<Unit?> FindUnitAsync(UnitId id, CancellationToken cancellation) =>
        database.ReadAsync(connection => Find(connection, id), cancellation);

    public async Task<IReadOnlyList<Unit>> FindUnitsAsync(IReadOnlyCollection<UnitId> ids, CancellationToken cancellation) =>
        await database.ReadAsync(
            connection => connection.Query(
                $"{SelectUnits} WHERE unit_id IN (SELECT value FROM json_each($ids))", Unit, ("$ids", JsonSerializer.Serialize(ids))),
            cancellation);

    public Task<bool> PutUnitAsync(Unit unit, CancellationToken cancellation) =>
        database.WriteAsync(connection => Put(connection, unit), cancellation);

    public Task<bool> ReplaceUnitAsync(Unit? seen, Unit unit, CancellationToken cancellation) =>
        database.WriteAsync(connection => Equals(Find(connection, unit.UnitId), seen) && Put(connection, unit) == (seen is null), cancellation);

    public async Task<Slice<Unit>> ListUnitsAsync(int top, string? continuation, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        var after = SqliteContinuation.Key("units", continuation) ?? "";
        var rows = await database.ReadAsync(
            connection => connection.Query(
                $"{SelectUnits} WHERE unit_id > $after ORDER BY unit_id LIMIT $limit", Unit, ("$after", after), ("$limit", top + 1L)),
            cancellation);
        return SqliteContinuation.Slice("units", rows, top, unit => unit.UnitId.Value);
    }

    public Task<Official?> FindOfficialAsync(OfficialId id, CancellationToken cancellation) =>
        database.ReadAsync(connection => Find(connection, id), cancellation);

    public async Task<IReadOnlyList<Official>> FindOfficialsAsync(IReadOnlyCollection<OfficialId> ids, CancellationToken cancellation) =>
        await database.ReadAsync(
            connection => connection.Query(
                $"{SelectOfficials} WHERE official_id IN (SELECT value FROM json_each($ids))", Official, ("$ids", JsonSerializer.Serialize(ids))),
            cancellation);

    public Task<bool> PutOfficialAsync(Official official, CancellationToken cancellation) =>
        database.WriteAsync(connection => Put(connection, official), cancellation);

    public Task<bool> ReplaceOfficialAsync(Official? seen, Official official, CancellationToken cancellation) =>
        database.WriteAsync(connection => Equals(Find(connection, official.OfficialId), seen) && Put(connection, official) == (seen is null), cancellation);

    public async Task<Slice<Official>> ListOfficialsAsync(UnitId? unitId, int top, string? continuation, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        var after = SqliteContinuation.Key("officials", continuation) ?? "";
        var ofUnit = unitId is null ? "" : "unit_id = $unit AND";
        var rows = await database.ReadAsync(
            connection => connection.Query(
                $"{SelectOfficials} WHERE {ofUnit} official_id > $after ORDER BY official_id LIMIT $limit",
                Official,
                ("$unit", unitId?.Value), ("$after", after), ("$limit", top + 1L)),
            cancellation);
        return SqliteContinuation.Slice("officials", rows, top, official => official.OfficialId.Value);
    }

    public async Task PutAllAsync(IReadOnlyList<Unit> units, IReadOnlyList<Official> officials, CancellationToken cancellation) =>
        await database.WriteAsync(
            connection =>
            {
                foreach (var unit in units) Put(connection, unit);
                foreach (var official in officials) Put(connection, official);
                return units.Count + officials.Count;
            },
            cancellation);

    public async Task<IReadOnlyList<Unit>> SucceededUnitsAsync(CancellationToken cancellation) =>
        await database.ReadAsync(
            connection => connection.Query($"{SelectUnits} WHERE successor_unit_id IS NOT NULL ORDER BY unit_id", Unit), cancellation);

    private static Unit? Find(SqliteConnection connection, UnitId id) =>
        connection.Query($"{SelectUnits} WHERE unit_id = $id", Unit, ("$id", id.Value)).SingleOrDefault();

    private static Official? Find(SqliteConnection connection, OfficialId id) =>
        connection.Query($"{SelectOfficials} WHERE official_id = $id", Official, ("$id", id.Value)).SingleOrDefault();

    private static bool Put(SqliteConnection connection, Unit unit)
    {
        var isNew = connection.Number("SELECT count(*) FROM units WHERE unit_id = $id", ("$id", unit.UnitId.Value)) == 0;
        connection.Execute(
            """
            INSERT OR REPLACE INTO units
                (unit_id, name, kind, level, parent_unit_id, liaison_name, liaison_email, supervisor_email, liaison_language, successor_unit_id)
            VALUES ($id, $name, $kind, $level, $parent, $liaison, $email, $supervisor, $language, $successor)
            """,
            ("$id", unit.UnitId.Value), ("$name", unit.Name), ("$kind", SqliteText.Of(unit.Kind)),
            ("$level", SqliteText.Of(unit.Level)), ("$parent", unit.ParentUnitId?.Value), ("$liaison", unit.Liaison.Name),
            ("$email", unit.Liaison.Email), ("$supervisor", unit.SupervisorEmail), ("$language", unit.Liaison.Language.Tag), ("$successor", unit.SuccessorUnitId?.Value));
        return isNew;
    }

    private static bool Put(SqliteConnection connection, Official official)
    {
        var id = official.OfficialId.Value;
        var isNew = connection.Number("SELECT count(*) FROM officials WHERE official_id = $id", ("$id", id)) == 0;
        connection.Execute(
            """
            INSERT OR REPLACE INTO officials (official_id, name, email, unit_id, post, role, first_day, last_day, language, responsibility)
            VALUES ($id, $name, $email, $unit, $post, $role, $from, $to, $language, $responsibility)
            """,
            ("$id", id), ("$name", official.Name), ("$email", official.Email), ("$unit", official.UnitId.Value),
            ("$post", official.Post), ("$role", SqliteText.Of(official.Role)), ("$from", official.From), ("$to", official.To),
            ("$language", official.Language.Tag),
            ("$responsibility", official.Responsibility is { } responsibility ? SqliteText.Of(responsibility) : null));
        return isNew;
    }

    private static Unit Unit(SqliteDataReader row) => new(
        new(row.GetString(0)), row.GetString(1), row.Member<UnitKind>(2), row.Member<UnitLevel>(3),
        row.TextOrNull(4) is { } parent ? new UnitId(parent) : null,
        new Liaison(row.GetString(5), row.GetString(6), row.Language(8)), row.TextOrNull(7), row.TextOrNull(9) is { } successor ? new UnitId(successor) : null);

    private static Official Official(SqliteDataReader row) => new(
        new(row.GetString(0)), row.GetString(1), row.GetString(2), new(row.GetString(3)), row.GetString(4),
        row.Member<LeaderRole>(5), row.Date(6), row.DateOrNull(7), row.Language(8), row.IsDBNull(9) ? null : row.Member<Responsibility>(9));
}
