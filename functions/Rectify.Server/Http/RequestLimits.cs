using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Rectify.Server.Http;

/// <summary>Limits for slow clients. A request that exceeds one is answered 408.</summary>
internal static class RequestLimits
{
    /// <summary>Bytes per second that a body must bring at least, on average, after <see cref="Grace"/>.</summary>
    public const double LeastBytesPerSecond = 240;

    /// <summary>How long the headers of a request may take.</summary>
    public static readonly TimeSpan Headers = TimeSpan.FromSeconds(30);

    /// <summary>How long a body may be slower than <see cref="LeastBytesPerSecond"/>.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public static void Set(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.RequestHeadersTimeout = Headers;
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(LeastBytesPerSecond, Grace);
    }
}
