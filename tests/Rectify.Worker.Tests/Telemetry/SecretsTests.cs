using System.Net.Http.Json;
using System.Text.Json;
using Rectify.Worker.Tests.Hosting;
using Rectify.Worker.Tests.Journeys;
using Rectify.Worker.Tests.Publishing;

namespace Rectify.Worker.Tests.Telemetry;

/// <summary>What opens something stands in nothing that the published app logs, traces or measures.</summary>
public sealed class SecretsTests(PublishedApp published)
{
    private const string ReaderKey = "the-readers-key-of-this-test";
    private const string WrongKey = "a-wrong-key-that-somebody-tried";
    private const string MisplacedKey = "a-key-in-an-address-by-mistake";
    private const string MailEventsKey = "the-key-of-the-mail-events";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_key_and_no_token_of_a_feed_is_logged_traced_or_measured()
    {
        await using var collector = await Collector.StartAsync(Cancellation);
        await using var host = await WorkerHost.StartAsync(
            published.Folder,
            Scenario.MissedDeadline.Start,
            ("Access__Keys__0__Name", "reader"),
            ("Access__Keys__0__Role", "reader"),
            ("Access__Keys__0__Key", ReaderKey),
            ("Mail__EventsKey", MailEventsKey),
            ("Logging__LogLevel__Default", "Information"),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_BSP_SCHEDULE_DELAY", "100"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "200"));

        var caseId = await host.PlayUntilListedAsync(Scenario.MissedDeadline);
        using var made = await host.Http.PostAsJsonAsync("/api/feeds", new { label = "日历" }, Cancellation);
        var address = new Uri((await made.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("address").GetString()!);
        var token = Path.GetFileNameWithoutExtension(address.AbsolutePath);
        await AskAsync(host, HttpMethod.Get, address.PathAndQuery, null, 200);
        await AskAsync(host, HttpMethod.Get, "/feeds/token-of-a-feed-that-was-revoked.ics", null, 404);
        await AskAsync(host, HttpMethod.Get, $"/api/units?code={MisplacedKey}", ReaderKey, 200);
        await AskAsync(host, HttpMethod.Get, $"/api/nothing?code={MisplacedKey}", null, 404);
        await AskAsync(host, HttpMethod.Get, "/api/cases", WrongKey, 401);
        var session = await SignInAsync(host);
        await collector.BothAsync(Cancellation).WaitAsync(Workers.Limit, Cancellation);

        var logged = (await host.Workers.CurrentAsync(Cancellation)).Process.Output;
        var sent = collector.Received;
        // A test that looks at nothing finds nothing.
        Assert.Contains(caseId, sent, StringComparison.Ordinal);
        Assert.Contains("rectify.", sent, StringComparison.Ordinal);
        Assert.Contains("key", logged, StringComparison.OrdinalIgnoreCase);
        string[] secrets = [WorkerHost.OfficerKey, ReaderKey, WrongKey, MisplacedKey, MailEventsKey, token, session,
            "token-of-a-feed-that-was-revoked"];
        Assert.All(secrets, secret =>
        {
            Assert.NotEmpty(secret);
            Assert.DoesNotContain(secret, logged, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, sent, StringComparison.Ordinal);
        });
    }

    private static async Task AskAsync(WorkerHost host, HttpMethod method, string address, string? key, int status)
    {
        using var request = new HttpRequestMessage(method, address);
        if (key is not null) request.Headers.Add("x-functions-key", key);
        using var response = await host.WithoutKey.SendAsync(request, Cancellation);
        Assert.Equal(status, (int)response.StatusCode);
    }

    // The value of the session's cookie.
    private static async Task<string> SignInAsync(WorkerHost host)
    {
        using var form = new FormUrlEncodedContent([new("key", ReaderKey), new("returnTo", "/board")]);
        using var response = await host.WithoutKey.PostAsync("/board/sign-in", form, Cancellation);
        Assert.Equal(303, (int)response.StatusCode);
        return response.Headers.GetValues("Set-Cookie").First(cookie => cookie.Contains("session", StringComparison.OrdinalIgnoreCase))
            .Split('=', 2)[1].Split(';')[0];
    }
}
