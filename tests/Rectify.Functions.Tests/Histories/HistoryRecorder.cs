using DurableTask.Core;
using Rectify.Durable.Sqlite;
using Rectify.Durable.Sqlite.Replay;

namespace Rectify.Functions.Tests.Histories;

/// <summary>An executor that keeps the history of each execution of an instance, also of those that have started over.</summary>
internal sealed class HistoryRecorder(IOrchestrationExecutor inner) : IOrchestrationExecutor
{
    private readonly Dictionary<string, string> histories = [];

    /// <summary>The histories by execution, in the order in which those began.</summary>
    public IReadOnlyList<string> Histories => [.. histories.Values];

    public async Task<OrchestratorExecutionResult> ExecuteAsync(OrchestrationRuntimeState state, CancellationToken ct)
    {
        List<DurableTask.Core.History.HistoryEvent> events = [.. state.PastEvents, .. state.NewEvents];
        var at = new DateTimeOffset(state.NewEvents[0].Timestamp, TimeSpan.Zero);
        var result = await inner.ExecuteAsync(state, ct);
        var end = result.Actions.OfType<DurableTask.Core.Command.OrchestrationCompleteOrchestratorAction>().FirstOrDefault();
        var decisions = result.Actions.Select(CoreHistoryReader.ToDecision).OfType<RecordedDecision>();
        events.AddRange(CoreHistory.Finish(at, decisions, end?.OrchestrationStatus.ToString()));
        histories[state.OrchestrationInstance!.ExecutionId] = CoreHistoryText.Write(events.Select(WithoutStack));
        return result;
    }

    // A stack names the folders of the machine that recorded it, and a replay has no use for it.
    private static DurableTask.Core.History.HistoryEvent WithoutStack(DurableTask.Core.History.HistoryEvent happened) =>
        happened is DurableTask.Core.History.TaskFailedEvent { FailureDetails: { } details } failed
            ? new DurableTask.Core.History.TaskFailedEvent(-1, failed.TaskScheduledId, failed.Reason, null,
                Failure.From(details).WithoutStack().ToCore())
            {
                Timestamp = failed.Timestamp,
            }
            : happened;
}
