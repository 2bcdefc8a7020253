using System.Net;
using System.Net.Http.Json;
using Rectify.Functions.Access;
using Rectify.Functions.Tests.Board;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Access;

/// <summary>Who tries keys is slowed down, wherever a secret is asked for, and nobody else is.</summary>
public class KeyAttemptTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_wrong_keys_from_one_address_are_answered_429_and_a_right_key_always_passes()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        app.WithoutKey.DefaultRequestHeaders.Add("x-functions-key", "a-key-that-is-nobodys");
        var last = await TryUntilRefusedAsync(() => app.WithoutKey.GetAsync("/api/cases", Cancellation));

        Assert.InRange(last.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), KeyAttempts.Pause);
        Assert.Contains("/problems/too-many-wrong-keys", await last.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        await app.GetAsync("/api/cases");
    }

    [Fact]
    public async Task A_request_without_a_key_is_no_attempt()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        for (var n = 0; n < 2 * KeyAttempts.Burst; n++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await app.WithoutKey.GetAsync("/api/cases", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task The_sign_in_page_counts_too_and_says_so()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var browser = new Browser(app);
        Browser.Answer refused;
        var n = 0;
        do
        {
            refused = await browser.SignInAsync("a-key-that-is-nobodys", "/board");
        }
        while (refused.Status == HttpStatusCode.Forbidden && ++n < 3 * KeyAttempts.Burst);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains("错误的密钥过多", refused.Text, StringComparison.Ordinal);
        var key = app.Http.DefaultRequestHeaders.GetValues("x-functions-key").Single();
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SignInAsync(key, "/board")).Status);
    }

    [Fact]
    public async Task Addresses_of_feeds_and_the_key_of_delivery_reports_cannot_be_tried_out_either()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", "--Mail:EventsKey", "the-key-of-mail-events");
        await TryUntilRefusedAsync(() => app.WithoutKey.GetAsync($"/feeds/{new string('0', 48)}.ics", Cancellation));
        await TryUntilRefusedAsync(() => app.WithoutKey.PostAsJsonAsync("/api/mail-events", Array.Empty<object>(), Cancellation));
    }

    private static async Task<HttpResponseMessage> TryUntilRefusedAsync(Func<Task<HttpResponseMessage>> attempt)
    {
        var answer = await attempt();
        for (var n = 0; answer.StatusCode != HttpStatusCode.TooManyRequests; n++)
        {
            Assert.True(n < 3 * KeyAttempts.Burst, "nobody was slowed down");
            answer = await attempt();
        }

        return answer;
    }
}
