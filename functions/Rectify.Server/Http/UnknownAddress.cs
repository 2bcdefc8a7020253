using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rectify.Functions.Middleware;

namespace Rectify.Server.Http;

/// <summary>
/// Answers requests for which there is no route: the app answers those under api, feeds and board; any other gets 404 and one sentence.
/// </summary>
internal static class UnknownAddress
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapFallback("{**path}", async (HttpContext http, [FromServices] UnknownRoutes? app) =>
        {
            if (app is not null && await app.AnswerAsync(http)) return;

            http.Response.StatusCode = StatusCodes.Status404NotFound;
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync($"Nothing answers {http.Request.Method} at this address.", http.RequestAborted);
        })
        .WithDisplayName("Unknown address");
}
