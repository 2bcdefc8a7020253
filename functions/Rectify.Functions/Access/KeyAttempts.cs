using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Rectify.Office.Access;
using Rectify.Office.Requests;

namespace Rectify.Functions.Access;

/// <summary>
/// Limits attempts to guess keys: allows a few wrong keys from an address, as a person may send by mistake, and slows down more.
/// </summary>
/// <remarks>
/// Wrong keys are counted in this process, for each address. A right key is not limited, so that nobody can lock others out.
/// </remarks>
public sealed partial class KeyAttempts(ILogger<KeyAttempts> log) : IDisposable
{
    /// <summary>How many wrong keys an address may send at once.</summary>
    public const int Burst = 30;

    /// <summary>After how long an address may send another wrong key.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(6);

    // An IPv6 subscriber usually has a whole /64 network (8 bytes), which counts as one address.
    private const int NetworkBytes = 8;

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetTokenBucketLimiter(address, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = Burst,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = Pause,
            QueueLimit = 0,
        }));

    /// <summary>Counts a wrong key and logs it, without the key.</summary>
    /// <returns>429, with the header <c>Retry-After</c> in seconds, when there were too many; otherwise null.</returns>
    public Problem? Count(HttpContext context)
    {
        var address = AddressOf(context.Connection.RemoteIpAddress);
        using var lease = limiter.AttemptAcquire(address);
        if (lease.IsAcquired)
        {
            LogWrongKey(address, context.Request.Method, PlaceOf(context.Request.Path));
            return null;
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : Pause;
        context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Problem.Of(ProblemKind.TooManyAttempts, ProblemTitles.TooManyKeys, AccessMessages.TooManyWrongKeys);
    }

    public void Dispose() => limiter.Dispose();

    // The address of a feed is a secret, also a revoked or mistyped one, and is not logged.
    private static string PlaceOf(PathString path) => path.StartsWithSegments("/feeds") ? "/feeds" : path.ToUriComponent();

    private static string AddressOf(IPAddress? address) => address switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } =>
            new IPAddress([.. address.GetAddressBytes().Take(NetworkBytes), .. new byte[NetworkBytes]]) + "/64",
        _ => address.ToString(),
    };

    [LoggerMessage(LogLevel.Warning, "A wrong key came from {Address}: {Method} {Path}")]
    private partial void LogWrongKey(string address, string method, string path);
}
