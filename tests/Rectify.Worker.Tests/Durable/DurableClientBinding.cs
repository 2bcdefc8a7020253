using System.Text.Json;

namespace Rectify.Worker.Tests.Durable;

/// <summary>The text with which the host's durable extension tells the worker where the task hub is.</summary>
internal static class DurableClientBinding
{
    public static string For(Uri address) => JsonSerializer.Serialize(new
    {
        rpcBaseUrl = address.ToString(),
        taskHubName = "RectifyTests",
        connectionName = "AzureWebJobsStorage",
        requiredQueryStringParameters = "code=none",
        httpBaseUrl = new Uri(address, "runtime/webhooks/durabletask").ToString(),
        maxGrpcMessageSizeInBytes = int.MaxValue,

        // JSON inside JSON: the worker's extension reads it apart.
        grpcHttpClientTimeout = JsonSerializer.Serialize(TimeSpan.FromSeconds(100)),
    });
}
