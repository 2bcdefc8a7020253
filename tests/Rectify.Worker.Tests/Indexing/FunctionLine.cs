using Rectify.Worker.Tests.Functions;

namespace Rectify.Worker.Tests.Indexing;

/// <summary>A function in one line, so that what differs between two descriptions of the app shows by itself.</summary>
internal static class FunctionLine
{
    public static string Http(string name, string level, IEnumerable<string> methods, string? route)
    {
        var written = methods.Select(method => method.ToLowerInvariant()).Order(StringComparer.Ordinal);
        return $"{name}: HTTP {level} {string.Join(',', written)} {route ?? name}";
    }

    public static string Timer(string name, string schedule, bool runsOnStartup) =>
        $"{name}: timer {schedule}{(runsOnStartup ? ", and at every start" : "")}";

    public static string Other(string name, string trigger) => $"{name}: {trigger.ToLowerInvariant()}";

    public static IReadOnlyList<string> Describe(FunctionIndex functions) =>
        [.. functions.All.Select(Describe).Order(StringComparer.Ordinal)];

    private static string Describe(IndexedFunction function) => function.TriggerType switch
    {
        "httpTrigger" => Http(function.Name, function.Text("authLevel")!, function.Methods, function.Text("route")),
        "timerTrigger" => Timer(function.Name, function.Text("schedule")!, function.RunsOnStartup),
        var other => Other(function.Name, other),
    };
}
