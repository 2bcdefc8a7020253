using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rectify.Domain.Terms;

/// <summary>
/// A sanction's length on the wire has exactly one member: <c>{"months":6}</c>, <c>{"days":90}</c> or <c>{"yearEnding":"12-31"}</c>.
/// </summary>
public sealed class SanctionLengthConverter : JsonConverter<SanctionLength>
{
    private const string Form = "A sanction's length is exactly one of months, days (whole numbers) and yearEnding (MM-dd)";

    /// <inheritdoc/>
    /// <exception cref="JsonException">No form, several forms, an unknown one, or a value out of range.</exception>
    public override SanctionLength Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind != JsonValueKind.Object || document.RootElement.GetPropertyCount() != 1) throw Unreadable();

        var member = document.RootElement.EnumerateObject().Single();
        try
        {
            return member.Name switch
            {
                "months" when Whole(member.Value) is { } count => new SanctionLength.Months(count),
                "days" when Whole(member.Value) is { } count => new SanctionLength.Days(count),
                "yearEnding" when member.Value.ValueKind == JsonValueKind.String =>
                    YearEnd(member.Value.GetString()!) ?? throw Unreadable(),
                _ => throw Unreadable(),
            };
        }
        catch (ArgumentOutOfRangeException outside)
        {
            throw new JsonException(outside.Message, outside);
        }

        JsonException Unreadable() => new($"{Form}; got {document.RootElement.GetRawText()}.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SanctionLength value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        switch (value)
        {
            case SanctionLength.Months(var count): writer.WriteNumber("months", count); break;
            case SanctionLength.Days(var count): writer.WriteNumber("days", count); break;
            case SanctionLength.YearEnding(var month, var day): writer.WriteString("yearEnding", $"{month:00}-{day:00}"); break;
        }

        writer.WriteEndObject();
    }

    private static int? Whole(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var count) ? count : null;

    private static SanctionLength.YearEnding? YearEnd(string text) =>
        text is [_, _, '-', _, _] && int.TryParse(text.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            && int.TryParse(text.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            ? new SanctionLength.YearEnding(month, day)
            : null;
}
