using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Rectify.Domain.Messages;
using Rectify.Office.Requests;

namespace Rectify.Office.Csv;

/// <summary>A table that was sent: a header and rows, each with the line of the file on which it starts.</summary>
/// <param name="Header">The names of the columns, as written.</param>
/// <param name="Rows">The rows below it, without blank ones.</param>
public sealed record CsvTable(IReadOnlyList<string> Header, IReadOnlyList<CsvRow> Rows)
{
    // More columns than any table here has, and few enough to be listed in an answer.
    private const int MaxColumns = 100;

    /// <summary>Reads a table, or returns a problem that names the malformed line.</summary>
    public static Outcome<CsvTable> Parse(string text)
    {
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            IgnoreBlankLines = false,
            TrimOptions = TrimOptions.None,
            MaxFieldSize = TextLimits.Page,
        });
        var rows = new List<CsvRow>();
        try
        {
            // A quoted cell may contain line ends, so a row is identified by its first line and not by its index.
            for (var line = 1; parser.Read(); line = parser.RawRow + 1)
            {
                var cells = parser.Record!;
                if (cells.All(string.IsNullOrWhiteSpace)) continue;
                rows.Add(new CsvRow(line, [.. cells.Select(SpreadsheetText.Plain)]));
            }
        }
        catch (CsvHelperException malformed)
        {
            return Malformed(parser.RawRow, CsvMessages.Quotation.With(parser.RawRow, TextLimits.Page, malformed.GetType().Name));
        }

        if (rows is not [var header, .. var below])
            return Malformed(1, CsvMessages.Empty);

        if (header.Cells.Count > MaxColumns)
            return Malformed(1, CsvMessages.TooManyColumns.With(MaxColumns, header.Cells.Count));
        if (header.Cells.FirstOrDefault(name => name.Length > TextLimits.Line) is { } longName)
            return Malformed(1, CsvMessages.LongColumn.With(TextLimits.Line, longName.Length));

        var wrong = below.FirstOrDefault(row => row.Cells.Count != header.Cells.Count);
        return wrong is null
            ? new CsvTable([.. header.Cells.Select(cell => cell.Trim())], below)
            : Malformed(wrong.Line, CsvMessages.Cells.With(wrong.Line, header.Cells.Count, wrong.Cells.Count));
    }

    /// <summary>The problem with a line, which the message names.</summary>
    public static Problem Malformed(int line, Message message) =>
        Problem.Malformed(new Dictionary<string, Message> { [LineOf(line)] = message });

    /// <summary>How a problem names a line.</summary>
    public static string LineOf(int line) => string.Create(CultureInfo.InvariantCulture, $"line {line}");
}

/// <summary>A row of a table.</summary>
/// <param name="Line">The line of the file on which it starts, 1 for the first.</param>
/// <param name="Cells">As many as the table has columns.</param>
public sealed record CsvRow(int Line, IReadOnlyList<string> Cells);
