namespace Rectify.Bench.Figures;

/// <summary>The results of repetitions.</summary>
internal sealed class Samples(IEnumerable<double> values)
{
    private readonly double[] sorted = [.. values.Order()];

    public double Median => At(0.5);

    public string Spread => $"{FigureTable.Short(sorted[0])}…{FigureTable.Short(sorted[^1])}";

    /// <summary>The value that a share of the samples does not exceed.</summary>
    public double At(double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
}
