using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;
using Rectify.Functions.Contract;

namespace Rectify.Functions.Tests.Contract;

/// <summary>Holds requests and answers against the published contract, with a validator that is not ours.</summary>
internal static class PublishedContract
{
    private static readonly JsonObject Document = JsonNode.Parse(ApiDocument.Text)!.AsObject();

    private static readonly IReadOnlyList<(Regex Path, JsonObject Operations)> Paths =
        [.. Document["paths"]!.AsObject().Select(path => (PatternOf(path.Key), path.Value!.AsObject()))];

    // The validator resolves a schema's references while it evaluates it for the first time, in tables that all schemas share: two at
    // once leave a reference that is never found.
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, JsonSchema> Built = new(StringComparer.Ordinal);

    private static readonly EvaluationOptions Strictly = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    /// <summary>The operation of a request; null when the contract has none.</summary>
    public static JsonObject? OperationOf(HttpMethod method, string path) =>
        Paths.Where(one => one.Path.IsMatch(path)).Select(one => one.Operations[method.Method.ToLowerInvariant()]).OfType<JsonObject>()
            .FirstOrDefault();

    /// <summary>What is wrong with an answer; empty when the contract allows it.</summary>
    public static string FaultOfAnswer(JsonObject operation, int status, string? media, string body)
    {
        var responses = operation["responses"]!.AsObject();
        var response = responses[status.ToString(CultureInfo.InvariantCulture)] ?? (status >= 400 ? responses["default"] : null);
        if (response is null) return $"the status {status} is not in the contract";
        if (response["content"] is not JsonObject content) return body.Length == 0 ? "" : $"a body of {media} is not in the contract";
        return status == 304 && body.Length == 0 ? ""
            : content[media ?? ""] is not JsonObject described ? $"the media type {media} of {status} is not in the contract"
            : Fault(described["schema"]!, media!, body);
    }

    /// <summary>What is wrong with a JSON body; empty when the contract allows it.</summary>
    public static string FaultOfRequest(JsonObject operation, string body) =>
        operation["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema ? Fault(schema, "application/json", body)
            : "a JSON body is not in the contract";

    private static string Fault(JsonNode schema, string media, string body) =>
        media is "application/json" or "application/problem+json" ? Fault(schema.ToJsonString(), JsonElement.Parse(body)) : "";

    /// <summary>What is wrong with a value by a schema; empty when the schema allows it.</summary>
    public static string Fault(string schema, JsonElement value)
    {
        var found = Evaluate(schema, value);
        return found.IsValid ? "" : string.Join("; ", (found.Details ?? []).Where(detail => detail.Errors?.Count > 0)
            .Select(detail => $"{detail.InstanceLocation} {string.Join(", ", detail.Errors!.Values)}"));
    }

    private static EvaluationResults Evaluate(string schema, JsonElement body)
    {
        lock (Gate)
        {
            if (!Built.TryGetValue(schema, out var built)) Built[schema] = built = Build(schema);
            return built.Evaluate(body, Strictly);
        }
    }

    // References within the document are made references within one schema that holds what it needs. A schema that is a document of its
    // own says so, and holds all that it needs.
    private static JsonSchema Build(string schema)
    {
        if (schema.StartsWith("{\"$schema\"", StringComparison.Ordinal)) return JsonSchema.FromText(schema);

        var all = Document["components"]!["schemas"]!.AsObject();
        var needed =
            new JsonObject(
                all.Where(one => schema.Contains($"#/components/schemas/{one.Key}\"", StringComparison.Ordinal)).Select(
                    one => KeyValuePair.Create(one.Key, one.Value?.DeepClone())));
        var whole = new JsonObject { ["$defs"] = needed, ["allOf"] = new JsonArray(JsonNode.Parse(schema)) };
        return JsonSchema.FromText(whole.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal));
    }

    private static Regex PatternOf(string path) =>
        new($"^{Regex.Replace(Regex.Escape(path), @"\\\{[A-Za-z]+}", "[^/]+")}\\z", RegexOptions.CultureInvariant);
}
