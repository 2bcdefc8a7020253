using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;

namespace Rectify.Office.Cases;

/// <summary>
/// Wakes orchestrations so that they read the ledger again. They keep no data of their own: a lost wake-up only delays a step.
/// </summary>
public interface IOrchestrationWaker
{
    /// <summary>Wakes the orchestration of a case and those of the given measures; missing ones are started.</summary>
    Task WakeAsync(CaseId caseId, IEnumerable<Measure> measures, CancellationToken cancellation);

    /// <summary>Wakes the orchestration of the yearly cycle, because days on which something is due may have changed.</summary>
    Task WakeYearlyCycleAsync(CancellationToken cancellation);
}
