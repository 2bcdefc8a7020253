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

    private readonly CallerLimiter limiter = new(Burst, Pause);

    /// <summary>Counts a wrong key and logs it, without the key.</summary>
    /// <returns>429, with the header <c>Retry-After</c> in seconds, when there were too many; otherwise null.</returns>
    public Problem? Count(HttpContext context)
    {
        if (!limiter.TryTake(context))
            return Problem.Of(ProblemKind.TooManyAttempts, ProblemTitles.TooManyKeys, AccessMessages.TooManyWrongKeys);

        LogWrongKey(CallerLimiter.AddressOf(context), context.Request.Method, PlaceOf(context.Request.Path));
        return null;
    }

    public void Dispose() => limiter.Dispose();

    // The address of a feed is a secret, also a revoked or mistyped one, and is not logged.
    private static string PlaceOf(PathString path) => path.StartsWithSegments("/feeds") ? "/feeds" : path.ToUriComponent();

    [LoggerMessage(LogLevel.Warning, "A wrong key came from {Address}: {Method} {Path}")]
    private partial void LogWrongKey(string address, string method, string path);
}
