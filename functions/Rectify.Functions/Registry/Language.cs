using System.Text.Json;
using System.Text.Json.Serialization;
using Rectify.Domain.Messages;

namespace Rectify.Functions.Registry;

/// <summary>The language in which somebody is written to, as a language tag (BCP 47); the default is <c>zh-CN</c>.</summary>
[JsonConverter(typeof(LanguageConverter))]
public readonly record struct Language
{
    private readonly string? _tag;

    private Language(string tag) => _tag = tag;

    /// <summary>Chinese, unless the register says otherwise.</summary>
    public static Language Chinese => default;

    /// <summary>English.</summary>
    public static Language English { get; } = new("en");

    /// <summary>The tag, for example <c>en</c>.</summary>
    public string Tag => _tag ?? "zh-CN";

    /// <summary>The language with this tag; null when mails are not written in it.</summary>
    public static Language? Find(string? tag) => tag switch
    {
        "zh-CN" => Chinese,
        "en" => English,
        _ => null,
    };

    /// <inheritdoc/>
    public override string ToString() => Tag;
}

internal sealed class LanguageConverter : JsonConverter<Language>
{
    public override Language Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var given = JsonDocument.ParseValue(ref reader);
        return given.RootElement.ValueKind == JsonValueKind.String && Language.Find(given.RootElement.GetString()) is { } language
            ? language
            : throw new UnreadableValueException(RegistryMessages.MailLanguage.With(given.RootElement.GetRawText()));
    }

    public override void Write(Utf8JsonWriter writer, Language value, JsonSerializerOptions options) => writer.WriteStringValue(value.Tag);
}
