using System.Net;
using System.Text;
using System.Text.Json;

namespace Rectify.Server.Tests.Clock;

public sealed class ClockEndpointTests : IDisposable
{
    private static readonly string[] Stepped = ["--clock", "2026-03-30T00:00:00Z"];

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_tells_where_the_clock_stands()
    {
        await using var host = await TestHost.StartAsync(folder.Path, Stepped);

        using var answer = await host.GetAsync("/dev/clock");

        Assert.Equal("""{"now":"2026-03-30T00:00:00Z","nextDue":null}""", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Theory]
    [InlineData("""{ "to": "2026-10-01T00:00:00Z" }""", "2026-10-01T00:00:00Z")]
    [InlineData("""{ "to": "2026-10-01T00:00:00+08:00" }""", "2026-09-30T16:00:00Z")]
    [InlineData("""{ "days": 30 }""", "2026-04-29T00:00:00Z")]
    // boundary: no move at all
    [InlineData("""{ "days": 0 }""", "2026-03-30T00:00:00Z")]
    [InlineData("""{ "to": "2026-03-30T00:00:00Z" }""", "2026-03-30T00:00:00Z")]
    public async Task It_moves_the_clock_to_an_instant_or_by_days(string body, string expected)
    {
        await using var host = await TestHost.StartAsync(folder.Path, Stepped);

        using var answer = await PostAsync(host, body);

        Assert.Equal($$"""{"now":"{{expected}}","nextDue":null}""", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Theory]
    // malformed
    [InlineData("", 400, "body")]
    [InlineData("[]", 400, "body")]
    [InlineData("{}", 400, "to")]
    [InlineData("""{ "to": "2026-10-01" }""", 400, "to")]
    [InlineData("""{ "to": "2026-10-01T00:00:00" }""", 400, "to")]
    [InlineData("""{ "to": 5 }""", 400, "to")]
    [InlineData("""{ "days": "30" }""", 400, "days")]
    [InlineData("""{ "days": 1.5 }""", 400, "days")]
    [InlineData("""{ "hours": 3 }""", 400, "hours")]
    [InlineData("""{ "days": 1, "to": "2026-10-01T00:00:00Z" }""", 400, "to")]
    // backwards, or further than makes sense
    [InlineData("""{ "to": "2026-03-29T23:59:59Z" }""", 422, "to")]
    [InlineData("""{ "days": -1 }""", 422, "days")]
    [InlineData("""{ "days": 36526 }""", 422, "days")]
    public async Task A_wrong_request_is_a_problem_that_names_the_member(string body, int status, string member)
    {
        await using var host = await TestHost.StartAsync(folder.Path, Stepped);

        using var answer = await PostAsync(host, body);

        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement;
        Assert.Equal(problem.GetProperty("detail").GetString(), problem.GetProperty("errors").GetProperty(member)[0].GetString());
        Assert.StartsWith("/problems/", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_stepped_clock_there_is_no_such_endpoint()
    {
        await using var host = await TestHost.StartAsync(folder.Path, []);

        using var answer = await host.GetAsync("/dev/clock");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    // the start lies before the instant reached
    [InlineData("2026-01-01T00:00:00Z", "2026-10-01T00:00:00Z")]
    // and after it
    [InlineData("2027-01-01T00:00:00Z", "2027-01-01T00:00:00Z")]
    public async Task A_restart_goes_on_from_the_later_of_start_and_instant_reached(string start, string expected)
    {
        await using (var first = await TestHost.StartAsync(folder.Path, Stepped))
        {
            using var answer = await PostAsync(first, """{ "to": "2026-10-01T00:00:00Z" }""");
            answer.EnsureSuccessStatusCode();
        }

        await using var second = await TestHost.StartAsync(folder.Path, ["--clock", start]);

        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), second.Clock.Now);
    }

    private static Task<HttpResponseMessage> PostAsync(TestHost host, string body) =>
        host.Http.PostAsync("/dev/clock/advance", new StringContent(body, Encoding.UTF8, "application/json"), Cancel);
}
