using Rectify.Bench.Figures;

namespace Rectify.Bench.Engine;

/// <summary>A start with many instances that wait for months, in a process of its own; the limit is the same with none.</summary>
internal static class Waiting
{
    public static async Task<IReadOnlyList<Figure>> MeasureAsync(EngineSizes sizes)
    {
        using var folder = new Folder();
        await WaitingStore.FillAsync(folder.File("many.db"), sizes.Waiting);
        await using (await BenchEngine.OpenAsync(folder.File("none.db")))
        {
        }

        var none = await WaitingChild.StartAsync(folder.File("none.db"), sizes.IdleWindow);
        var many = await WaitingChild.StartAsync(folder.File("many.db"), sizes.IdleWindow);
        var name = $"{sizes.Waiting:#,0} instances waiting for months";
        return
        [
            new Figure($"{name}: process start to ready", many.ReadyAfter, "s")
            {
                Limit = none.ReadyAfter, LimitName = "no instance", Target = Target.AtMost(3),
            },
            new Figure($"{name}: resident memory", many.Megabytes, "MB")
            {
                Limit = none.Megabytes, LimitName = "no instance", Target = Target.AtMost(300),
            },
            new Figure($"{name}: processor, idle for {sizes.IdleWindow.TotalSeconds} s", many.Processor, "%")
            {
                Limit = none.Processor, LimitName = "no instance", Target = Target.AtMost(1),
            },
        ];
    }
}
