using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Rectify.Embedded.Engine;

/// <summary>Runs durable orchestrations on one SQLite file.</summary>
public sealed class DurableEngine : IAsyncDisposable
{
    /// <summary>An engine; it opens its file in <see cref="StartAsync"/>.</summary>
    public DurableEngine(
        EngineOptions options, IFunctionCatalog catalog, DataConverter converter, TimeProvider clock, ILoggerFactory loggers)
    {
    }

    /// <summary>Starts, wakes, watches and ends orchestrations.</summary>
    public DurableTaskClient Client => throw new InvalidOperationException();

    /// <summary>The due time of the earliest row that is not yet due; null when there is none.</summary>
    public DateTimeOffset? NextDue => null;

    /// <summary>Opens the file and takes up the work that is in it.</summary>
    public Task StartAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Ends the turns under way and closes the file; activities under way run again after the next start.</summary>
    public Task StopAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Completes when nothing is runnable at the clock's present instant.</summary>
    public Task WhenIdleAsync(CancellationToken ct) => Task.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
