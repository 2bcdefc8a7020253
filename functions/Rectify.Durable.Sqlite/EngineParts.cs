using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Rectify.Durable.Sqlite.Clients;
using Rectify.Durable.Sqlite.Commits;
using Rectify.Durable.Sqlite.Dispatch;
using Rectify.Durable.Sqlite.Replay;
using Rectify.Durable.Sqlite.Storage;
using Rectify.Durable.Sqlite.Telemetry;
using Rectify.Durable.Sqlite.Upkeep;

namespace Rectify.Durable.Sqlite;

/// <summary>The parts of a running engine, connected with each other.</summary>
internal sealed partial class EngineParts : IDisposable
{
    private readonly StoreWriter writer;
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource abandon = new();
    private readonly EngineOptions options;
    private readonly EngineMetrics metrics;
    private readonly Retention retention;
    private Task commitLoop = Task.CompletedTask;
    private Task workers = Task.CompletedTask;

    /// <remarks>Metrics are reported with the owner as their scope; without an owner, with this object.</remarks>
    public EngineParts(
        EngineOptions options,
        IFunctionCatalog catalog,
        DataConverter converter,
        TimeProvider clock,
        ILoggerFactory loggers,
        object? owner = null)
    {
        this.options = options;
        Clock = clock;
        var logger = loggers.CreateLogger<DurableEngine>();
        Database = Database.Open(options, OlderSchema.SetAside);
        if (Database.SetAside is { } aside)
        {
            LogSetAside(logger, options.DatabasePath, aside);
        }

        metrics = new EngineMetrics(owner ?? this, clock);
        Compaction.Run(Database.Writer, logger);
        writer = new StoreWriter(Database.Writer, clock);
        Readers = new StoreReaders(Database);
        Due = new DueTimer(clock, DeliverDue);
        Commits = new CommitLoop(writer, Gauge, metrics, options.DatabasePath, logger)
        {
            Publish = Publish,
            NextDueChanged = Due.Set,
        };
        var versions = new VersionRule(options.DefaultVersion, options.VersionMatch, options.VersionFailure);
        var factory = new OrchestrationFactory(converter, loggers, options.DefaultVersion, options.ExceptionProperties);
        var runner = new TurnRunner(Readers, new ExecutionSource(catalog, options.Executor, factory), clock, versions);
        Dispatcher = new Dispatcher(runner, Commits, Gauge, metrics, options.MaxWarmInstances, logger);
        Activities = new ActivityRunner(catalog, Commits, Gauge, metrics, options.ExceptionProperties, logger);
        retention = new Retention(options.Retention, Readers, Commits, Gauge, clock, logger) { Purged = Forget };
        metrics.Observe(Gauge, () => Due.Next, () => Readers.Read(reader => reader.CountStalled()), () => Database.Size);
    }

    public TimeProvider Clock { get; }

    public Database Database { get; }

    public WorkGauge Gauge { get; } = new();

    public InstanceWatch Watch { get; } = new();

    public StoreReaders Readers { get; }

    public DueTimer Due { get; }

    public CommitLoop Commits { get; }

    public Dispatcher Dispatcher { get; }

    private ActivityRunner Activities { get; }

    public async Task StartAsync(CancellationToken cancellation)
    {
        commitLoop = Task.Run(() => Commits.RunAsync(abandon.Token), CancellationToken.None);
        var turns = Enumerable.Range(0, options.MaxConcurrentTurns).Select(_ => Task.Run(() => Dispatcher.RunAsync(stop.Token)));
        var calls = Enumerable.Range(0, options.MaxConcurrentActivities).Select(_ => Task.Run(() => Activities.RunAsync(stop.Token)));
        workers = Task.WhenAll([.. turns, .. calls]);
        await Commits.SubmitAsync(
            store =>
            {
                store.DeliverBacklog();
                store.DeliverDue();
                return true;
            },
            _ => { },
            cancellation).ConfigureAwait(false);
        retention.Start();
    }

    /// <summary>Lets work in progress end and writes its results.</summary>
    public async Task StopAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        await retention.StopAsync().ConfigureAwait(false);
        await workers.ConfigureAwait(false);
        Commits.Complete();
        await commitLoop.ConfigureAwait(false);
    }

    /// <summary>Ends at once, as a kill would: what is not committed is lost.</summary>
    public async Task AbandonAsync()
    {
        await abandon.CancelAsync().ConfigureAwait(false);
        await commitLoop.ConfigureAwait(false);
        await retention.StopAsync().ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        await workers.ConfigureAwait(false);
    }

    public void Dispose()
    {
        metrics.Dispose();
        Due.Dispose();
        Readers.Dispose();
        Database.Dispose();
        stop.Dispose();
        abandon.Dispose();
    }

    private void DeliverDue() => Commits.Submit(new EngineOperation(
        store =>
        {
            Due.Answered();
            store.DeliverDue();
        },
        () => { },
        _ => Due.Answered()));

    private void Forget(IReadOnlyList<string> purged)
    {
        metrics.Purged(purged.Count);
        foreach (var id in purged)
        {
            Dispatcher.Forget(id);
        }
    }

    private void Publish(Effects effects)
    {
        effects.Messages.ForEach(Dispatcher.Deliver);
        effects.Activities.ForEach(Activities.Enqueue);
        effects.Changed.ForEach(Watch.Changed);
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The database {Path} is of an older build and was set aside as {Aside}; orchestrations begin anew in an empty one")]
    private static partial void LogSetAside(ILogger logger, string path, string aside);
}
