namespace Rectify.Durable.Sqlite;

/// <summary>The engine's file cannot be used; the message says why and what to do.</summary>
public sealed class DurableStoreException : Exception
{
    /// <summary>Creates the exception without an inner exception.</summary>
    public DurableStoreException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with the exception that caused it.</summary>
    public DurableStoreException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
