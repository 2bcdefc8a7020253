using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Rectify.Durable.Sqlite.Commits;
using Rectify.Durable.Sqlite.Replay;
using Rectify.Durable.Sqlite.Storage;
using Rectify.Durable.Sqlite.Telemetry;

namespace Rectify.Durable.Sqlite.Dispatch;

/// <summary>Schedules the turns of instances: one turn at a time for each instance, several instances at once.</summary>
internal sealed partial class Dispatcher(
    TurnRunner runner, CommitLoop commits, WorkGauge gauge, EngineMetrics metrics, int maxWarm, ILogger logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, InstanceEntry> entries = new(StringComparer.Ordinal);
    private readonly Channel<InstanceEntry> ready = Channel.CreateUnbounded<InstanceEntry>();
    private readonly WarmSet warm = new(maxWarm);

    /// <summary>Delivers a committed message to its instance.</summary>
    public void Deliver(InboxMessage message)
    {
        while (true)
        {
            var entry = entries.GetOrAdd(message.InstanceId, static id => new InstanceEntry(id));
            lock (entry.Gate)
            {
                if (!entry.Removed)
                {
                    entry.Add(message);
                    Schedule(entry);
                    return;
                }
            }
        }
    }

    /// <summary>
    /// Drops the state of an instance that was terminated, purged or replaced. A turn in progress will be refused at its commit.
    /// </summary>
    public void Forget(string id) => Change(id, entry =>
    {
        entry.Forget();
        entry.Reloads = 0;
    });

    public void Suspend(string id) => Change(id, entry => entry.Suspended = true);

    public void Resume(string id) => Change(id, entry => (entry.Suspended, entry.Resumed) = (false, true));

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await foreach (var entry in ready.Reader.ReadAllAsync(stop).ConfigureAwait(false))
            {
                await TakeTurnAsync(entry, stop).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The rows stay in the inbox and are taken up after the next start.
        }
    }

    private async Task TakeTurnAsync(InstanceEntry entry, CancellationToken stop)
    {
        IReadOnlyList<InboxMessage> messages;
        WarmInstance? state;
        lock (entry.Gate)
        {
            messages = entry.Take();
            state = entry.Warm;
        }

        TurnStep step;
        var started = Stopwatch.GetTimestamp();
        using var span = EngineSpans.BeginTurn(entry.Id, messages);
        try
        {
            step = await runner.TakeAsync(state, messages, run => Poke(entry, run), stop).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TurnAbandonedException || (e is DurableStoreException && !Database.IsDamaged(e.InnerException)))
        {
            LogTurnFailure(logger, entry.Id, e);
            await Task.Delay(Pause, TimeProvider.System, stop).ConfigureAwait(false);
            Release(entry, held => { held.PutBack(); held.Poked = true; });
            return;
        }
        catch (Exception e) when (e is not OutOfMemoryException && !(e is OperationCanceledException && stop.IsCancellationRequested))
        {
            // Not a failure of the disk, so that trying again would not help: the instance waits for its next message or the next start.
            LogTurnFailure(logger, entry.Id, e);
            Release(entry, held => held.PutBack());
            return;
        }

        var (name, outcome) = step switch
        {
            TurnStep.Taken taken => (taken.Result.Before.Name, taken.Result.Outcome.Ending?.Name ?? "Waits"),
            TurnStep.Stalled stalled => (stalled.Record.Name, "Stalled"),
            _ => default((string?, string?)),
        };
        metrics.Turn(name, outcome, step is TurnStep.Taken ? messages : [], started);
        EngineSpans.Describe(span, (step as TurnStep.Taken)?.Result);
        Continue(entry, messages, step);
    }

    private void Continue(InstanceEntry entry, IReadOnlyList<InboxMessage> messages, TurnStep step)
    {
        switch (step)
        {
            case TurnStep.Taken taken:
                commits.Submit(new TurnCommit(this, entry, taken));
                break;
            case TurnStep.Stalled stalled:
                Stall(entry, stalled.Record, stalled.Reason);
                break;
            case TurnStep.Suspended:
                Release(entry, held => { held.PutBack(); held.Suspended = !held.Resumed; });
                break;
            case TurnStep.Waiting:
                Release(entry, held => held.PutBack());
                break;
            case TurnStep.Gone:
                Write(entry, store => store.RemoveMessages(messages.Select(message => message.Sequence)), held => held.Done([]));
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void Write(InstanceEntry entry, Action<StoreWriter> write, Action<InstanceEntry> then) => commits.Submit(
        new EngineOperation(write, () => Release(entry, then), _ => Release(entry, held => held.PutBack())));

    // Called when the code of an instance continues outside its turns.
    private void Poke(InstanceEntry entry, IExecution run)
    {
        lock (entry.Gate)
        {
            // Ignored for an execution that has been given up, for example in a replay that stalled.
            if (ReferenceEquals(entry.Warm?.Run, run))
            {
                entry.Poked = true;
                Schedule(entry);
            }
        }
    }

    private void Change(string id, Action<InstanceEntry> change)
    {
        if (entries.TryGetValue(id, out var entry))
        {
            lock (entry.Gate)
            {
                change(entry);
                Schedule(entry);
            }

            KeepOrDrop(entry);
        }
    }

    private void Schedule(InstanceEntry entry)
    {
        if (entry.IsRunnable)
        {
            entry.Busy = true;
            gauge.Enter();
            ready.Writer.TryWrite(entry);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The turn of {InstanceId} could not be taken")]
    private static partial void LogTurnFailure(ILogger logger, string instanceId, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "{InstanceId} is stalled until its code and its record match again: {Reason}")]
    private static partial void LogStalled(ILogger logger, string instanceId, string reason);
}
