using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Rectify.Office.Text;

namespace Rectify.Functions.Http;

/// <summary>
/// Normalizes the strings of a JSON document: texts to the form in which they are stored; ids, dates and enum names to the folded form, in
/// which full-width characters count as plain ones.
/// </summary>
internal static class JsonTexts
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The normalized document. <see cref="JsonShape"/> has checked its strings before.</summary>
    public static byte[] Normal(JsonElement element, Type type, JsonSerializerOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Plain)) Write(element, options.GetTypeInfo(type), options, writer);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(JsonElement element, JsonTypeInfo? type, JsonSerializerOptions options, Utf8JsonWriter writer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    var property = type?.Kind == JsonTypeInfoKind.Object ? type.Properties.FirstOrDefault(one => one.Name == member.Name)
                        : null;
                    Write(member.Value, property is null ? null : options.GetTypeInfo(property.PropertyType), options, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                var of = type is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } one } ? options.GetTypeInfo(one) : null;
                foreach (var item in element.EnumerateArray()) Write(item, of, options, writer);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                var text = element.GetString()!;
                writer.WriteStringValue(type?.Type == typeof(string) ? TextRule.Stored(text) : TextRule.Folded(text));
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
