namespace Rectify.Functions.Http;

/// <summary>The client has closed the connection while its request body was read.</summary>
internal sealed class ClientGoneException(IOException cause) : IOException("The client has gone before its request was complete.", cause);
