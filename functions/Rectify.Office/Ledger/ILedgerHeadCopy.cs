namespace Rectify.Office.Ledger;

/// <summary>Keeps how far the ledger has come outside of the storage, which may be lost.</summary>
public interface ILedgerHeadCopy
{
    /// <summary>The head; null when none is kept, or when the stored text is incomplete.</summary>
    LedgerHead? Read();

    /// <summary>Keeps a head unless this process has kept a later one.</summary>
    void Raise(LedgerHead head);

    /// <summary>Whether the last head could not be kept.</summary>
    bool IsBehind { get; }
}
