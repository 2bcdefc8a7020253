using System.Diagnostics;
using DurableTask.Core;
using DurableTask.Core.Command;
using DurableTask.Core.Exceptions;
using Core = DurableTask.Core.History;

namespace Rectify.Durable.Sqlite.Replay;

/// <summary>
/// An execution whose code runs outside the engine (<see cref="IOrchestrationExecutor"/>); each turn gets the whole history.
/// </summary>
internal sealed class ExternalExecution(ExecutionIdentity identity, IOrchestrationExecutor executor) : IExecution
{
    private readonly List<Core.HistoryEvent> past = [];
    private readonly Dictionary<int, DateTimeOffset> timers = [];

    public bool IsViolated => false;

    // The executor replays the history itself and then reports a difference, so that the recorded decisions are returned here unchecked.
    public TurnOutcome Repeat(Turn turn)
    {
        past.AddRange(CoreHistory.Begin(identity, turn.At, turn.Events, timers));
        Keep(turn.At, turn.Decisions);
        return new TurnOutcome(turn.Decisions, [], null, null);
    }

    public async ValueTask<TurnOutcome> AdvanceAsync(DateTimeOffset at, IReadOnlyList<HistoryEvent> events, CancellationToken ct)
    {
        var state = new OrchestrationRuntimeState([.. past]);
        List<Core.HistoryEvent> fresh = [.. CoreHistory.Begin(identity, at, events, timers)];
        fresh.ForEach(state.AddEvent);
        var result = await ExecuteAsync(state, ct).ConfigureAwait(false);
        var decisions = result.Actions.Select(CoreHistoryReader.ToDecision).OfType<RecordedDecision>().ToList();
        var ending = result.Actions.OfType<OrchestrationCompleteOrchestratorAction>().FirstOrDefault() is { } complete
            ? End(complete)
            : null;
        if (ending is Ending.ContinuedAsNew next)
        {
            (var rest, ending) = next.WithOwnEvents(identity.InstanceId, decisions);
            return new TurnOutcome(rest, [], ending, result.CustomStatus);
        }

        past.AddRange(fresh);
        Keep(at, decisions);
        return new TurnOutcome(decisions, [], ending, result.CustomStatus);
    }

    private async Task<OrchestratorExecutionResult> ExecuteAsync(OrchestrationRuntimeState state, CancellationToken ct)
    {
        try
        {
            return await executor.ExecuteAsync(state, ct).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A call that the stop cancels may throw any exception, for example one of gRPC.
            throw ct.IsCancellationRequested ? new OperationCanceledException(e.Message, e, ct) : new TurnAbandonedException(e);
        }
    }

    private Ending End(OrchestrationCompleteOrchestratorAction complete) => complete.OrchestrationStatus switch
    {
        OrchestrationStatus.Completed => new Ending.Completed(complete.Result),
        OrchestrationStatus.ContinuedAsNew => new Ending.ContinuedAsNew(
            complete.Result,
            string.IsNullOrWhiteSpace(complete.NewVersion) ? null : complete.NewVersion,
            [
                .. complete.CarryoverEvents
                    .OfType<Core.EventRaisedEvent>()
                    .Select(raised => new HistoryEvent.EventRaised(raised.Name!, raised.Input)),
            ]),
        OrchestrationStatus.Failed when complete.FailureDetails is { } details && IsMismatch(details) =>
            throw new HistoryMismatchException(details.ErrorMessage),
        OrchestrationStatus.Failed => new Ending.Failed(Failure.From(
            complete.FailureDetails
            ?? new FailureDetails("(unknown)", complete.Result ?? "", complete.Details, null, isNonRetriable: false))),
        _ => throw new UnreachableException(),
    };

    private bool IsMismatch(FailureDetails details) =>
        details.ErrorType == typeof(NonDeterministicOrchestrationException).FullName
        || (details.ErrorType == Failure.UnknownOrchestrator && past.Count > 0);

    private void Keep(DateTimeOffset at, IReadOnlyList<RecordedDecision> decisions)
    {
        past.AddRange(CoreHistory.Finish(at, decisions, null));
        foreach (var (id, fireAt) in CoreHistory.Timers(decisions))
        {
            timers[id] = fireAt;
        }
    }
}
