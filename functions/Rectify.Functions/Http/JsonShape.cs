using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Rectify.Functions.Http;

/// <summary>Compares a JSON document with the members of a type before it is read, so that every unknown, missing or null member is named at once.</summary>
internal static class JsonShape
{
    public static IReadOnlyDictionary<string, string[]> Check(JsonElement element, Type type, JsonSerializerOptions options)
    {
        var errors = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        Check(element, options.GetTypeInfo(type), "", options, errors);
        return errors;
    }

    private static bool IsStorable(JsonElement text)
    {
        try
        {
            return !text.GetString()!.Contains('\0');
        }
        catch (InvalidOperationException)
        {
            // The reader's way of saying that an escape sequence gives half of a surrogate pair.
            return false;
        }
    }

    private static void Check(
        JsonElement element, JsonTypeInfo type, string path, JsonSerializerOptions options, SortedDictionary<string, string[]> errors)
    {
        if (element.ValueKind == JsonValueKind.String && !IsStorable(element))
        {
            errors[path] = [$"{path} holds a character that is none: NUL, or half of a surrogate pair."];
            return;
        }

        if (type.Kind == JsonTypeInfoKind.Enumerable && element.ValueKind == JsonValueKind.Array && type.ElementType is { } elementType)
        {
            var index = 0;
            foreach (var item in element.EnumerateArray())
            {
                var place = $"{path}[{index++}]";
                if (item.ValueKind == JsonValueKind.Null) errors[place] = [$"{place} is not null."];
                else Check(item, options.GetTypeInfo(elementType), place, options, errors);
            }

            return;
        }

        if (type.Kind != JsonTypeInfoKind.Object) return;
        if (element.ValueKind != JsonValueKind.Object)
        {
            var name = path.Length == 0 ? "body" : path;
            errors[name] = [$"{name} is a JSON object; got {element.ValueKind.ToString().ToLowerInvariant()}."];
            return;
        }

        var given = element.EnumerateObject().ToLookup(member => member.Name, member => member.Value, StringComparer.Ordinal);
        foreach (var name in given.Select(member => member.Key).Where(name => type.Properties.All(p => p.Name != name)))
            Add(name, $"is not a member; known are {string.Join(", ", type.Properties.Select(p => p.Name))}.");
        foreach (var twice in given.Where(member => member.Count() > 1))
            Add(twice.Key, "stands more than once.");
        foreach (var property in type.Properties)
        {
            var values = given[property.Name].ToList();
            if (values.Count == 0 && property.IsRequired) Add(property.Name, "is missing.");
            else if (values.Any(value => value.ValueKind == JsonValueKind.Null) && !property.IsSetNullable) Add(property.Name, "is not null.");
            else if (values.Count > 0 && values[0].ValueKind != JsonValueKind.Null)
                Check(values[0], options.GetTypeInfo(property.PropertyType), Join(property.Name), options, errors);
        }

        void Add(string name, string error) => errors[Join(name)] = [$"{Join(name)} {error}"];
        string Join(string name) => path.Length == 0 ? name : $"{path}.{name}";
    }
}
