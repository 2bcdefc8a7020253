using Rectify.Office.Requests;

namespace Rectify.Office.Ledger;

/// <summary>The ledger cannot give the answer, or take the entry, that is asked of it; which is never the same as "nothing".</summary>
public abstract class LedgerFaultException(string message) : Exception(message)
{
    /// <summary>What the caller of the interface is told.</summary>
    public abstract Problem ToProblem();
}
