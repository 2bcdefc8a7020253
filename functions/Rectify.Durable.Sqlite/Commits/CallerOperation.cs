using System.Runtime.ExceptionServices;
using Microsoft.Data.Sqlite;
using Rectify.Durable.Sqlite.Storage;

namespace Rectify.Durable.Sqlite.Commits;

/// <summary>
/// A write that a client has asked for. An exception of the write itself goes to this caller only and does not stop the batch.
/// </summary>
internal sealed class CallerOperation<T>(Func<StoreWriter, T> write, Action<T> committed) : StoreOperation
{
    private readonly TaskCompletionSource<T> source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;
    private ExceptionDispatchInfo? refusal;

    public Task<T> Task => source.Task;

    public override bool OutlivesStorageFailure => false;

    public override void Apply(StoreWriter store)
    {
        refusal = null;
        try
        {
            result = write(store);
        }
        catch (Exception e) when (e is not SqliteException and not OutOfMemoryException)
        {
            refusal = ExceptionDispatchInfo.Capture(e);
        }
    }

    public override void Committed()
    {
        if (refusal is not null)
        {
            source.TrySetException(refusal.SourceException);
            return;
        }

        committed(result!);
        source.TrySetResult(result!);
    }

    public override void Failed(Exception cause) => source.TrySetException(cause);
}
