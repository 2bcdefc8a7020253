using Rectify.Domain.Messages;
using Rectify.Office.Csv;
using Rectify.Office.Requests;

namespace Rectify.Office.Register;

/// <summary>A table whose columns are known.</summary>
/// <param name="Kind">What its rows are, as its header tells.</param>
/// <param name="Rows">Its rows.</param>
public sealed record RegisterTable(RegisterKind Kind, IReadOnlyList<RegisterRow> Rows)
{
    public const int MaxRows = 10_000;

    public static Outcome<RegisterTable> Of(CsvTable table)
    {
        if (table.Rows.Count > MaxRows)
            return Problem.Rule("body", RegisterTableMessages.TooManyRows.With(MaxRows, table.Rows.Count));

        // Both kinds have a column for the unit; only officials have one for the official.
        var kind = table.Header.Any(OfficialTableFormat.Id.IsNamed) ? RegisterKind.Officials : RegisterKind.Units;
        return RowsOf(table, kind == RegisterKind.Officials ? OfficialTableFormat.Columns : UnitTableFormat.Columns)
            .Try(out var rows, out var refusal)
            ? new RegisterTable(kind, rows)
            : refusal;
    }

    /// <summary>The rows of a table with these columns, or what is wrong with its header.</summary>
    public static Outcome<IReadOnlyList<RegisterRow>> RowsOf(CsvTable table, IReadOnlyList<RegisterColumn> columns)
    {
        if (Refuse(table.Header, columns) is { } refusal) return refusal;

        var places = new Dictionary<RegisterColumn, (int Index, string Header)>();
        foreach (var (index, header) in table.Header.Index()) places[columns.Single(column => column.IsNamed(header))] = (index, header);
        return Outcome<IReadOnlyList<RegisterRow>>.Of([.. table.Rows.Select(row => new RegisterRow(row, places))]);
    }

    private static Problem? Refuse(IReadOnlyList<string> header, IReadOnlyList<RegisterColumn> columns)
    {
        Message[] errors =
        [
            .. header.Where(name => !columns.Any(column => column.IsNamed(name))).Select(RegisterTableMessages.UnknownColumn.With),
            .. columns.Where(column => header.Count(column.IsNamed) > 1)
                .Select(column => RegisterTableMessages.ColumnTwice.With((column.Chinese, column.Name))),
            .. columns.Where(column => column.Need == ColumnNeed.Required && !header.Any(column.IsNamed))
                .Select(column => RegisterTableMessages.ColumnMissing.With((column.Chinese, column.Name))),
        ];
        return errors.Length == 0
            ? null
            : CsvTable.Malformed(
                1, RegisterTableMessages.Header.With(errors, [.. columns.Select(column => $"{column.Name} ({column.Chinese})")]));
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
