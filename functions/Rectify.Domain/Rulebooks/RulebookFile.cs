using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Rectify.Domain.Rulebooks;

/// <summary>
/// The format of rulebook files. Strict: every member has to be in the file, even one that may be missing in rulebooks stored by earlier
/// versions.
/// </summary>
internal static class RulebookFile
{
    private static readonly JsonSerializerOptions Options = new(DomainJson.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { WithEveryMember } },
    };

    /// <summary>Reads a file.</summary>
    /// <exception cref="RulebookFileException">
    /// The file cannot be read, lacks a member, has an unknown one, or holds a value with which no case could be decided.
    /// </exception>
    public static Rulebook Read(string file, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            Require(file, document.RootElement, typeof(Rulebook), "");
            return document.RootElement.Deserialize<Rulebook>(Options)!;
        }
        catch (JsonException unreadable)
        {
            var member = unreadable.Path is { Length: > 2 } path ? path[2..] : "$";
            throw new RulebookFileException(file, member, ValueAt(json, member), unreadable.Message, unreadable);
        }
        catch (ArgumentException unfit)
        {
            throw new RulebookFileException(file, unfit.ParamName ?? "$", "out of range", unfit.Message, unfit);
        }
    }

    private static void Require(string file, JsonElement element, Type type, string parent)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new RulebookFileException(file, parent.Length == 0 ? "$" : parent, Text(element), "a JSON object.");

        foreach (var property in Options.GetTypeInfo(type).Properties.Where(property => property.IsRequired))
        {
            var place = parent.Length == 0 ? property.Name : $"{parent}.{property.Name}";
            if (!element.TryGetProperty(property.Name, out var value))
                throw new RulebookFileException(file, place, "missing", "every member stands in the file.");
            var inner = Options.GetTypeInfo(property.PropertyType);
            if (inner.Kind == JsonTypeInfoKind.Object && value.ValueKind != JsonValueKind.Null)
                Require(file, value, property.PropertyType, place);
        }
    }

    private static string ValueAt(string json, string member)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var element = document.RootElement;
            foreach (var name in member.Split('.', '['))
            {
                if (name.EndsWith(']') && element.ValueKind == JsonValueKind.Array)
                    element = element[int.Parse(name.TrimEnd(']'), CultureInfo.InvariantCulture)];
                else if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element)) return "missing";
            }

            return Text(element);
        }
        catch (JsonException)
        {
            return "not JSON";
        }
    }

    private static string Text(JsonElement element) =>
        element.GetRawText() is { Length: > 60 } text ? text[..60] + "…" : element.GetRawText();

    // A member that is not written when it has its default value may be missing in a file too, so that files from before that member stay
    // valid.
    private static void WithEveryMember(JsonTypeInfo type)
    {
        foreach (var member in type.Properties.Where(member => member.AssociatedParameter is not null))
            member.IsRequired = member.AttributeProvider?.IsDefined(typeof(JsonIgnoreAttribute), inherit: true) != true;
    }
}
