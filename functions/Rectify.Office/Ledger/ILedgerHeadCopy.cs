namespace Rectify.Office.Ledger;

/// <summary>How far the ledger has come, kept outside the storage that may be lost.</summary>
public interface ILedgerHeadCopy
{
    /// <summary>The head; null when none is kept, or it is torn.</summary>
    LedgerHead? Read();

    /// <summary>Keeps a head unless this process has kept a later one.</summary>
    void Raise(LedgerHead head);

    /// <summary>Whether the last head could not be kept.</summary>
    bool IsBehind { get; }
}
