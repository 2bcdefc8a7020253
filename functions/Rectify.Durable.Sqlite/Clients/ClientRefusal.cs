using Grpc.Core;
using Microsoft.DurableTask.Client;
using Rectify.Durable.Sqlite.Storage;

namespace Rectify.Durable.Sqlite.Clients;

/// <summary>Checks of client calls, which throw the same exceptions as the client of the Functions host.</summary>
internal static class ClientRefusal
{
    public static RpcException NotFound(string id) =>
        new(new Status(StatusCode.NotFound, $"No orchestration with the id '{id}' was found."));

    /// <summary>The instance; throws unless it is suspended.</summary>
    public static InstanceRecord Suspended(StoreWriter store, string id) => Active(store, id, "be resumed") switch
    {
        { Status: OrchestrationRuntimeStatus.Suspended } found => found,
        var other => throw new RpcException(new Status(
            StatusCode.FailedPrecondition, $"The orchestration '{id}' is {other.Status}; only one that is suspended can be resumed.")),
    };

    /// <summary>The instance; throws unless it has ended.</summary>
    public static InstanceRecord RequireEnded(InstanceRecord found, string action) => found.HasEnded
        ? found
        : throw new InvalidOperationException($"The orchestration '{found.Id}' is {found.Status}; only one that has ended can {action}.");

    /// <summary>The instance; throws if it is unknown or has ended.</summary>
    public static InstanceRecord Active(StoreWriter store, string id, string action) => store.Find(id) switch
    {
        null => throw NotFound(id),
        { HasEnded: true } ended => throw new RpcException(new Status(
            StatusCode.FailedPrecondition, $"The orchestration '{id}' has ended ({ended.Status}); it cannot {action}.")),
        var found => found,
    };
}
