using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Rectify.Functions.Board.Forms;

/// <summary>After a change: look there, with a GET, so that to load the page again changes nothing.</summary>
public sealed class SeeOther(string address) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.StatusCode = StatusCodes.Status303SeeOther;
        response.Headers.Location = address;
        response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
