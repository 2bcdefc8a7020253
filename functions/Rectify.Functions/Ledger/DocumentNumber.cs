namespace Rectify.Functions.Ledger;

/// <summary>机关代字〔年〕N号 (S14). The text is unique in the ledger.</summary>
/// <param name="Text">As it stands on the document, for example 永平安督〔2026〕3号.</param>
/// <param name="Series">Organ and year; null when the text does not have the standard form.</param>
/// <param name="Number">Place in the series; null likewise.</param>
public sealed record DocumentNumber(string Text, DocumentSeries? Series, int? Number);

/// <summary>A series of document numbers: it restarts each year.</summary>
/// <param name="Organ">机关代字, for example 永平安督.</param>
/// <param name="Year">The year in the brackets.</param>
public sealed record DocumentSeries(string Organ, int Year)
{
    /// <summary>The number at a place of the series.</summary>
    public DocumentNumber At(int number) => new($"{Organ}〔{Year}〕{number}号", this, number);
}
