using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Rectify.Storage.Sqlite.Database;

/// <summary>
/// Runs the writes of one process to one file, in the order of the calls. Writes that wait at the same time share one commit.
/// </summary>
/// <remarks>A commit waits for the disk, so that sharing it saves time. Each write of a group still succeeds or fails by itself.</remarks>
/// <param name="begin">Opens a connection that may write.</param>
internal sealed class SqliteWriter(Func<SqliteConnection> begin)
{
    // As many writes as a server has at once, and few enough that the first does not wait long for the last.
    private const int MostAtOnce = 64;
    private const string Each = "one";

    private readonly ConcurrentQueue<Write> queue = new();
    private int isRunning;

    /// <summary>
    /// Runs a write in a transaction. When the task completes, the change is on the disk; when it fails, nothing was changed.
    /// </summary>
    public Task<T> RunAsync<T>(Func<SqliteConnection, T> write, CancellationToken cancellation)
    {
        var asked = new Write<T>(write, cancellation);
        queue.Enqueue(asked);
        if (Interlocked.Exchange(ref isRunning, 1) == 0)
            ThreadPool.UnsafeQueueUserWorkItem(static writer => writer.RunAll(), this, preferLocal: false);
        return asked.Task;
    }

    private void RunAll()
    {
        do
        {
            while (Take() is { Count: > 0 } group) Commit(group);
            Interlocked.Exchange(ref isRunning, 0);
        }
        while (!queue.IsEmpty && Interlocked.Exchange(ref isRunning, 1) == 0);
    }

    private List<Write> Take()
    {
        List<Write> group = [];
        while (group.Count < MostAtOnce && queue.TryDequeue(out var next))
        {
            if (!next.IsCancelled()) group.Add(next);
        }

        return group;
    }

    private void Commit(List<Write> group)
    {
        List<Write> done = [];
        try
        {
            using var connection = begin();
            using var transaction = connection.BeginTransaction(deferred: false);
            SqliteDatabase.RefuseNewer(connection);
            foreach (var write in group)
            {
                if (group.Count > 1) transaction.Save(Each);
                if (write.Run(connection)) done.Add(write);
                else if (IsOver(connection)) break; // a full disk rolls back the whole transaction, also the other writes
                else if (group.Count > 1) transaction.Rollback(Each);
                else return;
                if (group.Count > 1) transaction.Release(Each);
            }

            if (!IsOver(connection))
            {
                transaction.Commit();
                foreach (var write in done) write.Complete();
                return;
            }
        }
        catch (Exception failed)
        {
            foreach (var write in group) write.Fail(failed);
            return;
        }

        foreach (var write in group.Where(write => !write.HasFailed)) Commit([write]);
    }

    private static bool IsOver(SqliteConnection connection) => raw.sqlite3_get_autocommit(connection.Handle) != 0;

    private abstract class Write
    {
        /// <summary>Whether the caller has been told that the write failed.</summary>
        public bool HasFailed { get; private set; }

        /// <summary>Runs the write. When it fails, tells the caller and returns false.</summary>
        public bool Run(SqliteConnection connection)
        {
            try
            {
                Work(connection);
                return true;
            }
            catch (Exception failed)
            {
                Fail(failed);
                return false;
            }
        }

        public void Fail(Exception failed)
        {
            if (HasFailed) return;

            HasFailed = true;
            Refuse(failed);
        }

        public abstract bool IsCancelled();

        /// <summary>Tells the caller that the write is on the disk.</summary>
        public abstract void Complete();

        protected abstract void Work(SqliteConnection connection);

        protected abstract void Refuse(Exception failed);
    }

    private sealed class Write<T>(Func<SqliteConnection, T> write, CancellationToken cancellation) : Write
    {
        // The caller continues on another thread, so that the next write in the queue does not wait for it.
        private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T result = default!;

        public Task<T> Task => answer.Task;

        public override bool IsCancelled() => cancellation.IsCancellationRequested && answer.TrySetCanceled(cancellation);

        public override void Complete() => answer.SetResult(result);

        protected override void Work(SqliteConnection connection) => result = write(connection);

        protected override void Refuse(Exception failed) => answer.SetException(failed);
    }
}
