using System.Text.Json;
using Rectify.Domain;

namespace Rectify.Server.Rehearsal;

/// <summary>A case to play: the requests of people and their times. All else the app does by itself.</summary>
/// <param name="Name">What the scenario shows.</param>
/// <param name="Calls">The requests, in the order of their times.</param>
/// <param name="Until">The local day at whose end the clock stops.</param>
internal sealed record Scenario(string Name, IReadOnlyList<ScenarioCall> Calls, DateOnly Until)
{
    private const string ShippedResource = "Rectify.Server.Rehearsal.missed-deadline.json";

    /// <summary>The scenario that comes with the product.</summary>
    public static Scenario Shipped()
    {
        using var stream = typeof(Scenario).Assembly.GetManifestResourceStream(ShippedResource)!;
        return Parse(new StreamReader(stream).ReadToEnd());
    }

    /// <summary>Reads a scenario.</summary>
    /// <exception cref="FormatException">The text is not a scenario; the message says where.</exception>
    public static Scenario Parse(string text)
    {
        try
        {
            var scenario = JsonSerializer.Deserialize<Scenario>(text, DomainJson.Options)
                ?? throw new FormatException("A scenario is a JSON object.");
            if (scenario.Calls.Count == 0) throw new FormatException("calls: at least one.");
            for (var i = 1; i < scenario.Calls.Count; i++)
            {
                if (scenario.Calls[i].Instant < scenario.Calls[i - 1].Instant)
                    throw new FormatException(
                        $"calls[{i}].at: not before the call above it, {scenario.Calls[i - 1].At}; got {scenario.Calls[i].At}.");
            }

            return scenario;
        }
        catch (JsonException malformed)
        {
            throw new FormatException(malformed.Message, malformed);
        }
    }
}
