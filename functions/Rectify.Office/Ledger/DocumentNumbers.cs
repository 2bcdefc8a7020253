using Rectify.Office.Settings;

namespace Rectify.Office.Ledger;

/// <summary>
/// The office's own document numbers: gapless within a year, from 1 (S14). They are drawn by the append itself
/// (<see cref="NumberedAppend"/>).
/// </summary>
public sealed class DocumentNumbers(ILedger ledger, OfficeSettings office)
{
    /// <summary>The series of a year.</summary>
    public DocumentSeries SeriesOf(int year) => DocumentSeries.Of(office.DocumentCode, year);

    /// <summary>The number that was asked for, in its standard form, or the one that the next append of the year would draw.</summary>
    public async Task<DocumentNumber> NumberAsync(string? asked, int year, CancellationToken cancellation)
    {
        if (asked is not null) return DocumentNumber.Parse(asked);

        var series = SeriesOf(year);
        return series.At(await ledger.HighestNumberAsync(series, cancellation) + 1);
    }
}
