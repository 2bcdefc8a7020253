using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Rectify.Functions.Board.Forms;

/// <summary>
/// A redirect (303) after a change: the browser loads the next page with GET, so that reloading it does not repeat the change.
/// </summary>
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
