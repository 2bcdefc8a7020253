using Rectify.Bench.Figures;
using Rectify.Durable.Sqlite;

namespace Rectify.Bench.Engine;

/// <summary>Whether a turn costs the same among few and among many stored instances.</summary>
internal static class StoredInstances
{
    // Waking a thousand takes a few hundredths of a second, in which a disk may take a breath: the more often it is done.
    private const int WakingsPerRepetition = 5;
    private const string Unheard = nameof(Unheard);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(EngineSizes sizes)
    {
        using var folder = new Folder();
        var file = folder.File("many.db");
        await WaitingStore.FillAsync(file, sizes.Many);
        await using var many = await OpenAsync(file);
        await many.RunAsync(BenchCatalog.Case, sizes.Orchestrations);
        return
        [
            await CompareNewAsync(sizes, folder, many),
            await CompareWakingAsync("turns of stored instances, three each", BenchCatalog.Changed, 3, sizes, folder, many, 0),
            await CompareWakingAsync("turns of stored instances, one each", Unheard, 1, sizes, folder, many,
                WakingsPerRepetition * sizes.Repetitions),
        ];
    }

    private static async Task<Figure> CompareNewAsync(EngineSizes sizes, Folder folder, BenchEngine many)
    {
        await using var few = await FewAsync(folder.File("few.db"), sizes, sizes.Orchestrations);
        return await CompareAsync(
            "turns of new instances", sizes, sizes.Repetitions, _ => TurnAsync(few, sizes), _ => TurnAsync(many, sizes));
    }

    // Nobody is woken twice, so that all histories are equally long: the small store is a new one each time. Both engines have
    // been at work just before.
    private static Task<Figure> CompareWakingAsync(
        string what, string raised, int turns, EngineSizes sizes, Folder folder, BenchEngine many, int woken) => CompareAsync(
        what,
        sizes,
        WakingsPerRepetition * sizes.Repetitions,
        async repetition =>
        {
            await using var few = await FewAsync(folder.File($"few-{raised}-{repetition}.db"), sizes, sizes.Orchestrations / 4);
            return await WakeAsync(few, raised, sizes.Few, sizes.Few, 0) / turns;
        },
        async repetition =>
        {
            await many.RunAsync(BenchCatalog.Case, sizes.Orchestrations / 4);
            return await WakeAsync(many, raised, sizes.Many, sizes.Few, woken + repetition) / turns;
        });

    private static async Task<BenchEngine> FewAsync(string path, EngineSizes sizes, int warming)
    {
        await WaitingStore.FillAsync(path, sizes.Few);
        var engine = await OpenAsync(path);
        await engine.RunAsync(BenchCatalog.Case, warming);
        return engine;
    }

    // So few stay in memory that whoever is woken comes from the file, in both stores.
    private static Task<BenchEngine> OpenAsync(string path) =>
        BenchEngine.OpenAsync(new EngineOptions { DatabasePath = path, MaxWarmInstances = 2 * BenchEngine.InFlight });

    // In turns, so that what else the machine does meets both.
    private static async Task<Figure> CompareAsync(
        string what, EngineSizes sizes, int repetitions, Func<int, Task<double>> measureFew, Func<int, Task<double>> measureMany)
    {
        var (ofFew, ofMany) = (new List<double>(), new List<double>());
        for (var repetition = 0; repetition < repetitions; repetition++)
        {
            ofFew.Add(await measureFew(repetition));
            ofMany.Add(await measureMany(repetition));
        }

        return Figure.Of($"{what} among {sizes.Many:#,0}", new Samples(ofMany), "µs/turn") with
        {
            Limit = new Samples(ofFew).Median,
            LimitName = $"among {sizes.Few:#,0}",
            Target = Target.RatioAtMost(1.2),
        };
    }

    private static async Task<double> TurnAsync(BenchEngine engine, EngineSizes sizes) =>
        await engine.RunAsync(BenchCatalog.Case, sizes.Orchestrations) * 1e6 / sizes.Orchestrations / 3;

    /// <summary>One event to each of many instances, spread over the whole store; gives microseconds for each of them.</summary>
    private static async Task<double> WakeAsync(BenchEngine engine, string raised, int stored, int count, int repetition)
    {
        var start = TimeProvider.System.GetTimestamp();
        await BenchEngine.EachAsync(
            count, n => engine.Client.RaiseEventAsync(WaitingStore.Id((int)((long)n * stored / count + repetition) % stored), raised, n));
        await engine.WhenIdleAsync();
        return TimeProvider.System.GetElapsedTime(start).TotalMicroseconds / count;
    }
}
