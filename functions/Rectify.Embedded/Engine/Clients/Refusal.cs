using Grpc.Core;
using Rectify.Embedded.Engine.Storage;

namespace Rectify.Embedded.Engine.Clients;

/// <summary>Refusals in the form that a client of the real host sees.</summary>
internal static class Refusal
{
    public static RpcException NotFound(string id) =>
        new(new Status(StatusCode.NotFound, $"No orchestration with the id '{id}' was found."));

    /// <summary>The instance if it has not ended.</summary>
    public static InstanceRecord Active(StoreWriter store, string id, string action) => store.Find(id) switch
    {
        null => throw NotFound(id),
        { HasEnded: true } ended => throw new RpcException(new Status(
            StatusCode.FailedPrecondition, $"The orchestration '{id}' has ended ({ended.Status}); it cannot {action}.")),
        var found => found,
    };
}
