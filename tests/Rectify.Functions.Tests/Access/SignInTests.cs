using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Rectify.Functions.Access;
using Rectify.Functions.Tests.Accounts;
using Rectify.Functions.Tests.Board;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Access;

/// <summary>
/// Entra ID through App Service authentication: the platform's header counts where the platform sets it, and nowhere else.
/// </summary>
public class SignInTests
{
    private static readonly string[] OnThePlatform =
    [
        "--WEBSITE_AUTH_ENABLED", "True",
        "--Access:Keys:0:Name", "领导", "--Access:Keys:0:Role", "reader", "--Access:Keys:0:Key", "reader-key-of-the-tests",
    ];

    [Theory]
    [InlineData]
    [InlineData("--WEBSITE_AUTH_ENABLED", "False")]
    [InlineData("--WEBSITE_AUTH_ENABLED", "")]
    public async Task Without_the_platform_the_header_is_a_callers_own_writing(params string[] settings)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", settings);
        Assert.Equal(HttpStatusCode.Unauthorized,
            (await GetAsync(app, "/api/cases", Principal("zhang@yongjia.example", "officer"))).Status);
    }

    [Fact]
    public async Task A_role_of_the_app_is_a_role_here()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", OnThePlatform);
        var cases = new (string Route, string[] Roles, HttpStatusCode Expected)[]
        {
            ("/api/cases", ["officer"], HttpStatusCode.OK),
            ("/api/cases", ["Officer"], HttpStatusCode.OK),
            ("/api/cases", ["reader"], HttpStatusCode.OK),
            ("/api/cases", ["auditor"], HttpStatusCode.OK),
            ("/api/cases", ["consulting"], HttpStatusCode.Forbidden),
            ("/api/cases", ["administrator"], HttpStatusCode.Forbidden),
            ("/api/cases", [], HttpStatusCode.Forbidden),
            ("/api/eligibility?subject=unit:yj-oubei", ["consulting"], HttpStatusCode.OK),
            ("/api/eligibility?subject=unit:yj-oubei", ["reader"], HttpStatusCode.Forbidden),
            // several roles: any that suffices
            ("/api/cases", ["consulting", "reader"], HttpStatusCode.OK),
            ("/api/eligibility?subject=unit:yj-oubei", ["consulting", "reader"], HttpStatusCode.OK),
            // a unit without its unit is nobody
            ("/api/cases", ["unit"], HttpStatusCode.Forbidden),
        };
        foreach (var (route, roles, expected) in cases)
        {
            var (status, body) = await GetAsync(app, route, Principal("zhang@yongjia.example", roles));
            Assert.True(status == expected, $"{route} {string.Join(",", roles)}: {status} {body}");
        }
    }

    [Fact]
    public async Task The_ledger_names_the_person_who_signed_in_and_the_role_that_was_used()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", OnThePlatform);
        var response = await SendAsync(app, Principal("zhang@yongjia.example", "consulting", "officer"));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var events = await app.ItemsAsync($"{response.Headers.Location}/events");
        Assert.Equal("officer:zhang@yongjia.example", events[0].GetProperty("actor").GetString());
    }

    [Theory]
    [InlineData("unitId", new string[0])]
    [InlineData("extn.office", new[] { "--Access:UnitClaim", "extn.office" })]
    public async Task A_unit_sees_its_own_cases_by_the_claim_of_its_unit(string claim, string[] settings)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", [.. OnThePlatform, .. settings]);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        async Task<HttpStatusCode> OfAsync(string unit) =>
            (await GetAsync(app, $"/api/cases/{caseId}",
                Encode("aad", ("roles", "unit"), ("preferred_username", "chen@oubei.example"), (claim, unit)))).Status;

        Assert.Equal(HttpStatusCode.OK, await OfAsync("yj-oubei"));
        Assert.Equal(HttpStatusCode.Forbidden, await OfAsync("yj-other"));
    }

    [Fact]
    public async Task What_is_no_principal_of_Entra_lets_nobody_in()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", OnThePlatform);
        string[] headers =
        [
            "%%%", "bm90IGpzb24=", Base64("[]"), Base64("{}"), Base64("""{ "auth_typ": "aad", "claims": [ { "typ": "roles" } ] }"""),
            Encode("google", ("roles", "officer"), ("preferred_username", "zhang@example.com")), Encode("aad", ("roles", "officer")),
        ];
        foreach (var header in headers)
            Assert.Equal((header, HttpStatusCode.Unauthorized), (header, (await GetAsync(app, "/api/cases", header)).Status));
    }

    [Fact]
    public async Task A_program_is_known_by_its_id()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", OnThePlatform);
        var program = Encode("aad", ("http://schemas.microsoft.com/ws/2008/06/identity/claims/role", "reader"),
            ("appid", "11111111-2222-3333-4444-555555555555"));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(app, "/api/cases", program)).Status);
    }

    [Fact]
    public async Task An_account_of_a_principal_decides_alone_also_when_it_is_over()
    {
        const string Object = "11111111-2222-3333-4444-555555555555";
        await using var app = await App.StartAsync("2026-03-30 09:00", OnThePlatform);
        await AccountJourneyTests.IssueAsync(
            app, "a-1", new { name = "张三", role = "reader", email = "zhang@yongjia.example" });
        await AccountJourneyTests.IssueAsync(
            app, "p-1", new { name = "办公系统", role = "unit", unitId = "yj-oubei", objectId = Object });
        var person = Principal("Zhang@Yongjia.example", "officer");
        var program = Encode("aad", ("oid", Object), ("appid", "99999999-2222-3333-4444-555555555555"));
        async Task<HttpStatusCode> OfAsync(string principal, string route) => (await GetAsync(app, route, principal)).Status;

        // By the address: a reader, whatever role the token names.
        Assert.Equal(HttpStatusCode.OK, await OfAsync(person, "/api/cases"));
        Assert.Equal(HttpStatusCode.Forbidden, await OfAsync(person, "/api/eligibility?subject=unit:yj-oubei"));
        // By the object: a unit, with no role in the token.
        Assert.Equal(HttpStatusCode.OK, await OfAsync(program, "/api/cases"));

        await AccountJourneyTests.PostAsync(app, "/api/accounts/a-1/revocation", new { reason = "离任" });
        await AccountJourneyTests.PostAsync(app, "/api/accounts/p-1/revocation", new { reason = "停用" });
        Assert.Equal(HttpStatusCode.Forbidden, await OfAsync(person, "/api/cases"));
        Assert.Equal(HttpStatusCode.Forbidden, await OfAsync(program, "/api/cases"));
    }

    [Fact]
    public async Task Somebody_without_an_account_in_the_directory_signs_in_by_a_link_and_so_does_one_whom_it_gives_no_role()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", OnThePlatform);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        using var leader = new Browser(app);

        var sent = await leader.GetAsync($"/board/cases/{caseId}");
        Assert.Equal((HttpStatusCode.SeeOther, $"/board/sign-in?returnTo=%2Fboard%2Fcases%2F{caseId}"), (sent.Status, sent.Location));
        var page = PageForm.Parse((await leader.GetAsync(sent.Location!)).Text);
        Assert.NotNull(page.QuerySelector("form[action='/board/sign-in-mail']"));
        Assert.Equal(
            $"/.auth/login/aad?post_login_redirect_uri=%2Fboard%2Fcases%2F{caseId}",
            page.QuerySelector("main a[href^='/.auth/']")!.GetAttribute("href"));

        // One whom the directory lets in without a role comes to the same page, and not to one without a way on.
        using var without = new HttpRequestMessage(HttpMethod.Get, $"/board/cases/{caseId}")
        {
            Headers = { { "x-ms-client-principal", Principal("o-1@oubei.example") } },
        };
        var refused = await app.WithoutKey.SendAsync(without, TestContext.Current.CancellationToken);
        Assert.Equal("/board/sign-in", refused.RequestMessage!.RequestUri!.AbsolutePath);

        await app.AskForLinkAsync(leader, "o-1@oubei.example", $"/board/cases/{caseId}");
        var form = PageForm.Of(await leader.GetAsync(app.LinkTo("o-1@oubei.example")));
        await leader.PostAsync(form.Address, form.Pairs.ToDictionary());
        Assert.Equal(HttpStatusCode.OK, (await leader.GetAsync($"/board/cases/{caseId}")).Status);

        // The platform adds the principal of a directory in which the leader has no role.
        using var asPrincipal = new HttpRequestMessage(HttpMethod.Get, $"/board/cases/{caseId}")
        {
            Headers = { { "x-ms-client-principal", Principal("o-1@oubei.example") }, { "Cookie", $"rectify-session={leader.Session}" } },
        };
        Assert.Equal(HttpStatusCode.OK, (await app.WithoutKey.SendAsync(asPrincipal, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_key_that_is_sent_decides_alone()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", OnThePlatform);
        var officer = Principal("zhang@yongjia.example", "officer");
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(app, "/api/cases", officer, "wrong")).Status);
        var eligibility = await GetAsync(app, "/api/eligibility?subject=unit:yj-oubei", officer, "reader-key-of-the-tests");
        Assert.Equal(HttpStatusCode.Forbidden, eligibility.Status);
    }

    [Theory]
    [InlineData("cross-site", HttpStatusCode.Forbidden)]
    [InlineData("same-site", HttpStatusCode.Forbidden)]
    [InlineData("same-origin", HttpStatusCode.Created)]
    [InlineData("none", HttpStatusCode.Created)]
    public async Task Another_site_changes_nothing_through_a_browser_that_is_signed_in(string site, HttpStatusCode expected)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", OnThePlatform);
        Assert.Equal(expected, (await SendAsync(app, Principal("zhang@yongjia.example", "officer"), site)).StatusCode);
    }

    private static string Principal(string name, params string[] roles) =>
        Encode("aad", [("preferred_username", name), .. roles.Select(role => ("roles", role))]);

    private static string Encode(string authType, params (string Type, string Value)[] claims) => Base64(JsonSerializer.Serialize(new
    {
        auth_typ = authType,
        claims = claims.Select(claim => new { typ = claim.Type, val = claim.Value }),
        name_typ = "name",
        role_typ = "roles",
    }));

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static async Task<(HttpStatusCode Status, string Body)> GetAsync(App app, string route, string principal, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, route);
        request.Headers.TryAddWithoutValidation(SignIn.Header, principal);
        if (key is not null) request.Headers.Add("x-functions-key", key);
        using var response = await app.WithoutKey.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<HttpResponseMessage> SendAsync(App app, string principal, string? site = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post,
            "/api/listings")
        { Content = JsonContent.Create(App.Listing("2026-03-30", new { months = 6 })) };
        request.Headers.Add(SignIn.Header, principal);
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);
        return await app.WithoutKey.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
