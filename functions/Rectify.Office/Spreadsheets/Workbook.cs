using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Rectify.Office.Requests;

namespace Rectify.Office.Spreadsheets;

/// <summary>Reads the workbooks of Excel and WPS (.xlsx and .xls): visible sheets, values and never formulas.</summary>
/// <remarks>
/// Days come out as yyyy-MM-dd and whole numbers without an exponent, as a person reads them. A cell that is merged over several rows
/// stands in each of them.
/// </remarks>
public static class Workbook
{
    // An .xlsx is compressed: a small file could fill the memory.
    private const long MostUnpackedBytes = 128L * 1024 * 1024;
    private const int MostRows = 20_000;
    private const int MostCells = 256;

    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    // Excel's own formats for days in East Asian editions, of which the file says nothing but the number.
    private static readonly int[] EastAsianDays = [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];

    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Whether the bytes begin like a workbook.</summary>
    public static bool IsOne(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Zip) || bytes.StartsWith(Compound);

    /// <summary>The sheets, or why they cannot be read.</summary>
    public static Outcome<SpreadsheetTable> Read(byte[] bytes)
    {
        try
        {
            if (bytes.AsSpan().StartsWith(Zip) && UnpackedIsTooLarge(bytes))
                return Problem.Malformed("body", SpreadsheetMessages.WorkbookTooLarge.With(MostUnpackedBytes / 1024 / 1024));

            using var reader = ExcelReaderFactory.CreateReader(
                new MemoryStream(bytes), new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding("GB18030") });
            List<Worksheet> sheets = [];
            do
            {
                if (reader.VisibleState != "visible") continue;
                if (RowsOf(reader) is { Count: > 0 } rows) sheets.Add(new Worksheet(reader.Name, rows));
            }
            while (reader.NextResult());

            return new SpreadsheetTable(sheets);
        }
        catch (InvalidPasswordException)
        {
            return Problem.Malformed("body", SpreadsheetMessages.Protected);
        }
        catch (Exception unreadable) when (unreadable is not OperationCanceledException)
        {
            // The library meets a damaged file with whatever its code runs into.
            return Problem.Malformed("body", SpreadsheetMessages.NoWorkbook);
        }
    }

    private static List<SpreadsheetRow> RowsOf(IExcelDataReader reader)
    {
        var merged = (reader.MergeCells ?? []).Where(range => range.ToRow > range.FromRow).ToLookup(range => range.FromRow);
        var open = new List<(int Column, int LastRow, string Text)>();
        List<SpreadsheetRow> rows = [];
        for (var row = 0; row < MostRows && reader.Read(); row++)
        {
            var cells = Enumerable.Range(0, Math.Min(reader.FieldCount, MostCells)).Select(column => TextOf(reader, column)).ToArray();
            open.RemoveAll(range => range.LastRow < row);
            foreach (var (column, _, text) in open)
            {
                if (column < cells.Length && cells[column].Length == 0) cells[column] = text;
            }

            foreach (var range in merged[row].Where(range => range.FromColumn < cells.Length && cells[range.FromColumn].Length > 0))
                open.Add((range.FromColumn, range.ToRow, cells[range.FromColumn]));
            if (cells.Any(cell => !string.IsNullOrWhiteSpace(cell))) rows.Add(new SpreadsheetRow(row + 1, cells));
        }

        return rows;
    }

    private static string TextOf(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null => "",
        string text => SpreadsheetText.Plain(text),
        DateTime at => DayOrTime(at),
        double serial when EastAsianDays.Contains(reader.GetNumberFormatIndex(column)) => DayOrTime(DateTime.FromOADate(serial)),
        double number when Math.Abs(number) < 1e15 => ((decimal)number).ToString("0.##########", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString() ?? "",
    };

    private static string DayOrTime(DateTime at) => at.ToString(
        at.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    // Every part is unpacked once and counted, since a file can lie about its sizes.
    private static bool UnpackedIsTooLarge(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes));
        var (left, buffer) = (MostUnpackedBytes, new byte[64 * 1024]);
        foreach (var entry in archive.Entries)
        {
            using var part = entry.Open();
            while (part.Read(buffer) is > 0 and var read)
            {
                if ((left -= read) < 0) return true;
            }
        }

        return false;
    }
}
