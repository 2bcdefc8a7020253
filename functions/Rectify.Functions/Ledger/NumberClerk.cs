using Rectify.Functions.Notices;

namespace Rectify.Functions.Ledger;

/// <summary>Gives out the office's own document numbers: gapless within a year, from 1 (S14).</summary>
/// <remarks>A number is taken only when the entry that carries it is recorded; whoever comes second is refused and asks again.</remarks>
internal sealed class NumberClerk(ILedger ledger, OfficeSettings office)
{
    /// <summary>The number that was asked for, in its standard form, or the next one of the year.</summary>
    public async Task<DocumentNumber> NumberAsync(string? asked, int year, CancellationToken cancellation)
    {
        if (asked is not null) return DocumentNumber.Parse(asked);

        var series = new DocumentSeries(office.DocumentCode, year);
        return series.At(await ledger.HighestNumberAsync(series, cancellation) + 1);
    }
}
