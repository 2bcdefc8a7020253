using System.Text.Json;

namespace Rectify.Functions.Tests.FunctionRules;

/// <summary>A value of a type with every member set, to see whether it survives the worker's JSON.</summary>
internal static class Specimen
{
    // As the worker has it, and so as histories hold it.
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    /// <summary>What is lost of the type on the way through JSON; null when nothing is.</summary>
    public static string? RoundTrip(Type type)
    {
        try
        {
            var value = Of(type);
            var text = JsonSerializer.Serialize(value, type, Options);
            var back = JsonSerializer.Deserialize(text, type, Options);
            return Equals(value, back) ? null : $"{type.Name} {text} comes back as {JsonSerializer.Serialize(back, type, Options)}";
        }
        catch (Exception refused) when (refused is NotSupportedException or JsonException or InvalidOperationException)
        {
            return $"{type.Name}: {refused.Message}";
        }
    }

    private static object Of(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string)) return "挂牌督办 \"1\"";
        if (plain == typeof(bool)) return true;
        if (plain == typeof(DateTimeOffset)) return DateTimeOffset.UnixEpoch.AddTicks(1);
        if (plain == typeof(DateOnly)) return new DateOnly(2026, 9, 30);
        if (plain == typeof(Guid)) return new Guid("018f0000-0000-7000-8000-000000000001");
        if (plain.IsEnum) return Enum.GetValuesAsUnderlyingType(plain).Cast<object>().Select(number => Enum.ToObject(plain, number)).Last();
        if (plain.IsPrimitive) return Convert.ChangeType(7, plain, null);
        return plain.GetConstructors().OrderByDescending(constructor => constructor.GetParameters().Length)
            .FirstOrDefault() is { } constructor
            ? constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType))])
            : throw new NotSupportedException("it has no public constructor");
    }
}
