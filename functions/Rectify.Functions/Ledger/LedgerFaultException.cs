using Rectify.Functions.Http;

namespace Rectify.Functions.Ledger;

/// <summary>The ledger cannot give the answer, or take the entry, that is asked of it; which is never the same as "nothing".</summary>
internal abstract class LedgerFaultException(string message) : Exception(message)
{
    /// <summary>What the caller of the interface is told.</summary>
    public abstract Problem ToProblem();
}
