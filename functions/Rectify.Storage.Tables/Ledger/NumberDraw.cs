using Rectify.Office.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Ledger;

/// <summary>
/// Draws the number of one write. Used by one writer of the process at a time; those of other processes meet at the number's row.
/// </summary>
internal sealed class NumberDraw(TablesStore store, NumberedAppend numbered)
{
    /// <summary>The write under the number that was drawn last.</summary>
    public LedgerAppend Drawn { get; private set; } = null!;

    /// <summary>The highest number of a series that was given out; 0 when none was.</summary>
    public static async Task<int> HighestAsync(TablesStore store, DocumentSeries series, CancellationToken cancellation)
    {
        // Whoever is just taking a number is waited for: to go past it would leave a gap when that opening fails.
        await foreach (var row in TablesStore.QueryAsync(store.Index, IndexRows.NumbersOf(series), cancellation, pageSize: 10))
        {
            if (await Reservation.SettleAsync(store, row, cancellation)) return row.GetInt32("Place")!.Value;
        }

        return 0;
    }

    /// <summary>The write under the next number.</summary>
    public async Task<LedgerAppend> NextAsync(CancellationToken cancellation)
    {
        Drawn = numbered.Under(numbered.Series.At(await HighestAsync(store, numbered.Series, cancellation) + 1));
        AppendRules.Validate(Drawn);
        return Drawn;
    }
}
