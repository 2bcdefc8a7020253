namespace Rectify.Office.Ledger;

/// <summary>Stores the statements of persons that the ledger goes on without entries that it had.</summary>
public interface IAcceptances
{
    /// <summary>All of them, in order.</summary>
    Task<IReadOnlyList<LedgerAcceptance>> AllAsync(CancellationToken cancellation);

    /// <summary>
    /// Copies all acceptances of another storage into this one, which has none of its own. Repeating the call changes nothing.
    /// </summary>
    Task PutAllAsync(IReadOnlyList<LedgerAcceptance> acceptances, CancellationToken cancellation);
}
