namespace Rectify.Bench.Figures;

/// <summary>What a figure should reach. A missed one is reported, and nothing else.</summary>
internal sealed record Target(string Text, Predicate<Figure> IsMet)
{
    public static Target AtLeast(double bound) => new($">= {FigureTable.Short(bound)}", figure => figure.Value >= bound);

    public static Target AtMost(double bound) => new($"<= {FigureTable.Short(bound)}", figure => figure.Value <= bound);

    public static Target RatioAtLeast(double bound) => new($"ratio >= {FigureTable.Short(bound)}", figure => figure.Ratio >= bound);

    public static Target RatioAtMost(double bound) => new($"ratio <= {FigureTable.Short(bound)}", figure => figure.Ratio <= bound);
}
