using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging.Abstractions;
using Rectify.Durable.Sqlite;

namespace Rectify.Bench.Engine;

/// <summary>An engine as an app has it: a real file, synced commits, the real clock.</summary>
internal sealed class BenchEngine : IAsyncDisposable
{
    /// <summary>Callers at the same time.</summary>
    public const int InFlight = 64;

    private readonly DurableEngine engine;

    private BenchEngine(DurableEngine engine) => this.engine = engine;

    public DurableTaskClient Client => engine.Client;

    public static Task<BenchEngine> OpenAsync(string path) => OpenAsync(new EngineOptions { DatabasePath = path });

    public static async Task<BenchEngine> OpenAsync(EngineOptions options)
    {
        var engine = new DurableEngine(options, new BenchCatalog(), JsonDataConverter.Default, TimeProvider.System,
            NullLoggerFactory.Instance);
        await engine.StartAsync(CancellationToken.None);
        return new BenchEngine(engine);
    }

    public Task StartAsync(string name, string id, object? input = null) =>
        Client.ScheduleNewOrchestrationInstanceAsync(name, input, new StartOrchestrationOptions(id));

    /// <summary>Starts orchestrations and waits for their ends, <see cref="InFlight"/> at a time; gives the seconds it took.</summary>
    public async Task<double> RunAsync(string name, int count)
    {
        var start = TimeProvider.System.GetTimestamp();
        await EachAsync(count, async n =>
        {
            var id = await Client.ScheduleNewOrchestrationInstanceAsync(name, n);
            await Client.WaitForInstanceCompletionAsync(id);
        });
        return TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }

    public static Task EachAsync(int count, Func<int, Task> act) => Parallel.ForEachAsync(
        Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = InFlight }, async (n, _) => await act(n));

    public Task WhenIdleAsync() => engine.WhenIdleAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await engine.StopAsync(CancellationToken.None);
        await engine.DisposeAsync();
    }
}
