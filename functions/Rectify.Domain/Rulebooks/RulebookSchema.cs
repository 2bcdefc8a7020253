using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Rectify.Domain.Messages;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Rulebooks;

/// <summary>The JSON Schema (2020-12) of rulebook files, made from the types of the rules.</summary>
public static class RulebookSchema
{
    /// <summary>The schema.</summary>
    /// <param name="describe">The words for a member, by the type that has it and its name in JSON.</param>
    public static JsonObject Create(Func<Type, string, Bilingual> describe)
    {
        var schema = (JsonObject)RulebookFile.Options.GetJsonSchemaAsNode(typeof(Rulebook), new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, node) => context.TypeInfo.Kind == JsonTypeInfoKind.Object && Form(context.TypeInfo.Type) is null
                ? WithMembers(node, context.TypeInfo, describe)
                : Form(context.TypeInfo.Type) ?? node,
        });
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        return schema;
    }

    private static JsonNode WithMembers(JsonNode node, JsonTypeInfo type, Func<Type, string, Bilingual> describe)
    {
        if (node["properties"] is not JsonObject properties) return node;

        var members = type.Properties.Where(member => member.AssociatedParameter is not null).ToList();
        foreach (var member in members.Where(member => properties.ContainsKey(member.Name)))
        {
            var value = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
            var schema = Form(value) ?? List(value) ?? properties[member.Name]!.DeepClone() as JsonObject ?? [];
            if (RuleConstruction.RangeOf(type, members, member) is { } range)
            {
                var limited = value == typeof(int) ? schema : schema["items"] as JsonObject ?? schema;
                (limited["minimum"], limited["maximum"]) = (range.Least, range.Most);
            }

            if ((Form(value) ?? List(value)) is not null && IsOptional(member)) schema = OrNull(schema);
            var words = describe(type.Type, member.Name);
            schema["description"] = $"{words.Chinese} / {words.English}";
            properties[member.Name] = schema;
        }

        node["required"] = new JsonArray(
            [.. members.Where(member => member.IsRequired).Select(member => (JsonNode)member.Name)]);
        node["additionalProperties"] = false;
        return node;
    }

    private static bool IsOptional(JsonPropertyInfo member) => member.PropertyType.IsValueType
        ? Nullable.GetUnderlyingType(member.PropertyType) is not null
        : member.AssociatedParameter!.IsNullable;

    private static JsonObject OrNull(JsonObject schema) =>
        new() { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };

    // The form of a value that has a converter of its own, which the exporter cannot see; null for any other.
    private static JsonObject? Form(Type type)
    {
        if (type == typeof(string)) return new JsonObject { ["type"] = "string", ["pattern"] = @"\S" };
        if (type == typeof(int)) return new JsonObject { ["type"] = "integer" };
        if (type == typeof(bool)) return new JsonObject { ["type"] = "boolean" };
        if (type == typeof(DateOnly)) return new JsonObject { ["type"] = "string", ["format"] = "date" };
        if (type == typeof(TimeOnly))
            return new JsonObject { ["type"] = "string", ["pattern"] = "^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$" };
        if (type == typeof(Period))
        {
            return OneOf(
                ("months", Count(Period.Months.Max)), ("days", Count(Period.Days.Max)), ("workingDays", Count(Period.WorkingDays.Max)),
                ("dueOn", Form(typeof(DateOnly))));
        }

        if (type == typeof(SanctionLength))
        {
            return OneOf(
                ("months", Count(SanctionLength.Months.Max)), ("days", Count(SanctionLength.Days.Max)),
                ("yearEnding", new JsonObject { ["type"] = "string", ["pattern"] = "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" }));
        }

        return type.IsEnum
            ? new JsonObject
            {
                ["enum"] = new JsonArray(
                    [.. Enum.GetNames(type).Select(name => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(name))]),
            }
            : null;
    }

    // A list of such values; null for any other type.
    private static JsonObject? List(Type type) =>
        RulebookFile.Options.GetTypeInfo(type) is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } of } && Form(of) is { } items
            ? new JsonObject { ["type"] = "array", ["items"] = items }
            : null;

    // An object with exactly one of these members.
    private static JsonObject OneOf(params (string Name, JsonObject? Form)[] members) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Form))),
        ["minProperties"] = 1,
        ["maxProperties"] = 1,
        ["additionalProperties"] = false,
    };

    private static JsonObject Count(int max) => new() { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = max };
}
