using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Functions.Access;
using Rectify.Functions.Http;
using Rectify.Office.Requests;

namespace Rectify.Functions.Board;

/// <summary>
/// Answers what no other function does: the empty address leads to the board, any other is not found. The answer is a page for a person
/// and a problem for a program, and names the methods that the address has.
/// </summary>
/// <remarks>
/// The Functions host tries routes in the order of the functions' names, whatever their case, and takes the first that fits. Its own routes
/// (admin, runtime) come before all of them. So this function has to stand last by its name; tests hold that.
/// </remarks>
public sealed class UnknownAddress(BoardPages pages)
{
    /// <summary>The route, which fits every address.</summary>
    public const string Route = "{*path}";

    [Function("ZUnknownAddress"), AllowsAnyone]
    public async Task<IActionResult> AnswerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", "options", Route = Route)]
        HttpRequest request,
        string? path = null)
    {
        if (string.IsNullOrEmpty(path) && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)))
            return new RedirectResult(RefusalPages.Prefix);

        var problem = Refuse(request);
        return IsForPeople(request) ? await pages.ShowMissingAsync(request, problem) : problem.ToResult();
    }

    private static Problem Refuse(HttpRequest request)
    {
        var methods = RouteTable.MethodsOf(request.Path);
        if (methods.Count == 0)
            return Problem.Of(ProblemKind.NotFound, ProblemTitles.NoSuchRoute, RequestMessages.NoSuchRoute.With(request.Path));

        request.HttpContext.Response.Headers.Allow = string.Join(", ", methods);
        return Problem.Of(
            ProblemKind.NotFound, ProblemTitles.NoSuchRoute,
            RequestMessages.MethodNotAllowed.With(request.Path, [.. methods], request.Method));
    }

    // A browser that was given a wrong address outside the board sees a page too. Under api and feeds only programs are expected.
    private static bool IsForPeople(HttpRequest request) =>
        RefusalPages.IsPage(request)
        || (!request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/feeds") && Accepts.Html(request));
}
