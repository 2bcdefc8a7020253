using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Board.Layout;
using Rectify.Board.SignIn;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Forms;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Requests;

namespace Rectify.Functions.Board;

/// <summary>The pages to sign in and out, and the stylesheet of the board.</summary>
public sealed class SignInPages(
    BoardPages pages, Sessions sessions, Access.SignIn signIn, KeyAttempts attempts, FormReader forms)
{
    /// <summary>The address of the form that ends a session.</summary>
    internal const string SignOut = $"{RefusalPages.Prefix}/sign-out";

    private const int MaxFormBytes = 16 * 1024;

    [Function("BoardSignIn"), AllowsAnyone]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/sign-in")] HttpRequest request) =>
        ShowAsync(request, request.Query["returnTo"], Refusal.None, StatusCodes.Status200OK);

    [Function("BoardBeginSession"), AllowsAnyone]
    public async Task<IActionResult> BeginAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "board/sign-in")] HttpRequest request, CancellationToken cancellation)
    {
        if (Access.SignIn.IsForged(request))
            return await pages.ShowProblemAsync(request,
                Problem.Of(ProblemKind.Forbidden, ProblemTitles.AnotherSite, AccessMessages.SignInElsewhere));
        if (!(await FormReader.ReadAsync(request, MaxFormBytes)).Try(out var form, out var problem))
            return await pages.ShowProblemAsync(request, problem);

        var returnTo = RefusalPages.ReturnAddress(form["returnTo"]);
        if (await sessions.TryBeginAsync(request.HttpContext, form["key"].ToString().Trim(), cancellation))
            return SeeOther(request, returnTo);

        return attempts.Count(request.HttpContext) is { } tooMany
            ? await ShowAsync(request, returnTo, Refusal.TooMany, tooMany.Status)
            : await ShowAsync(request, returnTo, Refusal.UnknownKey, StatusCodes.Status403Forbidden);
    }

    /// <summary>Ends the session, when the form's ticket is of this session.</summary>
    [Function("BoardEndSession"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit, Role.Consulting, Role.Leader)]
    public async Task<IActionResult> EndAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "board/sign-out")] HttpRequest request, CancellationToken cancellation)
    {
        if (!(await forms.ReceiveAsync(request, MaxFormBytes)).Try(out _, out var problem))
            return await pages.ShowProblemAsync(request, problem);

        await sessions.EndAsync(request.HttpContext, cancellation);
        return SeeOther(request, $"{RefusalPages.Prefix}/sign-in");
    }

    [Function("BoardStyle"), AllowsAnyone]
    public IActionResult Style(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/style/{version}.css")] HttpRequest request, string version)
    {
        if (version != Stylesheet.Version)
        {
            return new ContentResult
            {
                StatusCode = StatusCodes.Status404NotFound,
                ContentType = "text/plain; charset=utf-8",
                Content = "There is no such stylesheet: reload the page.",
            };
        }

        request.HttpContext.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        request.HttpContext.Response.Headers.XContentTypeOptions = "nosniff";
        return new ContentResult { ContentType = "text/css; charset=utf-8", Content = Stylesheet.Text };
    }

    private static StatusCodeResult SeeOther(HttpRequest request, string address)
    {
        request.HttpContext.Response.Headers.Location = address;
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return new StatusCodeResult(StatusCodes.Status303SeeOther);
    }

    private Task<IActionResult> ShowAsync(HttpRequest request, string? returnTo, Refusal refusal, int status) =>
        pages.ShowAsync<SignInPage>(
            request, ("登录", "Sign in"), SignInModel.Of(RefusalPages.ReturnAddress(returnTo), refusal, signIn.AddressFor), status);
}
