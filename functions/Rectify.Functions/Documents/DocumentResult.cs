using System.Text;
using Microsoft.AspNetCore.Mvc;
using Rectify.Board.Documents;

namespace Rectify.Functions.Documents;

/// <summary>A document to be printed. It names persons: nobody keeps a copy on the way, and nothing in it may run.</summary>
internal sealed class DocumentResult(string html) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = DocumentStyle.ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(html), context.HttpContext.RequestAborted);
    }
}
