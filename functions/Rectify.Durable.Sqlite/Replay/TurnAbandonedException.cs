namespace Rectify.Durable.Sqlite.Replay;

/// <summary>The external executor could not take the turn, which is to be tried again.</summary>
internal sealed class TurnAbandonedException(Exception cause) : Exception(cause.Message, cause);
