using Microsoft.AspNetCore.Http;
using Rectify.Board.Refusals;
using Rectify.Functions.Board;
using Rectify.Functions.Http;
using Rectify.Office.Requests;

namespace Rectify.Functions.Middleware;

/// <summary>
/// Answers requests for which there is no function: a problem under api and feeds, a page under board. The answer names the methods that
/// the address has.
/// </summary>
/// <remarks>
/// Used by Rectify.Server only. It is not a function, because the Functions host tries routes in the order of the functions' names, so that
/// a function for every address would take requests of others. On Azure the host answers such requests itself, with 404 and no body; a
/// wrong method is 404 here too, as there.
/// </remarks>
internal sealed class UnknownRoutes(BoardPages pages)
{
    /// <summary>Answers the request; false for an address outside these folders, which is not the app's.</summary>
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
