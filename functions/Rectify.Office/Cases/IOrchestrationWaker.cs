using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;

namespace Rectify.Office.Cases;

/// <summary>Has orchestrations look at the ledger again. They hold no truth: a wake-up that is lost costs time, nothing else.</summary>
public interface IOrchestrationWaker
{
    /// <summary>Wakes the orchestration of a case and those of these of its measures; what is missing is started.</summary>
    Task WakeAsync(CaseId caseId, IEnumerable<Measure> measures, CancellationToken cancellation);

    /// <summary>Wakes the orchestration of the yearly cycle: what is owed has other days.</summary>
    Task WakeYearlyCycleAsync(CancellationToken cancellation);
}
