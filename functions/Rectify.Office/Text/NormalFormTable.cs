using System.Globalization;

namespace Rectify.Office.Text;

/// <summary>The decompositions of the Unicode Character Database, from the file <c>normal-forms.txt</c> beside this one.</summary>
internal sealed class NormalFormTable
{
    private readonly Dictionary<int, int[]> canonical = [];
    private readonly Dictionary<int, int[]> compatible = [];
    private readonly Dictionary<int, int> classes = [];
    private readonly Dictionary<(int First, int Second), int> pairs = [];

    private NormalFormTable(TextReader file)
    {
        while (file.ReadLine() is { } line)
        {
            if (line[0] == '#') continue;

            var (key, value) = line[2..].Split('=') is [var left, var right] ? (left, right) : throw new InvalidDataException(line);
            switch (line[0])
            {
                case 'd':
                    canonical[Point(key)] = Points(value);
                    break;
                case 'k':
                    compatible[Point(key)] = Points(value);
                    break;
                case 'p':
                    pairs[key.Split('+') is [var first, var second] ? (Point(first), Point(second))
                        : throw new InvalidDataException(line)] = Point(value);
                    break;
                default:
                    var range = key.Split('-');
                    for (var point = Point(range[0]); point <= Point(range[1]); point++) classes[point] =
                        int.Parse(value, CultureInfo.InvariantCulture);
                    break;
            }
        }
    }

    /// <summary>The table that comes with the program.</summary>
    public static NormalFormTable Shipped { get; } = Read();

    /// <summary>Canonical decompositions, in full.</summary>
    public IReadOnlyDictionary<int, int[]> Canonical => canonical;

    /// <summary>Compatibility decompositions, in full, where they differ from the canonical one.</summary>
    public IReadOnlyDictionary<int, int[]> Compatible => compatible;

    /// <summary>The canonical combining class; 0 for a starter, that is, a character that begins a new sequence.</summary>
    public int ClassOf(int point) => point < 0x300 ? 0 : classes.GetValueOrDefault(point);

    /// <summary>What two characters compose to; null when they stay two.</summary>
    public int? Pair(int first, int second) => pairs.TryGetValue((first, second), out var one) ? one : Hangul.Pair(first, second);

    private static NormalFormTable Read()
    {
        using var file = typeof(NormalFormTable).Assembly.GetManifestResourceStream("Rectify.Office.Text.normal-forms.txt")!;
        using var reader = new StreamReader(file);
        return new NormalFormTable(reader);
    }

    private static int[] Points(string text) => [.. text.Split(' ').Select(Point)];

    private static int Point(string text) => int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}

/// <summary>Hangul syllables, whose decompositions are computed (Unicode 3.12).</summary>
internal static class Hangul
{
    private const int Syllables = 0xAC00;
    private const int Leading = 0x1100;
    private const int Vowels = 0x1161;
    private const int Trailing = 0x11A7;
    private const int VowelCount = 21;
    private const int TrailingCount = 28;
    private const int LeadingCount = 19;

    /// <summary>Whether the code point is a part of a syllable, which composes with its neighbours.</summary>
    public static bool IsPart(int point) => point is >= Leading and < 0x1200;

    public static bool Decompose(int point, List<int> into)
    {
        var index = point - Syllables;
        if (index is < 0 or >= LeadingCount * VowelCount * TrailingCount) return false;

        into.Add(Leading + index / (VowelCount * TrailingCount));
        into.Add(Vowels + index % (VowelCount * TrailingCount) / TrailingCount);
        if (index % TrailingCount != 0) into.Add(Trailing + index % TrailingCount);
        return true;
    }

    public static int? Pair(int first, int second)
    {
        if (first - Leading is >= 0 and < LeadingCount and var leading && second - Vowels is >= 0 and < VowelCount and var vowel)
            return Syllables + (leading * VowelCount + vowel) * TrailingCount;
        return first - Syllables is >= 0 and < LeadingCount * VowelCount * TrailingCount and var syllable && syllable % TrailingCount == 0
            && second - Trailing is > 0 and < TrailingCount and var trailing ? first + trailing : null;
    }
}
