using System.Text.Json;

namespace Rectify.Embedded.Hosting;

/// <summary>What the host takes from <c>host.json</c>.</summary>
/// <param name="RoutePrefix">Stands before every route; default <c>api</c>.</param>
/// <param name="DefaultVersion">The version of orchestrations started without one; null if not set.</param>
internal sealed record HostJson(string RoutePrefix, string? DefaultVersion)
{
    public static HostJson Read(string folder)
    {
        var path = Path.Combine(folder, "host.json");
        if (!File.Exists(path))
        {
            return new HostJson("api", null);
        }

        using var file = JsonFile.Open(path);
        return new HostJson(
            Text(file.RootElement, "extensions", "http", "routePrefix") ?? "api",
            Text(file.RootElement, "extensions", "durableTask", "defaultVersion"));
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
