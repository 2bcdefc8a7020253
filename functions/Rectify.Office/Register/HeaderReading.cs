using Rectify.Office.Requests;
using Rectify.Office.Spreadsheets;

namespace Rectify.Office.Register;

/// <summary>How the header of a table is understood.</summary>
/// <param name="Table">The table with its header.</param>
/// <param name="Headers">Each cell of the header, in order.</param>
/// <param name="Absent">Columns that no cell names.</param>
public sealed record HeaderReading(HeadedTable Table, IReadOnlyList<ReadHeader> Headers, IReadOnlyList<RegisterColumn> Absent)
{
    private const int MostSamples = 3;

    /// <summary>Whether somebody can say which of the cells means which absent column.</summary>
    public bool CanBeMapped =>
        Absent.Count > 0 && Headers.Any(header => header.IsUnknown) && Headers.Any(header => header.Column is not null);

    public static Outcome<HeaderReading> Of(SpreadsheetTable table, IReadOnlyList<RegisterColumn> columns, ColumnMeanings meanings)
    {
        if (!table.HeadedBy(name => columns.Any(column => meanings.Means(name, column))).Try(out var headed, out var problem))
            return problem;

        List<ReadHeader> headers =
        [
            .. headed.Header.Index().Select(one => new ReadHeader(
                one.Item, columns.FirstOrDefault(column => meanings.Means(one.Item, column)), meanings.IsTold(one.Item),
                [.. headed.Rows.Select(row => row.Cells[one.Index].Trim()).Where(cell => cell.Length > 0).Take(MostSamples)])),
        ];
        return new HeaderReading(
            headed, headers, [.. columns.Where(column => headers.TrueForAll(header => header.Column != column))]);
    }
}

/// <summary>A cell of a header.</summary>
/// <param name="Text">The cell.</param>
/// <param name="Column">The column that it names; null for one that is not asked for.</param>
/// <param name="IsTold">Whether somebody has said what it means.</param>
/// <param name="Samples">The first texts below it.</param>
public sealed record ReadHeader(string Text, RegisterColumn? Column, bool IsTold, IReadOnlyList<string> Samples)
{
    /// <summary>Whether it is a name that was not understood.</summary>
    public bool IsUnknown => Column is null && Text.Length > 0;
}

/// <summary>
/// What somebody has said about the columns of a table: which of them a cell of its header means, or that it is left out.
/// </summary>
public sealed class ColumnMeanings
{
    private readonly Dictionary<string, string> told = new(StringComparer.Ordinal);

    /// <summary>Nothing is said: the names tell.</summary>
    public static ColumnMeanings None { get; } = new([], []);

    /// <param name="headers">Cells of the header.</param>
    /// <param name="columns">For each of them the name of a column; empty for one that is left out.</param>
    public ColumnMeanings(IReadOnlyList<string> headers, IReadOnlyList<string> columns)
    {
        foreach (var (header, column) in headers.Zip(columns)) told[header] = column;
    }

    /// <summary>Whether something is said about a cell.</summary>
    public bool IsTold(string header) => told.ContainsKey(header.Trim());

    /// <summary>Whether a cell means a column.</summary>
    public bool Means(string header, RegisterColumn column) =>
        told.TryGetValue(header.Trim(), out var name) ? column.Name == name : column.IsNamed(header);
}
