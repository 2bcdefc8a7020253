using System.Net;
using Rectify.Functions.Tests.Board;
using Rectify.Functions.Tests.Journeys;
using Rectify.Functions.Tests.Ledger.Tables;

namespace Rectify.Functions.Tests.Access;

/// <summary>A session is known to every instance, and over when its person says so.</summary>
public class SessionTests
{
    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server_for_whoever_has_the_cookie()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Boards.Keys);
        using var browser = await app.SignedInAsync("reader-key-of-the-tests");
        using var copy = new Browser(app) { Session = browser.Session };
        Assert.Equal(HttpStatusCode.OK, (await copy.GetAsync("/board")).Status);

        var signedOut = await SignOutAsync(browser);

        Assert.Equal((HttpStatusCode.SeeOther, "/board/sign-in"), (signedOut.Status, signedOut.Location));
        Assert.Equal(HttpStatusCode.SeeOther, (await copy.GetAsync("/board")).Status);
    }

    [Fact]
    public async Task Signing_out_needs_the_ticket_of_a_page_that_this_session_was_shown()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Boards.Keys);
        using var browser = await app.SignedInAsync("reader-key-of-the-tests");
        using var other = await app.SignedInAsync("unit-key-of-the-tests");

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync("/board/sign-out")).Status);
        var signedOut = await browser.PostAsync("/board/sign-out", new() { ["_ticket"] = await TicketAsync(other) });
        Assert.Equal(HttpStatusCode.Forbidden, signedOut.Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/board")).Status);
    }

    [Fact]
    public async Task Another_instance_on_the_same_tables_knows_sessions_forms_and_sign_outs()
    {
        var tables = Azurite.Settings();
        await using var one = await App.StartAsync("2026-03-30 09:00", [.. Boards.Keys, .. tables]);
        await using var two = await App.StartAsync("2026-03-30 09:00", [.. Boards.Keys, .. tables]);
        using var browser = await one.SignedInAsync("unit-key-of-the-tests");
        var ticket = await TicketAsync(browser);

        using var copy = new Browser(one) { Session = browser.Session };

        browser.MoveTo(two);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/board/cases")).Status);
        Assert.Equal(HttpStatusCode.OK, (await copy.GetAsync("/board/cases")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync("/board/sign-out", new() { ["_ticket"] = ticket })).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await copy.GetAsync("/board/cases")).Status);
    }

    [Fact]
    public async Task A_cookie_is_for_https_alone_where_readers_reach_the_office_by_it()
    {
        await using var app = await App.StartAsync(
            "2026-03-30 09:00",
            [.. Boards.Keys, "--Office:BaseAddress", "https://rectify.yongjia.example/"]);
        using var browser = new Browser(app);

        Assert.Contains("; secure", (await browser.SignInAsync("reader-key-of-the-tests", "/board")).SetCookie, StringComparison.Ordinal);
        Assert.Contains("; secure", (await browser.GetAsync("/board?lang=en")).SetCookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task The_word_of_a_proxy_about_https_counts_where_the_setting_says_that_there_is_one(string behindProxy, bool isSecure)
    {
        await using var app = await App.StartAsync(
            "2026-03-30 09:00",
            [.. Boards.Keys, "--ASPNETCORE_FORWARDEDHEADERS_ENABLED", behindProxy]);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        using var http = new HttpClient(handler) { BaseAddress = app.Http.BaseAddress };
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var form = new FormUrlEncodedContent([new("key", "reader-key-of-the-tests")]);

        using var answer = await http.PostAsync("/board/sign-in", form, TestContext.Current.CancellationToken);

        Assert.Equal(isSecure, answer.Headers.GetValues("Set-Cookie").Single().Contains("; secure", StringComparison.Ordinal));
    }

    private static async Task<Browser.Answer> SignOutAsync(Browser browser) =>
        await browser.PostAsync("/board/sign-out", new() { ["_ticket"] = await TicketAsync(browser) });

    private static async Task<string> TicketAsync(Browser browser)
    {
        var page = PageForm.Parse((await browser.GetAsync("/board/calendar")).Text);
        return page.QuerySelector("form[action='/board/sign-out'] input[name=_ticket]")!.GetAttribute("value")!;
    }
}
