using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Rectify.Server.SampleApp;

public static class WebFunctions
{
    [Function("Ping")]
    public static IActionResult Ping([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        new ContentResult { Content = "pong" };

    [Function("Principal")]
    public static IActionResult Principal([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        new ContentResult { Content = request.Headers["x-ms-client-principal"] };

    [Function("Numbers")]
    public static IActionResult Numbers(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "numbers/{number:int}")] HttpRequest request) => new OkResult();

    [Function("ReadNotes")]
    public static IActionResult Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "notes")] HttpRequest request) =>
        new ContentResult { Content = "read" };

    [Function("WriteNotes")]
    public static IActionResult Write([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "notes")] HttpRequest request) =>
        new ContentResult { Content = "written" };

    [Function("Object")]
    public static IActionResult Object([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        new OkObjectResult(new { CaseId = "c-1", DueOn = new DateOnly(2026, 9, 30) });

    [Function("Problem")]
    public static IActionResult Problem([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        new ObjectResult(new ProblemDetails { Status = 422, Title = "No" });

    [Function("Feed")]
    public static IActionResult Feed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "feeds/{token}.ics")] HttpRequest request, string token) =>
        new FileContentResult(System.Text.Encoding.UTF8.GetBytes(token), "text/calendar");

    [Function("Result")]
    public static async Task<IResult> Result([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        await Task.Yield();
        return Results.Accepted();
    }

    [Function("Text")]
    public static string Text([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => "text";

    [Function("Broken")]
    public static async Task<IActionResult> Broken([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        request.HttpContext.Response.Headers["x-half"] = "done";
        await Task.Yield();
        throw new InvalidDataException("secret");
    }

    [Function("Values")]
    public static IActionResult Values(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "values/{count}/{id}/{name}/{on}/{rest?}")] HttpRequest request,
        int count,
        Guid id,
        string name,
        DateOnly on,
        string rest = "none") => new ContentResult { Content = $"{count} {id} {name} {on:yyyy-MM-dd} {rest}" };
}
