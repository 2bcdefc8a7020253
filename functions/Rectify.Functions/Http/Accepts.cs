using Microsoft.AspNetCore.Http;

namespace Rectify.Functions.Http;

/// <summary>Which form of an answer the caller prefers.</summary>
internal static class Accepts
{
    /// <summary>Whether a table is asked for by name, and preferred to JSON where both are.</summary>
    public static bool Csv(HttpRequest request)
    {
        var asked = request.GetTypedHeaders().Accept;
        return QualityOf("text/csv") is > 0 and var csv && csv > QualityOf("application/json");

        double QualityOf(string type) => asked.FirstOrDefault(item => item.MediaType == type) is { } item ? item.Quality ?? 1 : 0;
    }
}
