using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Rectify.Durable.Sqlite.Storage;

namespace Rectify.Durable.Sqlite.Commits;

internal sealed partial class CommitLoop
{
    // In real time and not by the engine's clock: a stepped clock stands still while the disk recovers.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Writes a batch and empties it. When the disk refuses, client calls fail at once, and the engine's own work is tried again until it
    /// is written.
    /// </summary>
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

            // Operations that have come in since join the batch, so that client calls among them fail too instead of waiting.
            Gather(batch);
        }

        batch.Clear();
    }

    // Tries each operation in a transaction of its own, so that one faulty operation does not make the others fail. The operations that
    // stay in the batch are tried again later.
    private Exception Separate(List<StoreOperation> batch, Exception cause)
    {
        var (whole, alone) = (cause, batch.Count == 1);
        batch.RemoveAll(operation =>
        {
            // A locked file is not the fault of an operation, and each further try would wait for the lock again.
            var own = alone || Database.IsLocked(whole) ? whole : TryWrite([operation]);
            if (own is null)
            {
                return true;
            }

            // While the engine stops, nothing is tried again, so that the stop does not wait for the disk; the next start continues from
            // what was committed.
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
