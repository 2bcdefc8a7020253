using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging.Abstractions;

namespace Rectify.Durable.Sqlite.Faults;

/// <summary>Opens a file with the rights that this process has, and says what came of it.</summary>
internal static class Opener
{
    public static async Task<int> RunAsync(string path)
    {
        using var done = new SideLog("/dev/null");
        await using var engine = new DurableEngine(
            new EngineOptions { DatabasePath = path },
            new Catalog(done),
            JsonDataConverter.Default,
            TimeProvider.System,
            NullLoggerFactory.Instance);
        try
        {
            await engine.StartAsync(CancellationToken.None);
            Report.Say("open");
            return 0;
        }
        catch (DurableStoreException e)
        {
            Report.Say(e.Message);
            return 1;
        }
    }
}
