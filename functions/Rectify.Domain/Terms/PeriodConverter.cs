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
        try
        {
            return name switch
            {
                "months" => new Period.Months(value.GetInt32()),
                "days" => new Period.Days(value.GetInt32()),
                "workingDays" => new Period.WorkingDays(value.GetInt32()),
                "dueOn" => new Period.Until(DateOnly.ParseExact(value.GetString() ?? "", "yyyy-MM-dd")),
                _ => throw new JsonException($"{Forms} Got {name}."),
            };
        }
        catch (ArgumentOutOfRangeException outOfRange)
        {
            throw new JsonException(outOfRange.Message.Split(Environment.NewLine)[0].Replace($" (Parameter '{outOfRange.ParamName}')", ""), outOfRange);
        }
        catch (Exception malformed) when (malformed is FormatException or InvalidOperationException)
        {
            throw new JsonException($"{name} is {(name == "dueOn" ? "a date yyyy-MM-dd" : "a whole number")}; got {value.GetRawText()}. (D7)", malformed);
        }
    }

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
