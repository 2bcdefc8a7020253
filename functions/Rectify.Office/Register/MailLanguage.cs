using System.Text.Json;
using System.Text.Json.Serialization;
using Rectify.Domain.Messages;

namespace Rectify.Office.Register;

/// <summary>The language in which somebody is written to, as a language tag (BCP 47); the default is <c>zh-CN</c>.</summary>
[JsonConverter(typeof(MailLanguageConverter))]
public readonly record struct MailLanguage
{
    private readonly string? tag;

    private MailLanguage(string tag) => this.tag = tag;

    /// <summary>Chinese, unless the register says otherwise.</summary>
    public static MailLanguage Chinese => default;

    /// <summary>English.</summary>
    public static MailLanguage English { get; } = new("en");

    /// <summary>The tag, for example <c>en</c>.</summary>
    public string Tag => tag ?? "zh-CN";

    /// <summary>The language with this tag; null when mails are not written in it.</summary>
    public static MailLanguage? Find(string? tag) => tag switch
    {
        "zh-CN" => Chinese,
        "en" => English,
        _ => null,
    };

    /// <inheritdoc/>
    public override string ToString() => Tag;
}

internal sealed class MailLanguageConverter : JsonConverter<MailLanguage>
{
    public override MailLanguage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var given = JsonDocument.ParseValue(ref reader);
        return given.RootElement.ValueKind == JsonValueKind.String && MailLanguage.Find(given.RootElement.GetString()) is { } language
            ? language
            : throw new UnreadableValueException(RegisterMessages.MailLanguage.With(given.RootElement.GetRawText()));
    }

    public override void Write(Utf8JsonWriter writer, MailLanguage value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Tag);
}
