using System.Globalization;
using System.Text.RegularExpressions;

namespace Rectify.Functions.Ledger;

/// <summary>机关代字〔年〕N号 (S14). The text is unique in the ledger.</summary>
/// <param name="Text">As it stands on the document, for example 永平安督〔2026〕3号.</param>
/// <param name="Series">Organ and year; null when the text does not have the standard form.</param>
/// <param name="Number">Place in the series; null likewise.</param>
public sealed partial record DocumentNumber(string Text, DocumentSeries? Series, int? Number)
{
    /// <summary>Reads a number that an office gave; any other text is kept as written, outside every series.</summary>
    /// <remarks>
    /// Other brackets and leading zeros are brought to the standard form, so that 永平安督[2026]03号 is the same number as
    /// 永平安督〔2026〕3号 and cannot stand on a second case.
    /// </remarks>
    public static DocumentNumber Parse(string text) => Standard.Match(text.Trim()) is { Success: true } match
        ? new DocumentSeries(match.Groups["organ"].Value.Trim(), Read(match.Groups["year"])).At(Read(match.Groups["number"]))
        : new DocumentNumber(text.Trim(), null, null);

    private static int Read(Group digits) => int.Parse(digits.Value, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<organ>[^〔〕\[\]【】（）()]+)[〔\[【（(](?<year>[0-9]{4})[〕\]】）)]第?(?<number>[0-9]{1,9})号\z")]
    private static partial Regex Standard { get; }
}

/// <summary>A series of document numbers: it restarts each year.</summary>
/// <param name="Organ">机关代字, for example 永平安督.</param>
/// <param name="Year">The year in the brackets.</param>
public sealed record DocumentSeries(string Organ, int Year)
{
    /// <summary>The number at a place of the series.</summary>
    public DocumentNumber At(int number) => new($"{Organ}〔{Year}〕{number}号", this, number);
}
