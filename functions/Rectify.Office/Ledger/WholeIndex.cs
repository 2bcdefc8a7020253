using Rectify.Office.Requests;

namespace Rectify.Office.Ledger;

/// <summary>Reads the whole index of cases, part after part.</summary>
public static class WholeIndex
{
    extension(ILedger ledger)
    {
        /// <summary>Every index entry that may match, in the order of the filter, see <see cref="ILedger.ListAsync"/>.</summary>
        public IAsyncEnumerable<CaseEntry> AllAsync(CaseFilter filter, int pageSize, CancellationToken cancellation) =>
            Slices.AllAsync(continuation => ledger.ListAsync(filter, pageSize, continuation, cancellation));
    }
}
