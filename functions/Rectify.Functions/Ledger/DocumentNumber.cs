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
    public static DocumentNumber Parse(string text) =>
        Standard.Match(text) is { Success: true } match
        && int.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new DocumentNumber(text, new DocumentSeries(match.Groups["organ"].Value, int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture)), number)
            : new DocumentNumber(text, null, null);

    [GeneratedRegex(@"^(?<organ>[^〔〕]+)〔(?<year>[0-9]{4})〕(?<number>[0-9]{1,9})号\z")]
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
