using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Domain.Terms;
using Rectify.Office.Register;

namespace Rectify.Functions.Contract;

/// <summary>JSON Schemas (2020-12) of requests and answers, made from the types that are read and written.</summary>
internal sealed class Schemas
{
    private const string Id = "^[A-Za-z0-9._-]{1,64}$";

    private static readonly JsonSerializerOptions Options = new(DomainJson.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { WithoutDefaultLanguage } },
    };

    private readonly SortedDictionary<string, JsonNode> components = new(StringComparer.Ordinal);

    /// <summary>All schemas that were asked for, by name.</summary>
    public JsonObject Components => new(components.Select(one => KeyValuePair.Create<string, JsonNode?>(one.Key, one.Value.DeepClone())));

    /// <summary>A reference to the schema of a type.</summary>
    public JsonNode Of(Type type)
    {
        if (Simple(type) is { } simple) return simple;

        var name = NameOf(type);
        if (!components.ContainsKey(name)) components[name] = Export(type, $"#/components/schemas/{name}");
        return new JsonObject { ["$ref"] = $"#/components/schemas/{name}" };
    }

    private static JsonNode Export(Type type, string place)
    {
        var schema = Options.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, node) =>
                context.TypeInfo.Kind == JsonTypeInfoKind.Object ? WithSimpleMembers(node, context.TypeInfo)
                    : Simple(context.TypeInfo.Type) ?? node,
        });
        return Moved(schema, place);
    }

    // Replaces the schemas of simple members at their object: replaced one by one, the exporter drops them for members with a converter and
    // a default value.
    private static JsonNode WithSimpleMembers(JsonNode node, JsonTypeInfo type)
    {
        if (node["properties"] is not JsonObject members) return node;
        foreach (var property in type.Properties)
        {
            if (Simple(property.PropertyType) is not { } simple || !members.ContainsKey(property.Name)) continue;
            var isNullable = Nullable.GetUnderlyingType(property.PropertyType) is not null
                || !property.PropertyType.IsValueType && (property.IsGetNullable || property.IsSetNullable);
            members[property.Name] = isNullable ? OrNull(simple) : simple;
        }

        return node;
    }

    // The exporter writes the default value of a parameter as JSON. It fails for the default of a struct, which reflection gives as null,
    // so that such members get another type for the export.
    private static void WithoutDefaultLanguage(JsonTypeInfo type)
    {
        for (var i = 0; type.Kind == JsonTypeInfoKind.Object && i < type.Properties.Count; i++)
        {
            if (type.Properties[i] is not { Get: not null } property || property.PropertyType != typeof(MailLanguage)) continue;

            var bare = type.CreateJsonPropertyInfo(typeof(LanguageTag), property.Name);
            (bare.Get, bare.IsGetNullable, bare.IsSetNullable) = (property.Get, false, false);
            type.Properties[i] = bare;
        }
    }

    // Rewrites the references within the type's schema, since the schema is part of a larger document here.
    private static JsonNode Moved(JsonNode schema, string place)
    {
        foreach (var inner in Within(schema).OfType<JsonObject>().ToList())
        {
            if (inner["$ref"]?.GetValue<string>() is { } reference && reference.StartsWith('#')) inner["$ref"] = place + reference[1..];
        }

        return schema;
    }

    private static IEnumerable<JsonNode> Within(JsonNode node) => node switch
    {
        JsonObject members => members.Select(member => member.Value).OfType<JsonNode>().SelectMany(Within).Prepend(node),
        JsonArray items => items.OfType<JsonNode>().SelectMany(Within).Prepend(node),
        _ => [node],
    };

    /// <summary>
    /// The schema of a type with a converter of its own, whose JSON form the exporter cannot derive; null for any other type.
    /// </summary>
    private static JsonObject? Simple(Type nullable)
    {
        var type = Nullable.GetUnderlyingType(nullable) ?? nullable;
        if (type == typeof(DateOnly)) return Text("format", "date");
        if (type == typeof(TimeOnly)) return Text("pattern", "^[0-9]{2}:[0-9]{2}:[0-9]{2}$");
        if (type == typeof(DateTimeOffset)) return Text("format", "date-time");
        if (type == typeof(Subject)) return Text("pattern", "^(unit|official):[A-Za-z0-9._-]{1,64}$");
        if (type == typeof(MailLanguage) || type == typeof(LanguageTag))
            return new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("zh-CN", "en") };
        if (type == typeof(JsonElement) || type == typeof(JsonObject)) return [];
        if (type == typeof(Period)) return PeriodForm();
        if (type.IsEnum) return new JsonObject { ["type"] = "string", ["enum"] = Names(type) };
        if (type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IId<>)))
            return Text("pattern", Id);
        return type == typeof(string) || type == typeof(int) || type == typeof(bool) ? new JsonObject { ["type"] = Basic(type) } : null;
    }

    private static string Basic(Type type) => type == typeof(string) ? "string" : type == typeof(int) ? "integer" : "boolean";

    private static JsonObject Text(string keyword, string value) => new() { ["type"] = "string", [keyword] = value };

    private static JsonArray Names(Type type) =>
        [.. Enum.GetNames(type).Select(name => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(name))];

    private static JsonObject PeriodForm() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["months"] = Count(Period.Months.Max),
            ["days"] = Count(Period.Days.Max),
            ["workingDays"] = Count(Period.WorkingDays.Max),
            ["dueOn"] = Text("format", "date"),
        },
        ["minProperties"] = 1,
        ["maxProperties"] = 1,
        ["additionalProperties"] = false,
    };

    private static JsonObject Count(int max) => new() { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = max };

    private static JsonObject OrNull(JsonObject schema)
    {
        if (schema.Count == 0) return schema;
        if (schema["enum"] is JsonArray names) names.Add(null);
        schema["type"] = new JsonArray(schema["type"]!.DeepClone(), "null");
        return schema;
    }

    private static string NameOf(Type type)
    {
        if (type.IsGenericType) return NameOf(type.GetGenericArguments()[0]) + "List";
        var name = type.Name.EndsWith("View", StringComparison.Ordinal) ? type.Name[..^"View".Length] : type.Name;
        return type.DeclaringType is { } outer && type.Namespace is not null
            ? outer.Name.Replace("Endpoints", "", StringComparison.Ordinal).Replace("Endpoint", "", StringComparison.Ordinal) + name
            : name;
    }

    /// <summary>Stands for a <see cref="MailLanguage"/> in a schema.</summary>
    private sealed class LanguageTag;
}
