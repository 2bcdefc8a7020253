using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rectify.Domain.Messages;

namespace Rectify.Domain;

/// <summary>A date on the wire is exactly <c>yyyy-MM-dd</c>; the refusal shows what was given.</summary>
internal sealed class DateConverter : JsonConverter<DateOnly>
{
    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var given = JsonDocument.ParseValue(ref reader);
        return Read(given.RootElement);
    }

    public static DateOnly Read(JsonElement given) =>
        given.ValueKind == JsonValueKind.String
        && IsoDay.TryParse(given.GetString(), out var date)
            ? date
            : throw new UnreadableValueException(ValueMessages.Date.With(given.GetRawText()));

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(IsoDay.Of(value));
}

/// <summary>
/// An instant on the wire is ISO 8601 in UTC with a Z, to the tick and without trailing zeros: <c>2026-09-30T16:00:00Z</c>.
/// </summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var given = JsonDocument.ParseValue(ref reader);
        return given.RootElement.ValueKind == JsonValueKind.String && given.RootElement.TryGetDateTimeOffset(out var instant)
            ? instant
            : throw new UnreadableValueException(ValueMessages.Instant.With(given.RootElement.GetRawText()));
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
}

/// <summary>An enum on the wire is one of its camelCase names; the refusal lists them.</summary>
internal sealed class EnumConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(EnumConverter<>).MakeGenericType(typeToConvert))!;

    private sealed class EnumConverter<TEnum> : JsonConverter<TEnum> where TEnum : struct, Enum
    {
        public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String && WireName.TryParse<TEnum>(reader.GetString(), out var value)) return value;

            using var given = JsonDocument.ParseValue(ref reader);
            throw new UnreadableValueException(ValueMessages.OneOf.With(WireName.List<TEnum>(), given.RootElement.GetRawText()));
        }

        public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
            writer.WriteStringValue(WireName.Of(value));
    }
}
