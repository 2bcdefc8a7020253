using Microsoft.AspNetCore.Http;
using Rectify.Board.Refusals;
using Rectify.Functions.Board;
using Rectify.Functions.Http;
using Rectify.Office.Requests;

namespace Rectify.Functions.Middleware;

/// <summary>
/// Answers what no function takes, with the methods that the address has: a problem under api and feeds, a page under board.
/// </summary>
/// <remarks>
/// For a server of our own. No function does this: the Functions host tries the routes of functions in the order of their names, so that
/// one which takes every address would stand before others. On Azure the host answers such requests itself, with 404 and no body: another
/// method is 404 here too.
/// </remarks>
internal sealed class UnknownRoutes(BoardPages pages)
{
    /// <summary>Answers; false for an address outside these folders, of which the app knows nothing.</summary>
    public async Task<bool> AnswerAsync(HttpContext http)
    {
        var folder = http.Request.Path.Value?.Split('/') is [_, var first, ..] ? first : "";
        if (folder is not ("api" or "feeds" or "board")) return false;

        var problem = Refuse(http);
        if (folder == "board") await ShowAsync(http, problem);
        else await problem.WriteAsync(http);
        return true;
    }

    private static Problem Refuse(HttpContext http)
    {
        var methods = RouteTable.MethodsOf(http.Request.Path);
        if (methods.Count == 0)
            return Problem.Of(
                ProblemKind.NotFound, ProblemTitles.NoSuchRoute, RequestMessages.NoSuchRoute.With(http.Request.Path));

        http.Response.Headers.Allow = string.Join(", ", methods);
        return Problem.Of(
            ProblemKind.NotFound, ProblemTitles.NoSuchRoute,
            RequestMessages.MethodNotAllowed.With(http.Request.Path, [.. methods], http.Request.Method));
    }

    private async Task ShowAsync(HttpContext http, Problem problem)
    {
        var words = problem.Detail.In(BoardPages.LanguageOf(http.Request));
        var page = await pages.RenderAsync<RefusalPage>(http.Request, ("没有找到", "Not found"), new RefusalModel(words));
        BoardPages.AddHeaders(http.Response);
        (http.Response.StatusCode, http.Response.ContentType) = (problem.Status, BoardPages.ContentType);
        await http.Response.WriteAsync(page, http.RequestAborted);
    }
}
