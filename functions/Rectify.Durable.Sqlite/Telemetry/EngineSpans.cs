using System.Diagnostics;
using Rectify.Durable.Sqlite.Replay;
using Rectify.Durable.Sqlite.Storage;

namespace Rectify.Durable.Sqlite.Telemetry;

/// <summary>The spans of turns and activities.</summary>
/// <remarks>
/// A span is the child of what woke it: a request, an activity, another turn. The link is kept in memory only; after a
/// restart, and months later, a span begins a trace of its own.
/// </remarks>
internal static class EngineSpans
{
    private static readonly ActivitySource Source = new(DurableEngine.TelemetryName);

    /// <summary>Where the present span stands; nowhere when there is none.</summary>
    public static ActivityContext Present => Activity.Current?.Context ?? default;

    /// <summary>Begins a turn; null when nobody listens.</summary>
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

    /// <summary>Names a turn, which is known only after it was taken; null for one that was not.</summary>
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

    /// <summary>Begins a call of an activity; null when nobody listens.</summary>
    public static Activity? BeginActivity(ActivityWork work) => !Source.HasListeners()
        ? null
        : Source.StartActivity($"activity:{work.Call.Name}", ActivityKind.Server, work.Trace)
            ?.SetTag(Attributes.Type, "activity").SetTag(Attributes.TaskName, work.Call.Name)
            .SetTag(Attributes.InstanceId, work.Call.InstanceId).SetTag(Attributes.TaskId, work.Call.TaskId);

    public static void Fail(Activity? span, Failure failure) =>
        span?.SetStatus(ActivityStatusCode.Error, failure.Message).SetTag(Attributes.ErrorType, failure.Type);
}
