using DurableTask.Core;
using DurableTask.Core.Command;
using DurableTask.Core.History;

namespace Rectify.Worker.Tests.Durable;

/// <summary>What the worker was told in one turn of an orchestration, and what it decided.</summary>
internal sealed record OrchestrationTurn(
    string InstanceId, DateTimeOffset At, IReadOnlyList<HistoryEvent> News, IReadOnlyList<OrchestratorAction> Decisions)
{
    public bool ContinuesAsNew => Decisions.OfType<OrchestrationCompleteOrchestratorAction>()
        .Any(end => end.OrchestrationStatus == OrchestrationStatus.ContinuedAsNew);

    public bool Heard<T>() where T : HistoryEvent => News.OfType<T>().Any();

    public bool Decided<T>() where T : OrchestratorAction => Decisions.OfType<T>().Any();
}
