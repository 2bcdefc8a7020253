namespace Rectify.Durable.Sqlite.Replay;

/// <summary>The code of an orchestrator no longer matches the history of an instance.</summary>
internal sealed class HistoryMismatchException(string message) : Exception(message);
