using Rectify.Bench.Figures;

namespace Rectify.Bench.Engine;

/// <summary>What the durable engine costs.</summary>
internal static class EngineCommand
{
    private const string Usage = "engine [--quick] [--json FILE] [--only PART]";

    private static readonly IReadOnlyDictionary<string, Func<EngineSizes, Task<IReadOnlyList<Figure>>>> Parts =
        new Dictionary<string, Func<EngineSizes, Task<IReadOnlyList<Figure>>>>
        {
            ["throughput"] = Throughput.MeasureAsync,
            ["waiting"] = Waiting.MeasureAsync,
            ["timers"] = DueTimers.MeasureAsync,
            ["store"] = StoredInstances.MeasureAsync,
            ["history"] = LongHistory.MeasureAsync,
            ["inner"] = InnerParts.MeasureAsync,
        };

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is [WaitingChild.Option, var file, var seconds])
        {
            return await WaitingChild.RunAsync(file, int.Parse(seconds));
        }

        if (Parse(arguments) is not { } wish)
        {
            Console.Error.WriteLine($"{Usage}\nParts: {string.Join(", ", Parts.Keys)}.");
            return 2;
        }

        var figures = new List<Figure>();
        foreach (var (name, measure) in Parts.Where(part => wish.Only is null || part.Key == wish.Only))
        {
            var start = TimeProvider.System.GetTimestamp();
            figures.AddRange(await measure(wish.Sizes));
            Console.Error.WriteLine($"{name}: {TimeProvider.System.GetElapsedTime(start).TotalSeconds:0.0} s");
        }

        Console.WriteLine(FigureTable.ToMarkdown(figures));
        if (wish.Json is { } path)
        {
            await File.WriteAllTextAsync(path, FigureTable.ToJson(figures));
        }

        return 0;
    }

    private static Wish? Parse(ReadOnlySpan<string> arguments)
    {
        var wish = new Wish(EngineSizes.Full, null, null);
        while (arguments.Length > 0)
        {
            switch (arguments)
            {
                case ["--quick", ..]:
                    wish = wish with { Sizes = EngineSizes.Quick };
                    arguments = arguments[1..];
                    break;
                case ["--json", var file, ..]:
                    wish = wish with { Json = file };
                    arguments = arguments[2..];
                    break;
                case ["--only", var part, ..] when Parts.ContainsKey(part):
                    wish = wish with { Only = part };
                    arguments = arguments[2..];
                    break;
                default:
                    return null;
            }
        }

        return wish;
    }

    private sealed record Wish(EngineSizes Sizes, string? Json, string? Only);
}
