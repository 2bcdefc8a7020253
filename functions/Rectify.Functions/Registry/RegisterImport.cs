using Rectify.Domain.Identity;

namespace Rectify.Functions.Registry;

/// <summary>Takes a table into the register: every row or none.</summary>
internal sealed class RegisterImport(IRegistry registry, RegistryDesk desk)
{
    /// <summary>Checks every row, and writes them all when none is rejected and it is no dry run.</summary>
    public async Task<ImportReport> RunAsync(RegisterTable table, ImportMode mode, string actor, CancellationToken cancellation) => table.Kind == RegisterKind.Units
        ? await UnitsAsync(table, mode, cancellation)
        : await OfficialsAsync(table, mode, actor, cancellation);

    private async Task<ImportReport> UnitsAsync(RegisterTable table, ImportMode mode, CancellationToken cancellation)
    {
        var rows = table.Rows.Select(row => (Row: row, Unit: UnitTable.Read(row))).ToList();
        RejectTwins(rows, unit => unit.UnitId, UnitTable.Id);

        var known = (await registry.AllUnitsAsync(cancellation)).ToDictionary(unit => unit.UnitId);
        var links = new UnitLinks([.. known.Values.Where(unit => rows.All(item => item.Unit.UnitId != unit.UnitId)), .. rows.Select(item => item.Unit).DistinctBy(unit => unit.UnitId)]);
        foreach (var (row, unit) in rows)
        {
            if (links.RefuseParent(unit) is { } parent) row.Reject(UnitTable.Parent, parent);
            if (links.RefuseSuccessor(unit) is { } successor) row.Reject(UnitTable.Successor, successor);
        }

        return await FinishAsync(
            table, mode,
            [.. rows.Select(item => new AcceptedRow(item.Row.Line, item.Unit.UnitId.Value, ChangeOf(known.GetValueOrDefault(item.Unit.UnitId), item.Unit)))],
            () => registry.PutAllAsync([.. rows.Select(item => item.Unit)], [], cancellation));
    }

    private async Task<ImportReport> OfficialsAsync(RegisterTable table, ImportMode mode, string actor, CancellationToken cancellation)
    {
        var rows = table.Rows.Select(row => (Row: row, Official: OfficialTable.Read(row))).ToList();
        RejectTwins(rows, official => official.OfficialId, OfficialTable.Id);

        var units = (await registry.FindUnitsAsync([.. rows.Select(item => item.Official.UnitId).Where(id => id.Value is not null)], cancellation)).Select(unit => unit.UnitId).ToHashSet();
        foreach (var (row, official) in rows.Where(item => item.Official.UnitId.Value is not null && !units.Contains(item.Official.UnitId)))
            row.Reject(OfficialTable.UnitOfPost, "a unit in the register; units are imported before their officials");

        var known = (await registry.FindOfficialsAsync([.. rows.Select(item => item.Official.OfficialId).Where(id => id.Value is not null)], cancellation)).ToDictionary(official => official.OfficialId);
        return await FinishAsync(
            table, mode,
            [.. rows.Select(item => new AcceptedRow(item.Row.Line, item.Official.OfficialId.Value, ChangeOf(known.GetValueOrDefault(item.Official.OfficialId), item.Official)))],
            () => desk.PutAsync([.. rows.Select(item => item.Official)], actor, cancellation));
    }

    private static async Task<ImportReport> FinishAsync(RegisterTable table, ImportMode mode, IReadOnlyList<AcceptedRow> accepted, Func<Task> write)
    {
        IReadOnlyList<RejectedRow> rejected = [.. table.Rows.SelectMany(row => row.Rejections).OrderBy(rejection => rejection.Line)];
        if (rejected.Count == 0 && mode == ImportMode.Write) await write();

        var lines = rejected.Select(rejection => rejection.Line).ToHashSet();
        return new ImportReport(table.Kind, mode, [.. accepted.Where(row => !lines.Contains(row.Line))], rejected);
    }

    private static void RejectTwins<TItem, TId>(IReadOnlyList<(RegisterRow Row, TItem Item)> rows, Func<TItem, TId> id, RegisterColumn column)
        where TId : struct, IId<TId>
    {
        var first = new Dictionary<TId, int>();
        foreach (var (row, item) in rows)
        {
            // An id that could not be read has been rejected already.
            if (id(item).Value is not null && !first.TryAdd(id(item), row.Line))
                row.Reject(column, $"each id once; it stands on line {first[id(item)]} already");
        }
    }

    private static Change ChangeOf<T>(T? before, T after) where T : class =>
        before is null ? Change.Added : before.Equals(after) ? Change.Unchanged : Change.Replaced;
}

/// <summary>Whether an import writes.</summary>
internal enum ImportMode
{
    /// <summary>Write when every row is accepted.</summary>
    Write,

    /// <summary>Only say what would happen.</summary>
    DryRun,
}

/// <summary>What an import did, or would do.</summary>
internal sealed record ImportReport(RegisterKind Kind, ImportMode Mode, IReadOnlyList<AcceptedRow> Accepted, IReadOnlyList<RejectedRow> Rejected)
{
    /// <summary>How many rows were rejected; one may be rejected for several reasons.</summary>
    public int RejectedRows => Rejected.Select(rejection => rejection.Line).Distinct().Count();
}

/// <summary>A row without fault.</summary>
internal sealed record AcceptedRow(int Line, string Id, Change Change);

/// <summary>What a row does to the register.</summary>
internal enum Change
{
    /// <summary>The id is new.</summary>
    Added,

    /// <summary>The entry differs from the one before.</summary>
    Replaced,

    /// <summary>The entry stands already.</summary>
    Unchanged,
}
