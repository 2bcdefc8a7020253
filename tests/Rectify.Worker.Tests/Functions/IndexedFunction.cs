using System.Text.Json;

namespace Rectify.Worker.Tests.Functions;

/// <summary>A function as the app's metadata describe it.</summary>
/// <param name="Id">What an invocation names.</param>
/// <param name="Name">The function.</param>
/// <param name="Bindings">Its bindings, the trigger among them.</param>
internal sealed record IndexedFunction(string Id, string Name, IReadOnlyList<JsonElement> Bindings)
{
    private const string TriggerSuffix = "Trigger";

    /// <summary>The binding that makes the function run.</summary>
    public JsonElement Trigger { get; } = Bindings.Single(binding => TypeOf(binding).EndsWith(TriggerSuffix, StringComparison.Ordinal));

    public string TriggerType => TypeOf(Trigger);

    public string TriggerName => Trigger.GetProperty("name").GetString()!;

    /// <summary>Parameters that take a durable client.</summary>
    public IEnumerable<string> DurableClients =>
        from binding in Bindings where TypeOf(binding) == "durableClient" select binding.GetProperty("name").GetString()!;

    /// <summary>The methods that an HTTP function answers.</summary>
    public IEnumerable<string> Methods => Trigger.GetProperty("methods").EnumerateArray().Select(method => method.GetString()!);

    /// <summary>Whether a timer function also runs at every start.</summary>
    public bool RunsOnStartup => Trigger.TryGetProperty("runOnStartup", out var atStart) && atStart.GetBoolean();

    /// <summary>A text of the trigger binding; null when it has none of this name.</summary>
    public string? Text(string property) => Trigger.TryGetProperty(property, out var value) ? value.GetString() : null;

    private static string TypeOf(JsonElement binding) => binding.GetProperty("type").GetString()!;
}
