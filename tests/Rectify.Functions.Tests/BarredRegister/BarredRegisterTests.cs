using System.Net;
using System.Text.Json;
using Rectify.Functions.Tests.Journeys;
using Rectify.Functions.Tests.Listings;

namespace Rectify.Functions.Tests.BarredRegister;

/// <summary>The whole register of who is barred, and the feed of its changes.</summary>
public sealed class BarredRegisterTests
{
    private const string Allowed = "allowed-key-of-the-tests";
    private const string Other = "other-key-of-the-tests";

    private static readonly string[] Keys =
    [
        "--Access:Keys:0:Name", "组织部", "--Access:Keys:0:Role", "consulting", "--Access:Keys:0:Key", Allowed,
        "--Access:Keys:1:Name", "文明办", "--Access:Keys:1:Role", "consulting", "--Access:Keys:1:Key", Other,
        "--Office:RegisterReaders", "组织部",
    ];

    private static readonly string[] Everybody = ["unit:yj-oubei", "official:o-1", "official:o-2", "official:o-3", "official:o-4"];

    [Fact]
    public async Task The_register_of_a_day_says_of_everybody_what_eligibility_answers()
    {
        await using var app = await App.StartAsync("2026-01-12 09:30");
        await app.ListAsync("2026-01-12", new { months = 3 });
        await app.AdvanceAsync("2026-05-20 10:00");

        foreach (var day in (string[])["2026-01-11", "2026-01-12", "2026-04-13", "2027-04-13", "2027-04-14"])
        {
            var items = await ItemsAsync(app, $"/api/barred?on={day}");
            foreach (var subject in Everybody)
            {
                var answer = await app.GetAsync($"/api/eligibility?subject={subject}&on={day}");
                var listed = items.SingleOrDefault(item => item.GetProperty("subject").GetString() == subject);
                if (answer.GetProperty("answer").GetString() == "clear")
                {
                    Assert.Equal(JsonValueKind.Undefined, listed.ValueKind);
                    continue;
                }

                foreach (var member in (string[])["answer", "until", "bases"])
                    Assert.Equal(answer.GetProperty(member).ToString(), listed.GetProperty("finding").GetProperty(member).ToString());
            }
        }
    }

    [Fact]
    public async Task The_register_as_of_an_instant_leaves_out_what_was_recorded_later()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-04-10 10:00");
        await app.DoAsync(caseId, "revocation",
            new { measure = "listing", effect = "void", reason = "认定有误", decidedBy = "县委政法委" });

        Assert.Empty(await ItemsAsync(app, "/api/barred?on=2026-04-01"));
        Assert.NotEmpty(await ItemsAsync(app, "/api/barred?on=2026-04-01&asOf=2026-04-05T00:00:00Z"));
        Assert.Empty(await ItemsAsync(app, "/api/barred?on=2026-04-01&asOf=2026-03-29T00:00:00Z"));
    }

    [Fact]
    public async Task The_changes_after_a_mark_make_the_next_register_and_each_comes_once()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var first = await app.ListAsync("2026-03-30", new { months = 6 });
        var mark = (await app.GetAsync("/api/barred")).GetProperty("mark").GetString();
        Assert.Empty((await app.GetAsync($"/api/barred/changes?mark={mark}")).GetProperty("items").EnumerateArray());

        await app.AdvanceAsync("2026-04-10 10:00");
        await app.DoAsync(first, "revocation",
            new { measure = "listing", effect = "void", reason = "认定有误", decidedBy = "县委政法委" });
        var second = App.Listing("2026-04-10", new { months = 3 });
        second["documentNumber"] = "永平安督〔2026〕4号";
        Assert.Equal(HttpStatusCode.Created, (await app.PostAsync("/api/listings", second)).StatusCode);

        var all = await ChangesAsync(app, null, top: 1);
        var since = await ChangesAsync(app, mark, top: 1);
        Assert.Equal(all.Skip(1).Select(change => change.ToString()), since.Select(change => change.ToString()));
        Assert.Equal(2, since.Count);
        Assert.Empty(since[0].GetProperty("bars").EnumerateArray());

        Assert.Equal((await ItemsAsync(app, "/api/barred")).Select(item => item.GetProperty("subject").GetString()), Barred(all));
    }

    [Fact]
    public async Task A_join_and_a_successor_are_changes_and_the_feed_makes_the_register_again()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        await app.ListAsync("2026-03-30", new { months = 6 });
        await app.PutOtherUnitAsync();
        var mark = (await app.GetAsync("/api/barred")).GetProperty("mark").GetString();

        await app.PutAsync("/api/officials/o-1/joins/o-4", new { reason = "同一人" });
        var joined = Assert.Single(await ChangesAsync(app, mark, top: 10));
        var other = joined.GetProperty("bars").EnumerateArray().Single(bar => bar.GetProperty("subject").GetString() == "official:o-4");
        Assert.Equal("official:o-1", other.GetProperty("basis").GetProperty("predecessor").GetString());

        await app.PutAsync("/api/units/yj-oubei", new
        {
            name = "瓯北街道",
            kind = "locality",
            level = "township",
            liaison = new { name = "陈联络", email = "liaison@oubei.example" },
            successorUnitId = "yj-other",
        });
        await SameAsRegisterAsync(app, "unit:yj-other", "official:o-4");

        await app.Http.DeleteAsync("/api/officials/o-1/joins/o-4?reason=%E8%AF%AF%E8%AE%A4", TestContext.Current.CancellationToken);
        await SameAsRegisterAsync(app, "unit:yj-other");
        Assert.DoesNotContain("official:o-4", Barred(await ChangesAsync(app, null, top: 10)));
        Assert.Equal(4, (await ChangesAsync(app, null, top: 10)).Count);
    }

    [Fact]
    public async Task While_a_case_that_has_changed_cannot_be_read_neither_register_nor_feed_says_anything()
    {
        await using var app = await NewerVersion.StartAsync();
        var (newer, _) = await NewerVersion.TwoCasesAsync(app);
        await NewerVersion.WriteNewerAsync(app, newer, "caseAppealed", "{}");

        foreach (var address in (string[])["/api/barred", "/api/barred/changes"])
        {
            await BadListingTests.ProblemAsync(
                await app.Http.GetAsync(address, TestContext.Current.CancellationToken), 409, "unreadable-case");
        }
    }

    private static async Task SameAsRegisterAsync(App app, params string[] among)
    {
        var barred = Barred(await ChangesAsync(app, null, top: 10));
        Assert.Empty(among.Except(barred));
        Assert.Equal((await ItemsAsync(app, "/api/barred")).Select(item => item.GetProperty("subject").GetString()), barred);
    }

    // What the changes say of each case last is the register.
    private static IReadOnlyList<string?> Barred(IReadOnlyList<JsonElement> changes) =>
    [
        .. (from change in changes.GroupBy(change => change.GetProperty("caseId").GetString())
            from bar in change.Last().GetProperty("bars").EnumerateArray()
            select bar.GetProperty("subject").GetString()).Distinct().Order(StringComparer.Ordinal),
    ];

    [Fact]
    public async Task Readers_that_ask_while_cases_are_opened_each_get_every_change_once()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var opening = Task.WhenAll(Enumerable.Range(10, 8).Select(async number =>
        {
            var listing = App.Listing("2026-03-30", new { months = 6 });
            listing["documentNumber"] = $"永平安督〔2026〕{number}号";
            Assert.Equal(HttpStatusCode.Created, (await app.PostAsync("/api/listings", listing)).StatusCode);
        }));
        var readers = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            List<JsonElement> seen = [];
            for (string? mark = null; ;)
            {
                var isLast = opening.IsCompleted;
                var part = await app.GetAsync($"/api/barred/changes?top=3{(mark is null ? "" : $"&mark={mark}")}");
                seen.AddRange(part.GetProperty("items").EnumerateArray());
                mark = part.GetProperty("mark").GetString();
                if (isLast && !part.GetProperty("hasMore").GetBoolean()) return seen;
            }
        }));
        await opening;

        var all = await ChangesAsync(app, null, top: 100);
        Assert.Equal(8, all.Select(change => change.GetProperty("caseId").GetString()).Distinct().Count());
        Assert.All(readers, seen => Assert.Equal(all.Select(change => change.ToString()), seen.Select(change => change.ToString())));
    }

    [Fact]
    public async Task Entries_that_move_no_bar_are_no_change()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        var mark = (await app.GetAsync("/api/barred")).GetProperty("mark").GetString();
        await app.AdvanceAsync("2026-05-10 10:00");
        await app.DoAsync(caseId, "submission", new { summary = "已整改" });

        Assert.Empty(await ChangesAsync(app, mark, top: 10));
    }

    [Fact]
    public async Task A_consulting_body_has_the_register_when_the_office_allows_it_and_a_mark_of_elsewhere_is_refused()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Keys);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/api/barred", Allowed));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/api/barred/changes", Allowed));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("/api/barred", Other));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("/api/barred/changes", Other));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync("/api/barred/changes?mark=elsewhere", Allowed));

        async Task<HttpStatusCode> StatusAsync(string address, string key)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add("x-functions-key", key);
            return (await app.WithoutKey.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
        }
    }

    [Fact]
    public async Task The_table_has_a_row_for_each_decision()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        await app.ListAsync("2026-03-30", new { months = 6 });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/barred");
        request.Headers.Accept.ParseAdd("text/csv");
        var text = await (await app.Http.SendAsync(request, TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(
            TestContext.Current.CancellationToken);
        Assert.Contains("unit:yj-oubei", text, StringComparison.Ordinal);
        Assert.Contains("永平安督〔2026〕3号,挂牌督办 listing", text, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<JsonElement>> ItemsAsync(App app, string address) =>
        [.. (await app.GetAsync(address)).GetProperty("items").EnumerateArray()];

    private static async Task<IReadOnlyList<JsonElement>> ChangesAsync(App app, string? mark, int top)
    {
        List<JsonElement> changes = [];
        while (true)
        {
            var part = await app.GetAsync($"/api/barred/changes?top={top}{(mark is null ? "" : $"&mark={mark}")}");
            changes.AddRange(part.GetProperty("items").EnumerateArray());
            mark = part.GetProperty("mark").GetString();
            if (!part.GetProperty("hasMore").GetBoolean()) return changes;
        }
    }
}
