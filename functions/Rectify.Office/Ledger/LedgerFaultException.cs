using Rectify.Office.Requests;

namespace Rectify.Office.Ledger;

/// <summary>The ledger cannot give an answer or take an entry. Callers must never treat that as an empty answer.</summary>
public abstract class LedgerFaultException(string message) : Exception(message)
{
    /// <summary>The problem of which the caller of the API is told.</summary>
    public abstract Problem ToProblem();
}
