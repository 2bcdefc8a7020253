using System.Text;

namespace Rectify.Office.Matching;

/// <summary>Takes a pasted text apart: records, each with its cells as they were separated.</summary>
internal static class PastedText
{
    private const string Commas = ",，;；";

    /// <summary>The records that are not blank.</summary>
    public static IReadOnlyList<PastedRecord> Read(string text) =>
        [.. Lines(text).Select(record => PastedRecord.Of(record.Line, record.Text))];

    /// <summary>The same before they are taken apart, which takes time where they are long.</summary>
    public static IEnumerable<(int Line, string Text)> Lines(string text)
    {
        var plain = text.ReplaceLineEndings("\n");
        return (Records(plain, withQuotes: true) ?? Records(plain, withQuotes: false)!)
            .Where(record => !string.IsNullOrWhiteSpace(record.Text));
    }

    /// <summary>Cells between separators; quoted ones as in CSV.</summary>
    public static IReadOnlyList<string> Split(string record, string separators)
    {
        var cells = new List<string>();
        var (masked, start) = (Masked(record), 0);
        for (var at = 0; at <= record.Length; at++)
        {
            if (at < record.Length && !separators.Contains(masked[at], StringComparison.Ordinal)) continue;
            cells.Add(Unquoted(record[start..at].Trim()));
            start = at + 1;
        }

        return cells;
    }

    /// <summary>The characters that separate the cells of a record; null when it has none.</summary>
    public static string? SeparatorIn(string record)
    {
        var outside = Masked(record);
        return outside.Contains('\t', StringComparison.Ordinal) ? "\t"
            : outside.AsSpan().ContainsAny(Commas) ? Commas
            : outside.Contains('、', StringComparison.Ordinal) ? "、"
            : null;
    }

    // The record with NUL for what stands in quotation marks or in brackets, where nothing separates: 张三（女，汉族）.
    private static string Masked(string record)
    {
        var masked = new StringBuilder(record);
        var end = 0;
        for (var at = 0; at < record.Length; at = end)
        {
            end = at + 1;
            var closing = record[at] switch { '"' => '"', '(' => ')', '（' => '）', _ => '\0' };
            var last = closing == '\0' ? -1 : record.IndexOf(closing, at + 1);
            if (last < 0 || (closing != '"' && record.AsSpan(at, last - at).ContainsAny("\t\""))) continue;
            masked.Replace(masked.ToString(at, last - at + 1), new string('\0', last - at + 1), at, last - at + 1);
            end = last + 1;
        }

        return masked.ToString();
    }

    private static string Unquoted(string cell) => cell is ['"', .. var inner, '"'] ? inner.Replace("\"\"", "\"").Trim() : cell;

    // A quoted cell may contain line ends. Null when a quotation mark that begins a cell has no end: then it is only a character.
    private static List<(int Line, string Text)>? Records(string text, bool withQuotes)
    {
        var records = new List<(int Line, string Text)>();
        var (start, line, first, quoted) = (0, 1, 1, false);
        for (var at = 0; at <= text.Length; at++)
        {
            var character = at < text.Length ? text[at] : '\n';
            if (withQuotes && character == '"' && (quoted || at == start || text[at - 1] == '\t' || Commas.Contains(text[at - 1],
                StringComparison.Ordinal))) quoted = !quoted;
            if (character != '\n') continue;
            line++;
            if (quoted && at < text.Length) continue;
            if (quoted) return null;
            records.Add((first, text[start..at]));
            (start, first) = (at + 1, line);
        }

        return records;
    }
}

/// <summary>A record of a pasted text.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Text">The text as it was pasted.</param>
/// <param name="Separator">What separates its cells: a tab, commas and semicolons, 、, or null for none of these.</param>
/// <param name="Cells">Its cells; the whole text when nothing separates them.</param>
internal sealed record PastedRecord(int Line, string Text, string? Separator, IReadOnlyList<string> Cells)
{
    public static PastedRecord Of(int line, string text)
    {
        var record = text.Trim('\n', ' ', '　');
        var separator = PastedText.SeparatorIn(record);
        return new PastedRecord(line, text.Trim(), separator, PastedText.Split(record, separator ?? ""));
    }
}
