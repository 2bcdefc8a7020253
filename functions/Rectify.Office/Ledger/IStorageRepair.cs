namespace Rectify.Office.Ledger;

/// <summary>A storage whose indexes are written beside the ledger and may lag behind it, until they are made to agree.</summary>
public interface IStorageRepair
{
    /// <summary>Makes the indexes agree with the ledger wherever a writer was lost; how many cases that were.</summary>
    /// <param name="scope">How far to look.</param>
    /// <param name="cancellation">Stops; what is repaired stays repaired.</param>
    Task<int> RepairAsync(RepairScope scope, CancellationToken cancellation);
}

/// <summary>How far a repair looks.</summary>
public enum RepairScope
{
    /// <summary>At what a lost writer has marked.</summary>
    Marked,

    /// <summary>At every case in the ledger: also index rows that are gone are found.</summary>
    Everything,
}
