using System.Text.Json;
using Microsoft.Data.Sqlite;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Office.Ledger;
using Rectify.Office.Register;
using Rectify.Office.Requests;
using Rectify.Storage.Sqlite.Database;

namespace Rectify.Storage.Sqlite.Register;

/// <summary>The register of units and officials in a SQLite file.</summary>
public sealed class SqliteRegisterStore(SqliteDatabase database) : IRegisterStore
{
    // Stands for a missing address, because the column allows no null.
    private const string NoAddress = "";

    private const string SelectUnits =
        "SELECT unit_id, name, kind, level, parent_unit_id, liaison_name, liaison_email, supervisor_email, liaison_language, "
        + "successor_unit_id, registered_on FROM units";

    // One statement, so that an official and all posts are read as one write has left them.
    private const string SelectOfficials = """
        SELECT official_id, name, email, language,
            (SELECT json_group_array(json_object(
                'unitId', unit_id, 'post', post, 'role', role, 'from', first_day, 'to', last_day,
                'responsibility', responsibility, 'main', main))
             FROM posts WHERE posts.official_id = officials.official_id)
        FROM officials
        """;

    private const string PutUnit = """
        INSERT OR REPLACE INTO units
            (unit_id, name, kind, level, parent_unit_id, liaison_name, liaison_email, supervisor_email, liaison_language, successor_unit_id,
             registered_on)
        VALUES ($id, $name, $kind, $level, $parent, $liaison, $email, $supervisor, $language, $successor, $registered)
        """;

    public Task<Unit?> FindUnitAsync(UnitId id, CancellationToken cancellation) =>
        database.ReadAsync(connection => Find(connection, id), cancellation);

    public Task<IReadOnlyList<Unit>> FindUnitsAsync(IReadOnlyCollection<UnitId> ids, CancellationToken cancellation) =>
        database.QueryAsync(
            $"{SelectUnits} WHERE unit_id IN (SELECT value FROM json_each($ids))", Unit, cancellation,
            ("$ids", JsonSerializer.Serialize(ids)));

    public Task<bool> PutUnitAsync(Unit unit, CancellationToken cancellation) =>
        database.WriteAsync(connection => Put(connection, unit), cancellation);

    public Task<bool> ReplaceUnitAsync(Unit? seen, Unit unit, CancellationToken cancellation) =>
        database.WriteAsync(connection => Equals(Find(connection, unit.UnitId), seen) && Put(connection, unit) == (seen is null),
            cancellation);

    public async Task<Slice<Unit>> ListUnitsAsync(int top, string? continuation, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        var after = ContinuationToken.Key("units", continuation) ?? "";
        var rows = await database.QueryAsync(
            $"{SelectUnits} WHERE unit_id > $after ORDER BY unit_id LIMIT $limit", Unit, cancellation,
            ("$after", after), ("$limit", top + 1L));
        return ContinuationToken.Slice("units", rows, top, unit => unit.UnitId.Value);
    }

    public Task<Official?> FindOfficialAsync(OfficialId id, CancellationToken cancellation) =>
        database.ReadAsync(connection => Find(connection, id), cancellation);

    public Task<IReadOnlyList<Official>> FindOfficialsAsync(IReadOnlyCollection<OfficialId> ids, CancellationToken cancellation) =>
        database.QueryAsync(
            $"{SelectOfficials} WHERE official_id IN (SELECT value FROM json_each($ids))", Official, cancellation,
            ("$ids", JsonSerializer.Serialize(ids)));

    public Task<IReadOnlyList<Official>> FindNamedAsync(IReadOnlyCollection<string> names, CancellationToken cancellation) =>
        database.QueryAsync(
            $"{SelectOfficials} WHERE name IN (SELECT value FROM json_each($names))", Official, cancellation,
            ("$names", JsonSerializer.Serialize(names)));

    public Task<bool> PutOfficialAsync(Official official, CancellationToken cancellation) =>
        database.WriteAsync(connection => Put(connection, official), cancellation);

    public Task<bool> ReplaceOfficialAsync(Official? seen, Official official, CancellationToken cancellation) =>
        database.WriteAsync(
            connection => Equals(Find(connection, official.OfficialId), seen) && Put(connection, official) == (seen is null), cancellation);

    public async Task<Slice<Official>> ListOfficialsAsync(UnitId? unitId, int top, string? continuation, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        var after = ContinuationToken.Key("officials", continuation) ?? "";
        var ofUnit = unitId is null ? "" : "official_id IN (SELECT official_id FROM posts WHERE unit_id = $unit) AND";
        var rows = await database.QueryAsync(
            $"{SelectOfficials} WHERE {ofUnit} official_id > $after ORDER BY official_id LIMIT $limit", Official, cancellation,
            ("$unit", unitId?.Value), ("$after", after), ("$limit", top + 1L));
        return ContinuationToken.Slice("officials", rows, top, official => official.OfficialId.Value);
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

    public Task<IReadOnlyList<Unit>> SucceededUnitsAsync(CancellationToken cancellation) =>
        database.QueryAsync($"{SelectUnits} WHERE successor_unit_id IS NOT NULL ORDER BY unit_id", Unit, cancellation);

    private static Unit? Find(SqliteConnection connection, UnitId id) =>
        connection.Query($"{SelectUnits} WHERE unit_id = $id", Unit, ("$id", id.Value)).SingleOrDefault();

    private static Official? Find(SqliteConnection connection, OfficialId id) =>
        connection.Query($"{SelectOfficials} WHERE official_id = $id", Official, ("$id", id.Value)).SingleOrDefault();

    private static bool Put(SqliteConnection connection, Unit unit)
    {
        var isNew = connection.Number("SELECT count(*) FROM units WHERE unit_id = $id", ("$id", unit.UnitId.Value)) == 0;
        connection.Execute(
            PutUnit,
            ("$id", unit.UnitId.Value), ("$name", unit.Name), ("$kind", StoredText.Of(unit.Kind)),
            ("$level", StoredText.Of(unit.Level)), ("$parent", unit.ParentUnitId?.Value), ("$liaison", unit.Liaison.Name),
            ("$email", unit.Liaison.Email), ("$supervisor", unit.SupervisorEmail), ("$language", unit.Liaison.Language.Tag),
            ("$successor", unit.SuccessorUnitId?.Value), ("$registered", unit.RegisteredOn));
        return isNew;
    }

    private static bool Put(SqliteConnection connection, Official official)
    {
        var id = official.OfficialId.Value;
        var isNew = connection.Number("SELECT count(*) FROM officials WHERE official_id = $id", ("$id", id)) == 0;
        connection.Execute(
            """
            INSERT OR REPLACE INTO officials (official_id, name, email, language) VALUES ($id, $name, $email, $language)
            """,
            ("$id", id), ("$name", official.Name), ("$email", official.Email ?? NoAddress), ("$language", official.Language.Tag));
        connection.Execute("DELETE FROM posts WHERE official_id = $id", ("$id", id));
        foreach (var post in official.Posts)
        {
            connection.Execute(
                """
                INSERT INTO posts (official_id, unit_id, post, role, first_day, last_day, responsibility, main)
                VALUES ($id, $unit, $post, $role, $from, $to, $responsibility, $main)
                """,
                ("$id", id), ("$unit", post.UnitId.Value), ("$post", post.Post), ("$role", StoredText.Of(post.Role)), ("$from", post.From),
                ("$to", post.To),
                ("$responsibility", post.Responsibility is { } responsibility ? StoredText.Of(responsibility) : null),
                ("$main", post == official.MainPost ? 1 : 0));
        }

        return isNew;
    }

    private static Unit Unit(SqliteDataReader row) => new(
        new(row.GetString(0)), row.GetString(1), row.Member<UnitKind>(2), row.Member<UnitLevel>(3),
        row.TextOrNull(4) is { } parent ? new UnitId(parent) : null,
        new Liaison(row.GetString(5), row.GetString(6), row.Language(8)), row.TextOrNull(7),
        row.TextOrNull(9) is { } successor ? new UnitId(successor) : null)
    {
        RegisteredOn = row.DateOrNull(10),
    };

    private static Official Official(SqliteDataReader row) => new(
        new(row.GetString(0)), row.GetString(1), row.GetString(2) is NoAddress ? null : row.GetString(2), row.Language(3),
        StoredPost.Read(row.GetString(4)));
}
