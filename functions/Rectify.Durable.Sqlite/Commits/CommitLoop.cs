using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Rectify.Durable.Sqlite.Storage;
using Rectify.Durable.Sqlite.Telemetry;

namespace Rectify.Durable.Sqlite.Commits;

/// <summary>
/// The only writer of the file: writes all waiting operations in one transaction, and reports to each of them after the commit.
/// </summary>
/// <remarks>While a commit waits for the disk, further operations queue up, so that batches grow with the load.</remarks>
internal sealed partial class CommitLoop(
    StoreWriter store, WorkGauge gauge, EngineMetrics metrics, string path, ILogger logger)
{
    private const int LargestBatch = 1_000;
    private readonly Channel<StoreOperation> channel = Channel.CreateUnbounded<StoreOperation>(new() { SingleReader = true });
    private volatile bool completed;

    /// <summary>Called after a commit with what each operation has added, in order.</summary>
    public required Action<Effects> Publish { get; init; }

    /// <summary>Called when the due time of the next row has changed.</summary>
    public required Action<DateTimeOffset?> NextDueChanged { get; init; }

    public void Submit(StoreOperation operation)
    {
        gauge.Enter();
        if (!channel.Writer.TryWrite(operation))
        {
            Fail(operation, Stopped());
        }
    }

    public async Task<T> SubmitAsync<T>(Func<StoreWriter, T> write, Action<T> committed, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var operation = new CallerOperation<T>(write, committed);
        Submit(operation);
        return await operation.Task.WaitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Accepts no further operations; those accepted before are still written.</summary>
    public void Complete()
    {
        completed = true;
        channel.Writer.TryComplete();
    }

    public async Task RunAsync(CancellationToken abandon)
    {
        var batch = new List<StoreOperation>();
        try
        {
            while (await channel.Reader.WaitToReadAsync(abandon).ConfigureAwait(false))
            {
                Gather(batch);
                await WriteAsync(batch, abandon).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            batch.ForEach(operation => Fail(operation, Stopped()));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // An error of the program: all that wait get it, and the file stays as it was after the last commit.
            LogBroken(logger, e);
            batch.ForEach(operation => Fail(operation, e));
        }
        finally
        {
            Complete();
            while (channel.Reader.TryRead(out var left))
            {
                Fail(left, Stopped());
            }
        }
    }

    private static DurableStoreException Stopped() => new("The engine has stopped; nothing was written.");

    private void Gather(List<StoreOperation> batch)
    {
        while (batch.Count < LargestBatch && channel.Reader.TryRead(out var operation))
        {
            batch.Add(operation);
        }
    }

    private Exception? TryWrite(IReadOnlyList<StoreOperation> batch)
    {
        bool changed;
        DateTimeOffset? due;
        var started = Stopwatch.GetTimestamp();
        try
        {
            store.Begin();
            foreach (var operation in batch)
            {
                operation.Effects = store.BeginOperation(operation.Trace);
                operation.Apply(store);
            }

            changed = store.TryReadNextDue(out due);
            store.Commit();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            store.Rollback();
            return e;
        }

        metrics.Commit(batch.Count, started);
        if (changed)
        {
            NextDueChanged(due);
        }

        foreach (var operation in batch)
        {
            operation.Committed();
            Publish(operation.Effects);
            gauge.Exit();
        }

        return null;
    }

    private void Fail(StoreOperation operation, Exception cause)
    {
        operation.Failed(cause);
        gauge.Exit();
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The engine can no longer write; restart it")]
    private static partial void LogBroken(ILogger logger, Exception exception);
}
