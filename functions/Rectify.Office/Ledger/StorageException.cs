namespace Rectify.Office.Ledger;

/// <summary>The storage cannot be used. The message says what a person can do; it may name files and accounts.</summary>
public abstract class StorageException(string message, Exception? inner = null) : Exception(message, inner);
