using Rectify.Domain.Messages;
using Rectify.Office.Requests;
using Rectify.Office.Spreadsheets;

namespace Rectify.Office.Register;

/// <summary>A table whose columns are known.</summary>
/// <param name="Kind">What its rows are, as its header tells.</param>
/// <param name="Read">Its rows, and what was left out.</param>
public sealed record RegisterTable(RegisterKind Kind, ReadTable Read)
{
    public const int MaxRows = 10_000;

    /// <summary>Its rows.</summary>
    public IReadOnlyList<RegisterRow> Rows => Read.Rows;

    public static Outcome<RegisterTable> Of(SpreadsheetTable table, ColumnMeanings meanings)
    {
        if (!KindOf(table, meanings).Try(out var kind, out var problem)) return problem;
        if (!ReadTable.Of(table, ColumnsOf(kind), meanings).Try(out var read, out var refusal)) return refusal;
        return read.Rows.Count > MaxRows
            ? Problem.Rule("body", RegisterTableMessages.TooManyRows.With(MaxRows, read.Rows.Count))
            : new RegisterTable(kind, read);
    }

    /// <summary>How the header of such a table is understood.</summary>
    public static Outcome<HeaderReading> HeaderOf(SpreadsheetTable table, ColumnMeanings meanings) =>
        KindOf(table, meanings).Try(out var kind, out var problem) ? HeaderReading.Of(table, ColumnsOf(kind), meanings) : problem;

    private static IReadOnlyList<RegisterColumn> ColumnsOf(RegisterKind kind) =>
        kind == RegisterKind.Officials ? OfficialTableFormat.Columns : UnitTableFormat.Columns;

    // Both kinds have a name and a unit; only officials have a post.
    private static Outcome<RegisterKind> KindOf(SpreadsheetTable table, ColumnMeanings meanings)
    {
        RegisterColumn[] all = [.. UnitTableFormat.Columns, .. OfficialTableFormat.Columns];
        return table.HeadedBy(header => all.Any(column => meanings.Means(header, column))).Try(out var headed, out var problem)
            ? headed.Header.Any(header => OfficialTableFormat.Telling.Any(column => meanings.Means(header, column)))
                ? RegisterKind.Officials
                : RegisterKind.Units
            : problem;
    }
}

/// <summary>The rows of a table with columns that are known.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Unused">Names of columns that are not asked for, and were left out.</param>
/// <param name="Skipped">Rows with a total or a note, which were left out.</param>
/// <param name="Sheet">The sheet that was read, of a file with several; null otherwise.</param>
public sealed record ReadTable(
    IReadOnlyList<RegisterRow> Rows, IReadOnlyList<string> Unused, IReadOnlyList<SkippedRow> Skipped, string? Sheet)
{
    /// <summary>The rows below the header that names most of these columns, or what is wrong with it.</summary>
    public static Outcome<ReadTable> Of(SpreadsheetTable table, IReadOnlyList<RegisterColumn> columns, ColumnMeanings meanings)
    {
        if (!HeaderReading.Of(table, columns, meanings).Try(out var header, out var problem)) return problem;
        if (Refuse(header, columns) is { } refusal) return refusal;

        var places = header.Headers.Index().Where(one => one.Item.Column is not null).ToDictionary(
            one => one.Item.Column!, one => (one.Index, one.Item.Text));
        var used = places.Values.Select(place => place.Index).ToHashSet();
        return new ReadTable(
            [.. header.Table.Rows.Where(row => used.Any(index => !string.IsNullOrWhiteSpace(row.Cells[index])))
                .Select(row => new RegisterRow(row, places))],
            [.. header.Headers.Where(one => one.IsUnknown).Select(one => one.Text)], header.Table.Skipped, header.Table.Sheet);
    }

    private static Problem? Refuse(HeaderReading header, IReadOnlyList<RegisterColumn> columns)
    {
        Message[] errors =
        [
            .. columns.Where(column => header.Headers.Count(one => one.Column == column) > 1)
                .Select(column => RegisterTableMessages.ColumnTwice.With((column.Chinese, column.Name))),
            .. header.Absent.Where(column => column.Need == ColumnNeed.Required)
                .Select(column => RegisterTableMessages.ColumnMissing.With((column.Chinese, column.Name))),
        ];
        if (errors.Length == 0) return null;

        // Whichever column is missing may stand under another name.
        errors =
        [
            .. header.Headers.Where(one => one.IsUnknown).Select(one => RegisterTableMessages.UnknownColumn.With(one.Text)),
            .. errors,
        ];
        return SpreadsheetTable.Malformed(
            header.Table.Line,
            RegisterTableMessages.Header.With(
                header.Table.Line, errors, [.. columns.Select(column => $"{column.Name} ({column.Chinese})")]));
    }
}

/// <summary>What a table holds.</summary>
public enum RegisterKind
{
    /// <summary>Units.</summary>
    Units,

    /// <summary>Officials.</summary>
    Officials,
}
