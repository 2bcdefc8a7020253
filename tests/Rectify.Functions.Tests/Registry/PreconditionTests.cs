using System.Net;
using System.Net.Http.Json;
using Rectify.Functions.Tests.Journeys;
using Rectify.Functions.Tests.Listings;

namespace Rectify.Functions.Tests.Registry;

/// <summary>An entry of the register, over HTTP, is replaced on the caller's terms (RFC 9110, section 13.1).</summary>
public sealed class PreconditionTests
{
    private const string Unit = "/api/units/yj-oubei";
    private const string Official = "/api/officials/o-1";

    public static TheoryData<string, string> Entries => new() { { Unit, "/api/units/yj-new" }, { Official, "/api/officials/o-new" } };

    [Theory]
    [MemberData(nameof(Entries))]
    public async Task An_entry_is_replaced_while_it_says_what_was_seen(string route, string absent)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var seen = await TagAsync(app, route);

        var replaced = await PutAsync(app, route, "一", ("If-Match", seen));
        Assert.Equal(HttpStatusCode.OK, replaced.StatusCode);
        var next = replaced.Headers.ETag!.ToString();
        Assert.NotEqual(seen, next);
        Assert.Equal(next, await TagAsync(app, route));

        await BadListingTests.ProblemAsync(await PutAsync(app, route, "二", ("If-Match", seen)), 412, "stale");
        await BadListingTests.ProblemAsync(await PutAsync(app, route, "二", ("If-Match", $"W/{next}")), 412, "stale");
        await BadListingTests.ProblemAsync(await PutAsync(app, route, "二", ("If-None-Match", "*")), 412, "stale");
        await BadListingTests.ProblemAsync(await PutAsync(app, absent, "二", ("If-Match", "*")), 412, "stale");
        await BadListingTests.ProblemAsync(await PutAsync(app, absent, "二", ("If-Match", next)), 412, "stale");
        Assert.Equal(next, await TagAsync(app, route));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync(absent, TestContext.Current.CancellationToken)).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await PutAsync(app, route, "三", ("If-Match", $"{seen}, {next}"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(app, route, "四", ("If-Match", "*"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(app, route, "一")).StatusCode);
        Assert.Equal(next, await TagAsync(app, route));
        Assert.Equal(HttpStatusCode.Created, (await PutAsync(app, absent, "五", ("If-None-Match", "*"))).StatusCode);
    }

    [Theory]
    [InlineData(Unit, HttpStatusCode.OK)]
    [InlineData(Official, HttpStatusCode.OK)]
    [InlineData("/api/units/yj-new", HttpStatusCode.Created)]
    [InlineData("/api/officials/o-new", HttpStatusCode.Created)]
    public async Task Of_many_who_saw_the_same_one_writes(string route, HttpStatusCode served)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var demand = served == HttpStatusCode.Created ? ("If-None-Match", "*") : ("If-Match", await TagAsync(app, route));

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => PutAsync(app, route, $"第{n}", demand)));

        var winner = Assert.Single(answers, answer => answer.StatusCode == served);
        Assert.All(answers.Where(answer => answer != winner), answer => Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode));
        Assert.Equal(winner.Headers.ETag!.ToString(), await TagAsync(app, route));
    }

    [Theory]
    [InlineData("If-Match", "seen")]
    [InlineData("If-Match", "\"a\", b")]
    [InlineData("If-None-Match", "\"a\"")]
    [InlineData("If-None-Match", "*", "If-Match", "*")]
    public async Task What_cannot_be_read_is_refused(params string[] headers)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var seen = await TagAsync(app, Unit);

        var answer = await PutAsync(app, Unit, "一", [.. headers.Chunk(2).Select(header => (header[0], header[1]))]);

        await BadListingTests.ProblemAsync(answer, 400, "malformed");
        Assert.Equal(seen, await TagAsync(app, Unit));
    }

    private static async Task<string> TagAsync(App app, string route)
    {
        var answer = await app.Http.GetAsync(route, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Headers.ETag!.ToString();
    }

    private static async Task<HttpResponseMessage> PutAsync(App app, string route, string name,
        params (string Name, string Value)[] headers)
    {
        object body = route.Contains("units", StringComparison.Ordinal)
            ? new { name, kind = "locality", level = "township", liaison = new { name = "陈联络", email = "liaison@oubei.example" } }
            : new { name, email = "o@oubei.example", unitId = "yj-oubei", post = "职务", role = "principal", from = "2024-01-01" };
        using var request = new HttpRequestMessage(HttpMethod.Put, route) { Content = JsonContent.Create(body) };
        foreach (var header in headers) request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        return await app.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
