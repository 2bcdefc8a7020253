using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Rectify.Board;
using Rectify.Board.Layout;
using Rectify.Board.Refusals;
using Rectify.Board.Words;
using Rectify.Domain.Messages;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Forms;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Requests;
using Rectify.Office.Settings;

namespace Rectify.Functions.Board;

/// <summary>Answers requests with pages: adds the frame, the language and the security headers.</summary>
public sealed class BoardPages(PageRenderer renderer, OfficeSettings office, Flash flash, FormSeal seal, BoardCookies cookies)
{
    public const string ContentType = "text/html; charset=utf-8";
    private const string LanguageCookie = "rectify-language";

    /// <summary>The language in the address, otherwise the one chosen before (cookie), otherwise Chinese.</summary>
    public static Language LanguageOf(HttpRequest request) =>
        LanguageTag.Parse(request.Query["lang"]) ?? LanguageTag.Parse(request.Cookies[LanguageCookie]) ?? Language.Chinese;

    /// <summary>
    /// Adds the security headers: no content from other sites, no scripts, no embedding in frames, no caching, because pages name persons.
    /// </summary>
    public static void AddHeaders(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
        response.Headers.Vary = "Cookie";
    }

    /// <summary>Renders a page with its model.</summary>
    public async Task<IActionResult> ShowAsync<TPage>(HttpRequest request, Bilingual title, object model, int status = 200)
        where TPage : BoardComponent
    {
        var response = request.HttpContext.Response;
        if (LanguageTag.Parse(request.Query["lang"]) is { } chosen)
        {
            response.Cookies.Append(LanguageCookie, LanguageTag.Of(chosen), cookies.For(request, lifetime: TimeSpan.FromDays(365)));
        }

        AddHeaders(response);
        return new ContentResult
        {
            StatusCode = status,
            ContentType = ContentType,
            Content = await RenderAsync<TPage>(request, title, model, flash.Take(request)),
        };
    }

    /// <summary>The page that says why a request is refused, in the reader's language.</summary>
    public Task<IActionResult> ShowProblemAsync(HttpRequest request, Problem problem) => ShowAsync<RefusalPage>(
        request, ("无法处理", "Not possible"), new RefusalModel(MessageWords.Alone(problem.Detail, LanguageOf(request))), problem.Status);

    /// <summary>The page that says that the address names nothing, with the problem's text.</summary>
    public Task<IActionResult> ShowMissingAsync(HttpRequest request, Problem problem) =>
        ShowMissingAsync(request, problem.Detail.Sentence.In(Language.Chinese), problem.Detail.In(Language.English));

    /// <summary>The page that says that the register holds no such official.</summary>
    public Task<IActionResult> ShowNoOfficialAsync(HttpRequest request) =>
        ShowMissingAsync(request, "人员台账中没有此人。", "The register holds no such official.");

    /// <summary>The page that says that there is no such thing, in the reader's language.</summary>
    public Task<IActionResult> ShowMissingAsync(HttpRequest request, string chinese, string english) => ShowAsync<RefusalPage>(
        request, ("没有找到", "Not found"), new RefusalModel(LanguageOf(request) == Language.English ? english : chinese),
        StatusCodes.Status404NotFound);

    public Task<string> RenderAsync<TPage>(HttpRequest request, Bilingual title, object model, Bilingual? done = null)
        where TPage : BoardComponent
    {
        var language = LanguageOf(request);
        var address = request.Path
            + QueryString.Create(request.Query.Where(pair => pair.Key != "lang").Select(pair => KeyValuePair.Create(pair.Key, pair.Value)));
        var frame = new FrameModel(
            title.In(language), language, address, ReaderOf(request), office.Name, done?.In(language));
        return renderer.RenderAsync<Document>(FramedPage.Of<TPage>(frame, model));
    }

    private PageReader? ReaderOf(HttpRequest request)
    {
        if (Caller.TryOf(request.HttpContext) is not { } caller) return null;

        IReadOnlyList<MenuPage> pages = caller.Role switch
        {
            Role.Officer => [MenuPage.Overview, MenuPage.Register, MenuPage.Sanctions, MenuPage.Eligibility, MenuPage.Consultations,
                MenuPage.Units, MenuPage.Officials, MenuPage.Outbox, MenuPage.YearlyCycle, MenuPage.Calendar, MenuPage.Rulebooks,
                MenuPage.Audit, MenuPage.Accounts, MenuPage.Health],
            Role.Auditor => [MenuPage.Overview, MenuPage.Register, MenuPage.Sanctions, MenuPage.Consultations, MenuPage.Units,
                MenuPage.Officials, MenuPage.Outbox, MenuPage.YearlyCycle, MenuPage.Calendar, MenuPage.Rulebooks, MenuPage.Audit,
                MenuPage.Accounts, MenuPage.Health],
            Role.Reader => [MenuPage.Overview, MenuPage.Register, MenuPage.Sanctions, MenuPage.Units, MenuPage.Officials,
                MenuPage.YearlyCycle, MenuPage.Calendar, MenuPage.Rulebooks],
            Role.Unit => [MenuPage.Overview, MenuPage.Register, MenuPage.Units, MenuPage.YearlyCycle, MenuPage.Calendar,
                MenuPage.Rulebooks],
            Role.Consulting => [MenuPage.Eligibility, MenuPage.Consultations],
            Role.Leader => [MenuPage.OwnCases],
            _ => throw new UnreachableException(caller.Role.ToString()),
        };
        var hasSession = request.Cookies.ContainsKey(Sessions.CookieName) && PresentedKey.Of(request) is null;
        return new PageReader(
            caller.Name, pages, hasSession ? seal.Issue(request, address: SignInPages.SignOut) : null,
            caller.Role is Role.Consulting or Role.Leader ? null : "/board/search");
    }
}
