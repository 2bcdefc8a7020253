using Rectify.Bench.Figures;

namespace Rectify.Bench.Engine;

/// <summary>Whole orchestrations per second, and how many raw commits of the same disk one costs.</summary>
internal static class Throughput
{
    private static readonly TimeSpan RawWindow = TimeSpan.FromSeconds(0.4);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(EngineSizes sizes)
    {
        using var folder = new Folder();
        using var disk = new RawCommits(folder.File("raw.db"));
        await using var engine = await BenchEngine.OpenAsync(folder.File("durable.db"));
        await engine.RunAsync(BenchCatalog.Case, 2 * sizes.Orchestrations);

        var (rates, limits, ratios, costs) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var repetition = 0; repetition < sizes.Repetitions; repetition++)
        {
            // A disk that others use too changes by the second: its limit is taken around each repetition.
            var before = disk.PerSecond(RawWindow);
            var processor = Environment.CpuUsage.TotalTime;
            var rate = sizes.Orchestrations / await engine.RunAsync(BenchCatalog.Case, sizes.Orchestrations);
            costs.Add((Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / sizes.Orchestrations);
            var limit = (before + disk.PerSecond(RawWindow)) / 2;
            rates.Add(rate);
            limits.Add(limit);
            ratios.Add(rate / limit);
        }

        var name = $"{sizes.Orchestrations:#,0} orchestrations, {BenchEngine.InFlight} in flight, FULL";
        return
        [
            Figure.Of(name, new Samples(rates), "1/s") with
            {
                Limit = new Samples(limits).Median, LimitName = "raw commits/s", Target = Target.AtLeast(2_500),
            },
            Figure.Of($"{name}, per raw commit", new Samples(ratios), "") with { Target = Target.AtLeast(0.5) },
            Figure.Of($"{name}, processor time each", new Samples(costs), "µs"),
        ];
    }
}
