using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Board.Layout;
using Rectify.Board.SignIn;
using Rectify.Functions.Access;

namespace Rectify.Functions.Board;

/// <summary>In and out of the board, and the stylesheet that its pages share.</summary>
public sealed class SignInPages(IServiceProvider services)
{
    private const int MaxFormBytes = 16 * 1024;

    private readonly BoardPages pages = services.GetRequiredService<BoardPages>();
    private readonly SessionSeal sessions = services.GetRequiredService<SessionSeal>();

    [Function("BoardSignIn"), AllowsAnyone]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/sign-in")] HttpRequest request) =>
        ShowAsync(request, request.Query["returnTo"], Refusal.None, StatusCodes.Status200OK);

    [Function("BoardBeginSession"), AllowsAnyone]
    public async Task<IActionResult> BeginAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "board/sign-in")] HttpRequest request, CancellationToken cancellation)
    {
        if (Access.SignIn.IsForged(request)) return new StatusCodeResult(StatusCodes.Status403Forbidden);
        if (!request.HasFormContentType || request.ContentLength is null or > MaxFormBytes)
            return await ShowAsync(request, null, Refusal.None, StatusCodes.Status400BadRequest);

        var form = await request.ReadFormAsync(cancellation);
        var returnTo = BoardDoor.ReturnAddress(form["returnTo"]);
        return sessions.TryBegin(request.HttpContext, form["key"].ToString().Trim())
            ? SeeOther(request, returnTo)
            : await ShowAsync(request, returnTo, Refusal.UnknownKey, StatusCodes.Status403Forbidden);
    }

    [Function("BoardEndSession"), AllowsAnyone]
    public IActionResult End(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "board/sign-out")] HttpRequest request)
    {
        sessions.End(request.HttpContext);
        return SeeOther(request, $"{BoardDoor.Prefix}/sign-in");
    }

    [Function("BoardStyle"), AllowsAnyone]
    public IActionResult Style(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/style/{version}.css")] HttpRequest request, string version)
    {
        if (version != Stylesheet.Version) return new NotFoundResult();

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
        pages.ShowAsync<SignInPage>(request, ("登录", "Sign in"), new SignInModel(BoardDoor.ReturnAddress(returnTo), refusal), status);
}
