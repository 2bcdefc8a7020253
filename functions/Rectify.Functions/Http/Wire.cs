using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Rectify.Domain;
using Rectify.Office.Requests;

namespace Rectify.Functions.Http;

/// <summary>JSON on the wire: as in the ledger, and the same in both hosts, whatever the host's own settings are.</summary>
internal static class Wire
{
    public const string JsonMedia = "application/json; charset=utf-8";

    public static ContentResult Json<T>(T value, int status = 200) => Json(DomainJson.Text(value), status);

    /// <summary>An entry with its tag, for a later <see cref="Precondition"/>.</summary>
    public static ContentResult Entry<T>(HttpRequest request, T entry, int status = 200) where T : class
    {
        request.HttpContext.Response.Headers.ETag = EntryTag.Of(entry);
        return Json(entry, status);
    }

    /// <summary>The same of an entry that is shown otherwise than it is kept: the tag is that of the entry.</summary>
    public static ContentResult Entry<T, TView>(HttpRequest request, T entry, TView view, int status = 200) where T : class
    {
        request.HttpContext.Response.Headers.ETag = EntryTag.Of(entry);
        return Json(view, status);
    }

    public static ContentResult Json(string text, int status) =>
        new() { StatusCode = status, ContentType = JsonMedia, Content = text };
}
