using Microsoft.AspNetCore.Http;

namespace Rectify.Functions.Http;

/// <summary>The address of a request as it may stand in a log: without its query, and without the token of a calendar feed.</summary>
internal static class LoggedAddress
{
    public static string Of(HttpRequest request) =>
        request.Path.StartsWithSegments("/feeds", out var token) && token.HasValue ? "/feeds/…" : request.Path.ToString();
}
