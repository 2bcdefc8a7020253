using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Rectify.Functions.Http;

namespace Rectify.Functions.Tests.Http;

/// <summary>Clients whose bodies do not come, and clients that go away.</summary>
public sealed class SlowAndLeavingClientTests
{
    private const string HalfOfListing =
        "POST /api/listings HTTP/1.1\nHost: x\n{key}\nContent-Type: application/json\nContent-Length: 1000\n\n{ \"unitId\"";

    private const string HalfOfForm =
        "POST /board/listings/new HTTP/1.1\nHost: x\n{key}\nContent-Type: application/x-www-form-urlencoded\nContent-Length: 1000\n\n"
        + "unitId=";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // The server's own limit: no byte for five seconds.
    [Theory]
    [InlineData(HalfOfListing, "application/problem+json")]
    [InlineData(HalfOfForm, "text/html")]
    public async Task A_body_that_stops_coming_is_answered_408_in_words(string request, string media)
    {
        await using var office = await LoggedOffice.StartAsync();
        using var client = await office.SendAsync(request);

        var answer = await ReadAsync(client);

        Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal);
        Assert.Contains($"Content-Type: {media}", answer, StringComparison.Ordinal);
        Assert.Contains(media == "text/html" ? "传送过慢" : "body-too-slow", answer, StringComparison.Ordinal);
        Assert.Empty(office.Errors);
    }

    [Fact]
    public async Task A_body_that_goes_on_for_ever_is_too_slow_after_two_minutes()
    {
        var clock = new FakeTimeProvider();
        var request = new DefaultHttpContext().Request;
        request.Body = new EndlessBody();

        var reading = BodyBytes.ReadAsync(request, 1024, clock);
        clock.Advance(BodyBytes.MaxTime - TimeSpan.FromTicks(1));
        Assert.False(reading.IsCompleted);
        clock.Advance(TimeSpan.FromTicks(1));

        Assert.False((await reading).Try(out _, out var problem));
        Assert.Equal(408, problem.Status);
        Assert.Contains("120 seconds", problem.Detail.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HalfOfListing)]
    [InlineData(HalfOfForm)]
    [InlineData("POST /api/registry/import HTTP/1.1\nHost: x\n{key}\nContent-Type: text/csv\nTransfer-Encoding: chunked\n\n5\nunitI\n")]
    public async Task A_client_that_leaves_within_its_request_is_no_error(string request)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var office = await LoggedOffice.StartAsync(_ =>
        {
            begun.SetResult();
            return Task.CompletedTask;
        });
        var client = await office.SendAsync(request);
        await begun.Task.WaitAsync(Cancellation);

        Reset(client);

        await office.DoneAsync();
        Assert.Empty(office.Errors);
    }

    [Fact]
    public async Task A_client_that_leaves_within_the_answer_is_no_error()
    {
        await using var office = await LoggedOffice.StartAsync(async http =>
        {
            while (true) await http.Response.WriteAsync(new string('x', 64 * 1024), http.RequestAborted);
        });
        var client = await office.SendAsync("GET /api/health/live HTTP/1.1\nHost: x\n\n");
        Assert.NotEqual(0, await client.GetStream().ReadAsync(new byte[16], Cancellation));

        Reset(client);

        await office.DoneAsync();
        Assert.Empty(office.Errors);
    }

    private static async Task<string> ReadAsync(TcpClient client)
    {
        var (text, buffer) = (new StringBuilder(), new byte[16 * 1024]);
        int read;
        while ((read = await client.GetStream().ReadAsync(buffer, Cancellation)) > 0) text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        return text.ToString();
    }

    // As a process does that is killed: without a word.
    private static void Reset(TcpClient client)
    {
        client.Client.LingerState = new LingerOption(enable: true, seconds: 0);
        client.Dispose();
    }

    /// <summary>Brings nothing, and does not end.</summary>
    private sealed class EndlessBody : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            return 0;
        }
    }
}
