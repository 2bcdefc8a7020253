using Rectify.Bench.Figures;

namespace Rectify.Bench.Engine;

/// <summary>How late timers are: many at one instant, and one alone.</summary>
internal static class DueTimers
{
    public static async Task<IReadOnlyList<Figure>> MeasureAsync(EngineSizes sizes)
    {
        using var folder = new Folder();
        using var disk = new RawCommits(folder.File("raw.db"));
        await using var engine = await BenchEngine.OpenAsync(folder.File("durable.db"));
        return [await TogetherAsync(engine, disk, sizes.Due), .. await AloneAsync(engine, sizes.Lone)];
    }

    private static async Task<Figure> TogetherAsync(BenchEngine engine, RawCommits disk, int count)
    {
        // Soon enough to be waited for, late enough that all of them stand before.
        var at = Now() + TimeSpan.FromSeconds(2 + count / 1_000);
        await BenchEngine.EachAsync(count, n => engine.StartAsync(BenchCatalog.Alarm, $"together-{n}", at));
        await engine.WhenIdleAsync();
        if (Now() >= at)
        {
            throw new InvalidOperationException($"{count} timers did not stand before {at:O}.");
        }

        await Task.WhenAll(Enumerable.Range(0, count).Select(n => engine.Client.WaitForInstanceCompletionAsync($"together-{n}")));
        return new Figure($"{count:#,0} timers due at one instant: the last has been acted on after", (Now() - at).TotalSeconds, "s")
        {
            Limit = count / disk.PerSecond(TimeSpan.FromSeconds(1)),
            LimitName = "as many raw commits",
            Target = Target.AtMost(10),
        };
    }

    private static async Task<IReadOnlyList<Figure>> AloneAsync(BenchEngine engine, int count)
    {
        var (late, bare) = (new List<double>(), new List<double>());
        for (var n = 0; n < count; n++)
        {
            // Whole milliseconds and parts of them, so that no rounding is favoured.
            var wait = TimeSpan.FromMicroseconds(50_000 + 137 * n);
            var at = Now() + wait;
            await engine.StartAsync(BenchCatalog.Alarm, $"alone-{n}", at);
            await engine.Client.WaitForInstanceCompletionAsync($"alone-{n}");
            late.Add((Now() - at).TotalMilliseconds);

            at = Now() + wait;
            await Task.Delay(wait, TimeProvider.System);
            bare.Add((Now() - at).TotalMilliseconds);
        }

        var (own, limit) = (new Samples(late), new Samples(bare));
        return
        [
            new Figure($"a timer due alone, {count} times: late, p50", own.Median, "ms")
            {
                Spread = own.Spread, Limit = limit.Median, LimitName = "bare timer", Target = Target.AtMost(20),
            },
            new Figure($"a timer due alone, {count} times: late, p95", own.At(0.95),
                "ms") { Limit = limit.At(0.95), LimitName = "bare timer" },
        ];
    }

    private static DateTime Now() => TimeProvider.System.GetUtcNow().UtcDateTime;
}
