using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Protobuf;
using CoreFailure = Microsoft.DurableTask.TaskFailureDetails;
using Failure = Microsoft.DurableTask.Protobuf.TaskFailureDetails;

namespace Rectify.Worker.Tests.Durable;

/// <summary>Puts what the task hub's client takes and tells into the messages of its gRPC service, and back.</summary>
internal static class SidecarMessages
{
    /// <summary>Serialized text as a value that serializes to the same text again.</summary>
    public static object? AsInput(this string? serialized) => serialized is null ? null : JsonElement.Parse(serialized);

    public static OrchestrationRuntimeStatus ToRuntimeStatus(this OrchestrationStatus status) => (OrchestrationRuntimeStatus)status;

    /// <remarks>A policy that is there and replaces nothing means: refuse whenever the id exists.</remarks>
    public static StartOrchestrationOptions ToOptions(this CreateInstanceRequest request)
    {
        var options = new StartOrchestrationOptions(request.InstanceId, request.ScheduledStartTimestamp?.ToDateTimeOffset())
        {
            Version = request.Version is { } version ? new TaskVersion(version) : null,
            Tags = request.Tags,
        };
        if (request.OrchestrationIdReusePolicy is not { } policy) return options;

        var replaceable = policy.ReplaceableStatus.Select(ToRuntimeStatus);
        return options.WithDedupeStatuses([.. System.Enum.GetValues<OrchestrationRuntimeStatus>().Except(replaceable)]);
    }

    public static GetInstanceResponse ToResponse(this OrchestrationMetadata? metadata) => metadata is null
        ? new GetInstanceResponse { Exists = false }
        : new GetInstanceResponse { Exists = true, OrchestrationState = metadata.ToState() };

    public static OrchestrationState ToState(this OrchestrationMetadata metadata) => new()
    {
        InstanceId = metadata.InstanceId,
        Name = metadata.Name,
        OrchestrationStatus = (OrchestrationStatus)metadata.RuntimeStatus,
        CreatedTimestamp = metadata.CreatedAt.ToTimestamp(),
        LastUpdatedTimestamp = metadata.LastUpdatedAt.ToTimestamp(),
        Input = metadata.SerializedInput,
        Output = metadata.SerializedOutput,
        CustomStatus = metadata.SerializedCustomStatus,
        FailureDetails = metadata.FailureDetails.ToMessage(),
    };

    public static Microsoft.DurableTask.Client.OrchestrationQuery ToQuery(this InstanceQuery query) => new()
    {
        CreatedFrom = query.CreatedTimeFrom?.ToDateTimeOffset(),
        CreatedTo = query.CreatedTimeTo?.ToDateTimeOffset(),
        Statuses = query.RuntimeStatus.Count == 0 ? null : [.. query.RuntimeStatus.Select(ToRuntimeStatus)],
        InstanceIdPrefix = query.InstanceIdPrefix,
        FetchInputsAndOutputs = query.FetchInputsAndOutputs,
        PageSize = query.MaxInstanceCount,
        ContinuationToken = query.ContinuationToken,
    };

    public static PurgeInstancesFilter ToFilter(this PurgeInstanceFilter filter) => new(
        filter.CreatedTimeFrom?.ToDateTimeOffset(),
        filter.CreatedTimeTo?.ToDateTimeOffset(),
        [.. filter.RuntimeStatus.Select(ToRuntimeStatus)]);

    private static Failure? ToMessage(this CoreFailure? failure) => failure is null ? null : new Failure
    {
        ErrorType = failure.ErrorType,
        ErrorMessage = failure.ErrorMessage,
        StackTrace = failure.StackTrace,
        InnerFailure = failure.InnerFailure.ToMessage(),
    };
}
