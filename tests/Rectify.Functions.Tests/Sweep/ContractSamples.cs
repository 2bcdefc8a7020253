using System.Text.Json.Nodes;
using Rectify.Functions.Contract;

namespace Rectify.Functions.Tests.Sweep;

/// <summary>Bodies as the published contract describes them, with any of its members.</summary>
internal static partial class ContractSamples
{
    /// <summary>Stands where a test puts a value of its own.</summary>
    public const string Mark = "@@value@@";

    private const int Depth = 4;

    private static readonly JsonObject Document = JsonNode.Parse(ApiDocument.Text)!.AsObject();

    /// <summary>Every operation of the contract.</summary>
    public static IEnumerable<(string Method, string Path, JsonObject Operation)> Operations =>
        from path in Document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select (operation.Key.ToUpperInvariant(), path.Key, operation.Value!.AsObject());

    /// <summary>The parameters of an operation that stand in the query, the address or the headers.</summary>
    public static IEnumerable<(string Place, string Name, string? Format, bool IsRequired)> ParametersOf(JsonObject operation) =>
        from parameter in operation["parameters"]!.AsArray()
        let format = FormatOf(Resolved(parameter["schema"]!))
        select (parameter["in"]!.ToString(), parameter["name"]!.ToString(), format, parameter["required"]!.GetValue<bool>());

    /// <summary>The schema of the JSON body that an operation takes; null when it takes none.</summary>
    public static JsonNode? BodyOf(JsonObject operation) => operation["requestBody"]?["content"]?["application/json"]?["schema"];

    /// <summary>Where the members of a schema stand, within those of its members too, that <paramref name="wanted"/> takes.</summary>
    public static IEnumerable<IReadOnlyList<string>> MembersOf(
        JsonNode node, Func<JsonNode, bool> wanted, params IReadOnlyList<string> above)
    {
        var schema = Resolved(node);
        if (above.Count > 0 && wanted(schema)) yield return above;
        if (above.Count > Depth) yield break;
        foreach (var inner in schema["items"] is { } items ? ItemsOf(items, wanted, above) : []) yield return inner;
        foreach (var (name, member) in schema["properties"] as JsonObject ?? [])
            foreach (var inner in MembersOf(member!, wanted, [.. above, name])) yield return inner;
    }

    public static bool IsDate(JsonNode schema) => FormatOf(schema) is "date" or "date-time";

    public static string? FormatOf(JsonNode schema) => schema["format"]?.ToString();

    /// <summary>What the contract would take: a day, a number, a name.</summary>
    public static string ValueOf(string name, string? format = null) => format switch
    {
        "date" => "2026-03-30",
        "date-time" => "2026-03-30T00:00:00Z",
        _ => name switch
        {
            "unitId" => "yj-oubei",
            "officialId" => "o-1",
            "subject" or "subjects" => "unit:yj-oubei",
            "uri" => "https://example.org/1",
            "email" or "supervisorEmail" => "a@example.org",
            _ => "平安",
        },
    };

    /// <summary>The least body that a schema allows, with what leads to the member at a place, and there with a value.</summary>
    public static JsonNode? Body(JsonNode schema, IReadOnlyList<string> place, string value) => Sample(schema, "", place, 0, value);

    private static IEnumerable<IReadOnlyList<string>> ItemsOf(JsonNode items, Func<JsonNode, bool> wanted, IReadOnlyList<string> above) =>
        MembersOf(items, wanted, above).Where(place => place.Count > above.Count || wanted(Resolved(items)));

    private static JsonNode Resolved(JsonNode schema) =>
        schema is not JsonObject ? new JsonObject()
        : schema["$ref"]?.ToString() is { } reference ? Resolved(Document["components"]!["schemas"]![reference.Split('/')[^1]]!)
        : (schema["oneOf"] ?? schema["anyOf"])?.AsArray() is { Count: > 0 } choices ? Resolved(choices[0]!)
        : schema;

    private static JsonNode? Sample(JsonNode node, string name, IReadOnlyList<string>? place, int depth, string value)
    {
        var schema = Resolved(node);
        if (place?.Count == depth && value == Mark) return value;
        if (place?.Count == depth && IsDate(schema)) return FormatOf(schema) == "date" ? value : $"{value}T00:00:00Z";
        if (schema["enum"] is JsonArray names) return names[0]!.DeepClone();
        var type = schema["type"] is JsonArray types ? types[0]!.ToString() : schema["type"]?.ToString();
        switch (type)
        {
            case "integer": return schema["minimum"]?.GetValue<int>() ?? 1;
            case "boolean": return false;
            case "array": return schema["items"] is { } items ? new JsonArray(Sample(items, name, place, depth, value)) : new JsonArray();
            case "object": return Members(schema, name, place, depth, value);
            default: return ValueOf(name, FormatOf(schema));
        }
    }

    private static JsonObject Members(JsonNode schema, string name, IReadOnlyList<string>? place, int depth, string value)
    {
        var required = schema["required"]?.AsArray().Select(member => member!.ToString()).ToHashSet() ?? [];
        var body = new JsonObject();
        foreach (var (member, inner) in schema["properties"] as JsonObject ?? [])
        {
            var leads = place is not null && depth < place.Count && place[depth] == member;
            if (leads || required.Contains(member)) body[member] = Sample(inner!, member, leads ? place : null, depth + 1, value);
        }

        if (name is "period" or "by" && body.Count == 0) body["months"] = 3;
        return body;
    }
}
