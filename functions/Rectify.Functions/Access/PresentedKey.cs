using Microsoft.AspNetCore.Http;

namespace Rectify.Functions.Access;

/// <summary>The key in the header of a request, which no browser adds by itself.</summary>
internal static class PresentedKey
{
    /// <summary>
    /// The key; null when the request has none. Read only from the header, because addresses are logged and stay in the browser's history.
    /// </summary>
    public static string? Of(HttpRequest request) => request.Headers["x-functions-key"] is [{ Length: > 0 } header] ? header : null;
}
