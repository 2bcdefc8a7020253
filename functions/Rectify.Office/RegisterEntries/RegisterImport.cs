using System.Diagnostics;
using Rectify.Domain.Calendar;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Office.Register;

namespace Rectify.Office.RegisterEntries;

/// <summary>Imports a table into the register: all of its rows or none.</summary>
public sealed class RegisterImport(IRegisterStore registerStore, RegisterWarnings warnings, TimeProvider clock)
{
    /// <summary>Checks every row, and writes them all when none is rejected and it is no dry run.</summary>
    public async Task<ImportReport> RunAsync(RegisterTable table, ImportMode mode, CancellationToken cancellation) =>
        table.Kind == RegisterKind.Units
        ? await UnitsAsync(table, mode, cancellation)
        : await OfficialsAsync(table, mode, cancellation);

    private async Task<ImportReport> UnitsAsync(RegisterTable table, ImportMode mode, CancellationToken cancellation)
    {
        var known = (await registerStore.AllUnitsAsync(cancellation)).ToDictionary(unit => unit.UnitId);
        var named = new NamedInTable(NamesOf(known.Values, table.Rows), []);
        var rows = table.Rows.Select(row => (Row: row, Unit: Read(row))).ToList();
        RejectTwins(rows, unit => unit.UnitId, UnitTableFormat.Id);

        var links =
            new UnitLinks([.. known.Values.Where(unit => rows.All(item => item.Unit.UnitId != unit.UnitId)),
                .. rows.Select(item => item.Unit).DistinctBy(unit => unit.UnitId)]);
        foreach (var (row, unit) in rows)
        {
            if (links.RefuseParent(unit) is { } parent) row.Reject(UnitTableFormat.Parent, InTable(parent));
            if (links.RefuseSuccessor(unit) is { } successor) row.Reject(UnitTableFormat.Successor, InTable(successor));
        }

        var today = LocalDay.Of(clock.GetUtcNow());
        var after = rows.Select(item => (item.Row.Line, Before: known.GetValueOrDefault(item.Unit.UnitId), item.Unit))
            .Select(item => (item.Line, item.Before, Unit: item.Unit.After(item.Before, today))).ToList();
        return await FinishAsync(
            table, mode,
            [.. after.Select(item => new AcceptedRow(item.Line, item.Unit.UnitId.Value, ChangeOf(item.Before, item.Unit)))],
            () => registerStore.PutAllAsync([.. after.Select(item => item.Unit)], [], cancellation));

        Unit Read(RegisterRow row) => UnitTableFormat.Read(row, named) is var unit && unit.UnitId.Value is not null
            ? UnitTableFormat.Kept(row, unit, known.GetValueOrDefault(unit.UnitId))
            : unit;
    }

    private async Task<ImportReport> OfficialsAsync(RegisterTable table, ImportMode mode, CancellationToken cancellation)
    {
        var named = new NamedInTable(
            NamesOf(await registerStore.AllUnitsAsync(cancellation), []), await registerStore.AllOfficialsAsync(cancellation));
        IReadOnlyList<OfficialLine> lines = [.. table.Rows.Select(row => OfficialTableFormat.Read(row, named))];
        var entries = OfficialLines.Entries(lines);

        var units =
            (await registerStore.FindUnitsAsync([.. lines.Select(line => line.Post.UnitId).Where(id => id.Value is not null)],
                cancellation)).Select(unit => unit.UnitId).ToHashSet();
        foreach (var line in lines.Where(line => line.Post.UnitId.Value is not null && !units.Contains(line.Post.UnitId)))
            line.Row.Reject(OfficialTableFormat.UnitOfPost, RowMessages.UnknownUnit);

        var known = (await registerStore.FindOfficialsAsync([.. entries.Select(one => one.Entry.Id)], cancellation)).ToDictionary(
            official => official.OfficialId);
        var changes = entries.Select(one => (Change: Upon(one.Entry, one.Lines[0].Row), one.Lines)).ToList();
        foreach (var (_, rows) in changes.Where(one => one.Change.After.Posts.Count > PostHistory.Max && one.Lines.Count == 1))
            rows[0].Row.Reject(OfficialTableFormat.Id, RowMessages.TooManyPosts.With(PostHistory.Max));

        var report = await FinishAsync(
            table, mode,
            [.. changes.SelectMany(
                one =>
                    one.Lines.Select(line => new AcceptedRow(line.Row.Line, line.Id.Value, ChangeOf(one.Change.Before, one.Change.After))))
                    .OrderBy(row => row.Line)],
            () => registerStore.PutAllAsync([], [.. changes.Select(one => one.Change.After)], cancellation));
        if (report.Rejected.Count > 0) return report;

        var found = await warnings.OfAsync([.. changes.Select(one => one.Change)], cancellation);
        return report with
        {
            Warnings =
                [.. changes.Zip(found).SelectMany(
                    one =>
                        one.Second.Select(warning =>
                            new RowWarning(one.First.Lines[0].Row.Line, one.First.Change.After.OfficialId.Value, warning)))],
        };

        OfficialChange Upon(OfficialEntry read, RegisterRow row)
        {
            var standing = known.GetValueOrDefault(read.Id);
            var entry = OfficialTableFormat.Kept(row, read, standing);
            return new OfficialChange(entry, standing, entry.On(standing));
        }
    }

    // The units of the register, and those of the table under the names that they have there: a row may name a unit of another row.
    private static Dictionary<UnitId, string> NamesOf(IEnumerable<Unit> known, IReadOnlyList<RegisterRow> rows)
    {
        var names = known.ToDictionary(unit => unit.UnitId, unit => unit.Name);
        var named = new NamedInTable(names.ToDictionary(), []);
        foreach (var (id, name) in rows.Select(UnitTableFormat.Named).Where(one => one.Name.Length > 0))
        {
            if ((id.Length > 0 ? new UnitId(id) : named.OwnUnit(name)) is { } own) names[own] = name;
        }

        return names;
    }

    private static async Task<ImportReport> FinishAsync(RegisterTable table, ImportMode mode, IReadOnlyList<AcceptedRow> accepted,
        Func<Task> write)
    {
        IReadOnlyList<RejectedRow> rejected = [.. table.Rows.SelectMany(row => row.Rejections).OrderBy(rejection => rejection.Line)];
        if (rejected.Count == 0 && mode == ImportMode.Write) await write();

        var lines = rejected.Select(rejection => rejection.Line).ToHashSet();
        return new ImportReport(table.Kind, mode, [.. accepted.Where(row => !lines.Contains(row.Line))], rejected);
    }

    private static void RejectTwins<TItem, TId>(IReadOnlyList<(RegisterRow Row, TItem Item)> rows, Func<TItem, TId> id,
        RegisterColumn column)
        where TId : struct, IId<TId>
    {
        var first = new Dictionary<TId, int>();
        foreach (var (row, item) in rows)
        {
            // An id that could not be read has been rejected already.
            if (id(item).Value is not null && !first.TryAdd(id(item), row.Line))
                row.Reject(column, RowMessages.IdTwice.With(first[id(item)]));
        }
    }

    private static Message InTable(LinkFault fault) => fault switch
    {
        LinkFault.Unknown => RowMessages.UnknownLink,
        LinkFault.AboveItself => RowMessages.AboveItself,
        LinkFault.OwnSuccessor => RowMessages.OwnSuccessor,
        _ => throw new UnreachableException(fault.ToString()),
    };

    private static Change ChangeOf<T>(T? before, T after) where T : class =>
        before is null ? Change.Added : before.Equals(after) ? Change.Unchanged : Change.Replaced;
}

/// <summary>Whether an import writes.</summary>
public enum ImportMode
{
    /// <summary>Write when every row is accepted.</summary>
    Write,

    /// <summary>Only say what would happen.</summary>
    DryRun,
}

/// <summary>What an import did, or would do.</summary>
public sealed record ImportReport(RegisterKind Kind, ImportMode Mode, IReadOnlyList<AcceptedRow> Accepted,
    IReadOnlyList<RejectedRow> Rejected)
{
    /// <summary>Warnings about the rows, although none is rejected.</summary>
    public IReadOnlyList<RowWarning> Warnings { get; init; } = [];

    /// <summary>How many rows were rejected; one may be rejected for several reasons.</summary>
    public int RejectedRows => Rejected.Select(rejection => rejection.Line).Distinct().Count();
}

/// <summary>A warning about a row.</summary>
public sealed record RowWarning(int Line, string Id, RegisterWarning Warning);

/// <summary>A row without fault.</summary>
public sealed record AcceptedRow(int Line, string Id, Change Change);

/// <summary>What a row does to the register.</summary>
public enum Change
{
    /// <summary>The id is new.</summary>
    Added,

    /// <summary>The entry differs from the one before.</summary>
    Replaced,

    /// <summary>The register has the same entry already.</summary>
    Unchanged,
}
