using Microsoft.AspNetCore.Http;
using Rectify.Board.Refusals;
using Rectify.Board.Words;
using Rectify.Domain.Messages;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Forms;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Requests;

namespace Rectify.Functions.Board;

/// <summary>The answer to a person who is not signed in, or may not see a page.</summary>
internal sealed class RefusalPages(BoardPages pages)
{
    public const string Prefix = Sessions.Pages;

    public static bool IsPage(HttpRequest request) => request.Path.StartsWithSegments(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Redirects to the sign-in page, which returns to the address that was asked for. Also for an address without a page, so that nothing
    /// is revealed about it.
    /// </summary>
    public void SendToSignIn(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.CacheControl = "no-store";
        var returnTo = context.Request.Path + context.Request.QueryString;
        var query = QueryString.Create("returnTo", returnTo);
        // Whoever asked for a page in a language also reads the page to sign in, and what follows from it, in that language.
        if (LanguageTag.Parse(context.Request.Query["lang"]) is { } language) query = query.Add("lang", LanguageTag.Of(language));
        context.Response.Headers.Location = $"{Prefix}/sign-in" + query;
    }

    /// <summary>The address to return to: the one asked for when it is on the board, otherwise the board's first page.</summary>
    public static string ReturnAddress(string? asked) =>
        asked is not null && (asked == Prefix || asked.StartsWith(Prefix + "/", StringComparison.Ordinal)
            || asked.StartsWith(Prefix + "?", StringComparison.Ordinal))
        && !asked.Contains('\\') && !asked.Any(char.IsControl)
            ? asked
            : Prefix;

    /// <summary>The page that says that the person's roles do not include what was asked for.</summary>
    public Task RefuseAsync(HttpContext context, IReadOnlyList<Caller> callers)
    {
        callers.FirstOrDefault()?.EnterInto(context);
        return RefuseAsync(context, "您的角色无权查看此页。", "None of your roles includes this page.");
    }

    /// <summary>The page that says that a change from another site is refused.</summary>
    public Task RefuseForgedAsync(HttpContext context) =>
        RefuseAsync(context, "请求来自其他网站，未予办理。请在本站页面上操作。",
            "The request comes from another site and was not carried out. Use the pages of this one.");

    /// <summary>The page that says why the ledger gives no answer.</summary>
    public Task RefuseAsync(HttpContext context, Message told, int status) =>
        WriteAsync(context, ("无法答复", "No answer"), told.In(BoardPages.LanguageOf(context.Request)), status);

    /// <summary>The page that says why a request is refused.</summary>
    public Task ShowProblemAsync(HttpContext context, Problem problem) => WriteAsync(
        context, ("无法处理", "Not possible"), MessageWords.Alone(problem.Detail, BoardPages.LanguageOf(context.Request)), problem.Status);

    private Task RefuseAsync(HttpContext context, string chinese, string english) => WriteAsync(
        context, ("无权查看", "Not allowed"), BoardPages.LanguageOf(context.Request) == Language.English ? english : chinese,
        StatusCodes.Status403Forbidden);

    private async Task WriteAsync(HttpContext context, Bilingual title, string reason, int status)
    {
        var html = await pages.RenderAsync<RefusalPage>(context.Request, title, new RefusalModel(reason));
        BoardPages.AddHeaders(context.Response);
        context.Response.StatusCode = status;
        context.Response.ContentType = BoardPages.ContentType;
        await context.Response.WriteAsync(html, context.RequestAborted);
    }
}
