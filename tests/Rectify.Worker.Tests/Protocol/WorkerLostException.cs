namespace Rectify.Worker.Tests.Protocol;

/// <summary>The worker went away before it answered: whether it did what it was asked is not known.</summary>
internal sealed class WorkerLostException(string message, Exception? cause = null) : Exception(message, cause);
