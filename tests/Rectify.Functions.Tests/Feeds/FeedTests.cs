using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Feeds;

public class FeedTests
{
    private static readonly string[] Keys =
    [
        "--Access:Keys:0:Name", "瓯北", "--Access:Keys:0:Role", "unit",
        "--Access:Keys:0:Key", "key-of-our-own-unit-here", "--Access:Keys:0:UnitId", "yj-oubei",
        "--Access:Keys:1:Name", "乌牛", "--Access:Keys:1:Role", "unit",
        "--Access:Keys:1:Key", "key-of-their-own-unit-here", "--Access:Keys:1:UnitId", "yj-other",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_feed_follows_the_days_of_a_case_under_the_same_names_with_a_higher_sequence()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var address = await AddressAsync(await app.PostAsync("/api/feeds", new { label = "值班日历" }));
        Assert.Empty((await ReadAsync(app, address)).Events);

        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        var listed = await ReadAsync(app, address);
        Assert.Equal(("2.0", "PUBLISH", "平安建设领导小组办公室 值班日历"), (listed.Version, listed.Method, listed.Name));
        Assert.Equal(
            [
                ($"{caseId}.deadline@rectify", 0, "CONFIRMED", "2026-09-30", "2026-10-01",
                    "【挂牌督办】永平安督〔2026〕3号 瓯北街道：整改期限届满日"),
                ($"{caseId}.listing@rectify", 0, "CONFIRMED", "2026-09-30", "2026-10-01",
                    "【挂牌督办】永平安督〔2026〕3号 瓯北街道：资格限制最后一日"),
            ],
            listed.Events.Select(Told));
        Assert.All(listed.Events,
            one => Assert.Equal((true, "TRANSPARENT", $"http://127.0.0.1:7071/board/cases/{caseId}"),
                (one.IsAllDay, one.Transparency, one.Url)));
        Assert.All(listed.Events, one => Assert.Equal("2026-03-30T01:30:00Z", one.Stamp));

        // Sent reminders change no day.
        await app.AdvanceAsync("2026-08-31 10:00");
        await app.DoAsync(caseId, "suspension", new { reason = "汛期" });
        Assert.Equal(("TENTATIVE", 1, "2026-09-30"), Deadline(await ReadAsync(app, address)));
        await app.AdvanceAsync("2026-09-10 10:00");
        await app.DoAsync(caseId, "resumption", new { reason = "汛期结束" });
        Assert.Equal(("CONFIRMED", 2, "2026-10-10"), Deadline(await ReadAsync(app, address)));

        await app.DoAsync(caseId, "submission", new { summary = "已整改" });
        await app.DoAsync(caseId, "inspection", new { result = "passed", remarks = "合格" });
        var released = await ReadAsync(app, address);
        Assert.Equal(("CANCELLED", 3, "2026-10-10"), Deadline(released));
        Assert.Equal(0, released.Events[1].Sequence);

        await app.DoAsync(caseId, "revocation", new { measure = "listing", effect = "void", reason = "认定有误", decidedBy = "县委" });
        var revoked = (await ReadAsync(app, address)).Events[1];
        Assert.Equal((1, "CANCELLED", "2026-09-30"), (revoked.Sequence, revoked.Status, revoked.Start));
        Assert.EndsWith("（已撤销）", revoked.Summary);
    }

    [Fact]
    public async Task A_veto_adds_its_own_end_and_a_closed_case_leaves_the_calendar()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var address = await AddressAsync(await app.PostAsync("/api/feeds", new { label = "日历" }));
        var caseId = await app.ListAsync("2026-03-30", new { dueOn = "2026-06-30" });
        await app.AdvanceAsync("2026-07-01 00:00");

        var vetoed = await ReadAsync(app, $"{address}?lang=en");
        Assert.Equal(
            [
                ($"{caseId}.deadline@rectify", 0, "CONFIRMED", "2026-06-30", "2026-07-01",
                    "[supervised listing] 永平安督〔2026〕3号 瓯北街道: rectification deadline"),
                ($"{caseId}.listing@rectify", 0, "CONFIRMED", "2026-09-30", "2026-10-01",
                    "[supervised listing] 永平安督〔2026〕3号 瓯北街道: last barred day"),
                ($"{caseId}.veto@rectify", 0, "CONFIRMED", "2027-06-30", "2027-07-01",
                    "[one-vote veto] 永平安督〔2026〕3号 瓯北街道: last barred day"),
            ],
            vetoed.Events.Select(Told));

        // A case in which nothing is left to do leaves the calendar.
        await app.AdvanceAsync("2027-07-01 00:00");
        Assert.Empty((await ReadAsync(app, address)).Events);
    }

    [Fact]
    public async Task The_same_days_give_the_same_bytes_and_an_unchanged_feed_is_not_sent_again()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var address = await AddressAsync(await app.PostAsync("/api/feeds", new { label = "日历" }));
        await app.ListAsync("2026-03-30", new { months = 6 });

        var first = await app.WithoutKey.GetAsync(address, Cancellation);
        await app.AdvanceAsync("2026-05-01 10:00");
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await app.WithoutKey.SendAsync(again, Cancellation)).StatusCode);
        Assert.Equal("text/calendar; charset=utf-8", first.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-cache, private", first.Headers.CacheControl!.ToString());

        // RFC 5545, 3.1: lines end with CR LF and are at most 75 octets long, also in Chinese.
        var text = await first.Content.ReadAsStringAsync(Cancellation);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(text.Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
    }

    [Fact]
    public async Task A_unit_makes_feeds_of_its_own_dates_and_sees_no_other()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Keys);
        await app.PutOtherUnitAsync();
        await app.PutAsync("/api/units/yj-wuniu",
            new { name = "乌牛街道", kind = "locality", level = "township", liaison = new { name = "林", email = "lin@wuniu.example" } });
        await app.ListAsync("2026-03-30", new { months = 6 });

        var ours = await AddressAsync(await PostAsync(app, "key-of-our-own-unit-here", new { label = "瓯北" }));
        var theirs = await AddressAsync(await PostAsync(app, "key-of-their-own-unit-here", new { label = "乌牛" }));
        Assert.Equal(2, (await ReadAsync(app, ours)).Events.Count);
        Assert.Empty((await ReadAsync(app, theirs)).Events);

        var refused = await PostAsync(app, "key-of-their-own-unit-here", new { label = "瓯北", unitId = "yj-oubei" });
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity,
            (await app.PostAsync("/api/feeds", new { label = "无", unitId = "yj-nowhere" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await app.PostAsync("/api/feeds", new { label = " " })).StatusCode);
        var feeds = (await app.GetAsync("/api/feeds", "key-of-our-own-unit-here")).GetProperty("items").EnumerateArray();
        Assert.Equal(["瓯北"], feeds.Select(feed => feed.GetProperty("label").GetString()));
        Assert.Equal(2, (await app.ItemsAsync("/api/feeds")).Count);
    }

    [Fact]
    public async Task A_feed_that_is_asked_for_again_under_one_key_has_the_address_of_the_first_answer()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Keys);
        var first = await KeyedAsync(app, "one", new { label = "瓯北" });
        var again = await KeyedAsync(app, "one", new { label = "瓯北" });

        Assert.Equal(await first.Content.ReadAsStringAsync(Cancellation), await again.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, again.StatusCode));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await KeyedAsync(app, "one", new { label = "乌牛" })).StatusCode);
        Assert.NotEqual(await AddressAsync(again), await AddressAsync(await KeyedAsync(app, "two", new { label = "瓯北" })));
        Assert.Equal(2, (await app.ItemsAsync("/api/feeds")).Count);
    }

    private static async Task<HttpResponseMessage> KeyedAsync(App app, string key, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/feeds") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        return await app.Http.SendAsync(request, Cancellation);
    }

    [Fact]
    public async Task A_revoked_feed_opens_nothing_and_its_token_stands_nowhere()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Keys);
        await app.PutOtherUnitAsync();
        var address = await AddressAsync(await PostAsync(app, "key-of-our-own-unit-here", new { label = "瓯北" }));
        var feed = (await app.ItemsAsync("/api/feeds")).Single();
        Assert.Equal(JsonValueKind.Null, feed.GetProperty("address").ValueKind);
        var route = $"/api/feeds/{feed.GetProperty("feedId").GetString()}";

        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(app, HttpMethod.Delete, route, "key-of-their-own-unit-here")).StatusCode);
        await ReadAsync(app, address);
        var revoked = await SendAsync(app, HttpMethod.Delete, route, "key-of-our-own-unit-here");
        Assert.Equal("unit:瓯北",
            (await revoked.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("revokedBy").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await app.WithoutKey.GetAsync(address, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.WithoutKey.GetAsync("/feeds/0123456789.ics", Cancellation)).StatusCode);

        await app.StopAsync();
        var token = address.Split('/')[^1][..^4];
        Assert.All(Directory.GetFiles(app.Folder, "*", SearchOption.AllDirectories),
            file => Assert.DoesNotContain(token, File.ReadAllText(file)));
    }

    private static (string Uid, int Sequence, string Status, string Start, string End, string Summary) Told(ReadEvent one) =>
        (one.Uid, one.Sequence, one.Status, one.Start, one.End, one.Summary);

    private static (string Status, int Sequence, string Day) Deadline(ReadCalendar calendar) =>
        (calendar.Events[0].Status, calendar.Events[0].Sequence, calendar.Events[0].Start);

    private static async Task<ReadCalendar> ReadAsync(App app, string address) =>
        await CalendarReader.ReadAsync(
            await (await app.WithoutKey.GetAsync(address, Cancellation)).EnsureSuccessStatusCode().Content.ReadAsStringAsync(Cancellation));

    private static async Task<string> AddressAsync(HttpResponseMessage created)
    {
        Assert.True(created.StatusCode == HttpStatusCode.Created, await created.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("no-store", created.Headers.CacheControl!.ToString());
        return new Uri(
            (await created.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("address").GetString()!).AbsolutePath;
    }

    private static Task<HttpResponseMessage> PostAsync(App app, string key, object body) =>
        SendAsync(app, HttpMethod.Post, "/api/feeds", key, body);

    private static async Task<HttpResponseMessage> SendAsync(App app, HttpMethod method, string route, string key, object? body = null)
    {
        using var request = new HttpRequestMessage(method, route) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("x-functions-key", key);
        return await app.WithoutKey.SendAsync(request, Cancellation);
    }
}
