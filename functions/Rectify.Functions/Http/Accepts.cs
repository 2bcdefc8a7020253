using Microsoft.AspNetCore.Http;

namespace Rectify.Functions.Http;

/// <summary>Reads which form of an answer the caller prefers.</summary>
internal static class Accepts
{
    /// <summary>Whether <c>text/csv</c> is asked for by name and preferred to JSON.</summary>
    public static bool Csv(HttpRequest request)
    {
        var asked = request.GetTypedHeaders().Accept;
        return QualityOf("text/csv") is > 0 and var csv && csv > QualityOf("application/json");

        double QualityOf(string type) => asked.FirstOrDefault(item => item.MediaType == type) is { } item ? item.Quality ?? 1 : 0;
    }

    /// <summary>Whether <c>text/html</c> is asked for by name, as browsers do.</summary>
    public static bool Html(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(item => item.MediaType == "text/html" && item.Quality is null or > 0);
}
