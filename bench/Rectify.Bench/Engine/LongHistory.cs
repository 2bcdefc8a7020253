using Rectify.Bench.Figures;

namespace Rectify.Bench.Engine;

/// <summary>Whether a new event costs the same after a short and after a long history.</summary>
internal static class LongHistory
{
    private const int Short = 50;
    private const int Probe = 100;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(EngineSizes sizes)
    {
        using var folder = new Folder();
        await using var engine = await BenchEngine.OpenAsync(folder.File("durable.db"));
        var (shorts, longs) = (new List<double>(), new List<double>());
        await StartAsync(engine, "long", sizes.LongHistory);
        for (var repetition = -1; repetition < sizes.Repetitions; repetition++)
        {
            var id = $"short-{repetition}";
            await StartAsync(engine, id, Short);
            var (ofShort, ofLong) = (await ProbeAsync(engine, id), await ProbeAsync(engine, "long"));
            if (repetition >= 0)
            {
                shorts.Add(ofShort);
                longs.Add(ofLong);
            }
        }

        return
        [
            Figure.Of($"one event more after {sizes.LongHistory:#,0}", new Samples(longs), "µs") with
            {
                Limit = new Samples(shorts).Median, LimitName = $"after {Short}", Target = Target.RatioAtMost(1.5),
            },
        ];
    }

    private static async Task StartAsync(BenchEngine engine, string id, int events)
    {
        await engine.StartAsync(BenchCatalog.Listener, id);
        await BenchEngine.EachAsync(events, n => engine.Client.RaiseEventAsync(id, "number", n));
        await engine.WhenIdleAsync();
    }

    /// <summary>Events one after the other, each with a turn of its own; gives microseconds per event.</summary>
    private static async Task<double> ProbeAsync(BenchEngine engine, string id)
    {
        var start = TimeProvider.System.GetTimestamp();
        for (var n = 0; n < Probe; n++)
        {
            await engine.Client.RaiseEventAsync(id, "number", n);
            await engine.WhenIdleAsync();
        }

        return TimeProvider.System.GetElapsedTime(start).TotalMicroseconds / Probe;
    }
}
