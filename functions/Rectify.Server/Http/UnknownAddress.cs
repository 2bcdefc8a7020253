using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rectify.Functions.Middleware;

namespace Rectify.Server.Http;

/// <summary>Answers what neither the app nor the server has a route for, in words.</summary>
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
