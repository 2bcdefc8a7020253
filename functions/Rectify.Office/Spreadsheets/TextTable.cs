using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Rectify.Office.Requests;

namespace Rectify.Office.Spreadsheets;

/// <summary>Reads a table in a text, its cells separated by commas, tabs or semicolons.</summary>
public static class TextTable
{
    private const int RowsToCompare = 20;

    // Of two that fit alike the first is taken.
    private static readonly string[] Separators = [",", "\t", ";"];

    /// <summary>The rows, or a problem that names the malformed line.</summary>
    public static Outcome<SpreadsheetTable> Read(string text) => Read(text, Separators.MaxBy(separator => WidestRow(text, separator))!);

    private static Outcome<SpreadsheetTable> Read(string text, string separator)
    {
        using var parser = ParserOf(text, separator);
        var rows = new List<SpreadsheetRow>();
        try
        {
            // A quoted cell may contain line ends, so a row is identified by its first line and not by its index.
            for (var line = 1; parser.Read(); line = parser.RawRow + 1)
            {
                var cells = parser.Record!;
                if (cells.All(string.IsNullOrWhiteSpace)) continue;
                rows.Add(new SpreadsheetRow(line, [.. cells.Select(SpreadsheetText.Plain)]));
            }
        }
        catch (CsvHelperException malformed)
        {
            return SpreadsheetTable.Malformed(
                parser.RawRow, SpreadsheetMessages.Quotation.With(parser.RawRow, TextLimits.Page, malformed.GetType().Name));
        }

        return new SpreadsheetTable(rows.Count == 0 ? [] : [new Worksheet(null, rows)]);
    }

    // Title rows have one cell whatever the separator, so that the widest of the first rows tells.
    private static int WidestRow(string text, string separator)
    {
        using var parser = ParserOf(text, separator);
        var widest = 0;
        try
        {
            for (var row = 0; row < RowsToCompare && parser.Read(); row++) widest = Math.Max(widest, parser.Record!.Length);
        }
        catch (CsvHelperException)
        {
            // The table is read again with the separator that is chosen, and refused there with its line.
        }

        return widest;
    }

    private static CsvParser ParserOf(string text, string separator) => new(
        new StringReader(text),
        new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator,
            IgnoreBlankLines = false,
            TrimOptions = TrimOptions.None,
            MaxFieldSize = TextLimits.Page,
        });
}
