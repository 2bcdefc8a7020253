using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Rectify.Office.Text;

namespace Rectify.Office.Ledger;

/// <summary>
/// Brings document numbers that look the same to one form. It works on a part of a number too, so that a search finds every spelling.
/// </summary>
/// <remarks>
/// Full-width letters and digits and other compatibility forms are replaced by the plain ones (NFKC), brackets of every shape by 〔〕, and
/// 號 by 号. Blanks, invisible characters, 第, zeros before the number, 年 after the year and a full stop at the end are dropped. A year
/// and a number in Chinese numerals become digits: 〔二〇二六〕十三号 is 〔2026〕13号.
/// </remarks>
public static partial class NumberSpelling
{
    private const string Opening = "([【〖{<〈《「『⟨";
    private const string Closing = ")]】〗}>〉》」』⟩";

    private const string Digits = "〇一二三四五六七八九";

    private static readonly Dictionary<char, int> Powers = new() { ['十'] = 10, ['百'] = 100, ['千'] = 1000 };

    /// <summary>The text in that form.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in NormalForm.Kc(text))
        {
            if (char.IsWhiteSpace(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control)
                continue;

            folded.Append(c switch
            {
                '號' => '号',
                _ when Opening.Contains(c, StringComparison.Ordinal) => '〔',
                _ when Closing.Contains(c, StringComparison.Ordinal) => '〕',
                _ => c,
            });
        }

        var plain = ChineseYear.Replace(
            folded.ToString().TrimEnd('。', '.'), year => $"〔{string.Concat(year.Groups["digits"].Value.Select(DigitOf))}〕");
        return ChinesePlace.Replace(
            BeforePlace.Replace(AfterYear.Replace(plain, "〕"), "〕"),
            place => $"〕{ChineseNumber(place.Groups["number"].Value).ToString(CultureInfo.InvariantCulture)}");
    }

    private static int DigitOf(char numeral) => numeral is '零' or '○' ? 0 : Digits.IndexOf(numeral, StringComparison.Ordinal);

    // 十三 is 13 and 二百零五 is 205; numerals without a power of ten are digits, one after the other.
    private static int ChineseNumber(string numerals)
    {
        if (!numerals.Any(Powers.ContainsKey)) return numerals.Aggregate(0, (number, numeral) => (number * 10) + DigitOf(numeral));

        var (sum, digit) = (0, 0);
        foreach (var numeral in numerals)
        {
            if (!Powers.TryGetValue(numeral, out var power)) digit = DigitOf(numeral);
            else (sum, digit) = (sum + (Math.Max(digit, 1) * power), 0);
        }

        return sum + digit;
    }

    [GeneratedRegex("〔(?<digits>[〇零○一二三四五六七八九]{4})年?〕")]
    private static partial Regex ChineseYear { get; }

    [GeneratedRegex(@"〕第?(?<number>[〇零○一二三四五六七八九十百千]{1,9})(?=号|\z)")]
    private static partial Regex ChinesePlace { get; }

    // Some write 〔2026年〕, as the number is read out.
    [GeneratedRegex("(?<=〔[0-9]{4})年〕")]
    private static partial Regex AfterYear { get; }

    [GeneratedRegex("〕第?0*(?=[0-9])")]
    private static partial Regex BeforePlace { get; }
}
