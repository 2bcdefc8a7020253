using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rectify.Domain;

/// <summary>How domain values look in JSON: in stored events, in rulebooks and on the wire.</summary>
public static class DomainJson
{
    /// <summary>
    /// Member names and enum values in camelCase; unknown and missing members are errors; Chinese text is written without escapes.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The value as JSON text.</summary>
    public static string Text<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>The value in JSON text that this program wrote.</summary>
    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)!;

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.Strict,
            PropertyNameCaseInsensitive = false,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        };
        options.Converters.Add(new DateConverter());
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new EnumConverterFactory());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
