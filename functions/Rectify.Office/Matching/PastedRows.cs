using System.Globalization;
using Rectify.Domain.Identity;
using Rectify.Office.Text;

namespace Rectify.Office.Matching;

/// <summary>
/// Reads the rows of a pasted list: cells between tabs, commas, semicolons or spaces, columns in any order, with a heading or without.
/// </summary>
public sealed class PastedRows
{
    private const int MaxColumns = 40;

    private readonly CellReader reader;

    private PastedRows(RegisterIndex index) => reader = new CellReader(index);

    /// <summary>The rows of the text, without its heading and without blank ones.</summary>
    public static IReadOnlyList<AskedRow> Read(string text, RegisterIndex index) => new PastedRows(index).Read(text);

    /// <summary>The lines that are not blank, a heading among them, each with its length.</summary>
    public static IReadOnlyList<(int Line, int Length)> LinesIn(string text) =>
        [.. PastedText.Lines(text).Select(record => (record.Line, record.Text.Length))];

    /// <summary>The subjects of a text that holds nothing but ids with their kinds; null when it holds anything else.</summary>
    public static IReadOnlyList<Subject>? OnlyIds(string text)
    {
        var cells = PastedText.Read(text).SelectMany(record => record.Cells).Where(cell => cell.Length > 0)
            .Select(CellReader.WholeId).ToList();
        return cells.Contains(null) ? null : [.. cells.OfType<Subject>()];
    }

    private IReadOnlyList<AskedRow> Read(string text)
    {
        var records = PastedText.Read(text);
        var named = records.Count > 1 ? Heading.Read(records[0]) : null;
        // Words between spaces are put in an order of their own, to which a heading says nothing.
        var heading = records.FirstOrDefault()?.Separator is null && named is { Count: > 1 } ? null : named;
        Row[] rows = [.. records.Skip(named is null ? 0 : 1).SelectMany(record => RowsOf(record, heading))];
        var width = rows.Select(row => row.Cells.Count).DefaultIfEmpty().Max();
        var roles = ColumnRoles.Of(heading, [.. rows.Where(row => row.IsColumns).Select(row => row.Cells)], width);
        return [.. rows.Select(row => Asked(row, roles))];
    }

    private IEnumerable<Row> RowsOf(PastedRecord record, IReadOnlyList<ColumnRole?>? heading)
    {
        var cells = record.Cells.Select(CellReader.WithoutNumber).ToList();
        if (heading is not { Count: > 1 } && record.Separator is null) cells = [.. reader.Words(cells[0])];
        var known = cells.Select(cell => new Cell(cell, cell.Length == 0 ? CellKind.Ignored : reader.KindOf(cell))).ToList();
        return heading is null && IsEnumeration(record, known)
            ? known.Where(cell => cell.Kind != CellKind.Ignored).Select(cell => new Row(record.Line, cell.Text, [cell], IsColumns: false))
            : [new Row(record.Line, record.Text, [.. known.Take(MaxColumns)], IsColumns: known.Count > 1)];
    }

    // Several persons in one line, and not the columns of one: ids, or names and nothing else.
    private static bool IsEnumeration(PastedRecord record, IReadOnlyList<Cell> cells)
    {
        var filled = cells.Where(cell => cell.Kind != CellKind.Ignored).ToList();
        if (filled.Count < 2 || record.Separator is null or "\t") return false;
        return filled.All(cell => cell.Kind == CellKind.WholeId)
            || (filled.All(cell => cell.Is(CellKind.Person | CellKind.LikeName) && !cell.Is(CellKind.Unit | CellKind.Post))
                && (record.Separator == "、" || filled.Count(cell => cell.Is(CellKind.Person)) >= 2));
    }

    private static AskedRow Asked(Row row, IReadOnlyList<ColumnRole> roles)
    {
        var parts = new Dictionary<ColumnRole, string>();
        foreach (var (column, cell) in row.Cells.Index())
        {
            var role = row.IsColumns || roles.Count == 1 ? roles[column] : ColumnRole.Open;
            if (cell.Kind == CellKind.WholeId) role = ColumnRole.Id;
            if (cell.Text.Length == 0 || role == ColumnRole.Ignored) continue;
            if (role == ColumnRole.Open) role = OpenRole(cell, row, parts);
            if (role != ColumnRole.Ignored && !parts.TryAdd(role, cell.Text) && role is ColumnRole.Unit or ColumnRole.Post)
                parts[role] += "、" + cell.Text;
        }

        // In this row the columns stand the other way round.
        if (parts.GetValueOrDefault(ColumnRole.Name) is { } name && parts.GetValueOrDefault(ColumnRole.Unit) is { } unit
            && row.KindOf(unit) is var its && its.HasFlag(CellKind.Person) && !its.HasFlag(CellKind.Unit)
            && row.KindOf(name) is var other && other.HasFlag(CellKind.Unit) && !other.HasFlag(CellKind.Person))
            (parts[ColumnRole.Name], parts[ColumnRole.Unit]) = (unit, name);

        // A list of persons in which this row has no name: the unit beside it is not asked about.
        if (row.IsColumns && roles.Contains(ColumnRole.Name) && !parts.ContainsKey(ColumnRole.Id)) parts.TryAdd(ColumnRole.Name, "");
        return new AskedRow(
            row.Line, Clean(row.Text), parts.GetValueOrDefault(ColumnRole.Name), parts.GetValueOrDefault(ColumnRole.Unit),
            parts.GetValueOrDefault(ColumnRole.Post), parts.GetValueOrDefault(ColumnRole.Id));
    }

    // A cell of no column: what the register knows it as, and otherwise the first thing that is still missing.
    private static ColumnRole OpenRole(Cell cell, Row row, Dictionary<ColumnRole, string> parts)
    {
        if (row.Cells.Count == 1)
            return cell.Is(CellKind.BareId) && !cell.Is(CellKind.Person | CellKind.Unit) ? ColumnRole.Id : ColumnRole.Name;
        if (cell.Kind == CellKind.Ignored) return ColumnRole.Ignored;
        if (cell.Is(CellKind.Person) && !parts.ContainsKey(ColumnRole.Name)) return ColumnRole.Name;
        if (cell.Is(CellKind.Unit)) return ColumnRole.Unit;
        if (cell.Is(CellKind.Post)) return ColumnRole.Post;
        if (cell.Is(CellKind.BareId)) return ColumnRole.Id;
        return !parts.ContainsKey(ColumnRole.Name) && cell.Is(CellKind.LikeName) ? ColumnRole.Name
            : parts.ContainsKey(ColumnRole.Unit) ? ColumnRole.Post
            : ColumnRole.Unit;
    }

    private static string Clean(string text) =>
        TextRule.Refuse(text, Lines.Several) is null ? TextRule.Stored(text) : TextRule.OneLine(text);

    private sealed record Row(int Line, string Text, IReadOnlyList<Cell> Cells, bool IsColumns)
    {
        public CellKind KindOf(string text) => Cells.FirstOrDefault(cell => cell.Text == text)?.Kind ?? CellKind.Text;
    }
}

/// <summary>A cell with what it is.</summary>
internal sealed record Cell(string Text, CellKind Kind)
{
    /// <summary>Whether it is one of these.</summary>
    public bool Is(CellKind kinds) => (Kind & kinds) != 0;

    /// <summary>The whole number in the cell; null when it holds something else.</summary>
    public int? Number => int.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
