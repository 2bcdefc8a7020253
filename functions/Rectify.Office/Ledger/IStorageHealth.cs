using Rectify.Domain.Messages;

namespace Rectify.Office.Ledger;

/// <summary>A storage that knows why it cannot be written.</summary>
public interface IStorageHealth
{
    /// <summary>Why nothing can be recorded at present; null when nothing is known to stand in the way.</summary>
    Task<Bilingual?> FaultAsync(CancellationToken cancellation);
}
