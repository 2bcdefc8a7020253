using System.Globalization;
using System.Text.RegularExpressions;

namespace Rectify.Office.Ledger;

/// <summary>A document number, in the standard form 机关代字〔年〕N号 (S14).</summary>
/// <param name="Text">As it stands on the document, for example 永平安督〔2026〕3号.</param>
/// <param name="Series">Organ and year; null when the text does not have the standard form.</param>
/// <param name="Number">Number within the series; null when the text does not have the standard form.</param>
public sealed partial record DocumentNumber(string Text, DocumentSeries? Series, int? Number)
{
    /// <summary>The key that is unique in the ledger: the same for every spelling of the number.</summary>
    public string Key => NumberSpelling.Fold(Text);

    /// <summary>Reads a number in any spelling; a text of another form is kept as written, outside every series.</summary>
    /// <remarks>
    /// Spellings that <see cref="NumberSpelling"/> treats as the same are brought to the standard form: 永平安督［２０２６］第 03 號 is
    /// 永平安督〔2026〕3号.
    /// </remarks>
    public static DocumentNumber Parse(string text) => Standard.Match(NumberSpelling.Fold(text)) is { Success: true } match
        ? new DocumentSeries(match.Groups["organ"].Value, Read(match.Groups["year"])).At(Read(match.Groups["number"]))
        : new DocumentNumber(text.Trim(), null, null);

    private static int Read(Group digits) => int.Parse(digits.Value, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<organ>[^〔〕]+)〔(?<year>[0-9]{4})〕(?<number>[0-9]{1,9})号?\z")]
    private static partial Regex Standard { get; }
}

/// <summary>A series of document numbers: it restarts each year.</summary>
/// <param name="Organ">机关代字, for example 永平安督.</param>
/// <param name="Year">The year in the brackets.</param>
public sealed record DocumentSeries(string Organ, int Year)
{
    /// <summary>The series of an organ whose code may be spelled in any way.</summary>
    public static DocumentSeries Of(string organ, int year) => new(NumberSpelling.Fold(organ), year);

    /// <summary>The number at a place of the series.</summary>
    public DocumentNumber At(int number) => new($"{Organ}〔{Year}〕{number}号", this, number);
}
