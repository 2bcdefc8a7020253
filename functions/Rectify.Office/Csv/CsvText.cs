using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Rectify.Office.Csv;

/// <summary>Writes tables that Excel opens: UTF-8 with its mark, CRLF (RFC 4180), no cell a formula.</summary>
public static class CsvText
{
    public const string MediaType = "text/csv";

    // The library would leave a line end of another kind than its own unquoted, and every reader would end the row at it.
    private static readonly CsvConfiguration Rfc4180 = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        ShouldQuote = args => args.Field is { Length: > 0 } cell
            && (cell.AsSpan().ContainsAny("\",\r\n") || cell[0] == ' ' || cell[^1] == ' '),
    };

    public static string Of(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string?>> rows) => Rows([header, .. rows]);

    /// <summary>Rows without a header, to go on with a table.</summary>
    public static string Rows(IEnumerable<IReadOnlyList<string?>> rows)
    {
        using var text = new StringWriter();
        using (var csv = new CsvWriter(text, Rfc4180))
        {
            foreach (var row in rows)
            {
                foreach (var cell in row) csv.WriteField(SpreadsheetText.Neutral(cell ?? ""));
                csv.NextRecord();
            }
        }

        return text.ToString();
    }
}
