namespace Rectify.Durable.Sqlite;

/// <summary>The engine's file cannot be used; the message says why and what to do.</summary>
public sealed class DurableStoreException : Exception
{
    /// <summary>A failure without a cause.</summary>
    public DurableStoreException(string message)
        : base(message)
    {
    }

    /// <summary>A failure with its cause.</summary>
    public DurableStoreException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
