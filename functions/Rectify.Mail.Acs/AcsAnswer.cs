using System.Globalization;
using System.Net.Http.Headers;
using Azure;

namespace Rectify.Mail.Acs;

/// <summary>What an answer of Azure Communication Services, or a missing answer, means for the mail.</summary>
internal static class AcsAnswer
{
    /// <summary>
    /// The pause after a refused credential or sender: a person has to correct the settings, so that a request every minute is pointless.
    /// </summary>
    public static readonly TimeSpan NextLookAtSettings = TimeSpan.FromMinutes(15);

    /// <summary>What became of the mail; null when the error leaves it open.</summary>
    public static AcsOutcome? Clear(RequestFailedException failed) => failed.Status switch
    {
        0 => NeverLeft(failed) ? new AcsOutcome.NotNow("The mail service cannot be reached.") : null,
        429 or 503 => new AcsOutcome.NotNow(Describe(failed), RetryAfter(failed)),
        401 or 403 or 404 => new AcsOutcome.NotNow($"{Describe(failed)} Look at the settings.", NextLookAtSettings),
        // 408: timed out, 409: an operation with this id exists. The service may have the mail.
        408 or 409 => null,
        >= 400 and < 500 => new AcsOutcome.Refused(Describe(failed)),
        // An error inside the service, which may have the mail.
        _ => null,
    };

    /// <summary>Status and error code, which contain neither credentials nor parts of the mail.</summary>
    public static string Describe(RequestFailedException failed) => failed.Status == 0
        ? "The connection to the mail service was lost."
        : string.Create(CultureInfo.InvariantCulture, $"The mail service answered {failed.Status} ({Code(failed)}).");

    public static string Code(RequestFailedException failed) =>
        failed.ErrorCode is { Length: > 0 and <= 100 } code && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')
            ? code
            : "no code";

    // Failures that happen before the first byte of the request is sent.
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

        // A Retry-After with an instant is measured by the service's clock, which the answer's Date header shows.
        var delay = asked.Delta ?? asked.Date - response.Headers.Date;
        return delay > TimeSpan.Zero ? delay : null;
    }
}
