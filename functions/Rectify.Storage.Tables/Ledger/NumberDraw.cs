using Rectify.Office.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Ledger;

/// <summary>
/// Draws the document number of one write. One writer of the process draws at a time; between processes the number's index row decides,
/// which only one of them can insert.
/// </summary>
internal sealed class NumberDraw(TablesStore store, NumberedAppend numbered)
{
    /// <summary>The write under the number that was drawn last.</summary>
    public LedgerAppend Drawn { get; private set; } = null!;

    /// <summary>The highest number of a series given out so far; 0 when none was.</summary>
    public static async Task<int> HighestAsync(TablesStore store, DocumentSeries series, CancellationToken cancellation)
    {
        // Waits for an opening that has reserved a number and is not finished: to draw the number after it would leave a gap if that
        // opening fails.
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
