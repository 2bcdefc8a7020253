using Microsoft.AspNetCore.Http;

namespace Rectify.Functions.Access;

/// <summary>The key that a request itself carries, which no browser adds on its own.</summary>
internal static class PresentedKey
{
    /// <summary>
    /// The key; null when the request has none. In the header only: addresses are logged, and stay in the history of a browser.
    /// </summary>
    public static string? Of(HttpRequest request) => request.Headers["x-functions-key"] is [{ Length: > 0 } header] ? header : null;
}
