using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Rectify.Domain.Messages;
using Rectify.Office.Text;

namespace Rectify.Functions.Http;

/// <summary>
/// Compares a JSON document with the members of a type before it is deserialized, so that all unknown, missing or null members are reported
/// at once.
/// </summary>
internal static partial class JsonShape
{
    public static IReadOnlyDictionary<string, Message> Check(JsonElement element, Type type, JsonSerializerOptions options)
    {
        var errors = new SortedDictionary<string, Message>(StringComparer.Ordinal);
        RefuseHalves(element, "", errors);
        if (errors.Count == 0) Check(element, options.GetTypeInfo(type), "", options, errors);
        return errors;
    }

    // Refuses half of a surrogate pair, in a value or in the name of a member, since it can be neither read nor written.
    private static void RefuseHalves(JsonElement element, string path, SortedDictionary<string, Message> errors)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String when HalfOfPair.Match(element.GetRawText()) is { Success: true } half:
                errors[path.Length == 0 ? "body" : path] = path.Length == 0 ? NamedHalf(half) : NamedHalf(half).SaidOf(path);
                break;
            case JsonValueKind.Object when HalfOfPair.Match(element.GetRawText()) is { Success: true } inside:
                foreach (var member in element.EnumerateObject())
                {
                    try
                    {
                        RefuseHalves(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}", errors);
                    }
                    catch (InvalidOperationException)
                    {
                        errors[path.Length == 0 ? "body" : path] = BodyMessages.CharacterInName.With(NamedHalf(inside));
                    }
                }

                break;
            case JsonValueKind.Array:
                foreach (var (index, item) in element.EnumerateArray().Index()) RefuseHalves(item, $"{path}[{index}]", errors);
                break;
        }
    }

    private static Message NamedHalf(Match half) =>
        TextRule.Named(int.Parse(half.Groups["half"].Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), half.Index);

    // The message when the text rule refuses the text; null otherwise.
    private static Message? RefuseText(JsonElement text, string path) => TextRule.Refuse(text.GetString()!, TextRule.LinesOf(path));

    // Tries to read a value such as a date or an id here, so that all wrong values are reported and not only the first.
    private static void RefuseValue(
        JsonElement element, JsonTypeInfo type, string path, JsonSerializerOptions options, SortedDictionary<string, Message> errors)
    {
        try
        {
            JsonSerializer.Deserialize(JsonTexts.Normal(element, type.Type, options), type);
        }
        catch (JsonException malformed)
        {
            var member = malformed.Path is { Length: > 2 } inside ? $"{path}.{inside[2..]}" : path;
            errors[member] = JsonRefusal.Of(malformed).At(member);
        }
    }

    private static void Check(
        JsonElement element, JsonTypeInfo type, string path, JsonSerializerOptions options, SortedDictionary<string, Message> errors)
    {
        if (element.ValueKind == JsonValueKind.String && RefuseText(element, path) is { } refusal)
        {
            errors[path] = refusal.SaidOf(path);
            return;
        }

        if (type.Kind == JsonTypeInfoKind.Enumerable && element.ValueKind == JsonValueKind.Array && type.ElementType is { } elementType)
        {
            var index = 0;
            foreach (var item in element.EnumerateArray())
            {
                var place = $"{path}[{index++}]";
                if (item.ValueKind == JsonValueKind.Null) errors[place] = BodyMessages.Null.Told().SaidOf(place);
                else Check(item, options.GetTypeInfo(elementType), place, options, errors);
            }

            return;
        }

        if (type.Kind != JsonTypeInfoKind.Object)
        {
            RefuseValue(element, type, path, options, errors);
            return;
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            var name = path.Length == 0 ? "body" : path;
            errors[name] = BodyMessages.NotAnObject.With(element.ValueKind.ToString().ToLowerInvariant()).SaidOf(name);
            return;
        }

        var given = element.EnumerateObject().ToLookup(member => member.Name, member => member.Value, StringComparer.Ordinal);
        foreach (var name in given.Select(member => member.Key).Where(name => type.Properties.All(p => p.Name != name)))
            Add(name, BodyMessages.NoMember.With([.. type.Properties.Select(p => p.Name)]));
        foreach (var twice in given.Where(member => member.Count() > 1))
            Add(twice.Key, BodyMessages.Twice);
        foreach (var property in type.Properties)
        {
            var values = given[property.Name].ToList();
            if (values.Count == 0 && property.IsRequired) Add(property.Name, BodyMessages.Missing);
            else if (values.Any(value => value.ValueKind == JsonValueKind.Null) && !property.IsSetNullable)
                Add(property.Name, BodyMessages.Null);
            else if (values.Count > 0 && values[0].ValueKind != JsonValueKind.Null)
                Check(values[0], options.GetTypeInfo(property.PropertyType), Join(property.Name), options, errors);
        }

        void Add(string name, Message error) => errors[Join(name)] = error.SaidOf(Join(name));
        string Join(string name) => path.Length == 0 ? name : $"{path}.{name}";
    }

    // An escaped low surrogate without a high one before it, or a high one without a low one after it.
    [GeneratedRegex(
        @"(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u(?<half>[dD][c-fC-F][0-9a-fA-F]{2})|"
        + @"\\u(?<half>[dD][89abAB][0-9a-fA-F]{2})(?!\\u[dD][c-fC-F])")]
    private static partial Regex HalfOfPair { get; }
}
