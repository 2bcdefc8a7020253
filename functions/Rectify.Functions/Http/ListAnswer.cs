using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Rectify.Functions.Ledger;

namespace Rectify.Functions.Http;

/// <summary>A list: its items, and the address of the next part or null.</summary>
internal sealed record ListAnswer<T>(IReadOnlyList<T> Items, string? NextLink);

/// <summary>Answers lists in parts.</summary>
internal static class ListAnswer
{
    public static IActionResult Of<T>(IReadOnlyList<T> items) => Wire.Json(new ListAnswer<T>(items, null));

    /// <summary>Reads <c>top</c> and <c>continuation</c>, fetches that part and links to the next.</summary>
    public static async Task<IActionResult> PageAsync<T>(HttpRequest request, Func<int, string?, Task<Slice<T>>> fetch)
    {
        if (!Query.Top(request).Try(out var top, out var problem)) return problem.ToResult();

        var continuation = Query.Text(request, "continuation");
        try
        {
            var slice = await fetch(top, continuation);
            return Wire.Json(new ListAnswer<T>(slice.Items, slice.Continuation is { } next ? LinkTo(request, next) : null));
        }
        catch (FormatException)
        {
            return Problem.Malformed("continuation", $"continuation: the value from nextLink, unchanged; got \"{continuation}\".").ToResult();
        }
    }

    /// <summary>The same list from a place on.</summary>
    public static string LinkTo(HttpRequest request, string continuation)
    {
        var query = request.Query.Where(p => p.Key is not ("continuation" or "code")).Select(p => KeyValuePair.Create(p.Key, p.Value));
        return request.Path + QueryString.Create(query).Add("continuation", continuation);
    }
}
