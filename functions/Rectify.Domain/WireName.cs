using System.Text.Json;

namespace Rectify.Domain;

/// <summary>How enum values are written outside the program: camelCase, compared exactly.</summary>
public static class WireName
{
    /// <summary>The name of a value.</summary>
    public static string Of<TEnum>(TEnum value) where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Reads a name. False for anything that is not one.</summary>
    public static bool TryParse<TEnum>(string? name, out TEnum value) where TEnum : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<TEnum>())
        {
            if (Of(candidate) != name) continue;
            value = candidate;
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>All names, for a refusal.</summary>
    public static string List<TEnum>() where TEnum : struct, Enum => string.Join(", ", Enum.GetValues<TEnum>().Select(Of));
}
