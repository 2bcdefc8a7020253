using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using Rectify.Domain;
using Rectify.Office.Access;
using Rectify.Office.Consultations;
using Rectify.Office.Ledger;
using Rectify.Office.Requests;
using Rectify.Storage.Tables.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Consultations;

/// <summary>
/// The consultations in Azure Tables. All rows are in one partition, so that a consultation, its number and its key are written in one
/// transaction.
/// </summary>
/// <remarks>
/// Row keys: <c>q{asked}</c> a consultation, numbered in the order of asking · <c>counter</c> the last number given out in that order ·
/// <c>i:{id}</c>, <c>k:{key}</c>, <c>n:{organ}:{year}:{number, highest first}</c> pointers to the consultation with this id, idempotency
/// key or document number. Only the counter is ever changed.
/// </remarks>
public sealed class TablesConsultationStore(TablesStore store) : IConsultationStore
{
    private const string List = "consultations";
    private const string Newest = "consultations-newest";
    private const string Partition = "consultations";
    private const string Counter = "counter";

    // Lets one writer of this process in at a time. Writers of several processes are kept apart by the counter's row, which each of them
    // replaces only if it is unchanged.
    private readonly SemaphoreSlim writer = new(1);

    public async Task<LoggedConsultation> RecordAsync(
        Consultation draft, DocumentSeries series, KeyedRequest? request, CancellationToken cancellation)
    {
        await writer.WaitAsync(cancellation);
        try
        {
            while (true)
            {
                if (request is not null && await FindByKeyAsync(request.Key, cancellation) is { } earlier) return earlier;

                var counter = await TablesStore.FindAsync(store.Register, Partition, Counter, cancellation);
                var logged = new LoggedConsultation(draft with { Number = series.At(await HighestAsync(series, cancellation) + 1) },
                    request);
                if (await TablesStore.TryGroupAsync(store.Register, Changes(counter, logged), cancellation) is not null) return logged;

                // Either another process wrote first, or this consultation was stored and the service's answer was lost.
                if (await ByPointerAsync(IdKey(draft.ConsultationId), cancellation) is { } recorded) return recorded;
            }
        }
        finally
        {
            writer.Release();
        }
    }

    public async Task<Consultation?> FindAsync(string consultationId, CancellationToken cancellation) =>
        (await ByPointerAsync(IdKey(consultationId), cancellation))?.Consultation;

    public Task<LoggedConsultation?> FindByKeyAsync(string key, CancellationToken cancellation) =>
        ByPointerAsync($"k:{TableKey.Of(key)}", cancellation);

    public async IAsyncEnumerable<LoggedConsultation> AllAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (_, logged) in ReadAsync(0, cancellation)) yield return logged;
    }

    public async Task<Slice<Consultation>> ListAsync(int top, string? continuation, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        List<(long Asked, LoggedConsultation Logged)> found = [];
        await foreach (var logged in ReadAsync(ContinuationToken.Number(List, continuation) + 1, cancellation))
        {
            found.Add(logged);
            if (found.Count > top) break;
        }

        var slice = ContinuationToken.Slice(List, found, top, row => row.Asked.ToString(CultureInfo.InvariantCulture));
        return new([.. slice.Items.Select(row => row.Logged.Consultation)], slice.Continuation);
    }

    public async Task<Slice<Consultation>> ListNewestAsync(Caller? asker, int top, string? continuation, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        var before = continuation is not null
            ? ContinuationToken.Number(Newest, continuation)
            : 1 + ((await TablesStore.FindAsync(store.Register, Partition, Counter, cancellation))?.GetInt64("Last") ?? 0);

        // The service returns rows in ascending order only. The order of asking has no gaps, so that a range of top + 1 places holds as
        // many consultations.
        List<(long Asked, LoggedConsultation Logged)> found = [];
        while (before > 1 && found.Count <= top)
        {
            var from = Math.Max(1, before - top - 1);
            List<(long Asked, LoggedConsultation Logged)> part = [];
            await foreach (var logged in ReadAsync(from, cancellation, before)) part.Add(logged);
            found.AddRange(part.Where(one => asker is null || asker.IsActor(one.Logged.Consultation.Actor)).Reverse());
            before = from;
        }

        var slice = ContinuationToken.Slice(Newest, [.. found.Take(top + 1)], top, row => row.Asked.ToString(CultureInfo.InvariantCulture));
        return new([.. slice.Items.Select(row => row.Logged.Consultation)], slice.Continuation);
    }

    private static IReadOnlyList<TableTransactionAction> Changes(TableEntity? counter, LoggedConsultation logged)
    {
        var (consultation, request) = logged;
        var asked = (counter?.GetInt64("Last") ?? 0) + 1;
        TableEntity Pointer(string key) => new(Partition, key) { ["Asked"] = asked };

        var first = new TableEntity(Partition, Key(asked)) { ["Asked"] = asked };
        if (request is not null) (first["Key"], first["BodyHash"]) = (AppendRules.Exact(request.Key), request.BodyHash);
        var number = Pointer($"{SeriesPrefix(consultation.Number.Series!)}:{TableKey.Descending(consultation.Number.Number!.Value)}");
        number["Number"] = consultation.Number.Number!.Value;
        List<TableEntity> rows =
        [
            .. WideText.Put(first, JsonSerializer.Serialize(consultation, DomainJson.Options)),
            Pointer(IdKey(consultation.ConsultationId)),
            number,
            .. request is null ? (TableEntity[])[] : [Pointer($"k:{TableKey.Of(request.Key)}")],
        ];

        var next = new TableEntity(Partition, Counter) { ["Last"] = asked };
        return
        [
            counter is null
                ? new TableTransactionAction(TableTransactionActionType.Add, next)
                : new TableTransactionAction(TableTransactionActionType.UpdateReplace, next, counter.ETag),
            .. EntityGroup.Of(rows),
        ];
    }

    private async Task<int> HighestAsync(DocumentSeries series, CancellationToken cancellation)
    {
        var filter = TablesStore.Range(Partition, $"{SeriesPrefix(series)}:", $"{SeriesPrefix(series)}{TableKey.AfterSeparator}");
        await foreach (var row in TablesStore.QueryAsync(store.Register, filter, cancellation, pageSize: 1))
            return row.GetInt32("Number")!.Value;
        return 0;
    }

    private async Task<LoggedConsultation?> ByPointerAsync(string key, CancellationToken cancellation)
    {
        if (await TablesStore.FindAsync(store.Register, Partition, key, cancellation) is not { } pointer) return null;

        var asked = pointer.GetInt64("Asked")!.Value;
        await foreach (var (_, logged) in ReadAsync(asked, cancellation, asked + 1)) return logged;
        throw new InvalidDataException($"The consultation {asked} is missing in the tables.");
    }

    private async IAsyncEnumerable<(long Asked, LoggedConsultation Logged)> ReadAsync(
        long from, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation, long? before = null)
    {
        List<TableEntity> parts = [];
        var filter = TablesStore.Range(Partition, Key(from), before is { } end ? Key(end) : "r");
        await foreach (var row in TablesStore.QueryAsync(store.Register, filter, cancellation))
        {
            if (!WideText.Continues(row) && parts.Count > 0)
            {
                yield return Read(parts);
                parts = [];
            }

            parts.Add(row);
        }

        if (parts.Count > 0) yield return Read(parts);
    }

    private static (long, LoggedConsultation) Read(IReadOnlyList<TableEntity> rows) =>
    (
        rows[0].GetInt64("Asked")!.Value,
        new LoggedConsultation(
            JsonSerializer.Deserialize<Consultation>(WideText.Read(rows), DomainJson.Options)!,
            rows[0].GetString("Key") is { } key ? new KeyedRequest(key, rows[0].GetString("BodyHash")) : null)
    );

    private static string Key(long asked) => $"q{TableKey.Of(asked)}";

    private static string IdKey(string consultationId) => $"i:{TableKey.Of(consultationId)}";

    private static string SeriesPrefix(DocumentSeries series) =>
        $"n:{TableKey.Of(series.Organ)}:{series.Year.ToString("D4", CultureInfo.InvariantCulture)}";
}
