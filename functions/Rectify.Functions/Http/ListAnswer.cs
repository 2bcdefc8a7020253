using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Rectify.Office.Requests;

namespace Rectify.Functions.Http;

/// <summary>A list in an answer: its items, and the address of the next part; null when there is none.</summary>
internal sealed record ListAnswer<T>(IReadOnlyList<T> Items, string? NextLink);

/// <summary>Answers lists in parts.</summary>
internal static class ListAnswer
{
    public static IActionResult Of<T>(IReadOnlyList<T> items) => Wire.Json(new ListAnswer<T>(items, null));

    /// <summary>Reads <c>top</c> and <c>continuation</c>, fetches this part of the list and links to the next.</summary>
    public static Task<IActionResult> PageAsync<T>(HttpRequest request, Func<int, string?, Task<Slice<T>>> fetch) =>
        PageAsync(request, fetch, (slice, next) => new ListAnswer<T>(slice.Items, next(slice.Continuation)));

    /// <summary>The same for a list with an answer of its own type.</summary>
    /// <param name="request">The request.</param>
    /// <param name="fetch">Fetches a number of items from a place on.</param>
    /// <param name="answer">Makes the answer; its second argument makes the address of the next part from a continuation.</param>
    public static async Task<IActionResult> PageAsync<TPart, TAnswer>(
        HttpRequest request, Func<int, string?, Task<TPart>> fetch, Func<TPart, Func<string?, string?>, TAnswer> answer)
    {
        if (!Query.Top(request).Try(out var top, out var problem)) return problem.ToResult();

        var continuation = Query.Text(request, "continuation");
        try
        {
            return Wire.Json(answer(await fetch(top, continuation), next => next is null ? null : LinkTo(request, next)));
        }
        catch (FormatException)
        {
            return Problem.Malformed("continuation", RequestMessages.Continuation.With(continuation ?? "")).ToResult();
        }
    }

    /// <summary>The address of the same list from a place on.</summary>
    public static string LinkTo(HttpRequest request, string continuation)
    {
        var query = request.Query.Where(p => p.Key is not ("continuation" or "code")).Select(p => KeyValuePair.Create(p.Key, p.Value));
        return request.Path + QueryString.Create(query).Add("continuation", continuation);
    }
}
