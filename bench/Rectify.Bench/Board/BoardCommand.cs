using System.Globalization;
using Rectify.Bench.Engine;
using Rectify.Bench.Figures;
using Rectify.Server.Rehearsal;

namespace Rectify.Bench.Board;

/// <summary>What the board's pages cost over a ledger of many cases.</summary>
internal static class BoardCommand
{
    private const string Usage =
        "board [--cases N] [--data DIR] [--json FILE]   DIR: where the ledger is kept, and taken from when it is there";

    /// <summary>A working day in whose past the shipped calendar knows every year that the cases need.</summary>
    private static readonly DateTimeOffset Now = new(2026, 10, 8, 2, 0, 0, TimeSpan.Zero);

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (Parse(arguments) is not var (cases, data, json))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        using var folder = new Folder();
        data ??= folder.File("data");
        var start = TimeProvider.System.GetTimestamp();
        if (!File.Exists(Path.Combine(data, "ledger.db")))
        {
            await using var stage = await Stage.OpenAsync(data, Now);
            await new FullLedger(stage.Services, Now).FillAsync(cases);
            Console.Error.WriteLine(
                $"{cases} cases are in the ledger after {TimeProvider.System.GetElapsedTime(start).TotalSeconds:0.0} s");
        }

        start = TimeProvider.System.GetTimestamp();
        await using var site = await Stage.OpenAsync(data, Now);
        await site.Clock.WhenIdleAsync(CancellationToken.None);
        Console.Error.WriteLine($"every case has its orchestrations after {TimeProvider.System.GetElapsedTime(start).TotalSeconds:0.0} s");

        var figures = await PageCosts.MeasureAsync(site);
        Console.WriteLine(FigureTable.ToMarkdown(figures));
        if (json is not null) await File.WriteAllTextAsync(json, FigureTable.ToJson(figures));
        return 0;
    }

    private static (int Cases, string? Data, string? Json)? Parse(ReadOnlySpan<string> arguments)
    {
        (int Cases, string? Data, string? Json) wish = (10_000, null, null);
        while (arguments.Length > 0)
        {
            switch (arguments)
            {
                case ["--cases", var text, ..] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var cases)
                    && cases > 0:
                    wish.Cases = cases;
                    break;
                case ["--data", var folder, ..]:
                    wish.Data = folder;
                    break;
                case ["--json", var file, ..]:
                    wish.Json = file;
                    break;
                default:
                    return null;
            }

            arguments = arguments[2..];
        }

        return wish;
    }
}
