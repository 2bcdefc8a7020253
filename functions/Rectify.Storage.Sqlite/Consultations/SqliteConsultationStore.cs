using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Rectify.Domain;
using Rectify.Office.Access;
using Rectify.Office.Consultations;
using Rectify.Office.Ledger;
using Rectify.Office.Requests;
using Rectify.Storage.Sqlite.Database;

namespace Rectify.Storage.Sqlite.Consultations;

/// <summary>The consultations in a SQLite file.</summary>
public sealed class SqliteConsultationStore(SqliteDatabase database) : IConsultationStore
{
    private const string List = "consultations";
    private const string Newest = "consultations-newest";
    private const string Select = "SELECT asked, data, request_key, body_hash FROM consultations";

    public Task<LoggedConsultation> RecordAsync(
        Consultation draft, DocumentSeries series, KeyedRequest? request, CancellationToken cancellation) =>
        database.WriteAsync(
            connection =>
            {
                if (request is not null && ByKey(connection, request.Key) is { } earlier) return earlier;

                var number = 1 + (int)connection.Number(
                    "SELECT coalesce(max(number), 0) FROM consultations WHERE organ = $organ AND year = $year",
                    ("$organ", series.Organ), ("$year", series.Year));
                var consultation = draft with { Number = series.At(number) };
                connection.Execute(
                    """
                    INSERT INTO consultations (consultation_id, organ, year, number, as_of, actor, data, request_key, body_hash)
                    VALUES ($id, $organ, $year, $number, $asOf, $actor, $data, $key, $hash)
                    """,
                    ("$id", consultation.ConsultationId), ("$organ", series.Organ), ("$year", series.Year), ("$number", number),
                    ("$asOf", consultation.AsOf), ("$actor", consultation.Actor),
                    ("$data", JsonSerializer.Serialize(consultation, DomainJson.Options)),
                    ("$key", request?.Key), ("$hash", request?.BodyHash));
                return new LoggedConsultation(consultation, request);
            },
            cancellation);

    public Task<Consultation?> FindAsync(string consultationId, CancellationToken cancellation) =>
        database.ReadAsync(
            connection =>
                connection.Query($"{Select} WHERE consultation_id = $id", Read, ("$id", consultationId)).SingleOrDefault()?.Consultation,
            cancellation);

    public Task<LoggedConsultation?> FindByKeyAsync(string key, CancellationToken cancellation) =>
        database.ReadAsync(connection => ByKey(connection, key), cancellation);

    public async IAsyncEnumerable<LoggedConsultation> AllAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var logged in await database.ReadAsync(connection => connection.Query($"{Select} ORDER BY asked", Read), cancellation))
            yield return logged;
    }

    public async Task<Slice<Consultation>> ListAsync(int top, string? continuation, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        var rows = await database.ReadAsync(
            connection => connection.Query(
                $"{Select} WHERE asked > $after ORDER BY asked LIMIT $limit",
                row => (Asked: row.GetInt64(0), Read(row).Consultation),
                ("$after", ContinuationToken.Number(List, continuation)), ("$limit", top + 1L)),
            cancellation);
        var slice = ContinuationToken.Slice(List, rows, top, row => row.Asked.ToString(CultureInfo.InvariantCulture));
        return new([.. slice.Items.Select(row => row.Consultation)], slice.Continuation);
    }

    public async Task<Slice<Consultation>> ListNewestAsync(Caller? asker, int top, string? continuation, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        long? before = continuation is null ? null : ContinuationToken.Number(Newest, continuation);
        var rows = await database.ReadAsync(
            connection => connection.Query(
                $"{Select} WHERE ($before IS NULL OR asked < $before) "
                + "AND ($actor IS NULL OR actor = $actor OR substr(actor, 1, length($start)) = $start) "
                + "ORDER BY asked DESC LIMIT $limit",
                row => (Asked: row.GetInt64(0), Read(row).Consultation),
                ("$before", before), ("$actor", asker?.Actor), ("$start", asker?.ActorStart), ("$limit", top + 1L)),
            cancellation);
        var slice = ContinuationToken.Slice(Newest, rows, top, row => row.Asked.ToString(CultureInfo.InvariantCulture));
        return new([.. slice.Items.Select(row => row.Consultation)], slice.Continuation);
    }

    private static LoggedConsultation? ByKey(SqliteConnection connection, string key) =>
        connection.Query($"{Select} WHERE request_key = $key", Read, ("$key", key)).SingleOrDefault();

    private static LoggedConsultation Read(SqliteDataReader row) => new(
        JsonSerializer.Deserialize<Consultation>(row.GetString(1), DomainJson.Options)!,
        row.TextOrNull(2) is { } key ? new KeyedRequest(key, row.GetString(3)) : null);
}
