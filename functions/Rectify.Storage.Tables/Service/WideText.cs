using System.Globalization;
using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;
using Rectify.Office.Ledger;

namespace Rectify.Storage.Tables.Service;

/// <summary>Stores a text of any length in one or more rows: a property holds at most 64 KiB, a row at most 1 MiB.</summary>
/// <remarks>
/// A text that fits into one property is stored as it is. A longer one is compressed and cut into pieces of 64 KiB, fourteen to a row; the
/// rows after the first have the key of the first with ".0001" and so on.
/// </remarks>
public static class WideText
{
    /// <summary>What a property holds: 64 KiB of UTF-16.</summary>
    public const int PropertyCharacters = 32 * 1024;

    /// <summary>What a property holds: 64 KiB of bytes.</summary>
    public const int PropertyBytes = 64 * 1024;

    /// <summary>Fourteen pieces are 896 KiB, which leaves room for the other properties of a row.</summary>
    private const int PiecesToARow = 14;

    private const string Plain = "Text";
    private const string Rows = "Rows";

    /// <summary>Puts a text into the row. Returns the row and those that continue it.</summary>
    public static IReadOnlyList<TableEntity> Put(TableEntity first, string text)
    {
        AppendRules.Exact(text);
        if (text.Length <= PropertyCharacters)
        {
            first[Plain] = text;
            return [first];
        }

        List<TableEntity> rows = [first];
        foreach (var (index, piece) in Compress(text).Chunk(PropertyBytes).Index())
        {
            var (row, place) = Math.DivRem(index, PiecesToARow);
            if (row == rows.Count)
                rows.Add(new TableEntity(first.PartitionKey, string.Create(CultureInfo.InvariantCulture, $"{first.RowKey}.{row:D4}")));
            rows[row][Piece(place)] = piece;
        }

        first[Rows] = rows.Count;
        return rows;
    }

    /// <summary>Whether the row continues the text of a row before it.</summary>
    public static bool Continues(TableEntity row) => row.RowKey.Contains('.', StringComparison.Ordinal);

    /// <summary>The text in a row and those that continue it.</summary>
    /// <exception cref="InvalidDataException">A row is missing: the storage is damaged.</exception>
    public static string Read(IReadOnlyList<TableEntity> rows)
    {
        var first = rows[0];
        if (first.GetString(Plain) is { } text) return text;
        if (first.GetInt32(Rows) != rows.Count)
            throw new InvalidDataException(
                $"The row {first.PartitionKey}/{first.RowKey} has {rows.Count} of its {first.GetInt32(Rows)} parts.");

        using var packed = new MemoryStream();
        foreach (var row in rows)
        {
            for (var place = 0; place < PiecesToARow && row.GetBinary(Piece(place)) is { } piece; place++) packed.Write(piece);
        }

        packed.Position = 0;
        using var unpacked = new StreamReader(new GZipStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        return unpacked.ReadToEnd();
    }

    /// <summary>The texts in rows that are sorted by key, each in a row and those that continue it.</summary>
    public static IEnumerable<string> ReadAll(IEnumerable<TableEntity> rows)
    {
        List<TableEntity> parts = [];
        foreach (var row in rows)
        {
            if (!Continues(row) && parts.Count > 0)
            {
                yield return Read(parts);
                parts = [];
            }

            parts.Add(row);
        }

        if (parts.Count > 0) yield return Read(parts);
    }

    private static string Piece(int place) => string.Create(CultureInfo.InvariantCulture, $"Packed{place:D2}");

    private static byte[] Compress(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
