using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Rectify.Functions.Http;

namespace Rectify.Functions.Csv;

/// <summary>A table that was sent: a header and rows, each with the line of the file on which it starts.</summary>
/// <param name="Header">The names of the columns, as written.</param>
/// <param name="Rows">The rows below it, without blank ones.</param>
internal sealed record CsvTable(IReadOnlyList<string> Header, IReadOnlyList<CsvRow> Rows)
{
    /// <summary>Reads a table, or says on which line it is none.</summary>
    public static Outcome<CsvTable> Parse(string text)
    {
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            IgnoreBlankLines = false,
            TrimOptions = TrimOptions.None,
            MaxFieldSize = Texts.Page,
        });
        var rows = new List<CsvRow>();
        try
        {
            // A quoted cell may hold line ends, so that a row is named by its first line and not by its place.
            for (var line = 1; parser.Read(); line = parser.RawRow + 1)
            {
                var cells = parser.Record!;
                if (cells.All(string.IsNullOrWhiteSpace)) continue;
                rows.Add(new CsvRow(line, [.. cells.Select(SpreadsheetText.Plain)]));
            }
        }
        catch (CsvHelperException malformed)
        {
            return Problem.Malformed($"line {parser.RawRow}", $"line {parser.RawRow}: a cell with a quotation mark is enclosed in quotation marks, and those in it are doubled; a cell has at most {Texts.Page} characters. ({malformed.GetType().Name})");
        }

        if (rows is not [var header, .. var below])
            return Problem.Malformed("line 1", "line 1: the first line names the columns; got an empty file.");

        var wrong = below.FirstOrDefault(row => row.Cells.Count != header.Cells.Count);
        return wrong is null
            ? new CsvTable([.. header.Cells.Select(cell => cell.Trim())], below)
            : Problem.Malformed($"line {wrong.Line}", $"line {wrong.Line}: as many cells as the first line names columns, {header.Cells.Count}; got {wrong.Cells.Count}.");
    }
}

/// <summary>A row of a table.</summary>
/// <param name="Line">The line of the file on which it starts, 1 for the first.</param>
/// <param name="Cells">As many as the table has columns.</param>
internal sealed record CsvRow(int Line, IReadOnlyList<string> Cells);
