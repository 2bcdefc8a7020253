namespace Rectify.Durable.Sqlite.Replay;

/// <summary>The code no longer matches the history.</summary>
internal sealed class HistoryMismatchException(string message) : Exception(message);
