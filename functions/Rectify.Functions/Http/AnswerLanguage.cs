using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Rectify.Board.Words;
using Rectify.Domain;
using Rectify.Domain.Messages;

namespace Rectify.Functions.Http;

/// <summary>
/// The language in which the HTTP interface answers: the one that <c>Accept-Language</c> prefers (RFC 9110, section 12.5.4), English by
/// default.
/// </summary>
internal static class AnswerLanguage
{
    /// <summary>
    /// Chinese when the caller prefers any kind of Chinese to English; otherwise English, also when the caller asks for neither.
    /// </summary>
    public static Language Of(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(asked => asked.Quality is null or > 0)
        .OrderByDescending(asked => asked.Quality ?? 1)
        .Select(Find)
        .FirstOrDefault(language => language is not null) ?? Language.English;

    /// <summary>Writes an answer in the caller's language, with the header Content-Language.</summary>
    public static Task WriteAsync<T>(HttpContext context, int status, string contentType, Func<Language, T> answer)
    {
        var language = Of(context.Request);
        var bytes = Encoding.UTF8.GetBytes(DomainJson.Text(answer(language)));
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = bytes.Length;
        response.Headers.ContentLanguage = LanguageTag.Of(language);
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        return response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    /// <summary>The same as the result of a function.</summary>
    public static IActionResult Result<T>(int status, string contentType, Func<Language, T> answer) =>
        new LanguageResult<T>(status, contentType, answer);

    private static Language? Find(StringWithQualityHeaderValue asked) => asked.Value.Value?.Split('-')[0].ToLowerInvariant() switch
    {
        "zh" => Language.Chinese,
        "en" or "*" => Language.English,
        _ => null,
    };

    private sealed class LanguageResult<T>(int status, string contentType, Func<Language, T> answer) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context) => WriteAsync(context.HttpContext, status, contentType, answer);
    }
}
