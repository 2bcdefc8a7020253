using Rectify.Domain.Messages;
using Rectify.Office.Requests;

namespace Rectify.Office.Ledger;

/// <summary>The ledger lacks entries that were recorded, or holds others in their place.</summary>
/// <param name="Expected">How far the ledger had come.</param>
/// <param name="Found">What is there.</param>
public sealed record LedgerGap(LedgerHead Expected, LedgerHead Found)
{
    /// <summary>What is missing, in one sentence.</summary>
    public Message Told => !Expected.IsExact()
        ? LedgerMessages.OlderThanOrchestrations.With(Found.Events)
        : Found.Events < Expected.Events
        ? LedgerMessages.Lacks.With(Expected.Events - Found.Events, Expected.Events, Found.Events)
        : LedgerMessages.Others.With(Found.Events, Expected.Events);
}

/// <summary>
/// The ledger lacks entries that were recorded. Until a person has accepted that, nothing is recorded, numbered or answered.
/// </summary>
public sealed class LedgerGapException(LedgerGap gap) : LedgerFaultException(LedgerMessages.Incomplete.With(gap.Told).ToString())
{
    public override Problem ToProblem() =>
        Problem.Of(ProblemKind.Unavailable, ProblemTitles.LedgerIncomplete, LedgerMessages.Incomplete.With(gap.Told));
}

/// <summary>An index knows fewer cases of a subject than were recorded.</summary>
public sealed class IndexGapException(string subject) : LedgerFaultException(LedgerMessages.IndexIncomplete.With(subject).ToString())
{
    public override Problem ToProblem() =>
        Problem.Of(ProblemKind.Unavailable, ProblemTitles.IndexIncomplete, LedgerMessages.IndexIncomplete.With(subject));
}
