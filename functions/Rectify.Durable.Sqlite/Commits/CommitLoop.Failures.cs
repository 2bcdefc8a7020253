using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Rectify.Durable.Sqlite.Storage;

namespace Rectify.Durable.Sqlite.Commits;

internal sealed partial class CommitLoop
{
    // The disk's time is the wall's, not the engine's: a stepped clock stands still while the disk recovers.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Writes a batch and empties it: callers are told at once, the engine's own work waits until the disk takes it.</summary>
    private async Task WriteAsync(List<StoreOperation> batch, CancellationToken abandon)
    {
        while (TryWrite(batch) is { } cause)
        {
            cause = Separate(batch, cause);
            if (batch.Count == 0)
            {
                return;
            }

            LogStorageFailure(logger, cause.Message);
            await Task.Delay(Pause, TimeProvider.System, abandon).ConfigureAwait(false);

            // Those who came meanwhile hear of the trouble as well, instead of waiting for its end.
            Gather(batch);
        }

        batch.Clear();
    }

    // One bad operation must not take the others with it: each gets a transaction of its own. What stays is to be tried again.
    private Exception Separate(List<StoreOperation> batch, Exception cause)
    {
        var (whole, alone) = (cause, batch.Count == 1);
        batch.RemoveAll(operation =>
        {
            // A lock is no operation's fault, and each new try would wait for it again.
            var own = alone || Database.IsLocked(whole) ? whole : TryWrite([operation]);
            if (own is null)
            {
                return true;
            }

            // Whoever stops the engine does not wait for a disk; what was committed is taken up at the next start.
            cause = Clear(own);
            if (operation.OutlivesStorageFailure && !completed && own is SqliteException e && Database.IsStorageFailure(e))
            {
                return false;
            }

            Fail(operation, cause);
            return true;
        });
        return cause;
    }

    private Exception Clear(Exception cause) =>
        cause is SqliteException e ? new DurableStoreException(Database.Describe(e, path), e) : cause;

    [LoggerMessage(Level = LogLevel.Error, Message = "Not everything can be written, trying again: {Cause}")]
    private static partial void LogStorageFailure(ILogger logger, string cause);
}
