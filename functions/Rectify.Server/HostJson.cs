using System.Text.Json;
using VersionFailureStrategy = Microsoft.DurableTask.Worker.DurableTaskWorkerOptions.VersionFailureStrategy;
using VersionMatchStrategy = Microsoft.DurableTask.Worker.DurableTaskWorkerOptions.VersionMatchStrategy;

namespace Rectify.Server;

/// <summary>What the server reads from <c>host.json</c>.</summary>
/// <param name="RoutePrefix">The prefix of every route; default <c>api</c>.</param>
/// <param name="HubName">The name of the task hub, or <c>%Setting%</c> for the setting that holds it; null if not set.</param>
/// <param name="DefaultVersion">The version of orchestrations started without one; null if not set.</param>
/// <param name="VersionMatch">Which instances may run; by default those of the default version and of older versions.</param>
/// <param name="VersionFailure">What happens to the others; by default they wait for matching code.</param>
internal sealed record HostJson(
    string RoutePrefix, string? HubName, string? DefaultVersion, VersionMatchStrategy VersionMatch, VersionFailureStrategy VersionFailure)
{
    private static readonly HostJson Default =
        new("api", null, null, VersionMatchStrategy.CurrentOrOlder, VersionFailureStrategy.Reject);

    public static HostJson Read(string folder)
    {
        var path = Path.Combine(folder, "host.json");
        if (!File.Exists(path))
        {
            return Default;
        }

        using var file = JsonFile.Open(path);
        return new HostJson(
            Text(file.RootElement, "extensions", "http", "routePrefix") ?? Default.RoutePrefix,
            Text(file.RootElement, "extensions", "durableTask", "hubName"),
            Text(file.RootElement, "extensions", "durableTask", "defaultVersion"),
            Named(file.RootElement, "versionMatchStrategy", Default.VersionMatch),
            Named(file.RootElement, "versionFailureStrategy", Default.VersionFailure));
    }

    private static T Named<T>(JsonElement root, string setting, T otherwise)
        where T : struct, Enum
    {
        if (Text(root, "extensions", "durableTask", setting) is not { } text)
        {
            return otherwise;
        }

        // Checked by name first, because Enum.Parse accepts any number.
        return Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<T>(text, ignoreCase: true)
            : throw HostStartException.WrongSetting(
                $"The setting extensions.durableTask.{setting} of host.json is one of {string.Join(", ", Enum.GetNames<T>())}; "
                + $"got '{text}'.");
    }

    private static string? Text(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind == JsonValueKind.Null ? null : element.ToString();
    }
}
