using Rectify.Bench.Figures;
using Rectify.Embedded.Engine;

namespace Rectify.Bench.Engine;

/// <summary>Whether a turn costs the same among few and among many stored instances.</summary>
internal static class StoredInstances
{
    public static async Task<IReadOnlyList<Figure>> MeasureAsync(EngineSizes sizes)
    {
        using var folder = new Folder();
        await WaitingStore.FillAsync(folder.File("few.db"), sizes.Few);
        await WaitingStore.FillAsync(folder.File("many.db"), sizes.Many);
        await using var few = await OpenAsync(folder.File("few.db"));
        await using var many = await OpenAsync(folder.File("many.db"));
        await few.RunAsync(BenchCatalog.Case, sizes.Orchestrations);
        await many.RunAsync(BenchCatalog.Case, sizes.Orchestrations);

        var (fewNew, manyNew, fewOld, manyOld) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var repetition = 0; repetition < sizes.Repetitions; repetition++)
        {
            // In turns, so that what else the machine does meets both.
            fewNew.Add(await few.RunAsync(BenchCatalog.Case, sizes.Orchestrations) * 1e6 / sizes.Orchestrations / 3);
            manyNew.Add(await many.RunAsync(BenchCatalog.Case, sizes.Orchestrations) * 1e6 / sizes.Orchestrations / 3);
            fewOld.Add(await WakeAsync(few, sizes.Few, sizes.Few, repetition));
            manyOld.Add(await WakeAsync(many, sizes.Many, sizes.Few, repetition));
        }

        return
        [
            Compare("turns of new instances", new Samples(fewNew), new Samples(manyNew), sizes),
            Compare("waking stored instances from the file", new Samples(fewOld), new Samples(manyOld), sizes),
        ];
    }

    // So few stay in memory that whoever is woken comes from the file, in both stores.
    private static Task<BenchEngine> OpenAsync(string path) =>
        BenchEngine.OpenAsync(new EngineOptions { DatabasePath = path, MaxWarmInstances = 2 * BenchEngine.InFlight });

    private static Figure Compare(string what, Samples few, Samples many, EngineSizes sizes) =>
        Figure.Of($"{what} among {sizes.Many:#,0}", many, "µs/turn") with
        {
            Limit = few.Median,
            LimitName = $"among {sizes.Few:#,0}",
            Target = Target.RatioAtMost(1.2),
        };

    /// <summary>One event to each of many instances, spread over the whole store; gives microseconds per event and turn.</summary>
    private static async Task<double> WakeAsync(BenchEngine engine, int stored, int count, int repetition)
    {
        var start = TimeProvider.System.GetTimestamp();
        await BenchEngine.EachAsync(
            count, n => engine.Client.RaiseEventAsync(WaitingStore.Id((int)((long)n * stored / count + repetition) % stored), "changed", n));
        await engine.WhenIdleAsync();
        return TimeProvider.System.GetElapsedTime(start).TotalMicroseconds / count;
    }
}
