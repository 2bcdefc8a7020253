namespace Rectify.Office.Ledger;

/// <summary>Where people have said that the ledger goes on without entries that it had.</summary>
public interface IAcceptances
{
    /// <summary>All of them, in order.</summary>
    Task<IReadOnlyList<LedgerAcceptance>> AllAsync(CancellationToken cancellation);

    /// <summary>Puts all of another storage into this one, which has none of its own; again leaves the same.</summary>
    Task PutAllAsync(IReadOnlyList<LedgerAcceptance> acceptances, CancellationToken cancellation);
}
