using System.Net.Http.Json;
using System.Text.Json;
using Rectify.Functions.Tests.Listings;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>S6 through HTTP: each measure asks who held which post on its own day, whenever it is entered.</summary>
public class PostsJourney
{
    /// <summary>Settings of where ledger and register are.</summary>
    protected virtual string[] Storage => [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_principal_of_that_day_is_barred_although_he_left_since()
    {
        await using var app = await StartAsync("2026-03-16 09:30", Storage);
        await app.PutAsync("/api/officials/o-1", Bare("干部o-1", "o-1@oubei.example", "yj-qiaotou", "镇长", "principal", "2026-03-15"));
        await app.PutAsync("/api/officials/o-9", Bare("接任者", "o-9@oubei.example", "yj-oubei", "书记", "principal", "2026-03-15"));
        await app.AdvanceAsync("2026-03-20 09:30");

        var preview = await JsonAsync(await app.PostAsync("/api/listings/preview", App.Listing("2026-03-10", new { months = 6 })));
        Assert.Contains("official:o-1", preview.GetProperty("sanctions").EnumerateArray().Select(sanction => Text(sanction, "subject")));
        var caseId = await app.ListAsync("2026-03-10", new { months = 6 });

        Assert.Equal(
            ["o-1 职务 principal", "o-2 职务 supervising", "o-3 职务 inCharge"],
            (await app.CaseAsync(caseId)).GetProperty("officials").EnumerateArray()
                .Select(one => $"{Text(one, "officialId")} {Text(one, "post")} {Text(one, "role")}"));
        Assert.Equal(
            ("barred", "clear"),
            (await app.EligibilityAsync("official:o-1", new DateOnly(2026, 3, 20)),
                await app.EligibilityAsync("official:o-9", new DateOnly(2026, 3, 20))));
    }

    // The day on which the successor came, the day before, and a listing that is entered after a second transfer.
    [Theory]
    [InlineData("2026-03-14", "o-1 o-2 o-3")]
    [InlineData("2026-03-15", "o-2 o-3 o-9")]
    [InlineData("2026-03-17", "o-2 o-3 o-9")]
    [InlineData("2026-03-18", "o-1 o-2 o-3")]
    public async Task A_leader_who_left_and_came_back_is_named_for_the_days_in_office(string listedOn, string named)
    {
        await using var app = await StartAsync("2026-03-16 09:30", Storage);
        await app.PutAsync("/api/officials/o-1", Bare("干部o-1", "o-1@oubei.example", "yj-qiaotou", "镇长", "principal", "2026-03-15"));
        await app.PutAsync("/api/officials/o-9", Bare("接任者", "o-9@oubei.example", "yj-oubei", "书记", "principal", "2026-03-15"));
        await app.AdvanceAsync("2026-03-20 09:30");
        await app.PutAsync("/api/officials/o-9", Bare("接任者", "o-9@oubei.example", "yj-qiaotou", "书记", "principal", "2026-03-18"));
        await app.PutAsync("/api/officials/o-1", Bare("干部o-1", "o-1@oubei.example", "yj-oubei", "书记", "principal", "2026-03-18"));

        Assert.Equal(named, await LeadersAsync(app, await app.ListAsync(listedOn, new { months = 6 })));
    }

    [Fact]
    public async Task A_transfer_that_is_entered_before_its_day_counts_from_its_day()
    {
        await using var app = await StartAsync("2026-03-16 09:30", Storage);
        await app.PutAsync("/api/officials/o-1", Bare("干部o-1", "o-1@oubei.example", "yj-qiaotou", "镇长", "principal", "2026-04-01"));

        Assert.Equal("o-1 o-2 o-3", await LeadersAsync(app, await app.ListAsync("2026-03-16", new { months = 6 })));
        await app.AdvanceAsync("2026-04-02 09:30");
        var second = await JsonAsync(await app.PostAsync("/api/listings", Numbered("2026-04-01", "永平安督〔2026〕4号")));
        Assert.Equal("o-2 o-3", await LeadersAsync(app, Text(second, "caseId")));
        Assert.Equal(
            ["2024-01-01..2026-03-31", "2026-04-01..*"],
            (await app.GetAsync("/api/officials/o-1")).GetProperty("posts").EnumerateArray()
                .Select(post => $"{Text(post, "from")}..{Text(post, "to")}{(post.GetProperty("main").GetBoolean() ? "*" : "")}"));
    }

    [Fact]
    public async Task Who_holds_posts_in_two_units_is_barred_by_the_listing_of_either()
    {
        await using var app = await StartAsync("2026-03-16 09:30", Storage);
        await app.PutAsync("/api/officials/z-1", new
        {
            name = "赵书记",
            email = "z1@county.example",
            posts = new object[]
            {
                new { unitId = "yj-qiaotou", post = "书记", role = "principal", from = "2024-01-01" },
                new { unitId = "yj-oubei", post = "副主任", role = "inCharge", from = "2025-06-01" },
            },
        });

        Assert.Equal("yj-qiaotou", Text(await app.GetAsync("/api/officials/z-1"), "unitId"));
        Assert.Equal("o-1 o-2 o-3 z-1", await LeadersAsync(app, await app.ListAsync("2026-03-16", new { months = 6 })));
        var only = await JsonAsync(await app.PostAsync("/api/listings", Numbered("2026-03-16", "永平安督〔2026〕4号", "yj-qiaotou")));
        Assert.Equal("z-1", await LeadersAsync(app, Text(only, "caseId")));
        var bases = (await app.GetAsync("/api/eligibility?subject=official:z-1&on=2026-03-16")).GetProperty("bases");
        Assert.Equal(
            ["永平安督〔2026〕3号", "永平安督〔2026〕4号"],
            bases.EnumerateArray().Select(basis => Text(basis, "documentNumber")).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["o-1", "o-2", "o-3", "o-4", "z-1"],
            (await app.ItemsAsync("/api/officials?unitId=yj-oubei")).Select(one => Text(one, "officialId")));
    }

    [Fact]
    public async Task Of_two_posts_in_one_unit_the_gravest_role_counts_and_the_person_is_named_once()
    {
        await using var app = await StartAsync("2026-03-16 09:30", Storage);
        await app.PutAsync("/api/officials/o-2", new
        {
            name = "干部o-2",
            email = "o-2@oubei.example",
            posts = new object[]
            {
                new { unitId = "yj-oubei", post = "副主任", role = "inCharge", from = "2024-01-01" },
                new { unitId = "yj-oubei", post = "政法委员", role = "supervising", from = "2025-01-01" },
                new { unitId = "yj-oubei", post = "科长", role = "other", from = "2023-01-01" },
            },
        });

        var opened = await app.CaseAsync(await app.ListAsync("2026-03-16", new { months = 6 }));
        var named = Assert.Single(opened.GetProperty("officials").EnumerateArray(), one => Text(one, "officialId") == "o-2");
        Assert.Equal("政法委员 supervising", $"{Text(named, "post")} {Text(named, "role")}");
    }

    // S3, S6: V1 asks who was in office on the day of the event, V4 on that of the decision.
    [Theory]
    [InlineData("graveHarm", "2026-03-10", "o-1 o-2 o-3")]
    [InlineData("other", null, "o-2 o-3 o-9")]
    public async Task A_direct_veto_bars_who_was_in_office_on_its_own_day(string ground, string? eventOn, string named)
    {
        await using var app = await StartAsync("2026-03-16 09:30", Storage);
        await app.PutAsync("/api/officials/o-1", Bare("干部o-1", "o-1@oubei.example", "yj-qiaotou", "镇长", "principal", "2026-03-15"));
        await app.PutAsync("/api/officials/o-9", Bare("接任者", "o-9@oubei.example", "yj-oubei", "书记", "principal", "2026-03-15"));
        await app.AdvanceAsync("2026-03-20 09:30");

        var veto = await JsonAsync(await app.PostAsync("/api/vetoes", new
        {
            unitId = "yj-oubei",
            ground,
            accountabilityGround = "graveEvents",
            eventOn,
            decidedOn = "2026-03-20",
            facts = "重大事故",
            legalBasis = "第二十九条",
        }));

        Assert.Equal(named, await LeadersAsync(app, Text(veto, "caseId")));
    }

    [Fact]
    public async Task A_notice_and_the_veto_of_two_failed_years_ask_the_register_for_their_own_day()
    {
        await using var app = await StartAsync("2026-03-16 09:30", Storage);
        await app.PutAsync("/api/officials/o-1", Bare("干部o-1", "o-1@oubei.example", "yj-qiaotou", "镇长", "principal", "2026-03-15"));
        await app.AdvanceAsync("2026-03-20 09:30");

        var notice = await JsonAsync(await app.PostAsync("/api/admonitions", new
        {
            unitId = "yj-oubei",
            rung = "notice",
            ground = "unresolvedHotspot",
            severity = "ordinary",
            facts = "…",
            goals = new[] { "…" },
            issuedOn = "2026-03-12",
            legalBasis = "第十三条",
            issuedBy = "平安办",
        }));
        await app.PutAsync("/api/assessments/yj-oubei/2024", new { result = "failed", decidedOn = "2025-02-10" });
        await app.PutAsync("/api/assessments/yj-oubei/2025", new { result = "failed", decidedOn = "2026-02-09" });

        Assert.Equal("o-1 o-2 o-3", await LeadersAsync(app, Text(notice, "caseId")));
        var veto = Assert.Single(await app.ItemsAsync("/api/cases?unitId=yj-oubei"), one => Text(one, "kind") == "veto");
        Assert.Equal("o-1 o-2 o-3", await LeadersAsync(app, Text(veto, "caseId")));
    }

    [Fact]
    public async Task Leaders_who_are_named_keep_the_post_of_the_day_of_the_measure()
    {
        await using var app = await StartAsync("2026-03-16 09:30", Storage);
        await app.PutAsync("/api/officials/o-1", Bare("干部o-1", "o-1@oubei.example", "yj-qiaotou", "镇长", "principal", "2026-03-15"));
        var body = App.Listing("2026-03-10", new { months = 6 });
        body["officials"] = new[] { new { officialId = "o-1", role = "inCharge" } };

        var named = (await JsonAsync(await app.PostAsync("/api/listings", body))).GetProperty("officials").EnumerateArray();
        Assert.Equal(["o-1 职务 inCharge"], named.Select(one => $"{Text(one, "officialId")} {Text(one, "post")} {Text(one, "role")}"));
    }

    [Fact]
    public async Task A_list_of_posts_replaces_the_whole_and_a_bare_entry_is_a_transfer_or_a_correction()
    {
        await using var app = await StartAsync("2026-03-16 09:30", Storage);
        async Task<string> PostsAsync() =>
            string.Join(", ", (await app.GetAsync("/api/officials/o-1")).GetProperty("posts").EnumerateArray().Select(InShort));
        static string InShort(JsonElement post) =>
            $"{Text(post, "unitId")} {Text(post, "post")} {Text(post, "from")}..{Text(post, "to")}"
            + (post.GetProperty("main").GetBoolean() ? "*" : "");

        await app.PutAsync("/api/officials/o-1", new
        {
            name = "干部o-1",
            email = "o-1@oubei.example",
            posts = new object[]
            {
                new { unitId = "yj-oubei", post = "书记", role = "principal", from = "2024-01-01", main = true },
                new { unitId = "yj-qiaotou", post = "副镇长", role = "inCharge", from = "2023-01-01", to = "2023-12-31" },
            },
        });
        Assert.Equal("yj-qiaotou 副镇长 2023-01-01..2023-12-31, yj-oubei 书记 2024-01-01..*", await PostsAsync());
        await app.PutAsync("/api/officials/o-1", Bare("干部o-1", "o-1@oubei.example", "yj-oubei", "党工委书记", "principal", "2024-01-01"));
        Assert.Equal("yj-qiaotou 副镇长 2023-01-01..2023-12-31, yj-oubei 党工委书记 2024-01-01..*", await PostsAsync());
        await app.PutAsync("/api/officials/o-1", Bare("干部o-1", "o-1@oubei.example", "yj-qiaotou", "镇长", "principal", "2026-03-15"));
        const string moved =
            "yj-qiaotou 副镇长 2023-01-01..2023-12-31, yj-oubei 党工委书记 2024-01-01..2026-03-14, yj-qiaotou 镇长 2026-03-15..*";
        Assert.Equal(moved, await PostsAsync());
        await app.PutAsync("/api/officials/o-1", Bare("干部o-1", "o-1@oubei.example", "yj-qiaotou", "镇长", "principal", "2026-03-15"));
        Assert.Equal(moved, await PostsAsync());
    }

    [Theory]
    [InlineData("""{"name":"甲","email":"a@b.example"}""", 400, "malformed", "from post role unitId")]
    [InlineData("""{"name":"甲","email":"a@b.example","posts":[]}""", 422, "posts-count", "posts")]
    [InlineData(
        """{"name":"甲","email":"a@b.example","posts":[{"unitId":"yj-oubei","post":"书记","role":"principal","from":"2024-01-01"}]"""
        + ""","unitId":"yj-oubei"}""",
        400, "malformed", "posts")]
    [InlineData(
        """{"name":"甲","email":"a@b.example","posts":["""
        + """{"unitId":"yj-oubei","post":"书记","role":"principal","from":"2024-01-01","to":"2023-12-31"}]}""",
        422, "term-backwards", "posts[0].to")]
    [InlineData(
        """{"name":"甲","email":"a@b.example","posts":[{"unitId":"nobody","post":"书记","role":"principal","from":"2024-01-01"}]}""",
        422, "unknown-unit", "posts[0].unitId")]
    [InlineData(
        """{"name":"甲","email":"a@b.example","posts":["""
        + """{"unitId":"yj-oubei","post":"书记","role":"principal","from":"2024-01-01"},"""
        + """{"unitId":"yj-oubei","post":"书记","role":"other","from":"2024-01-01"}]}""",
        422, "post-twice", "posts[1]")]
    [InlineData(
        """{"name":"甲","email":"a@b.example","posts":["""
        + """{"unitId":"yj-oubei","post":"书记","role":"principal","from":"2024-01-01","main":true},"""
        + """{"unitId":"yj-oubei","post":"主任","role":"other","from":"2024-01-01","main":true}]}""",
        422, "main-post", "posts")]
    [InlineData(
        """{"name":"甲","email":"a@b.example","posts":[{"unitId":"yj-oubei","post":" ","role":"principal","from":"2024-01-01"}]}""",
        422, "text-length", "posts[0].post")]
    public async Task A_list_of_posts_that_is_wrong_is_refused_with_the_member(string body, int status, string type, string members)
    {
        await using var app = await StartAsync("2026-03-16 09:30", Storage);

        var sent = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var answer = await app.Http.PutAsync("/api/officials/z-9", sent, Cancellation);

        var problem = await BadListingTests.ProblemAsync(answer, status, type);
        var named = problem.GetProperty("errors").EnumerateObject().Select(error => error.Name);
        Assert.Equal(members, string.Join(' ', named.Order(StringComparer.Ordinal)));
    }

    internal static async Task<App> StartAsync(string localTime, params string[] settings)
    {
        var app = await App.StartAsync(localTime, settings);
        await app.PutAsync(
            "/api/units/yj-qiaotou",
            new { name = "桥头镇", kind = "locality", level = "township", liaison = new { name = "郑", email = "l@qiaotou.example" } });
        return app;
    }

    internal static object Bare(string name, string email, string unitId, string post, string role, string from, string? to = null) =>
        to is null ? new { name, email, unitId, post, role, from } : new { name, email, unitId, post, role, from, to };

    private static Dictionary<string, object?> Numbered(string listedOn, string number, string unitId = "yj-oubei")
    {
        var listing = App.Listing(listedOn, new { months = 6 });
        (listing["documentNumber"], listing["unitId"]) = (number, unitId);
        return listing;
    }

    private static async Task<string> LeadersAsync(App app, string caseId) => string.Join(
        ' ', (await app.CaseAsync(caseId)).GetProperty("officials").EnumerateArray().Select(one => Text(one, "officialId")));

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private static string Text(JsonElement element, string member) => element.GetProperty(member).GetString() ?? "";
}
