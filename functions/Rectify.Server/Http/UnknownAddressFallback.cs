using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Rectify.Server.Http;

/// <summary>Answers requests that no function of the app takes, with 404 and one sentence.</summary>
internal static class UnknownAddressFallback
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapFallback("{**path}", async (HttpContext http) =>
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync($"Nothing answers {http.Request.Method} at this address.", http.RequestAborted);
        })
        .WithDisplayName("Unknown address");
}
