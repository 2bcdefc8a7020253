using System.Text.Json;
using Rectify.Worker.Tests.Clock;

namespace Rectify.Worker.Tests.Journeys;

/// <summary>A case to play: what people do, and when. Everything else happens by itself.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Calls">The requests, in the order of their times.</param>
/// <param name="Until">Local day at whose end the clock stops.</param>
internal sealed record Scenario(string Name, IReadOnlyList<ScenarioCall> Calls, DateOnly Until)
{
    /// <summary>README's case: a unit is listed, does nothing, is vetoed, and is free again.</summary>
    public static Scenario MissedDeadline => Read("missed-deadline.json");

    /// <summary>A unit is given more time, reaches the goal, fails no inspection and is released.</summary>
    public static Scenario ExtendedAndReleased => Read("extended-and-released.json");

    /// <summary>One of the above, by the name of its property.</summary>
    public static Scenario Named(string name) => name == nameof(MissedDeadline) ? MissedDeadline : ExtendedAndReleased;

    public DateTimeOffset Start => Calls[0].Instant;

    public DateTimeOffset End => ChinaTime.At($"{Until.AddDays(1):yyyy-MM-dd} 00:00");

    public override string ToString() => Name;

    private static Scenario Read(string file)
    {
        using var stream = typeof(Scenario).Assembly.GetManifestResourceStream(file)!;
        return JsonSerializer.Deserialize<Scenario>(stream, JsonSerializerOptions.Web)!;
    }
}
