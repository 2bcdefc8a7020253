using Rectify.Durable.Sqlite.Commits;
using Rectify.Durable.Sqlite.Replay;
using Rectify.Durable.Sqlite.Storage;

namespace Rectify.Durable.Sqlite.Dispatch;

internal sealed partial class Dispatcher
{
    private const int MostReloads = 2;

    /// <summary>
    /// Called when a turn was committed. <paramref name="committed"/> is null when it was refused because the instance had changed since
    /// the turn began.
    /// </summary>
    public void Finish(InstanceEntry entry, TurnStep.Taken turn, CommittedTurn? committed)
    {
        lock (entry.Gate)
        {
            entry.Done(committed?.Cancelled ?? []);
            entry.Reloads = 0;
            if (committed is { After.HasEnded: true })
            {
                entry.Forget();
            }
            else if (committed is null)
            {
                entry.Warm = null;
            }
            else
            {
                var run = turn.Result.Outcome.Ending is Ending.ContinuedAsNew ? null : turn.Run;
                entry.Warm = new WarmInstance(committed.After, run, turn.Result.At);
                entry.Poked |= run is { IsViolated: true };
            }

            entry.Busy = false;
            Schedule(entry);
        }

        KeepOrDrop(entry);
        gauge.Exit();
    }

    /// <summary>
    /// Called when a turn could not be committed because memory and file differ. The instance is then read from the file again.
    /// </summary>
    /// <remarks>After <see cref="MostReloads"/> repetitions the instance is stalled, since reading it again would not help.</remarks>
    public void Reload(InstanceEntry entry, InstanceRecord before, Exception cause)
    {
        LogTurnFailure(logger, entry.Id, cause);
        lock (entry.Gate)
        {
            if (++entry.Reloads > MostReloads)
            {
                Stall(entry, before, $"turn {before.Turn} cannot be committed: {cause.Message}");
                return;
            }

            entry.Done([]);
            entry.Forget();
            entry.Busy = false;
        }

        commits.Submit(new EngineOperation(store => store.Redeliver(entry.Id), () => { }, _ => { }));
        KeepOrDrop(entry);
        gauge.Exit();
    }

    private void Stall(InstanceEntry entry, InstanceRecord record, string reason)
    {
        LogStalled(logger, entry.Id, reason);
        Write(entry, store => store.MarkStalled(record, reason), held =>
        {
            held.PutBack();
            held.Warm = null;
        });
    }

    // Messages that were put back wait for further ones: another turn is scheduled only when something came in during this turn.
    private void Release(InstanceEntry entry, Action<InstanceEntry> then)
    {
        lock (entry.Gate)
        {
            var before = entry.HasNews;
            then(entry);
            entry.Busy = false;
            if (before || entry.Poked)
            {
                Schedule(entry);
            }
        }

        KeepOrDrop(entry);
        gauge.Exit();
    }

    private void KeepOrDrop(InstanceEntry entry)
    {
        InstanceEntry? evicted = null;
        lock (entry.Gate)
        {
            if (!entry.IsForgettable)
            {
                return;
            }

            if (entry.Warm is null)
            {
                Remove(entry);
            }
            else
            {
                evicted = warm.Touch(entry);
            }
        }

        if (evicted is null)
        {
            return;
        }

        lock (evicted.Gate)
        {
            // A busy instance is touched again when its turn is over.
            if (evicted.IsForgettable)
            {
                evicted.Warm = null;
                Remove(evicted);
            }
        }
    }

    private void Remove(InstanceEntry entry)
    {
        warm.Remove(entry);
        entry.Removed = true;
        entries.TryRemove(entry.Id, out _);
    }
}
