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

        return
        [
            await CompareAsync("turns of new instances", sizes, few, many, async (engine, _, _) =>
                await engine.RunAsync(BenchCatalog.Case, sizes.Orchestrations) * 1e6 / sizes.Orchestrations / 3),
            await CompareAsync("waking stored instances from the file", sizes, few, many, (engine, stored, repetition) =>
                WakeAsync(engine, stored, sizes.Few, repetition)),
        ];
    }

    // So few stay in memory that whoever is woken comes from the file, in both stores.
    private static Task<BenchEngine> OpenAsync(string path) =>
        BenchEngine.OpenAsync(new EngineOptions { DatabasePath = path, MaxWarmInstances = 2 * BenchEngine.InFlight });

    // In turns, so that what else the machine does meets both.
    private static async Task<Figure> CompareAsync(
        string what, EngineSizes sizes, BenchEngine few, BenchEngine many, Func<BenchEngine, int, int, Task<double>> measure)
    {
        var (ofFew, ofMany) = (new List<double>(), new List<double>());
        for (var repetition = 0; repetition < sizes.Repetitions; repetition++)
        {
            ofFew.Add(await measure(few, sizes.Few, repetition));
            ofMany.Add(await measure(many, sizes.Many, repetition));
        }

        return Figure.Of($"{what} among {sizes.Many:#,0}", new Samples(ofMany), "µs/turn") with
        {
            Limit = new Samples(ofFew).Median,
            LimitName = $"among {sizes.Few:#,0}",
            Target = Target.RatioAtMost(1.2),
        };
    }

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
