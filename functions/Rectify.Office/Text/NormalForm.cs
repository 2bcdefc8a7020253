using System.Text;

namespace Rectify.Office.Text;

/// <summary>
/// The normal forms C and KC of Unicode (UAX 15), the same in every host: the program runs without the system's globalization tables.
/// </summary>
/// <remarks>A lone surrogate stays as it is.</remarks>
internal static class NormalForm
{
    /// <summary>Composed: letters and their marks as one character, where there is one.</summary>
    public static string C(string text) => Of(text, compatible: null);

    /// <summary>
    /// Composed, and full-width, half-width, circled and other compatibility characters as the plain ones that they stand for.
    /// </summary>
    public static string Kc(string text) => Of(text, NormalFormTable.Shipped.Compatible);

    private static string Of(string text, IReadOnlyDictionary<int, int[]>? compatible)
    {
        var table = NormalFormTable.Shipped;
        if (IsPlain(text, table, compatible)) return text;

        var decomposed = new List<int>(text.Length + 8);
        foreach (var point in Points(text)) Decompose(point, table, compatible, decomposed);
        Order(decomposed, table);
        return Compose(decomposed, table);
    }

    // Most texts contain nothing that a normal form changes: they are returned as they are.
    private static bool IsPlain(string text, NormalFormTable table, IReadOnlyDictionary<int, int[]>? compatible)
    {
        foreach (var point in Points(text))
        {
            if (point < 0x80) continue;
            if (table.Canonical.ContainsKey(point) || table.ClassOf(point) != 0 || compatible?.ContainsKey(point) == true
                || Hangul.IsPart(point)) return false;
        }

        return true;
    }

    private static IEnumerable<int> Points(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                yield return char.ConvertToUtf32(text[i], text[++i]);
            else yield return text[i];
        }
    }

    private static void Decompose(int point, NormalFormTable table, IReadOnlyDictionary<int, int[]>? compatible, List<int> into)
    {
        if (compatible?.TryGetValue(point, out var plain) == true) into.AddRange(plain);
        else if (table.Canonical.TryGetValue(point, out var parts)) into.AddRange(parts);
        else if (!Hangul.Decompose(point, into)) into.Add(point);
    }

    // Sorts the marks after a letter by their classes; marks of one class keep their order.
    private static void Order(List<int> points, NormalFormTable table)
    {
        for (var start = 0; start < points.Count; start++)
        {
            var end = start;
            while (end < points.Count && table.ClassOf(points[end]) != 0) end++;
            if (end - start > 1)
            {
                var marks = points.GetRange(start, end - start).OrderBy(table.ClassOf).ToList();
                for (var i = 0; i < marks.Count; i++) points[start + i] = marks[i];
            }

            start = end;
        }
    }

    private static string Compose(List<int> points, NormalFormTable table)
    {
        var composed = new List<int>(points.Count);
        var (starter, before) = (-1, 0);
        foreach (var point in points)
        {
            var mark = table.ClassOf(point);
            if (starter >= 0 && (starter == composed.Count - 1 || before < mark) && table.Pair(composed[starter], point) is { } one)
            {
                composed[starter] = one;
                continue;
            }

            if (mark == 0) starter = composed.Count;
            before = mark;
            composed.Add(point);
        }

        var text = new StringBuilder(composed.Count);
        foreach (var point in composed)
        {
            if (point > 0xFFFF) text.Append(char.ConvertFromUtf32(point));
            else text.Append((char)point);
        }

        return text.ToString();
    }
}
