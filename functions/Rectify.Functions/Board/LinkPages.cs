using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Board.SignIn;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Forms;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Accounts;
using Rectify.Office.Register;
using Rectify.Office.Requests;

namespace Rectify.Functions.Board;

/// <summary>Sign-in by a link: the request for one, the page to which it leads, and its use.</summary>
public sealed class LinkPages(
    BoardPages pages, LinkRequests linkRequests, SignInLinks links, Sessions sessions, Access.SignIn signIn, KeyAttempts attempts)
{
    private const int MaxFormBytes = 16 * 1024;

    /// <summary>Has a link sent. The answer is the same, and comes as soon, whether the address is known or not.</summary>
    [Function("BoardAskForLink"), AllowsAnyone]
    public async Task<IActionResult> AskAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "board/sign-in-mail")] HttpRequest request)
    {
        if (!(await ReadAsync(request)).Try(out var form, out var problem)) return await pages.ShowProblemAsync(request, problem);

        var (address, returnTo) = (form["address"].ToString().Trim(), RefusalPages.ReturnAddress(form["returnTo"]));
        if (!EmailAddressForm.IsOne(address))
            return await ShowAsync(request, returnTo, Refusal.NoAddress, StatusCodes.Status422UnprocessableEntity);
        if (!linkRequests.TryAdd(request.HttpContext, address, returnTo))
            return await ShowAsync(request, returnTo, Refusal.TooManyLinks, StatusCodes.Status429TooManyRequests);

        return await pages.ShowAsync<LinkSentPage>(
            request, ("登录链接", "Link to sign in"), new LinkSentModel(address, (int)SignInLinks.Lifetime.TotalMinutes));
    }

    /// <summary>The page of a link. Opening it, however often, uses nothing up.</summary>
    [Function("BoardLink"), AllowsAnyone]
    public async Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/sign-in/{token}")] HttpRequest request, string token,
        CancellationToken cancellation) =>
        await ShowLinkAsync(request, await links.IsOpenAsync(token, cancellation) ? token : null, StatusCodes.Status200OK);

    [Function("BoardUseLink"), AllowsAnyone]
    public async Task<IActionResult> UseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "board/sign-in-link")] HttpRequest request,
        CancellationToken cancellation)
    {
        if (!(await ReadAsync(request)).Try(out var form, out var problem)) return await pages.ShowProblemAsync(request, problem);
        if (await links.UseAsync(form["token"].ToString(), cancellation) is { } link)
        {
            await sessions.BeginAsync(request.HttpContext, link.Holder, cancellation);
            return new SeeOther(RefusalPages.ReturnAddress(link.ReturnTo));
        }

        return attempts.Count(request.HttpContext) is { } tooMany
            ? await ShowLinkAsync(request, null, tooMany.Status)
            : await ShowLinkAsync(request, null, StatusCodes.Status403Forbidden);
    }

    private static async Task<Outcome<IFormCollection>> ReadAsync(HttpRequest request) => Access.SignIn.IsForged(request)
        ? Problem.Of(ProblemKind.Forbidden, ProblemTitles.AnotherSite, AccessMessages.SignInElsewhere)
        : await FormReader.ReadAsync(request, MaxFormBytes);

    private Task<IActionResult> ShowLinkAsync(HttpRequest request, string? token, int status) =>
        pages.ShowAsync<LinkPage>(request, ("登录", "Sign in"), new LinkModel(token), status);

    private Task<IActionResult> ShowAsync(HttpRequest request, string returnTo, Refusal refusal, int status) =>
        pages.ShowAsync<SignInPage>(
            request, ("登录", "Sign in"), SignInModel.Of(returnTo, refusal, signIn.AddressFor), status);
}
