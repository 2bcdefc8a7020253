using System.Text.Json.Serialization;

namespace Rectify.Bench.Figures;

/// <summary>One measured value, beside what the machine would allow at best.</summary>
internal sealed record Figure(string Name, double Value, string Unit)
{
    /// <summary>The lowest and the highest of the repetitions whose median the value is; null when there was one.</summary>
    public string? Spread { get; init; }

    /// <summary>What was measured in the same run, on the same disk, for comparison; null when there is nothing to compare with.</summary>
    public double? Limit { get; init; }

    /// <summary>What the limit is.</summary>
    [JsonIgnore]
    public string? LimitName { get; init; }

    public double? Ratio => Value / Limit;

    [JsonIgnore]
    public Target? Target { get; init; }

    [JsonPropertyName("target")]
    public string? TargetText => Target?.Text;

    /// <summary>Null when there is no target.</summary>
    public bool? Met => Target?.IsMet(this);

    public static Figure Of(string name, Samples samples, string unit) =>
        new(name, samples.Median, unit) { Spread = samples.Spread };
}
