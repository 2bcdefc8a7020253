using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace Rectify.Functions.Access;

/// <summary>
/// Limits how often something comes from one network address: some at once, then one after each pause. It counts in this process.
/// </summary>
/// <param name="burst">How many may come at once.</param>
/// <param name="pause">After how long another one may come.</param>
internal sealed class CallerLimiter(int burst, TimeSpan pause) : IDisposable
{
    // An IPv6 subscriber usually has a whole /64 network (8 bytes), which counts as one address.
    private const int NetworkBytes = 8;

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetTokenBucketLimiter(address, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = pause,
            QueueLimit = 0,
        }));

    /// <summary>Counts one. False, with the header <c>Retry-After</c> in seconds, when there were too many.</summary>
    public bool TryTake(HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(AddressOf(context));
        if (lease.IsAcquired) return true;

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : pause;
        context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return false;
    }

    public void Dispose() => limiter.Dispose();

    /// <summary>The network address of a caller.</summary>
    public static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } address => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } address =>
            new IPAddress([.. address.GetAddressBytes().Take(NetworkBytes), .. new byte[NetworkBytes]]) + "/64",
        var address => address.ToString(),
    };
}
