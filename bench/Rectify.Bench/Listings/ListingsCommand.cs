using System.Collections.Concurrent;
using System.Globalization;
using Rectify.Bench.AzureCost;
using Rectify.Bench.Engine;
using Rectify.Bench.Figures;

namespace Rectify.Bench.Listings;

/// <summary>How many listings a second the server answers, the more clients ask at once.</summary>
internal static class ListingsCommand
{
    private const string Usage =
        "listings [--quick] [--tables] [--clients N] [--json FILE]   --tables: the ledger in Azurite instead of SQLite";

    private static readonly IReadOnlyList<int> Clients = [1, 16, 64];

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (Parse(arguments) is not { } wish)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        using var folder = new Folder();
        using var azurite = wish.Tables ? AzuriteServer.Start(Directory.CreateDirectory(folder.File("azurite")).FullName) : null;
        if (wish.Tables && azurite is null)
        {
            Console.Error.WriteLine("azurite-table is not installed (npm install --global azurite).");
            return 1;
        }

        var settings = new Dictionary<string, string?> { ["Data:Tables"] = azurite?.ConnectionString };
        var (sizes, figures) = (wish.Quick ? LoadSizes.Quick : LoadSizes.Full, new List<Figure>());
        using var disk = new RawCommits(folder.File("raw.db"));
        foreach (var numbering in Enum.GetValues<Numbering>())
        {
            double? alone = null;
            foreach (var clients in wish.Clients ?? Clients)
            {
                var rows = await MeasureAsync(folder, disk, settings, sizes, numbering, clients, alone);
                if (clients == 1) alone = rows[0].Value;
                figures.AddRange(rows);
            }
        }

        Console.WriteLine(FigureTable.ToMarkdown(figures));
        if (wish.Json is { } path) await File.WriteAllTextAsync(path, FigureTable.ToJson(figures));
        return 0;
    }

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(
        Folder folder, RawCommits disk, IReadOnlyDictionary<string, string?> settings, LoadSizes sizes,
        Numbering numbering, int clients, double? alone)
    {
        var (rates, times, raw) = (new List<double>(), new List<double>(), new List<double>());
        var (settled, work) = (new List<double>(), new List<double>());
        for (var repetition = 0; repetition < sizes.Repetitions; repetition++)
        {
            var own = new Dictionary<string, string?>(settings) { ["Data:TablesPrefix"] = $"L{numbering}{clients}x{repetition}" };
            await using var site = await ListingSite.OpenAsync(folder.File($"{numbering}-{clients}-{repetition}"), own);
            await RunAsync(site, sizes.WarmUp, clients, 0, numbering);
            await site.WhenIdleAsync();

            raw.Add(disk.PerSecond(sizes.Window));
            var (start, used) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
            times.AddRange(await RunAsync(site, sizes.ListingsOf(clients), clients, sizes.WarmUp, numbering));
            rates.Add(sizes.ListingsOf(clients) / TimeProvider.System.GetElapsedTime(start).TotalSeconds);
            await site.WhenIdleAsync();
            settled.Add(sizes.ListingsOf(clients) / TimeProvider.System.GetElapsedTime(start).TotalSeconds);
            work.Add((Environment.CpuUsage.TotalTime - used).TotalMilliseconds / sizes.ListingsOf(clients));
            raw.Add(disk.PerSecond(sizes.Window));
        }

        var number = numbering == Numbering.Drawn ? "without a number" : "with a given number";
        var name = $"listings {number}, {clients} {(clients == 1 ? "client" : "clients")}";
        var (rate, time) = (new Samples(rates), new Samples(times));
        var isAim = clients == 64 && numbering == Numbering.Drawn && settings["Data:Tables"] is null;
        var rows = new List<Figure>
        {
            Figure.Of(name, rate, "1/s") with
            {
                Limit = new Samples(raw).Median,
                LimitName = "raw commits/s",
                Target = isAim ? Target.AtLeast(500) : null,
            },
            new($"{name}: p50", time.Median, "ms"),
            new($"{name}: p99", time.At(0.99), "ms") { Target = isAim ? Target.AtMost(300) : null },
            Figure.Of($"{name}: until every orchestration sleeps", new Samples(settled), "1/s"),
            Figure.Of($"{name}: processor time each, with client, orchestrations and mails", new Samples(work), "ms"),
        };
        if (alone is { } one)
            rows.Insert(1, new Figure($"{name}: beside one client", rate.Median, "1/s") { Limit = one, LimitName = "one client" });

        return rows;
    }

    private static async Task<IReadOnlyCollection<double>> RunAsync(
        ListingSite site, int count, int clients, int first, Numbering numbering)
    {
        var times = new ConcurrentBag<double>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = clients };
        await Parallel.ForEachAsync(Enumerable.Range(first, count), options, async (n, _) =>
        {
            var number = numbering switch
            {
                Numbering.Drawn => null,
                _ => string.Create(CultureInfo.InvariantCulture, $"县平安督〔2026〕{n + 1}号"),
            };
            times.Add(await site.ListAsync(n, number));
        });
        return times;
    }

    private static Wish? Parse(ReadOnlySpan<string> arguments)
    {
        var wish = new Wish(Quick: false, Tables: false, null, null);
        while (arguments.Length > 0)
        {
            switch (arguments)
            {
                case ["--quick", ..]:
                    wish = wish with { Quick = true };
                    arguments = arguments[1..];
                    break;
                case ["--tables", ..]:
                    wish = wish with { Tables = true };
                    arguments = arguments[1..];
                    break;
                case ["--clients", var text, ..]
                    when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var clients)
                        && clients > 0:
                    wish = wish with { Clients = [clients] };
                    arguments = arguments[2..];
                    break;
                case ["--json", var file, ..]:
                    wish = wish with { Json = file };
                    arguments = arguments[2..];
                    break;
                default:
                    return null;
            }
        }

        return wish;
    }

    private enum Numbering
    {
        /// <summary>The office leaves the number open.</summary>
        Drawn,

        /// <summary>Every listing brings its number.</summary>
        Given,
    }

    private sealed record Wish(bool Quick, bool Tables, IReadOnlyList<int>? Clients, string? Json);

    private sealed record LoadSizes(int Repetitions, int WarmUp, int Alone, int Together, TimeSpan Window)
    {
        public static readonly LoadSizes Full = new(3, 500, 500, 2_000, TimeSpan.FromSeconds(1));

        public static readonly LoadSizes Quick = new(1, 100, 200, 600, TimeSpan.FromSeconds(0.3));

        public int ListingsOf(int clients) => clients == 1 ? Alone : Together;
    }
}
