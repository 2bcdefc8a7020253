using System.Net;
using System.Reflection;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Rectify.Functions.Tests.Board;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Http;

/// <summary>Addresses and methods that no function has.</summary>
public sealed class UnknownRouteTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_address_that_nothing_answers_is_404_in_the_form_of_its_folder()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        foreach (var address in new[] { "/api", "/api/", "/api/nothing", "/api/cases/c-1/nothing/more", "/feeds", "/feeds/a/b" })
        {
            var problem = await ProblemAsync(app, HttpMethod.Get, address, 404);
            Assert.Contains(address, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }

        await ProblemAsync(app, HttpMethod.Get, "/nothing", 404);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task The_empty_address_leads_to_the_board(string method)
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = app.Http.BaseAddress };
        using var answer = await client.SendAsync(new HttpRequestMessage(HttpMethod.Parse(method), "/"), Cancellation);

        Assert.Equal((HttpStatusCode.Redirect, "/board"), (answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task The_empty_address_takes_nothing_that_is_sent_to_it()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        await ProblemAsync(app, HttpMethod.Post, "/", 404);
    }

    [Theory]
    [InlineData("/nothing", "text/html")]
    [InlineData("/boards", "text/html")]
    [InlineData("/api/nothing", "application/problem+json")]
    [InlineData("/feeds", "application/problem+json")]
    public async Task A_browser_sees_a_page_wherever_people_go(string address, string mediaType)
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept", "text/html,*/*;q=0.8" } } };
        using var answer = await app.WithoutKey.SendAsync(request, Cancellation);

        Assert.Equal((HttpStatusCode.NotFound, mediaType), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public void The_function_for_unknown_addresses_stands_behind_all_others_in_the_order_in_which_the_host_tries_them()
    {
        var names =
            from method in typeof(RectifyApp).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            let function = method.GetCustomAttribute<FunctionAttribute>()
            where function is not null
            select function.Name;

        Assert.Equal("ZUnknownAddress", names.Max(StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("zh-CN", "没有 /board/cases/c-1/nothing 这个地址")]
    [InlineData("en", "There is nothing at /board/cases/c-1/nothing")]
    public async Task A_page_that_does_not_exist_is_a_page_that_says_so(string language, string words)
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Boards.Keys);
        using var reader = await app.SignedInAsync("reader-key-of-the-tests");
        reader.Language = language;
        var answer = await reader.GetAsync("/board/cases/c-1/nothing");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains(words, answer.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/board\">", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE", "/api/listings", "POST")]
    [InlineData("POST", "/api/units/yj-oubei", "GET, PUT")]
    [InlineData("GET", "/api/listings/preview", "POST")]
    [InlineData("PATCH", "/api/responsibility-letters/yj-oubei/2026", "DELETE, GET, PUT")]
    [InlineData("POST", "/feeds/x.ics", "GET")]
    public async Task Another_method_is_404_with_those_that_the_address_takes(string method, string address, string allowed)
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        using var answer = await app.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), address), Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(allowed, string.Join(", ", answer.Content.Headers.Allow));
        var detail = (await ReadAsync(answer)).GetProperty("detail").GetString();
        Assert.Contains($"takes {allowed}; got {method}", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_method_on_a_page_is_a_page_that_says_so()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Boards.Keys);
        using var reader = await app.SignedInAsync("reader-key-of-the-tests");

        var answer = await reader.PostAsync("/board/cases");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("/board/cases 接受的请求方式为 GET，不接受 POST", answer.Text, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> ProblemAsync(App app, HttpMethod method, string address, int status)
    {
        using var answer = await app.WithoutKey.SendAsync(new HttpRequestMessage(method, address), Cancellation);
        Assert.Equal(status, (int)answer.StatusCode);
        return await ReadAsync(answer);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
    }
}
