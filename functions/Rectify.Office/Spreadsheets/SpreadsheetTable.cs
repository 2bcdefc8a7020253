using System.Globalization;
using Rectify.Domain.Messages;
using Rectify.Office.Requests;
using Rectify.Office.Text;

namespace Rectify.Office.Spreadsheets;

/// <summary>A spreadsheet that was sent, before it is known which of its rows is the header.</summary>
/// <remarks>
/// Offices put a title above the header, totals and signatures below the table, and columns of their own beside those that are asked for.
/// Which row is the header is told by the columns that are known.
/// </remarks>
/// <param name="Sheets">The visible sheets with anything in them; a text has one.</param>
public sealed record SpreadsheetTable(IReadOnlyList<Worksheet> Sheets)
{
    // More columns than any table here has, and few enough to be listed in an answer.
    private const int MaxColumns = 100;

    // A title, a subtitle with date and unit, and a header of two rows.
    private const int RowsAboveTable = 20;

    /// <summary>The table below its header: the row in which the most columns are named, the first of the file where none is.</summary>
    /// <param name="isColumn">Whether a cell of the header names a column that is known.</param>
    public Outcome<HeadedTable> HeadedBy(Func<string, bool> isColumn)
    {
        if (Sheets.Count == 0) return Malformed(1, SpreadsheetMessages.Empty);

        var (sheet, index) = (
            from one in Sheets
            from place in Enumerable.Range(0, Math.Min(one.Rows.Count, RowsAboveTable))
            select (Sheet: one, Place: place)).MaxBy(at => at.Sheet.Rows[at.Place].Cells.Count(isColumn));
        var header = sheet.Rows[index];
        if (header.Cells.Count > MaxColumns)
            return Malformed(header.Line, SpreadsheetMessages.TooManyColumns.With(MaxColumns, header.Cells.Count));
        if (header.Cells.FirstOrDefault(name => name.Length > TextLimits.Line) is { } longName)
            return Malformed(header.Line, SpreadsheetMessages.LongColumn.With(TextLimits.Line, longName.Length));

        var (rows, skipped) = (new List<SpreadsheetRow>(), new List<SkippedRow>());
        foreach (var row in sheet.Rows.Skip(index + 1))
        {
            if (NoteRow.TextOf(row) is { } note) skipped.Add(new SkippedRow(row.Line, note));
            else if (Fitted(row, header.Cells.Count, sheet.IsText) is { } fitted) rows.Add(fitted);
            else return Malformed(row.Line, SpreadsheetMessages.Cells.With(row.Line, header.Cells.Count, row.Cells.Count));
        }

        return new HeadedTable([.. header.Cells.Select(cell => cell.Trim())], header.Line, rows, skipped)
        {
            Sheet = Sheets.Count > 1 ? sheet.Name : null,
        };
    }

    /// <summary>The problem with a line, which the message names.</summary>
    public static Problem Malformed(int line, Message message) =>
        Problem.Malformed(new Dictionary<string, Message> { [LineOf(line)] = message });

    /// <summary>How a problem names a line.</summary>
    public static string LineOf(int line) => string.Create(CultureInfo.InvariantCulture, $"line {line}");

    // A row of a text with another number of cells may have lost a quotation mark: its cells could stand under the wrong names. In a
    // workbook each cell has its column, and what stands beside the header has none.
    private static SpreadsheetRow? Fitted(SpreadsheetRow row, int columns, bool isText)
    {
        if (row.Cells.Count == columns) return row;
        if (isText && (row.Cells.Count < columns || row.Cells.Skip(columns).Any(cell => !string.IsNullOrWhiteSpace(cell)))) return null;
        return row with { Cells = [.. row.Cells.Take(columns), .. Enumerable.Repeat("", Math.Max(0, columns - row.Cells.Count))] };
    }
}

/// <summary>A sheet.</summary>
/// <param name="Name">Its name; null for a text.</param>
/// <param name="Rows">The rows with anything in them.</param>
public sealed record Worksheet(string? Name, IReadOnlyList<SpreadsheetRow> Rows)
{
    /// <summary>Whether it was a text, in which a separator may be missing.</summary>
    public bool IsText => Name is null;
}

/// <summary>A table with its header.</summary>
/// <param name="Header">The names of the columns, as written; empty for a column without one.</param>
/// <param name="Line">The line of the header.</param>
/// <param name="Rows">The rows below it.</param>
/// <param name="Skipped">Rows that hold a total or a note and are no part of the table.</param>
public sealed record HeadedTable(
    IReadOnlyList<string> Header, int Line, IReadOnlyList<SpreadsheetRow> Rows, IReadOnlyList<SkippedRow> Skipped)
{
    /// <summary>The sheet that was read, of a file with several; null otherwise.</summary>
    public string? Sheet { get; init; }
}

/// <summary>A row of a spreadsheet.</summary>
/// <param name="Line">The line of the file, or of the sheet, on which it starts, 1 for the first.</param>
/// <param name="Cells">Its cells.</param>
public sealed record SpreadsheetRow(int Line, IReadOnlyList<string> Cells);

/// <summary>A row that was left out.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Text">What it says.</param>
public sealed record SkippedRow(int Line, string Text);

/// <summary>Knows rows with a total or a note by how they begin.</summary>
internal static class NoteRow
{
    private const int MostCells = 4;

    private static readonly string[] Totals = ["合计", "总计", "小计", "共计", "total", "subtotal", "grandtotal", "sum"];

    private static readonly string[] Notes =
    [
        "注", "备注", "说明", "填表", "填表人", "填报人", "填报单位", "填报日期", "填表日期", "制表", "制表人", "制表日期", "审核",
        "审核人", "审批人", "负责人", "负责人签字", "单位负责人", "经办人", "联系人", "联系电话",
        "note", "notes",
    ];

    /// <summary>What the row says; null for a row of the table.</summary>
    public static string? TextOf(SpreadsheetRow row)
    {
        List<string> written = [.. row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).Select(cell => cell.Trim())];
        if (written is not [var first, ..]) return null;

        var begin = string.Concat(TextRule.Folded(first).Where(letter => !char.IsWhiteSpace(letter))).ToLowerInvariant();
        var colon = begin.IndexOf(':', StringComparison.Ordinal);
        var isNote = written.Count <= MostCells && colon > 0 && Notes.Contains(begin[..colon], StringComparer.Ordinal);
        return isNote || Totals.Contains(colon < 0 ? begin : begin[..colon], StringComparer.Ordinal) ? string.Join(' ', written) : null;
    }
}
