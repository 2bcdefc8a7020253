namespace Rectify.Durable.Sqlite.Replay;

/// <summary>Whoever runs the code could not take the turn; it is to be tried again.</summary>
internal sealed class TurnAbandonedException(Exception cause) : Exception(cause.Message, cause);
