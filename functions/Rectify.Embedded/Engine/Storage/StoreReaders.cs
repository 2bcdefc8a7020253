using System.Collections.Concurrent;

namespace Rectify.Embedded.Engine.Storage;

/// <summary>Lends reading connections; as many are opened as are used at the same time.</summary>
internal sealed class StoreReaders(Database database) : IDisposable
{
    private readonly ConcurrentBag<StoreReader> free = [];

    public T Read<T>(Func<StoreReader, T> query)
    {
        var reader = free.TryTake(out var taken) ? taken : new StoreReader(database.OpenReader());
        try
        {
            return query(reader);
        }
        finally
        {
            free.Add(reader);
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
