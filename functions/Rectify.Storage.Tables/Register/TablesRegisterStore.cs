using Azure.Data.Tables;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.YearlyCycle;
using Rectify.Office.Ledger;
using Rectify.Office.Register;
using Rectify.Office.Requests;
using Rectify.Storage.Tables.Ledger;
using Rectify.Storage.Tables.Service;
using Rectify.Storage.Tables.YearlyCycle;

namespace Rectify.Storage.Tables.Register;

/// <summary>The register of units and officials in Azure Tables: a partition for each kind, a row for each entry.</summary>
/// <remarks>
/// A partition for each unit names the officials who ever had a post in it. It is written before the official, so that a kill in between
/// can only leave an entry too many. A row of an earlier program has the present post only; earlier posts are in the yearly book until the
/// row is upgraded.
/// </remarks>
public sealed class TablesRegisterStore(TablesStore store) : IRegisterStore
{
    private const int NamesToAFilter = 10;
    private const string Format = "register-format";

    private readonly TablesYearlyRecordStore yearlyRecordStore = new(store);
    private bool upgraded;

    public async Task<Unit?> FindUnitAsync(UnitId id, CancellationToken cancellation) =>
        await TablesStore.FindAsync(store.Register, RegisterRows.Units, TableKey.Of(id.Value), cancellation) is { } row
            ? RegisterRows.Unit(row) : null;

    public async Task<IReadOnlyList<Unit>> FindUnitsAsync(IReadOnlyCollection<UnitId> ids, CancellationToken cancellation) =>
        [.. (await ParallelQuestions.AskAsync(ids, FindUnitAsync, cancellation)).Values.OfType<Unit>()];

    public Task<bool> PutUnitAsync(Unit unit, CancellationToken cancellation) => PutAsync(RegisterRows.Of(unit), cancellation);

    public Task<bool> ReplaceUnitAsync(Unit? seen, Unit unit, CancellationToken cancellation) =>
        ReplaceAsync(seen, unit, RegisterRows.Of(unit), UnitAsync, cancellation);

    public Task<Slice<Unit>> ListUnitsAsync(int top, string? continuation, CancellationToken cancellation) =>
        ListAsync(RegisterRows.Units, top, continuation, UnitAsync, unit => unit.UnitId.Value, cancellation);

    public async Task<Official?> FindOfficialAsync(OfficialId id, CancellationToken cancellation) =>
        await TablesStore.FindAsync(store.Register, RegisterRows.Officials, TableKey.Of(id.Value), cancellation) is { } row
            ? await OfficialAsync(row, cancellation) : null;

    public async Task<IReadOnlyList<Official>> FindOfficialsAsync(IReadOnlyCollection<OfficialId> ids, CancellationToken cancellation) =>
        [.. (await ParallelQuestions.AskAsync(ids, FindOfficialAsync, cancellation)).Values.OfType<Official>()];

    public async Task<IReadOnlyList<Official>> FindNamedAsync(IReadOnlyCollection<string> names, CancellationToken cancellation)
    {
        if (names.Count == 0) return [];

        // A filter of the service can have few conditions only; for more names every official is read.
        var (wanted, filter) = (names.ToHashSet(StringComparer.Ordinal), RegisterRows.EveryOfficial);
        if (wanted.Count <= NamesToAFilter)
            filter += $" and ({string.Join(" or ", wanted.Select(name => TableClient.CreateQueryFilter($"Name eq {name}")))})";
        List<Official> found = [];
        await foreach (var row in TablesStore.QueryAsync(store.Register, filter, cancellation))
        {
            if (wanted.Contains(row.GetString("Name"))) found.Add(await OfficialAsync(row, cancellation));
        }

        return found;
    }

    public async Task<bool> PutOfficialAsync(Official official, CancellationToken cancellation)
    {
        await IndexAsync(official, cancellation);
        return await PutAsync(RegisterRows.Of(official), cancellation);
    }

    public async Task<bool> ReplaceOfficialAsync(Official? seen, Official official, CancellationToken cancellation)
    {
        await IndexAsync(official, cancellation);
        return await ReplaceAsync(seen, official, RegisterRows.Of(official), OfficialAsync, cancellation);
    }

    public async Task<Slice<Official>> ListOfficialsAsync(UnitId? unitId, int top, string? continuation, CancellationToken cancellation)
    {
        if (unitId is not { } unit)
        {
            return await ListAsync(
                RegisterRows.Officials, top, continuation, OfficialAsync, official => official.OfficialId.Value, cancellation);
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        var after = ContinuationToken.Key(RegisterRows.Officials, continuation) ?? "";
        await UpgradeAsync(cancellation);
        var ids = await TablesStore.QueryAsync(store.Register, TablesStore.Rows(RegisterRows.InUnit(unit)), cancellation)
            .Select(row => new OfficialId(row.GetString("Id")))
            .Where(id => string.CompareOrdinal(id.Value, after) > 0).ToListAsync(cancellation);
        var found = (await FindOfficialsAsync(ids, cancellation))
            .Where(official => official.Posts.In(unit).Any()).OrderBy(official => official.OfficialId.Value, StringComparer.Ordinal);
        return ContinuationToken.Slice(RegisterRows.Officials, [.. found.Take(top + 1)], top, official => official.OfficialId.Value);
    }

    // Upgrades the officials' rows of an earlier program and adds their entries in the units. Done once; a row then records it.
    private async Task UpgradeAsync(CancellationToken cancellation)
    {
        if (upgraded) return;
        if (await TablesStore.FindAsync(store.Register, Format, Format, cancellation) is null)
        {
            while (await UpgradeOnceAsync(cancellation) > 0)
            {
            }

            await store.Register.PutAsync(new TableEntity(Format, Format) { ["Posts"] = 1 }, cancellation);
        }

        upgraded = true;
    }

    private async Task<int> UpgradeOnceAsync(CancellationToken cancellation)
    {
        var count = 0;
        await foreach (var row in TablesStore.QueryAsync(store.Register, RegisterRows.EveryOfficial, cancellation))
        {
            if (row.GetString("Posts") is not null) continue;

            var official = await OfficialAsync(row, cancellation);
            await IndexAsync(official, cancellation);
            // A row that has changed in between is left for the next round.
            await store.Register.TryReplaceAsync(RegisterRows.Of(official), row.ETag, cancellation);
            count++;
        }

        return count;
    }

    // Entries are only added, never removed: whether somebody has left the unit, the official's own row tells.
    private async Task IndexAsync(Official official, CancellationToken cancellation)
    {
        foreach (var unit in official.Posts.Select(post => post.UnitId).Distinct())
            await store.Register.PutAsync(RegisterRows.InUnit(unit, official.OfficialId), cancellation);
    }

    /// <remarks>Rows are written in parallel and in any order, since none depends on another.</remarks>
    public async Task PutAllAsync(IReadOnlyList<Unit> units, IReadOnlyList<Official> officials, CancellationToken cancellation)
    {
        await ParallelQuestions.AskAsync(units, PutUnitAsync, cancellation);
        await ParallelQuestions.AskAsync(officials, PutOfficialAsync, cancellation);
    }

    // True when the entry is new. When two requests put the same new entry at once, only one of them gets true.
    private async Task<bool> PutAsync(TableEntity row, CancellationToken cancellation)
    {
        if (await store.Register.TryAddAsync(row, cancellation) is not null) return true;

        await store.Register.PutAsync(row, cancellation);
        return false;
    }

    // A refused write may have been stored by an attempt whose answer was lost: then the row has the new value already.
    private async Task<bool> ReplaceAsync<T>(
        T? seen, T next, TableEntity row, Func<TableEntity, CancellationToken, Task<T>> read, CancellationToken cancellation)
        where T : class
    {
        var standing = await TablesStore.FindAsync(store.Register, row.PartitionKey, row.RowKey, cancellation);
        if (!Equals(standing is null ? null : await read(standing, cancellation), seen)) return false;

        var written = standing is null
            ? await store.Register.TryAddAsync(row, cancellation)
            : await store.Register.TryReplaceAsync(row, standing.ETag, cancellation);
        return written is not null
            || (await TablesStore.FindAsync(store.Register, row.PartitionKey, row.RowKey, cancellation) is { } now
                && (await read(now, cancellation)).Equals(next));
    }

    private async Task<Slice<T>> ListAsync<T>(
        string kind, int top, string? continuation, Func<TableEntity, CancellationToken, Task<T>> read, Func<T, string> id,
        CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        var after = ContinuationToken.Key(kind, continuation) is { } last ? TableKey.Of(last) : "";
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {kind} and RowKey gt {after}");
        List<T> found = [];
        await foreach (var row in TablesStore.QueryAsync(store.Register, filter, cancellation, pageSize: Math.Min(top + 1, 1000)))
        {
            found.Add(await read(row, cancellation));
            if (found.Count > top) break;
        }

        return ContinuationToken.Slice(kind, found, top, id);
    }

    private static Task<Unit> UnitAsync(TableEntity row, CancellationToken cancellation) => Task.FromResult(RegisterRows.Unit(row));

    private async Task<Official> OfficialAsync(TableEntity row, CancellationToken cancellation) => new(
        new(row.GetString("Id")), row.GetString("Name"), row.GetString("Email"), EntryColumns.Language(row.GetString("Language")),
        row.GetString("Posts") is { } posts ? StoredPost.Read(posts) : await EarlierPostsAsync(row, cancellation));

    private async Task<PostHistory> EarlierPostsAsync(TableEntity row, CancellationToken cancellation)
    {
        var present = new OfficialPost(
            new(row.GetString("UnitId")), row.GetString("Post"), EntryColumns.Member<LeaderRole>(row.GetString("Role")),
            StoredText.Day(row.GetString("FirstDay")), row.GetString("LastDay") is { } last ? StoredText.Day(last) : null,
            row.GetString("Responsibility") is { } responsibility ? EntryColumns.Member<Responsibility>(responsibility) : null);
        var kept =
            await yearlyRecordStore.EntriesOfAsync(YearlyRecordKind.Posts, new Subject.Official(new(row.GetString("Id"))), cancellation);
        return KeptPosts.Before(present, kept.Select(entry => entry.Content).OfType<YearlyContent.Post>());
    }
}
