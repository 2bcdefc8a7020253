using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Durable.Sqlite;
using Rectify.Server.Http;

namespace Rectify.Server.Durable;

/// <summary>
/// <c>GET /runtime/webhooks/durabletask/instances/{instanceId}</c>: the status of one orchestration, for callers with the master key.
/// </summary>
/// <remarks>
/// As in the Durable Task HTTP API: 202 while the orchestration runs, 200 once it has ended, 404 when it is unknown; <c>showInput=false</c>
/// leaves the input out.
/// </remarks>
internal static class InstanceStatusEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/runtime/webhooks/durabletask/instances/{instanceId}", (RequestDelegate)AnswerAsync);

    private static async Task AnswerAsync(HttpContext http)
    {
        var services = http.RequestServices;
        if (!services.GetRequiredService<FunctionKeys>().Open(AuthorizationLevel.Admin, http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var instanceId = (string)http.Request.RouteValues["instanceId"]!;
        var client = services.GetRequiredService<DurableEngine>().Client;
        if (await client.GetInstanceAsync(instanceId, getInputsAndOutputs: true, http.RequestAborted) is not { } instance)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.StatusCode = instance.IsCompleted ? StatusCodes.Status200OK : StatusCodes.Status202Accepted;
        http.Response.ContentType = "application/json; charset=utf-8";
        var showInput = !string.Equals(http.Request.Query["showInput"], "false", StringComparison.OrdinalIgnoreCase);
        await http.Response.WriteAsync(Describe(instance, showInput ? instance.SerializedInput : null).ToJsonString(), http.RequestAborted);
    }

    private static JsonObject Describe(OrchestrationMetadata instance, string? input) => new()
    {
        ["name"] = instance.Name,
        ["instanceId"] = instance.InstanceId,
        ["runtimeStatus"] = instance.RuntimeStatus.ToString(),
        ["input"] = Parse(input),
        ["customStatus"] = Parse(instance.SerializedCustomStatus),
        ["output"] = instance.FailureDetails is { } failure ? JsonValue.Create(failure.ErrorMessage) : Parse(instance.SerializedOutput),
        ["createdTime"] = Second(instance.CreatedAt),
        ["lastUpdatedTime"] = Second(instance.LastUpdatedAt),
    };

    private static JsonNode? Parse(string? serialized) => serialized is null ? null : JsonNode.Parse(serialized);

    private static string Second(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
