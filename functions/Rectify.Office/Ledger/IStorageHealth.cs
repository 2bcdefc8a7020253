using Rectify.Domain.Messages;

namespace Rectify.Office.Ledger;

/// <summary>A storage that can tell why nothing can be written to it.</summary>
public interface IStorageHealth
{
    /// <summary>Why nothing can be recorded at present; null when nothing is known to stand in the way.</summary>
    Task<Bilingual?> FaultAsync(CancellationToken cancellation);
}
