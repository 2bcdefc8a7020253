using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Rectify.Durable.Sqlite.Clients;

namespace Rectify.Durable.Sqlite;

/// <summary>Runs Durable Task orchestrations in this process, with their state in one SQLite file.</summary>
/// <remarks>
/// A turn commits exactly once, an activity runs at least once, and a call of the client returns only after its change is on the disk. Time
/// is that of the given clock: moving a stepped clock wakes the engine.
/// </remarks>
public sealed class DurableEngine : IAsyncDisposable
{
    /// <summary>
    /// The name of the engine's <see cref="System.Diagnostics.ActivitySource"/> and <see cref="System.Diagnostics.Metrics.Meter"/>.
    /// </summary>
    public const string TelemetryName = "Rectify.Durable.Sqlite";

    private readonly Func<EngineParts> open;
    private EngineParts? parts;

    /// <summary>Creates an engine, which opens its file in <see cref="StartAsync"/>.</summary>
    public DurableEngine(
        EngineOptions options, IFunctionCatalog catalog, DataConverter converter, TimeProvider clock, ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(options);
        open = () => new EngineParts(options, catalog, converter, clock, loggers, this);
        Client = new EngineClient(Running, converter, options.DefaultVersion);
    }

    /// <summary>The client that starts, signals, queries and ends orchestrations; usable while the engine runs.</summary>
    public DurableTaskClient Client { get; }

    /// <summary>The due time of the earliest row that is not yet due; null when there is none.</summary>
    public DateTimeOffset? NextDue => Running().Due.Next;

    /// <summary>Opens the file and continues the work that is in it.</summary>
    /// <remarks>A file of an older schema is renamed, and an empty one takes its place.</remarks>
    /// <exception cref="DurableStoreException">The file is in use, damaged, or newer than this build.</exception>
    public async Task StartAsync(CancellationToken ct)
    {
        if (parts is not null)
        {
            throw new InvalidOperationException("The engine runs already.");
        }

        parts = open();
        try
        {
            await parts.StartAsync(ct).ConfigureAwait(false);
        }
        catch
        {
            await DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Lets turns in progress end, and closes the file.</summary>
    /// <remarks>Activities in progress are cancelled and run again after the next start.</remarks>
    /// <param name="ct">When cancelled, this call no longer waits for activities that ignore their cancellation token.</param>
    public async Task StopAsync(CancellationToken ct)
    {
        if (parts is { } running)
        {
            await running.StopAsync().WaitAsync(ct).ConfigureAwait(false);
            parts = null;
            running.Dispose();
        }
    }

    /// <summary>Completes when nothing is left to do at the clock's present instant.</summary>
    /// <remarks>
    /// Then no turn or activity is in progress, nothing is uncommitted and no row is due. Suspended and stalled instances do not count.
    /// </remarks>
    public async Task WhenIdleAsync(CancellationToken ct)
    {
        var running = Running();
        do
        {
            await running.Gauge.WhenZero().WaitAsync(ct).ConfigureAwait(false);
        }
        while (running.Due.Check() || !running.Gauge.IsZero);
    }

    /// <summary>The instances that are stalled until their code and their history match again, in the order of their creation.</summary>
    public Task<IReadOnlyList<StalledInstance>> GetStalledInstancesAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return Task.FromResult(Running().Readers.Read(reader => reader.Stalled()));
    }

    /// <summary>The history of an instance's present execution as JSON, for <see cref="RecordedHistory"/>.</summary>
    /// <returns>Null when there is no such instance.</returns>
    public Task<string?> ExportHistoryAsync(string instanceId, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return Task.FromResult(Running().Readers.Read(reader => RecordedHistory.Read(reader, instanceId)));
    }

    /// <summary>Closes the file at once, as a kill would; call <see cref="StopAsync"/> first to let work in progress end.</summary>
    public async ValueTask DisposeAsync()
    {
        if (parts is { } running)
        {
            parts = null;
            await running.AbandonAsync().ConfigureAwait(false);
            running.Dispose();
        }
    }

    private EngineParts Running() => parts ?? throw new InvalidOperationException("The engine does not run; start it first.");
}
