using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Rectify.Domain;
using Rectify.Office.Requests;

namespace Rectify.Functions.Http;

/// <summary>JSON answers, in the same form as in the ledger and independent of the host's JSON settings.</summary>
internal static class Wire
{
    public const string JsonMedia = "application/json; charset=utf-8";

    public static ContentResult Json<T>(T value, int status = 200) => Json(DomainJson.Text(value), status);

    /// <summary>An entry with its ETag, for a later <see cref="Precondition"/>.</summary>
    public static ContentResult Entry<T>(HttpRequest request, T entry, int status = 200) where T : class
    {
        request.HttpContext.Response.Headers.ETag = EntryTag.Of(entry);
        return Json(entry, status);
    }

    /// <summary>The same for an entry with a view of its own; the ETag is that of the entry.</summary>
    public static ContentResult Entry<T, TView>(HttpRequest request, T entry, TView view, int status = 200) where T : class
    {
        request.HttpContext.Response.Headers.ETag = EntryTag.Of(entry);
        return Json(view, status);
    }

    public static ContentResult Json(string text, int status) =>
        new() { StatusCode = status, ContentType = JsonMedia, Content = text };
}
