using System.Text.Json;

namespace Rectify.Server.Settings;

/// <summary>
/// The <c>Values</c> of <c>local.settings.json</c>, which on a developer's machine take the place of environment variables.
/// </summary>
internal static class LocalSettings
{
    public const string FileName = "local.settings.json";

    /// <summary>The values of the first file found; none if there is no file.</summary>
    public static IReadOnlyDictionary<string, string?> Read(params IEnumerable<string> folders)
    {
        var path = folders.Select(folder => Path.Combine(folder, FileName)).FirstOrDefault(File.Exists);
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        if (path is null)
        {
            return values;
        }

        using var file = JsonFile.Open(path);
        if (!file.RootElement.TryGetProperty("Values", out var section))
        {
            return values;
        }

        if (section.ValueKind != JsonValueKind.Object)
        {
            throw HostStartException.WrongSetting($"The file {path} is wrong: 'Values' must be an object.");
        }

        foreach (var member in section.EnumerateObject())
        {
            if (member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                throw HostStartException.WrongSetting(
                    $"The file {path} is wrong: 'Values' holds text only, and '{member.Name}' is not; "
                    + "write a nested name as Outer__Inner.");
            }

            values[member.Name.Replace("__", ":", StringComparison.Ordinal)] = member.Value.ToString();
        }

        return values;
    }
}
