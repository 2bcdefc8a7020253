using System.Globalization;
using Rectify.Bench.Engine;
using Rectify.Bench.Figures;

namespace Rectify.Bench.AzureCost;

/// <summary>How many transactions of the table service a case costs, and what a thousand cases cost.</summary>
internal static class AzureCostCommand
{
    private const string Usage = "azure-cost [--quick] [--json FILE] [--causes] [--price USD]   price: of 10,000 transactions of tables";
    private const double LedgerTarget = 60;
    private const int QuietHours = 24;

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (Parse(arguments) is not { } wish)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        using var folder = new Folder();
        using var server = AzuriteServer.Start(Directory.CreateDirectory(folder.File("azurite")).FullName);
        if (server is null)
        {
            Console.Error.WriteLine("azurite-table is not installed (npm install --global azurite).");
            return Environment.GetEnvironmentVariable("CI") == "true" ? 1 : 0;
        }

        var stories = wish.Quick ? [Stories.Vetoed] : Stories.All;
        List<(string Name, IReadOnlyList<Transaction> Transactions)> counted = [];
        foreach (var story in stories) counted.Add((story.Name, await PlayAsync(story, server, folder, counted.Count)));
        var polling = wish.Quick ? null : (double?)await PollAsync(server, folder);

        await server.RequireAsync(TransactionCount.Sent);
        Console.WriteLine(CountTable.ToMarkdown(counted, transaction => (transaction.Area, transaction.Table, transaction.Kind)));
        if (wish.Causes)
            Console.WriteLine(
                "\n" + CountTable.ToMarkdown(counted, transaction => (transaction.Area, transaction.Cause, transaction.Kind)));
        var figures = Figures(counted, polling, wish.Price).ToList();
        Console.WriteLine("\n" + FigureTable.ToMarkdown(figures));
        if (wish.Json is { } file) await File.WriteAllTextAsync(file, FigureTable.ToJson(figures));
        return 0;
    }

    private static async Task<IReadOnlyList<Transaction>> PlayAsync(Stories.Story story, AzuriteServer server, Folder folder, int number)
    {
        await using var office = await CountedOffice.OpenAsync(server.ConnectionString, folder.File($"office-{number}"), Stories.Start);
        var caseId = await story.PlayAsync(office);
        var transactions = office.Count.Take();
        return await office.StatusAsync(caseId) == story.EndsAs
            ? transactions
            : throw new InvalidOperationException($"{story.Name}: the case has not come to its end.");
    }

    // A day on which nothing falls due: what the reconcile timer asks about one open case, for an hour.
    private static async Task<double> PollAsync(AzuriteServer server, Folder folder)
    {
        await using var office = await CountedOffice.OpenAsync(server.ConnectionString, folder.File("office-polling"), Stories.Start);
        await office.OpenCaseAsync("/api/listings", Stories.Listing("yj-oubei", "永平安督〔2026〕3号"));
        office.Count.Reconciles = true;
        await office.AdvanceAsync(TimeSpan.FromHours(2));
        office.Count.Take();
        for (var hour = 0; hour < QuietHours; hour++) await office.AdvanceAsync(TimeSpan.FromHours(1));
        return office.Count.Take().Count / (double)QuietHours;
    }

    private static IEnumerable<Figure> Figures(
        IReadOnlyList<(string Name, IReadOnlyList<Transaction> Transactions)> counted, double? polling, double price)
    {
        foreach (var (name, transactions) in counted)
        {
            yield return new Figure($"{name}: ledger transactions", transactions.Count(transaction => transaction.Area == Area.Ledger), "")
            {
                Target = name == Stories.Vetoed.Name ? Target.AtMost(LedgerTarget) : null,
            };
            yield return new Figure($"{name}: all transactions", transactions.Count, "");
            yield return new Figure($"{name}: 1,000 cases", transactions.Count * 1000 / 10_000.0 * price, "USD");
        }

        if (polling is { } hourly)
        {
            yield return new Figure("the reconcile timer, one open case, an hour", hourly, "");
            yield return new Figure("the reconcile timer, one open case, a year", hourly * 24 * 365 / 10_000.0 * price, "USD");
        }
    }

    private static Wish? Parse(string[] arguments)
    {
        var wish = new Wish(Quick: false, Causes: false, Json: null, Price: 0.00036);
        while (arguments.Length > 0)
        {
            switch (arguments)
            {
                case ["--quick", ..]:
                    (wish, arguments) = (wish with { Quick = true }, arguments[1..]);
                    break;
                case ["--causes", ..]:
                    (wish, arguments) = (wish with { Causes = true }, arguments[1..]);
                    break;
                case ["--json", var file, ..]:
                    (wish, arguments) = (wish with { Json = file }, arguments[2..]);
                    break;
                case ["--price", var text, ..]
                    when double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price):
                    (wish, arguments) = (wish with { Price = price }, arguments[2..]);
                    break;
                default:
                    return null;
            }
        }

        return wish;
    }

    private sealed record Wish(bool Quick, bool Causes, string? Json, double Price);
}
