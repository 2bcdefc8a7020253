using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Rectify.Office.Spreadsheets;

/// <summary>
/// Writes tables that Excel opens: lines end with CRLF (RFC 4180), and no cell is taken for a formula. The caller adds the UTF-8 byte order
/// mark.
/// </summary>
public static class CsvText
{
    public const string MediaType = "text/csv";

    // By default the library does not quote a cell with another kind of line end than its own, and every reader would end the row there.
    private static readonly CsvConfiguration Rfc4180 = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        ShouldQuote = args => args.Field is { Length: > 0 } cell
            && (cell.AsSpan().ContainsAny("\",\r\n") || cell[0] == ' ' || cell[^1] == ' '),
    };

    public static string Of(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string?>> rows) => Rows([header, .. rows]);

    /// <summary>Rows without a header, to continue a table.</summary>
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
