using System.Text.Json;
using System.Text.Json.Serialization;
using Rectify.Domain.Messages;

namespace Rectify.Domain.Terms;

/// <summary>A period on the wire has exactly one member: <c>{"months":6}</c>, <c>days</c>, <c>workingDays</c> or <c>dueOn</c>.</summary>
public sealed class PeriodConverter : JsonConverter<Period>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">No form, several forms, an unknown one, or a value out of range.</exception>
    public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind != JsonValueKind.Object) throw new UnreadableValueException(TermMessages.Forms);

        var members = document.RootElement.EnumerateObject().ToList();
        if (members.Count != 1)
            throw new UnreadableValueException(
                TermMessages.FormsGot.With(members.Count == 0 ? "none" : string.Join(" and ", members.Select(m => m.Name))));

        var (name, value) = (members[0].Name, members[0].Value);
        return name switch
        {
            "months" =>
                Period.Months.TryCreate(Count(name, value), out var months, out var refusal)
                    ? months
                    : throw new UnreadableValueException(refusal),
            "days" =>
                Period.Days.TryCreate(Count(name, value), out var days, out var refusal)
                    ? days
                    : throw new UnreadableValueException(refusal),
            "workingDays" =>
                Period.WorkingDays.TryCreate(Count(name, value), out var workingDays, out var refusal)
                    ? workingDays
                    : throw new UnreadableValueException(refusal),
            "dueOn" => new Period.Until(DateConverter.Read(value)),
            _ => throw new UnreadableValueException(TermMessages.FormsGot.With(name)),
        };
    }

    private static int Count(string name, JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var count)
            ? count
            : throw new UnreadableValueException(TermMessages.WholeNumber.With(name, value.GetRawText()));

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
