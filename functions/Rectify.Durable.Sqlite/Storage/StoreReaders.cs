using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Rectify.Durable.Sqlite.Storage;

/// <summary>A pool of reading connections; as many are opened as are used at the same time.</summary>
internal sealed class StoreReaders(Database database) : IDisposable
{
    private readonly ConcurrentBag<StoreReader> free = [];

    /// <exception cref="DurableStoreException">The file cannot be read.</exception>
    public T Read<T>(Func<StoreReader, T> query)
    {
        StoreReader? reader = null;
        try
        {
            reader = free.TryTake(out var taken) ? taken : new StoreReader(database.OpenReader());
            return query(reader);
        }
        catch (SqliteException e)
        {
            throw database.Failure(e);
        }
        finally
        {
            if (reader is not null)
            {
                free.Add(reader);
            }
        }
    }

    public void Dispose()
    {
        while (free.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }
}
