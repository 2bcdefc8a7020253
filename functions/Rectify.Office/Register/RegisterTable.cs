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

    public static Outcome<RegisterTable> Of(SpreadsheetTable table)
    {
        // Both kinds have a name and a unit; only officials have a post.
        RegisterColumn[] all = [.. UnitTableFormat.Columns, .. OfficialTableFormat.Columns];
        if (!table.HeadedBy(header => all.Any(column => column.IsNamed(header))).Try(out var headed, out var problem)) return problem;

        var kind = headed.Header.Any(OfficialTableFormat.IsTold) ? RegisterKind.Officials : RegisterKind.Units;
        if (!ReadTable.Of(table, kind == RegisterKind.Officials ? OfficialTableFormat.Columns : UnitTableFormat.Columns)
            .Try(out var read, out var refusal)) return refusal;
        return read.Rows.Count > MaxRows
            ? Problem.Rule("body", RegisterTableMessages.TooManyRows.With(MaxRows, read.Rows.Count))
            : new RegisterTable(kind, read);
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
    public static Outcome<ReadTable> Of(SpreadsheetTable table, IReadOnlyList<RegisterColumn> columns)
    {
        if (!table.HeadedBy(name => columns.Any(column => column.IsNamed(name))).Try(out var headed, out var problem)) return problem;
        if (Refuse(headed, columns) is { } refusal) return refusal;

        var places = new Dictionary<RegisterColumn, (int Index, string Header)>();
        foreach (var (index, header) in headed.Header.Index())
        {
            if (columns.SingleOrDefault(column => column.IsNamed(header)) is { } column) places[column] = (index, header);
        }

        var used = places.Values.Select(place => place.Index).ToHashSet();
        return new ReadTable(
            [.. headed.Rows.Where(row => used.Any(index => !string.IsNullOrWhiteSpace(row.Cells[index])))
                .Select(row => new RegisterRow(row, places))],
            [.. headed.Header.Index().Where(one => one.Item.Length > 0 && !used.Contains(one.Index)).Select(one => one.Item)],
            headed.Skipped, headed.Sheet);
    }

    private static Problem? Refuse(HeadedTable table, IReadOnlyList<RegisterColumn> columns)
    {
        Message[] errors =
        [
            .. columns.Where(column => table.Header.Count(column.IsNamed) > 1)
                .Select(column => RegisterTableMessages.ColumnTwice.With((column.Chinese, column.Name))),
            .. columns.Where(column => column.Need == ColumnNeed.Required && !table.Header.Any(column.IsNamed))
                .Select(column => RegisterTableMessages.ColumnMissing.With((column.Chinese, column.Name))),
        ];
        if (errors.Length == 0) return null;

        // Whichever column is missing may stand under another name.
        errors =
        [
            .. table.Header.Where(name => name.Length > 0 && !columns.Any(column => column.IsNamed(name)))
                .Select(RegisterTableMessages.UnknownColumn.With),
            .. errors,
        ];
        return SpreadsheetTable.Malformed(
            table.Line,
            RegisterTableMessages.Header.With(table.Line, errors, [.. columns.Select(column => $"{column.Name} ({column.Chinese})")]));
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
