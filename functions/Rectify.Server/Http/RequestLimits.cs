using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Rectify.Server.Http;

/// <summary>How long a client may take with a request before it is answered 408.</summary>
internal static class RequestLimits
{
    /// <summary>The bytes that a body brings in a second at least, on average, once the grace is over.</summary>
    public const double LeastBytesPerSecond = 240;

    /// <summary>How long the headers may take.</summary>
    public static readonly TimeSpan Headers = TimeSpan.FromSeconds(30);

    /// <summary>How long a body may bring nothing.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public static void Set(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.RequestHeadersTimeout = Headers;
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(LeastBytesPerSecond, Grace);
    }
}
