using Azure.Data.Tables;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Functions.Ledger;
using Rectify.Functions.Ledger.Tables;

namespace Rectify.Functions.Registry;

/// <summary>The register of units and officials in Azure Tables: a partition for each kind, a row for each entry.</summary>
internal sealed class TablesRegistry(TablesStore store) : IRegistry
{
    private const string Units = "units";
    private const string Officials = "officials";

    public async Task<Unit?> FindUnitAsync(UnitId id, CancellationToken cancellation) =>
        await TablesStore.FindAsync(store.Register, Units, TableKey.Of(id.Value), cancellation) is { } row ? Unit(row) : null;

    public async Task<IReadOnlyList<Unit>> FindUnitsAsync(IReadOnlyCollection<UnitId> ids, CancellationToken cancellation) =>
        [.. (await Together.AskAsync(ids, FindUnitAsync, cancellation)).Values.OfType<Unit>()];

    public Task<bool> PutUnitAsync(Unit unit, CancellationToken cancellation) => PutAsync(Row(unit), cancellation);

    public Task<bool> ReplaceUnitAsync(Unit? seen, Unit unit, CancellationToken cancellation) => ReplaceAsync(seen, unit, Row(unit), Unit, cancellation);

    public Task<Slice<Unit>> ListUnitsAsync(int top, string? continuation, CancellationToken cancellation) =>
        ListAsync(Units, null, top, continuation, Unit, unit => unit.UnitId.Value, cancellation);

    public async Task<Official?> FindOfficialAsync(OfficialId id, CancellationToken cancellation) =>
        await TablesStore.FindAsync(store.Register, Officials, TableKey.Of(id.Value), cancellation) is { } row ? Official(row) : null;

    public async Task<IReadOnlyList<Official>> FindOfficialsAsync(IReadOnlyCollection<OfficialId> ids, CancellationToken cancellation) =>
        [.. (await Together.AskAsync(ids, FindOfficialAsync, cancellation)).Values.OfType<Official>()];

    public Task<bool> PutOfficialAsync(Official official, CancellationToken cancellation) => PutAsync(Row(official), cancellation);

    public Task<bool> ReplaceOfficialAsync(Official? seen, Official official, CancellationToken cancellation) =>
        ReplaceAsync(seen, official, Row(official), Official, cancellation);

    public Task<Slice<Official>> ListOfficialsAsync(UnitId? unitId, int top, string? continuation, CancellationToken cancellation) =>
        ListAsync(
            Officials, unitId is { } unit ? TableClient.CreateQueryFilter($"UnitId eq {unit.Value}") : null,
            top, continuation, Official, official => official.OfficialId.Value, cancellation);

    // Of two that put a new entry at once, one has put the new entry and the other has replaced it.
    private async Task<bool> PutAsync(TableEntity row, CancellationToken cancellation)
    {
        if (await TablesStore.TryAsync(store.Register, new TableTransactionAction(TableTransactionActionType.Add, row), cancellation) is not null) return true;

        await TablesStore.TryAsync(store.Register, new TableTransactionAction(TableTransactionActionType.UpsertReplace, row), cancellation);
        return false;
    }

    // The store may have made a change whose answer was lost: what stands there then is what was to be put.
    private async Task<bool> ReplaceAsync<T>(T? seen, T next, TableEntity row, Func<TableEntity, T> read, CancellationToken cancellation) where T : class
    {
        var standing = await TablesStore.FindAsync(store.Register, row.PartitionKey, row.RowKey, cancellation);
        if (!Equals(standing is null ? null : read(standing), seen)) return false;

        var change = standing is null
            ? new TableTransactionAction(TableTransactionActionType.Add, row)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, standing.ETag);
        return await TablesStore.TryAsync(store.Register, change, cancellation) is not null
            || (await TablesStore.FindAsync(store.Register, row.PartitionKey, row.RowKey, cancellation) is { } now && read(now).Equals(next));
    }

    private async Task<Slice<T>> ListAsync<T>(
        string kind, string? condition, int top, string? continuation, Func<TableEntity, T> read, Func<T, string> id, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        var after = SqliteContinuation.Key(kind, continuation) is { } last ? TableKey.Of(last) : "";
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {kind} and RowKey gt {after}");
        List<T> found = [];
        await foreach (var row in TablesStore.QueryAsync(store.Register, condition is null ? filter : $"{filter} and {condition}", cancellation, pageSize: Math.Min(top + 1, 1000)))
        {
            found.Add(read(row));
            if (found.Count > top) break;
        }

        return SqliteContinuation.Slice(kind, found, top, id);
    }

    private static TableEntity Row(Unit unit)
    {
        var row = new TableEntity(Units, TableKey.Of(unit.UnitId.Value))
        {
            ["Id"] = unit.UnitId.Value,
            ["Name"] = AppendRules.Exact(unit.Name),
            ["Kind"] = SqliteText.Of(unit.Kind),
            ["Level"] = SqliteText.Of(unit.Level),
            ["LiaisonName"] = AppendRules.Exact(unit.Liaison.Name),
            ["LiaisonEmail"] = AppendRules.Exact(unit.Liaison.Email),
        };
        if (unit.Liaison.Language != Language.Chinese) row["LiaisonLanguage"] = unit.Liaison.Language.Tag;
        if (unit.SuccessorUnitId is { } successor) row["Successor"] = successor.Value;
        if (unit.ParentUnitId is { } parent) row["Parent"] = parent.Value;
        if (unit.SupervisorEmail is { } supervisor) row["SupervisorEmail"] = AppendRules.Exact(supervisor);
        return row;
    }

    private static TableEntity Row(Official official)
    {
        var row = new TableEntity(Officials, TableKey.Of(official.OfficialId.Value))
        {
            ["Id"] = official.OfficialId.Value,
            ["Name"] = AppendRules.Exact(official.Name),
            ["Email"] = AppendRules.Exact(official.Email),
            ["UnitId"] = official.UnitId.Value,
            ["Post"] = AppendRules.Exact(official.Post),
            ["Role"] = SqliteText.Of(official.Role),
            ["FirstDay"] = SqliteText.Of(official.From),
        };
        if (official.Language != Language.Chinese) row["Language"] = official.Language.Tag;
        if (official.To is { } last) row["LastDay"] = SqliteText.Of(last);
        if (official.Responsibility is { } responsibility) row["Responsibility"] = SqliteText.Of(responsibility);
        return row;
    }

    private static Unit Unit(TableEntity row) => new(
        new(row.GetString("Id")), row.GetString("Name"), EntryColumns.Member<UnitKind>(row.GetString("Kind")),
        EntryColumns.Member<UnitLevel>(row.GetString("Level")), row.GetString("Parent") is { } parent ? new UnitId(parent) : null,
        new Liaison(row.GetString("LiaisonName"), row.GetString("LiaisonEmail"), EntryColumns.Language(row.GetString("LiaisonLanguage"))),
        row.GetString("SupervisorEmail"), row.GetString("Successor") is { } successor ? new UnitId(successor) : null);

    private static Official Official(TableEntity row) => new(
        new(row.GetString("Id")), row.GetString("Name"), row.GetString("Email"), new(row.GetString("UnitId")), row.GetString("Post"),
        EntryColumns.Member<LeaderRole>(row.GetString("Role")), EntryColumns.Day(row.GetString("FirstDay")),
        row.GetString("LastDay") is { } last ? EntryColumns.Day(last) : null, EntryColumns.Language(row.GetString("Language")),
        row.GetString("Responsibility") is { } responsibility ? EntryColumns.Member<Responsibility>(responsibility) : null);
}
