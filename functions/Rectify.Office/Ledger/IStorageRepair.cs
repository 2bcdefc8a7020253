namespace Rectify.Office.Ledger;

/// <summary>A storage whose indexes are written beside the ledger and may lag behind it, until they are made to agree.</summary>
public interface IStorageRepair
{
    /// <summary>Makes the indexes agree with the ledger wherever a writer was interrupted; returns the number of cases repaired.</summary>
    /// <param name="scope">Which cases to look at.</param>
    /// <param name="cancellation">Stops; what is repaired stays repaired.</param>
    Task<int> RepairAsync(RepairScope scope, CancellationToken cancellation);
}

/// <summary>Which cases a repair looks at.</summary>
public enum RepairScope
{
    /// <summary>Only cases that an interrupted writer has marked.</summary>
    Marked,

    /// <summary>Every case in the ledger, so that lost index rows are found too.</summary>
    Everything,
}
