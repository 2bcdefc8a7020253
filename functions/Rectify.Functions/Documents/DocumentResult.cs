using System.Text;
using Microsoft.AspNetCore.Mvc;
using Rectify.Board.Documents;

namespace Rectify.Functions.Documents;

/// <summary>
/// A document to be printed, as an HTTP answer. It names persons, so that it must not be cached, and its headers allow no scripts.
/// </summary>
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
