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

    /// <summary>The cookie that says what was just done, and the page it is for; empty when there is none.</summary>
    public (string Value, string Path) Done { get; set; } = ("", "");

    /// <summary>What the browser says about where a request comes from; null for one that says nothing.</summary>
    public string? Site { get; set; }

    /// <summary>The site has another address after a restart; the browser is the same.</summary>
    public void MoveTo(App app) => site = app.Http.BaseAddress!;

    public Task<Answer> SignInAsync(string key, string returnTo) =>
        PostAsync("/board/sign-in", new() { ["key"] = key, ["returnTo"] = returnTo });

    public Task<Answer> GetAsync(string address, bool alsoOutsideTheBoard = false) =>
        SendAsync(HttpMethod.Get, address, null, alsoOutsideTheBoard);

    public Task<Answer> PostAsync(string address, Dictionary<string, string>? form = null) =>
        SendAsync(HttpMethod.Post, address, new FormUrlEncodedContent(form ?? []), false);

    /// <summary>Presses a button of a form.</summary>
    public Task<Answer> PressAsync(PageForm form, string step) =>
        SendAsync(HttpMethod.Post, form.Address, new FormUrlEncodedContent([.. form.Pairs, KeyValuePair.Create("_step", step)]), false);

    /// <summary>Sends any body.</summary>
    public Task<Answer> SendAsync(string address, HttpContent body) => SendAsync(HttpMethod.Post, address, body, false);

    public void Dispose() => http.Dispose();

    private async Task<Answer> SendAsync(HttpMethod method, string address, HttpContent? body, bool alsoOutsideTheBoard)
    {
        using var request = new HttpRequestMessage(method, new Uri(site, address)) { Content = body };
        (string Name, string Value)[] kept =
        [
            (Sessions.CookieName, Session),
            ("rectify-language", Language),
            ("rectify-done", address.Split('?')[0] == Done.Path ? Done.Value : ""),
        ];
        string[] cookies = [.. kept.Where(cookie => cookie.Value != "").Select(cookie => $"{cookie.Name}={cookie.Value}")];
        if (cookies.Length > 0 && (alsoOutsideTheBoard || address.StartsWith("/board", StringComparison.Ordinal)))
            request.Headers.Add("Cookie", string.Join("; ", cookies));

        if (Site is not null) request.Headers.Add("Sec-Fetch-Site", Site);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        string[] all = response.Headers.TryGetValues("Set-Cookie", out var values) ? [.. values] : [];
        foreach (var set in all)
        {
            var (name, value) = (set.Split('=', 2)[0], set.Split('=', 2)[1].Split(';')[0]);
            if (name == Sessions.CookieName) Session = value;
            if (name == "rectify-language") Language = value;
            if (name == "rectify-done") Done = (value, set.Split("path=", 2)[1].Split(';')[0]);
        }

        return new Answer(
            response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            response.Headers.Location?.OriginalString, string.Join("\n", all), response.Headers);
    }

    internal sealed record Answer(HttpStatusCode Status, string Text, string? Location, string SetCookie, HttpResponseHeaders Headers);
}
