using DurableTask.Core;
using Microsoft.Extensions.Logging.Abstractions;
using Rectify.Durable.Sqlite;
using Rectify.Durable.Sqlite.Replay;
using Rectify.Durable.Sqlite.Tests;

namespace Rectify.Functions.Tests.Histories;

/// <summary>Replays a recorded history through Durable Task's own executor, as a worker process on Azure does.</summary>
internal static class OracleReplay
{
    /// <summary>The first turn in which the code asks for something else than the record says; null when there is none.</summary>
    public static async Task<string?> FindDifferenceAsync(string json, IFunctionCatalog catalog, CancellationToken ct)
    {
        var executor = new CoreExecutor(catalog, null, NullLoggerFactory.Instance);
        var (identity, turns) = CoreHistoryReader.Read(CoreHistoryText.Read(json));
        var timers = new Dictionary<int, DateTimeOffset>(turns.SelectMany(turn => CoreHistory.Timers(turn.Decisions)));
        var past = new List<DurableTask.Core.History.HistoryEvent>();
        foreach (var (number, turn) in turns.Index())
        {
            var state = new OrchestrationRuntimeState([.. past]);
            var begins = CoreHistory.Begin(identity, turn.At, turn.Events, timers).ToList();
            begins.ForEach(state.AddEvent);
            var result = await executor.ExecuteAsync(state, ct);
            var asked = result.Actions.Select(CoreHistoryReader.ToDecision).OfType<RecordedDecision>().ToList();
            if (Failure(result) is { } failure)
            {
                return $"turn {number}: {failure}";
            }

            if (asked.Count != turn.Decisions.Count || asked.Zip(turn.Decisions).Any(pair => !pair.First.Matches(pair.Second)))
            {
                return $"turn {number}: the record says {Words(turn.Decisions)}, the code asks for {Words(asked)}";
            }

            past.AddRange(begins);
            past.AddRange(CoreHistory.Finish(turn.At, turn.Decisions, null));
        }

        return null;
    }

    private static string? Failure(OrchestratorExecutionResult result) => result.Actions
        .OfType<DurableTask.Core.Command.OrchestrationCompleteOrchestratorAction>()
        .Select(complete => complete.FailureDetails)
        .FirstOrDefault(details => details?.ErrorType == "DurableTask.Core.Exceptions.NonDeterministicOrchestrationException")
        ?.ErrorMessage;

    private static string Words(IReadOnlyList<RecordedDecision> decisions) =>
        decisions.Count == 0 ? "nothing more" : string.Join(", ", decisions);
}
