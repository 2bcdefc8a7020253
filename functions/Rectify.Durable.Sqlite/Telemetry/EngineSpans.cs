using System.Diagnostics;
using Rectify.Durable.Sqlite.Replay;
using Rectify.Durable.Sqlite.Storage;

namespace Rectify.Durable.Sqlite.Telemetry;

/// <summary>The tracing spans of turns and activities.</summary>
/// <remarks>
/// The parent of a span is what caused it: a request, an activity or another turn. The link is only in memory, so that after a restart a
/// span begins a new trace.
/// </remarks>
internal static class EngineSpans
{
    private static readonly ActivitySource Source = new(DurableEngine.TelemetryName);

    /// <summary>The context of the present span; empty when there is none.</summary>
    public static ActivityContext Present => Activity.Current?.Context ?? default;

    /// <summary>Begins the span of a turn; null when tracing is off.</summary>
    public static Activity? BeginTurn(string instanceId, IReadOnlyList<InboxMessage> messages)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var cause = messages.FirstOrDefault(message => message.Trace != default)?.Trace ?? default;
        return Source.StartActivity("orchestration", ActivityKind.Server, cause)
            ?.SetTag(Attributes.Type, "orchestration").SetTag(Attributes.InstanceId, instanceId);
    }

    /// <summary>
    /// Adds the orchestrator's name to the span of a turn, which is known only after the turn; <paramref name="result"/> is null when none
    /// was taken.
    /// </summary>
    public static void Describe(Activity? span, TurnResult? result)
    {
        if (span is null || result is null)
        {
            return;
        }

        span.DisplayName = $"orchestration:{result.Before.Name}";
        span.SetTag(Attributes.TaskName, result.Before.Name).SetTag(Attributes.Version, result.Before.Version);
        if (result.Outcome.Ending is Ending.Failed { Failure: var failure })
        {
            Fail(span, failure);
        }
    }

    /// <summary>Begins the span of a call of an activity; null when tracing is off.</summary>
    public static Activity? BeginActivity(ActivityWork work) => !Source.HasListeners()
        ? null
        : Source.StartActivity($"activity:{work.Call.Name}", ActivityKind.Server, work.Trace)
            ?.SetTag(Attributes.Type, "activity").SetTag(Attributes.TaskName, work.Call.Name)
            .SetTag(Attributes.InstanceId, work.Call.InstanceId).SetTag(Attributes.TaskId, work.Call.TaskId);

    public static void Fail(Activity? span, Failure failure) =>
        span?.SetStatus(ActivityStatusCode.Error, failure.Message).SetTag(Attributes.ErrorType, failure.Type);
}
