using Microsoft.Extensions.Logging;
using Rectify.Durable.Sqlite.Commits;
using Rectify.Durable.Sqlite.Storage;

namespace Rectify.Durable.Sqlite.Upkeep;

/// <summary>Removes instances whose retention is over: at the start, and then once a day.</summary>
/// <remarks>Removed in small transactions, so that turns do not wait long.</remarks>
internal sealed partial class Retention(
    TimeSpan? term, StoreReaders readers, CommitLoop commits, WorkGauge gauge, TimeProvider clock, ILogger logger)
{
    private const int BatchSize = 200;

    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    private readonly Lock gate = new();
    private ITimer? timer;
    private Task running = Task.CompletedTask;
    private volatile bool stopped;

    /// <summary>Called with the ids of the removed instances.</summary>
    public required Action<IReadOnlyList<string>> Purged { get; init; }

    public void Start()
    {
        if (term is not null)
        {
            Begin();
            timer = clock.CreateTimer(_ => Begin(), null, Interval, Interval);
        }
    }

    /// <summary>Starts no further run, and ends the present one after its batch.</summary>
    public Task StopAsync()
    {
        lock (gate)
        {
            timer?.Dispose();
            timer = null;
            stopped = true;
            return running;
        }
    }

    private void Begin()
    {
        lock (gate)
        {
            if (!stopped && running.IsCompleted)
            {
                gauge.Enter();
                running = Task.Run(RunAsync);
            }
        }
    }

    private async Task RunAsync()
    {
        try
        {
            var count = await PurgeAsync(clock.GetUtcNow() - term!.Value).ConfigureAwait(false);
            if (count > 0)
            {
                LogPurged(logger, count, term.Value.TotalDays);
            }
        }
        catch (DurableStoreException e)
        {
            LogPutOff(logger, e);
        }
        finally
        {
            gauge.Exit();
        }
    }

    private async Task<int> PurgeAsync(DateTimeOffset endedBefore)
    {
        var (total, after) = (0, 0L);
        while (!stopped)
        {
            var from = after;
            var found = readers.Read(reader => reader.Ended(endedBefore, from, BatchSize));
            if (found.Count == 0)
            {
                break;
            }

            // The writer checks each instance again, since an id may have been started anew in the meantime.
            var purged = await commits.SubmitAsync(
                store => found.Where(instance => store.Purge(instance.Number, instance.Id)).Select(instance => instance.Id).ToList(),
                Purged,
                CancellationToken.None).ConfigureAwait(false);
            total += purged.Count;
            after = found[^1].Number;
        }

        return total;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} orchestrations that ended more than {Days} days ago were removed")]
    private static partial void LogPurged(ILogger logger, int count, double days);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "Orchestrations that ended long ago were not removed now; it is tried again tomorrow")]
    private static partial void LogPutOff(ILogger logger, Exception exception);
}
