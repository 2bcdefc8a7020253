using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rectify.Domain.Terms;

/// <summary>A period on the wire has exactly one member: <c>{"months":6}</c>, <c>days</c>, <c>workingDays</c> or <c>dueOn</c>.</summary>
public sealed class PeriodConverter : JsonConverter<Period>
{
    private const string Forms = "A period is exactly one of months, days, workingDays, dueOn. (D7)";

    /// <inheritdoc/>
    /// <exception cref="JsonException">No form, several forms, an unknown one, or a value out of range.</exception>
    public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind != JsonValueKind.Object) throw new JsonException(Forms);

        var members = document.RootElement.EnumerateObject().ToList();
        if (members.Count != 1)
            throw new JsonException($"{Forms} Got {(members.Count == 0 ? "none" : string.Join(" and ", members.Select(m => m.Name)))}.");

        var (name, value) = (members[0].Name, members[0].Value);
        return name switch
        {
            "months" => Period.Months.TryCreate(Count(name, value), out var months, out var refusal) ? months : throw new JsonException(refusal),
            "days" => Period.Days.TryCreate(Count(name, value), out var days, out var refusal) ? days : throw new JsonException(refusal),
            "workingDays" => Period.WorkingDays.TryCreate(Count(name, value), out var workingDays, out var refusal) ? workingDays : throw new JsonException(refusal),
            "dueOn" => new Period.Until(DateConverter.Read(value)),
            _ => throw new JsonException($"{Forms} Got {name}."),
        };
    }

    private static int Count(string name, JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var count)
            ? count
            : throw new JsonException($"{name} is a whole number; got {value.GetRawText()}. (D7)");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        switch (value)
        {
            case Period.Months(var count): writer.WriteNumber("months", count); break;
            case Period.Days(var count): writer.WriteNumber("days", count); break;
            case Period.WorkingDays(var count): writer.WriteNumber("workingDays", count); break;
            case Period.Until(var dueOn): writer.WriteString("dueOn", dueOn.ToString("yyyy-MM-dd")); break;
        }
        writer.WriteEndObject();
    }
}
