using System.Collections.Frozen;
using System.Text.Json;

namespace Rectify.Domain;

/// <summary>How enum values are written outside the program: camelCase, compared exactly.</summary>
public static class WireName
{
    /// <summary>The name of a value.</summary>
    public static string Of<TEnum>(TEnum value) where TEnum : struct, Enum =>
        Names<TEnum>.ByValue.TryGetValue(value, out var name) ? name : JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Reads a name; false when the text is not the name of a value.</summary>
    public static bool TryParse<TEnum>(string? name, out TEnum value) where TEnum : struct, Enum
    {
        if (name is not null) return Names<TEnum>.ByName.TryGetValue(name, out value);

        value = default;
        return false;
    }

    /// <summary>All names of the enum, separated by commas, for the message of a refusal.</summary>
    public static string List<TEnum>() where TEnum : struct, Enum => string.Join(", ", Enum.GetValues<TEnum>().Select(Of));

    // Computed once for each enum, because a list of cases converts thousands of values.
    private static class Names<TEnum> where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<TEnum, string> ByValue = Enum.GetValues<TEnum>().Distinct()
            .ToFrozenDictionary(value => value, value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

        public static readonly FrozenDictionary<string, TEnum> ByName =
            ByValue.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
