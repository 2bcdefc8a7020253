using System.Globalization;
using System.Net.Http.Headers;
using Azure;

namespace Rectify.Mail.Acs;

/// <summary>What an answer of Azure Communication Services, or its absence, says about the mail.</summary>
internal static class AcsAnswer
{
    /// <summary>A credential or a sender that is refused is mended by a person: asking every minute helps nobody.</summary>
    public static readonly TimeSpan NextLookAtSettings = TimeSpan.FromMinutes(15);

    /// <summary>What became of the mail, where the answer leaves no doubt; null where it does.</summary>
    public static AcsOutcome? Clear(RequestFailedException failed) => failed.Status switch
    {
        0 => NeverLeft(failed) ? new AcsOutcome.NotNow("The mail service cannot be reached.") : null,
        429 or 503 => new AcsOutcome.NotNow(Describe(failed), RetryAfter(failed)),
        401 or 403 or 404 => new AcsOutcome.NotNow($"{Describe(failed)} Look at the settings.", NextLookAtSettings),
        // Too late, or there is an operation of this id: the mail may be there.
        408 or 409 => null,
        >= 400 and < 500 => new AcsOutcome.Refused(Describe(failed)),
        // An error behind the door: the mail may be inside.
        _ => null,
    };

    /// <summary>Status and error code, which carry neither credential nor mail.</summary>
    public static string Describe(RequestFailedException failed) => failed.Status == 0
        ? "The connection to the mail service was lost."
        : string.Create(CultureInfo.InvariantCulture, $"The mail service answered {failed.Status} ({Code(failed)}).");

    public static string Code(RequestFailedException failed) =>
        failed.ErrorCode is { Length: > 0 and <= 100 } code && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')
            ? code
            : "no code";

    // The failures that come before the first byte of the request.
    private static bool NeverLeft(RequestFailedException failed) => failed.InnerException is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
    };

    private static TimeSpan? RetryAfter(RequestFailedException failed)
    {
        if (failed.GetRawResponse() is not { } response
            || !response.Headers.TryGetValue("Retry-After", out var text)
            || !RetryConditionHeaderValue.TryParse(text, out var asked)) return null;

        // An instant is meant on the service's clock, which its answer shows.
        var delay = asked.Delta ?? asked.Date - response.Headers.Date;
        return delay > TimeSpan.Zero ? delay : null;
    }
}
