using System.Globalization;
using System.Text;
using Rectify.Domain;

namespace Rectify.Storage.Tables.Service;

/// <summary>Encodes any text as a part of a table key: a key may not contain / \ # ? and sorts as ASCII does.</summary>
/// <remarks>
/// Letters a-z and A-Z, digits, '.', '-' and '_' stand for themselves, every other UTF-16 unit is "~" and four hex digits. The parts of a
/// key are separated by ':', which no part contains. An encoding that is too long for a key is replaced by the SHA-256 of the text; rows
/// for which this can happen keep the text itself in a property.
/// </remarks>
internal static class TableKey
{
    /// <summary>The character after the separator ':', as the exclusive end of the range of keys that begin with a part.</summary>
    public const char AfterSeparator = ';';

    // A key has room for 512 UTF-16 units, of which a row key here needs up to 60 for its other parts.
    private const int Room = 400;

    /// <summary>The text as a part of a key. The same text always gives the same part, and different texts give different parts.</summary>
    public static string Of(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_') key.Append(c);
            else key.Append(CultureInfo.InvariantCulture, $"~{(int)c:x4}");
        }

        return key.Length switch
        {
            0 => "~",
            <= Room => key.ToString(),
            _ => $"~~{Digest.Of(text)}",
        };
    }

    /// <summary>The text that was encoded; null when the part is only a digest.</summary>
    /// <exception cref="FormatException">The part is not one that <see cref="Of"/> gives.</exception>
    public static string? Text(string part)
    {
        if (part.StartsWith("~~", StringComparison.Ordinal)) return null;
        if (part == "~") return "";

        var text = new StringBuilder(part.Length);
        for (var i = 0; i < part.Length; i++)
        {
            if (part[i] != '~') text.Append(part[i]);
            else if (i + 4 < part.Length
                && ushort.TryParse(part.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                text.Append((char)unit);
                i += 4;
            }
            else throw new FormatException($"\"{part}\" is not a key of this program.");
        }

        return text.ToString();
    }

    /// <summary>The number as a part that sorts as the number does.</summary>
    public static string Of(long number) => number.ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>The number as a part that sorts in reverse, so that the highest number comes first.</summary>
    public static string Descending(int number) => (int.MaxValue - number).ToString("D10", CultureInfo.InvariantCulture);
}
