using System.Globalization;
using Rectify.Functions.Ledger;
using Rectify.Functions.Registry;
using Rectify.Functions.Rehearsal;

namespace Rectify.Functions.Sample;

/// <summary><c>--sample</c>: fills an empty data folder with a county, for somebody who looks at the board for the first time.</summary>
internal static class SampleCommand
{
    private const string Option = "--sample";

    public static bool IsAskedIn(string[] args) => args.Contains(Option);

    public static string[] Without(string[] args) => [.. args.Where(arg => arg != Option)];

    /// <summary>Fills the folder that the arguments name. What refuses that, or null.</summary>
    public static async Task<string?> RunAsync(string[] args, TextWriter output)
    {
        var rest = Without(args);
        var (configuration, clock) = (RectifyApp.CreateBuilder(rest).Configuration, ClockIn(rest));
        if (configuration["Data:Tables"] is { Length: > 0 }) return $"{Option} fills a data folder; with Data__Tables the ledger lies elsewhere.";

        var directory = RectifyApp.DataDirectory(configuration);
        if (await HoldsAnythingAsync(directory)) return $"{directory} holds units or cases already. {Option} fills an empty folder only; choose another with --data.";

        var now = clock ?? TimeProvider.System.GetUtcNow();
        await using (var stage = await Stage.OpenAsync(directory, now.AddDays(-SampleCounty.DaysBack), [.. SampleCounty.Settings]))
        {
            await new SampleCounty(stage, now).PlayAsync();
        }

        // The folder goes on by the real clock unless one is given.
        if (clock is null) File.Delete(Path.Combine(directory, "clock"));
        output.WriteLine($"A sample county is in {directory}.");
        return null;
    }

    // The host has read the arguments before, and refused a clock that is none.
    private static DateTimeOffset? ClockIn(string[] args)
    {
        const string name = "--clock";
        var at = Array.FindIndex(args, arg => arg == name || arg.StartsWith($"{name}=", StringComparison.Ordinal));
        if (at < 0) return null;
        return DateTimeOffset.Parse(args[at] == name ? args[at + 1] : args[at][(name.Length + 1)..], CultureInfo.InvariantCulture).ToUniversalTime();
    }

    private static async Task<bool> HoldsAnythingAsync(string directory)
    {
        var file = Path.Combine(directory, "ledger.db");
        if (!File.Exists(file)) return false;

        using var database = SqliteDatabase.Open(file);
        return (await new SqliteLedger(database).ListAsync(new CaseFilter(null, null, null, DateTimeOffset.UnixEpoch), 1, null, CancellationToken.None)).Items.Count > 0
            || (await new SqliteRegistry(database).ListUnitsAsync(1, null, CancellationToken.None)).Items.Count > 0;
    }
}
