using System.Globalization;

namespace Rectify.Durable.Sqlite.Faults;

/// <summary>What orchestration number n is, and what must have come of it in the end.</summary>
/// <param name="Name">The orchestrator.</param>
/// <param name="Output">Its output.</param>
/// <param name="Calls">The lines that its activities, and those of its children, leave in the log.</param>
internal sealed record Expected(string Name, string Output, IReadOnlyList<string> Calls)
{
    public const int Kinds = 5;

    public static string Id(int n) => $"c-{n}";

    public static int Number(string id) => int.Parse(id.Split('-')[1], CultureInfo.InvariantCulture);

    public static Expected Of(int n) => (n % Kinds) switch
    {
        0 => new("Timed", $"{4 * n}", [$"{Id(n)} Double {n}", $"{Id(n)} Double {2 * n}"]),
        1 => new("Told", $"{2 * n}", [$"{Id(n)} Double {n}"]),
        2 => new("Shaky", $"{n}", [$"{Id(n)} Shake {n}"]),
        3 => new("Parent", $"{4 * n}", [$"{Id(n)}-a Double {n}", $"{Id(n)}-b Double {n}"]),
        _ => new("Loop", $"{n + Catalog.Rounds}", [.. Enumerable.Range(n, Catalog.Rounds).Select(next => $"{Id(n)} Next {next}")]),
    };

    /// <summary>The children of orchestration number n, and what each must give.</summary>
    public static IEnumerable<(string Id, string Output)> Children(int n) =>
        n % Kinds == 3 ? [($"{Id(n)}-a", $"{2 * n}"), ($"{Id(n)}-b", $"{2 * n}")] : [];

    public static bool WaitsForEvent(int n) => n % Kinds == 1;
}
