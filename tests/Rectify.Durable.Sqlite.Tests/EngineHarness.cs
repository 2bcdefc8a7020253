using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using VersionFailureStrategy = Microsoft.DurableTask.Worker.DurableTaskWorkerOptions.VersionFailureStrategy;
using VersionMatchStrategy = Microsoft.DurableTask.Worker.DurableTaskWorkerOptions.VersionMatchStrategy;

namespace Rectify.Durable.Sqlite.Tests;

/// <summary>An engine on a real file in a folder of its own, with a stepped clock.</summary>
public sealed class EngineHarness : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("rectify-engine-").FullName;

    public TestCatalog Catalog { get; } = new();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2030, 1, 1, 8, 0, 0, TimeSpan.Zero));

    public ILoggerFactory Loggers { get; set; } = NullLoggerFactory.Instance;

    public int MaxWarm { get; set; } = 100;

    public TimeSpan? Retention { get; init; } = TimeSpan.FromDays(400);

    public string? DefaultVersion { get; set; }

    public Microsoft.DurableTask.Worker.IExceptionPropertiesProvider? ExceptionProperties { get; init; }

    public VersionMatchStrategy VersionMatch { get; set; }

    public VersionFailureStrategy VersionFailure { get; set; }

    public string Path => System.IO.Path.Combine(folder, "durable.db");

    public DurableEngine Engine { get; private set; } = null!;

    public DurableTaskClient Client => Engine.Client;

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    public static async Task<EngineHarness> StartAsync(Action<TestCatalog> setUp)
    {
        var harness = new EngineHarness();
        setUp(harness.Catalog);
        await harness.OpenAsync();
        return harness;
    }

    public async Task OpenAsync()
    {
        Engine = Create();
        await Engine.StartAsync(Patience);
    }

    public DurableEngine Create() => new(
        new EngineOptions
        {
            DatabasePath = Path,
            SynchronousFull = false,
            MaxWarmInstances = MaxWarm,
            Retention = Retention,
            DefaultVersion = DefaultVersion,
            VersionMatch = VersionMatch,
            VersionFailure = VersionFailure,
            ExceptionProperties = ExceptionProperties,
            Executor = TestExecutor.For(Catalog, DefaultVersion, Loggers, ExceptionProperties),
        },
        Catalog,
        JsonDataConverter.Default,
        Clock,
        Loggers);

    /// <summary>Ends the engine as a kill would, and starts another on the same file.</summary>
    public async Task CrashAsync()
    {
        await Engine.DisposeAsync();
        await OpenAsync();
    }

    public async Task IdleAsync() => await Engine.WhenIdleAsync(Patience).WaitAsync(TimeSpan.FromMinutes(3), TimeProvider.System, Patience);

    /// <summary>Starts an orchestration and waits until nothing more happens by itself.</summary>
    public async Task<string> RunAsync(string name, object? input = null, string? id = null)
    {
        id = await Client.ScheduleNewOrchestrationInstanceAsync(name, input, new(id), Patience);
        await IdleAsync();
        return id;
    }

    public async Task AdvanceAsync(TimeSpan time)
    {
        Clock.Advance(time);
        await IdleAsync();
    }

    public async Task<OrchestrationMetadata> GetAsync(string id) => (await Client.GetInstanceAsync(id, true, Patience))!;

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
