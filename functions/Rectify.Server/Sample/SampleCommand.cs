using Rectify.Functions;
using Rectify.Office.Ledger;
using Rectify.Server.CommandLine;
using Rectify.Server.Rehearsal;
using Rectify.Storage.Sqlite.Database;
using Rectify.Storage.Sqlite.Ledger;
using Rectify.Storage.Sqlite.Register;

namespace Rectify.Server.Sample;

/// <summary>
/// <c>--sample</c>: fills an empty data folder with a sample county, for somebody who looks at the board for the first time.
/// </summary>
internal static class SampleCommand
{
    /// <summary>Fills the data folder before the server runs. Returns why it cannot be filled; null when it was filled.</summary>
    public static async Task<string?> RunAsync(ServerOptions options, Progress progress, TextWriter output)
    {
        var configuration = OfficeServer.CreateBuilder(options).Configuration;
        if (configuration["Data:Tables"] is { Length: > 0 })
            return "--sample fills a data folder; with Data__Tables the ledger lies elsewhere.";

        var directory = RectifyApp.DataDirectory(configuration);
        if (await HoldsAnythingAsync(directory))
            return $"{directory} holds units or cases already. --sample fills an empty folder only; choose another with --data.";

        var now = options.Clock ?? TimeProvider.System.GetUtcNow();
        await using (var stage = await Stage.OpenAsync(directory, now.AddDays(-SampleCounty.DaysBack), [.. SampleCounty.Settings]))
        {
            await new SampleCounty(stage, now).PlayAsync(progress);
        }

        // Unless a stepped clock was asked for, the server goes on with the real clock, and its file is removed.
        if (options.Clock is null) File.Delete(Path.Combine(directory, "clock"));
        output.WriteLine($"A sample county is in {directory}.");
        return null;
    }

    private static async Task<bool> HoldsAnythingAsync(string directory)
    {
        var file = Path.Combine(directory, "ledger.db");
        if (!File.Exists(file)) return false;

        using var database = SqliteDatabase.Open(file);
        return (await new SqliteLedger(database).ListAsync(new CaseFilter(null, null, null, DateTimeOffset.UnixEpoch), 1, null,
            CancellationToken.None)).Items.Count > 0
            || (await new SqliteRegisterStore(database).ListUnitsAsync(1, null, CancellationToken.None)).Items.Count > 0;
    }
}
