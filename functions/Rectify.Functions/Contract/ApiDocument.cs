using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Rectify.Domain;
using Rectify.Functions.Access;
using Rectify.Functions.Http;

namespace Rectify.Functions.Contract;

/// <summary>
/// The HTTP interface as an OpenAPI 3.1 document, made from the attributes of the functions. The board's pages are not part of it.
/// </summary>
internal static partial class ApiDocument
{
    private const string Json = "application/json";
    private const string Key = "key";

    /// <summary>The document, indented.</summary>
    public static string Text { get; } = Make().ToJsonString(new(DomainJson.Options) { WriteIndented = true });

    /// <summary>The functions that the document describes.</summary>
    public static IEnumerable<(MethodInfo Method, HttpTriggerAttribute Trigger)> Functions =>
        from type in typeof(ApiDocument).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where method.IsDefined(typeof(FunctionAttribute), inherit: false)
        from parameter in method.GetParameters()
        let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
        where trigger?.Route is { } route && IsOfContract(route)
        orderby trigger.Route, method.Name
        select (method, trigger);

    // Neither the pages nor the answer to unknown addresses.
    private static bool IsOfContract(string route) =>
        route != "board" && !route.StartsWith("board/", StringComparison.Ordinal) && !route.StartsWith("{*", StringComparison.Ordinal);

    private static JsonObject Make()
    {
        var (schemas, paths) = (new Schemas(), new JsonObject());
        foreach (var (method, trigger) in Functions)
        {
            var path = $"/{trigger.Route}";
            paths.TryAdd(path, new JsonObject());
            foreach (var verb in trigger.Methods!) paths[path]![verb] = Operation(method, trigger.Route!, schemas);
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "Rectify",
                ["version"] = "1",
                ["description"] = "挂牌督办 and 一票否决: supervised listings, vetoes and who is eligible on a day. "
                    + "Days are local dates in Asia/Shanghai. "
                    + "Problems are told in the language that Accept-Language prefers, zh or en.",
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["security"] = new JsonArray(new JsonObject { [Key] = new JsonArray() }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = WithProblem(schemas.Components),
                ["securitySchemes"] = new JsonObject
                {
                    [Key] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "x-functions-key" },
                },
            },
        };
    }

    private static JsonObject Operation(MethodInfo method, string route, Schemas schemas)
    {
        var api = method.GetCustomAttribute<ApiAttribute>()
            ?? throw new InvalidOperationException($"{method.DeclaringType!.Name}.{method.Name} says not what it takes and answers.");
        var operation = new JsonObject
        {
            ["operationId"] = method.GetCustomAttribute<FunctionAttribute>()!.Name,
            ["summary"] = api.Summary,
            ["parameters"] = new JsonArray([.. Parameters(method, api, route, schemas)]),
            ["responses"] = Responses(api, schemas),
        };
        if (Body(api, schemas) is { } body) operation["requestBody"] = body;
        if (method.GetCustomAttribute<AllowsAttribute>() is { } allows)
            operation["x-roles"] = new JsonArray([.. allows.Roles.Select(role => (JsonNode)WireName.Of(role))]);
        else operation["security"] = new JsonArray();
        return operation;
    }

    private static IEnumerable<JsonNode> Parameters(MethodInfo method, ApiAttribute api, string route, Schemas schemas)
    {
        foreach (Match part in RouteValue.Matches(route))
            yield return Parameter("path", part.Groups[1].Value, null, schemas.Of(typeof(string)), isRequired: true);
        foreach (var query in method.GetCustomAttributes<ApiQueryAttribute>())
            yield return Parameter("query", query.Name, query.Summary, schemas.Of(query.Type), query.Required);
        if (api.Paged)
        {
            yield return Parameter("query", "top", "How many items at most: 1 to 200, 50 unless told.", schemas.Of(typeof(int)),
                isRequired: false);
            yield return Parameter("query", "continuation", "Where the list goes on, from nextLink.", schemas.Of(typeof(string)),
                isRequired: false);
        }

        if (api.Repeatable)
            yield return Parameter("header", "Idempotency-Key",
                "The caller's own name for the request: sent again it gets the first answer.", schemas.Of(typeof(string)),
                isRequired: false);
        if (api.Conditional)
            yield return Parameter("header", "If-Match", "The ETag as the caller has seen it: 412 when it is another by now.",
                schemas.Of(typeof(string)), isRequired: false);
        if (api.Creates)
            yield return Parameter("header", "If-None-Match", "The star: 412 when there is something already.", schemas.Of(typeof(string)),
                isRequired: false);
    }

    private static JsonObject Parameter(string place, string name, string? summary, JsonNode schema, bool isRequired)
    {
        var parameter = new JsonObject { ["name"] = name, ["in"] = place, ["required"] = isRequired, ["schema"] = schema };
        if (summary is not null) parameter["description"] = summary;
        return parameter;
    }

    private static JsonObject? Body(ApiAttribute api, Schemas schemas) =>
        Content(api.Takes, api.TakesMedia, schemas) is { Count: > 0 } content
        ? new JsonObject { ["required"] = true, ["content"] = content }
        : null;

    private static JsonObject Responses(ApiAttribute api, Schemas schemas)
    {
        var responses = new JsonObject();
        foreach (var status in api.Statuses)
        {
            var response = new JsonObject { ["description"] = ((HttpStatusCode)status).ToString() };
            if (Content(api.Answers, api.AnswersMedia, schemas) is { Count: > 0 } content) response["content"] = content;
            responses[status.ToString(CultureInfo.InvariantCulture)] = response;
        }

        responses["default"] = new JsonObject
        {
            ["description"] =
                "400 malformed, 401 and 403 not allowed, 404 unknown, 409 another state, 412 changed meanwhile, 413 too large, "
                + "415 another media type, 422 a rule is broken (RFC 9457).",
            ["headers"] = new JsonObject
            {
                ["Content-Language"] = new JsonObject
                {
                    ["description"] = "Of title, detail and errors: the language that Accept-Language prefers, English unless told.",
                    ["schema"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("zh-CN", "en") },
                },
            },
            ["content"] = new JsonObject
            {
                [ProblemAnswer.MediaType] = new JsonObject
                {
                    ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Problem" },
                },
            },
        };
        return responses;
    }

    private static JsonObject Content(Type? type, IReadOnlyList<string> others, Schemas schemas)
    {
        var content = new JsonObject();
        if (type is not null) content[Json] = new JsonObject { ["schema"] = schemas.Of(type) };
        foreach (var media in others) content[media] = new JsonObject { ["schema"] = schemas.Of(typeof(string)) };
        return content;
    }

    // Adds the schema of a problem. It allows further members, which some problems have (RFC 9457).
    private static JsonObject WithProblem(JsonObject components)
    {
        components["Problem"] = new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray("type", "title", "status", "detail"),
            ["properties"] = new JsonObject
            {
                ["type"] = new JsonObject { ["type"] = "string", ["pattern"] = "^/problems/[a-z0-9-]+$" },
                ["title"] = new JsonObject { ["type"] = "string" },
                ["status"] = new JsonObject { ["type"] = "integer", ["minimum"] = 400, ["maximum"] = 599 },
                ["detail"] = new JsonObject { ["type"] = "string" },
                ["errors"] = new JsonObject
                {
                    ["type"] = "object",
                    ["additionalProperties"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } },
                },
            },
        };
        return components;
    }

    [GeneratedRegex(@"\{([A-Za-z]+)\}")]
    private static partial Regex RouteValue { get; }
}
