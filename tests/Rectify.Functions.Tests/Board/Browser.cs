using System.Net;
using System.Net.Http.Headers;
using Rectify.Functions.Access;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Board;

/// <summary>A browser without script: it keeps the session cookie, and follows no redirect by itself.</summary>
internal sealed class Browser : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private Uri site;

    public Browser(App app) => site = app.Http.BaseAddress!;

    /// <summary>The value of the session cookie; empty when there is none.</summary>
    public string Session { get; set; } = "";

    /// <summary>The language cookie; empty when there is none.</summary>
    public string Language { get; set; } = "";

    /// <summary>The site has another address after a restart; the browser is the same.</summary>
    public void MoveTo(App app) => site = app.Http.BaseAddress!;

    public Task<Answer> SignInAsync(string key, string returnTo) =>
        PostAsync("/board/sign-in", new() { ["key"] = key, ["returnTo"] = returnTo });

    public Task<Answer> GetAsync(string address, bool alsoOutsideTheBoard = false) => SendAsync(HttpMethod.Get, address, null, alsoOutsideTheBoard);

    public Task<Answer> PostAsync(string address, Dictionary<string, string>? form = null) =>
        SendAsync(HttpMethod.Post, address, new FormUrlEncodedContent(form ?? []), false);

    public void Dispose() => http.Dispose();

    private async Task<Answer> SendAsync(HttpMethod method, string address, HttpContent? body, bool alsoOutsideTheBoard)
    {
        using var request = new HttpRequestMessage(method, new Uri(site, address)) { Content = body };
        string[] cookies = [.. new[] { (SessionSeal.CookieName, Session), ("rectify-language", Language) }.Where(pair => pair.Item2 != "").Select(pair => $"{pair.Item1}={pair.Item2}")];
        if (cookies.Length > 0 && (alsoOutsideTheBoard || address.StartsWith("/board", StringComparison.Ordinal)))
            request.Headers.Add("Cookie", string.Join("; ", cookies));

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var set = response.Headers.TryGetValues("Set-Cookie", out var values) ? values.Single() : "";
        if (set.StartsWith(SessionSeal.CookieName + "=", StringComparison.Ordinal)) Session = set.Split('=', 2)[1].Split(';')[0];
        if (set.StartsWith("rectify-language=", StringComparison.Ordinal)) Language = set.Split('=', 2)[1].Split(';')[0];
        return new Answer(
            response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            response.Headers.Location?.OriginalString, set, response.Headers);
    }

    internal sealed record Answer(HttpStatusCode Status, string Text, string? Location, string SetCookie, HttpResponseHeaders Headers);
}
