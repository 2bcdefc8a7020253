using Microsoft.AspNetCore.Http;

namespace Rectify.Functions.Http;

/// <summary>The address of a request as it may stand in a log: without its query, and without the token of a calendar feed or of a link to
/// sign in.</summary>
internal static class LoggedAddress
{
    public static string Of(HttpRequest request) =>
        Within.FirstOrDefault(path => request.Path.StartsWithSegments(path, out var token) && token.HasValue) is { } path
            ? $"{path}/…"
            : request.Path.ToString();

    private static readonly string[] Within = ["/feeds", "/board/sign-in"];
}
