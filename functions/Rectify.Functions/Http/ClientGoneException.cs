namespace Rectify.Functions.Http;

/// <summary>The connection broke while the body was read: whoever sent it is no longer there.</summary>
internal sealed class ClientGoneException(IOException cause) : IOException("The client has gone before its request was complete.", cause);
