using System.Collections.Concurrent;
using DurableTask.Core;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.DurableTask.Protobuf;
using Microsoft.DurableTask.Testing.Sidecar.Grpc;
using Rectify.Durable.Sqlite;
using Rectify.Worker.Tests.Hosting;
using Rectify.Worker.Tests.Protocol;

namespace Rectify.Worker.Tests.Durable;

/// <summary>Runs the turns of orchestrations in the worker: history and news go out as a protobuf request, decisions come back.</summary>
internal sealed class WorkerOrchestrations(Workers workers) : IOrchestrationExecutor
{
    private const string Trigger = "orchestrationTrigger";

    private readonly ConcurrentQueue<OrchestrationTurn> turns = new();

    /// <summary>The turns so far, oldest first.</summary>
    public IReadOnlyCollection<OrchestrationTurn> Turns => turns;

    public async Task<OrchestratorExecutionResult> ExecuteAsync(OrchestrationRuntimeState state, CancellationToken ct)
    {
        var instance = state.OrchestrationInstance!;
        var request = new OrchestratorRequest
        {
            InstanceId = instance.InstanceId,
            ExecutionId = instance.ExecutionId,
            PastEvents = { state.PastEvents.Select(ProtobufUtils.ToHistoryEventProto) },
            NewEvents = { state.NewEvents.Select(ProtobufUtils.ToHistoryEventProto) },

            // The whole history each time: the worker keeps nothing between two turns.
            Properties =
            {
                ["IncludeState"] = Value.ForBool(true),
                ["IsExtendedSession"] = Value.ForBool(false),
                ["ExtendedSessionIdleTimeoutInSeconds"] = Value.ForNumber(0),
                ["HttpDefaultAsyncRequestSleepTimeMilliseconds"] = Value.ForNumber(30_000),
                ["defaultVersion"] = Value.ForString("1.0"),
            },
        };

        var answer = await workers.InvokeAsync(state.Name, Trigger, new TypedData { String = request.ToByteString().ToBase64() }, ct);
        answer.Result.EnsureSuccess($"The orchestrator {state.Name}");

        var response = OrchestratorResponse.Parser.ParseFrom(ByteString.FromBase64(answer.ReturnValue.String));
        var decisions = response.Actions.Select(ProtobufUtils.ToOrchestratorAction).ToList();
        var at = state.NewEvents.OfType<DurableTask.Core.History.OrchestratorStartedEvent>().Last().Timestamp;
        turns.Enqueue(new OrchestrationTurn(instance.InstanceId, new DateTimeOffset(at, TimeSpan.Zero), [.. state.NewEvents], decisions));
        return new OrchestratorExecutionResult { Actions = decisions, CustomStatus = response.CustomStatus };
    }
}
