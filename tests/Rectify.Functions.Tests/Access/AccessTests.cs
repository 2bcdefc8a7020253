using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Rectify.Functions.Access;
using Rectify.Functions.Tests.Accounts;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Access;

public class AccessTests
{
    private static readonly string[] Keys =
    [
        "--Access:Keys:0:Name", "瓯北街道", "--Access:Keys:0:Role", "unit",
        "--Access:Keys:0:Key", "unit-key-of-the-tests", "--Access:Keys:0:UnitId", "yj-oubei",
        "--Access:Keys:1:Name", "邻街道", "--Access:Keys:1:Role", "unit",
        "--Access:Keys:1:Key", "other-key-of-the-tests", "--Access:Keys:1:UnitId", "yj-other",
        "--Access:Keys:2:Name", "组织部", "--Access:Keys:2:Role", "consulting", "--Access:Keys:2:Key", "consulting-key-of-the-tests",
        "--Access:Keys:3:Name", "领导", "--Access:Keys:3:Role", "reader", "--Access:Keys:3:Key", "reader-key-of-the-tests",
        "--Access:Keys:4:Name", "审计", "--Access:Keys:4:Role", "auditor", "--Access:Keys:4:Key", "auditor-key-of-the-tests",
    ];

    public static TheoryData<string, string, string[]> Routes => new()
    {
        // method, route, keys that are let in (beside the officer's)
        { "GET", "/api/units", ["reader-key-of-the-tests", "auditor-key-of-the-tests"] },
        { "PUT", "/api/units/u-1", [] },
        { "GET", "/api/officials", ["reader-key-of-the-tests", "auditor-key-of-the-tests"] },
        { "PUT", "/api/officials/o-9", [] },
        { "POST", "/api/registry/import", [] },
        { "GET", "/api/registry/export", ["auditor-key-of-the-tests"] },
        { "POST", "/api/listings", [] },
        { "POST", "/api/listings/preview", [] },
        { "GET", "/api/cases", ["reader-key-of-the-tests", "auditor-key-of-the-tests", "unit-key-of-the-tests", "other-key-of-the-tests"] },
        { "GET", "/api/cases/{id}", ["reader-key-of-the-tests", "auditor-key-of-the-tests", "unit-key-of-the-tests"] },
        { "GET", "/api/cases/{id}/events", ["reader-key-of-the-tests", "auditor-key-of-the-tests", "unit-key-of-the-tests"] },
        { "GET", "/api/cases/{id}/schedule", ["reader-key-of-the-tests", "auditor-key-of-the-tests", "unit-key-of-the-tests"] },
        { "POST", "/api/cases/{id}/submission", ["unit-key-of-the-tests"] },
        { "POST", "/api/cases/{id}/inspection", [] },
        { "POST", "/api/cases/{id}/extension", [] },
        { "POST", "/api/cases/{id}/revocation", [] },
        { "GET", "/api/sanctions?subject=unit:yj-oubei", ["reader-key-of-the-tests", "auditor-key-of-the-tests"] },
        { "GET", "/api/eligibility?subject=unit:yj-oubei", ["consulting-key-of-the-tests"] },
        { "GET", "/api/audit/verify", ["auditor-key-of-the-tests"] },
        { "GET", "/api/export", ["auditor-key-of-the-tests"] },
        { "GET", "/api/calendar/2026", ["reader-key-of-the-tests", "auditor-key-of-the-tests"] },
        { "PUT", "/api/calendar/2026", [] },
        { "GET", "/api/consultations", ["auditor-key-of-the-tests"] },
        { "POST", "/api/consultations", ["consulting-key-of-the-tests"] },
        { "POST", "/api/consultations/candidates", ["consulting-key-of-the-tests"] },
        { "GET", "/api/consultations/none", ["consulting-key-of-the-tests", "auditor-key-of-the-tests"] },
        { "GET", "/api/consultations/none/document", ["consulting-key-of-the-tests", "auditor-key-of-the-tests"] },
        { "GET", "/api/consultations/none/verification", ["auditor-key-of-the-tests"] },
    };

    // In a set of their own, since each asks with wrong keys and one address may do that so many times only.
    public static TheoryData<string, string, string[]> RoutesOfManyCases => new()
    {
        { "POST", "/api/take-overs", [] },
        { "POST", "/api/joint-listings", [] },
        { "POST", "/api/joint-listings/preview", [] },
        { "GET", "/api/statistics", ["reader-key-of-the-tests", "auditor-key-of-the-tests"] },
        { "POST", "/api/cases/{id}/correction/preview", [] },
        { "POST", "/api/cases/{id}/entry-correction", [] },
    };

    [Fact]
    public Task Every_route_of_many_cases_lets_in_its_roles_and_nobody_else() => RequireAsync(RoutesOfManyCases);

    public static TheoryData<string, string, string[]> RoutesOfRulebooks => new()
    {
        { "GET", "/api/rulebooks", ["reader-key-of-the-tests", "auditor-key-of-the-tests"] },
        { "GET", "/api/rulebook-schema", ["reader-key-of-the-tests", "auditor-key-of-the-tests"] },
        { "GET", "/api/rulebooks/zhejiang-2017-3", ["reader-key-of-the-tests", "auditor-key-of-the-tests"] },
        { "GET", "/api/rulebooks/zhejiang-2017-3/text", ["reader-key-of-the-tests", "auditor-key-of-the-tests"] },
        { "GET", "/api/rulebooks/zhejiang-2017-3/comparison", ["reader-key-of-the-tests", "auditor-key-of-the-tests"] },
        { "PUT", "/api/rulebooks/yongjia-2026", [] },
        { "POST", "/api/rulebooks/zhejiang-2017-3/in-force", [] },
        { "POST", "/api/rulebooks/zhejiang-2017-3/retirement", [] },
    };

    public static TheoryData<string, string, string[]> RoutesOfReplies => new()
    {
        { "GET", "/api/audit/root", ["auditor-key-of-the-tests"] },
        { "GET", "/api/consultation-requests", ["consulting-key-of-the-tests", "auditor-key-of-the-tests"] },
        { "POST", "/api/consultation-requests", ["consulting-key-of-the-tests"] },
        { "GET", "/api/consultation-requests/none", ["consulting-key-of-the-tests", "auditor-key-of-the-tests"] },
        { "POST", "/api/consultation-requests/none/issue", [] },
        { "POST", "/api/consultation-requests/none/return", [] },
        { "GET", "/api/barred", ["auditor-key-of-the-tests"] },
        { "GET", "/api/barred/changes", ["auditor-key-of-the-tests"] },
        { "GET", "/api/consultations/none/annex", ["consulting-key-of-the-tests", "auditor-key-of-the-tests"] },
        { "GET", "/api/consultations/none/entries", ["auditor-key-of-the-tests"] },
    };

    [Fact]
    public Task Every_route_of_replies_lets_in_its_roles_and_nobody_else() => RequireAsync(RoutesOfReplies);

    public static TheoryData<string, string, string[]> RoutesOfAccounts => new()
    {
        { "GET", "/api/accounts", ["auditor-key-of-the-tests"] },
        { "GET", "/api/accounts/none", ["auditor-key-of-the-tests"] },
        { "GET", "/api/account-entries", ["auditor-key-of-the-tests"] },
        { "PUT", "/api/accounts/a-1", [] },
        { "POST", "/api/accounts/a-1/renewal", [] },
        { "POST", "/api/accounts/a-1/hand-over", [] },
        { "POST", "/api/accounts/a-1/revocation", [] },
        { "PUT", "/api/accounts/a-1/keys/k", [] },
        { "DELETE", "/api/accounts/a-1/keys/k", [] },
        { "GET", "/api/sessions", [] },
        { "DELETE", "/api/sessions/none", [] },
    };

    [Fact]
    public Task Every_route_lets_in_its_roles_and_nobody_else() => RequireAsync(Routes);

    [Fact]
    public Task Every_route_of_accounts_lets_in_its_roles_and_nobody_else() => RequireAsync(RoutesOfAccounts);

    // An account of a role opens what a key of that role opens; one that is over, or has no unit to speak for, opens nothing.
    [Fact]
    public async Task Accounts_open_what_their_role_opens_and_revoked_and_expired_ones_nothing()
    {
        // So many routes at once that the keys that open nothing stay below the number that is held up.
        var routes = Routes.Concat(RoutesOfAccounts).Concat(RoutesOfReplies).Concat(RoutesOfManyCases).Concat(RoutesOfRulebooks);
        foreach (var part in routes.Chunk(KeyAttempts.Burst / 2)) await RequireOfAccountsAsync(part);
    }

    private static async Task RequireOfAccountsAsync(IEnumerable<TheoryDataRow<string, string, string[]>> routes)
    {
        await using var app = await App.StartAsync("2026-03-29 09:00");
        var byRole = new Dictionary<string, string>
        {
            ["unit-key-of-the-tests"] =
                await AccountJourneyTests.SystemAsync(app, "u", new { name = "瓯北", role = "unit", unitId = "yj-oubei" }),
            ["consulting-key-of-the-tests"] = await AccountJourneyTests.SystemAsync(app, "c", new { name = "组织部", role = "consulting" }),
            ["reader-key-of-the-tests"] = await AccountJourneyTests.SystemAsync(app, "r", new { name = "读者", role = "reader" }),
            ["auditor-key-of-the-tests"] = await AccountJourneyTests.SystemAsync(app, "x", new { name = "审计", role = "auditor" }),
            ["revoked"] = await AccountJourneyTests.SystemAsync(app, "gone", new { name = "旧系统", role = "officer" }),
            ["expired"] =
                await AccountJourneyTests.SystemAsync(app, "late", new { name = "试用", role = "officer", validUntil = "2026-03-29" }),
        };
        await AccountJourneyTests.PostAsync(app, "/api/accounts/gone/revocation", new { reason = "停用" });
        var withoutUnit = await app.Http.PutAsJsonAsync(
            "/api/accounts/none", new { name = "无单位", role = "unit" }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, withoutUnit.StatusCode);
        await app.AdvanceAsync("2026-03-30 09:00");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });

        foreach (var row in routes)
        {
            var (method, route, allowed) = row.Data;
            foreach (var (role, key) in byRole)
            {
                var status = await StatusAsync(app, method, route.Replace("{id}", caseId), key);
                var expected = role is "revoked" or "expired" ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden;
                if (allowed.Contains(role))
                {
                    Assert.True(
                        status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden), $"{method} {route} {role}: {status}");
                }
                else Assert.True(status == expected, $"{method} {route} {role}: {status}");
            }
        }
    }

    [Fact]
    public Task Every_route_of_rulebooks_lets_in_its_roles_and_nobody_else() => RequireAsync(RoutesOfRulebooks);

    private static async Task RequireAsync(TheoryData<string, string, string[]> routes)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Keys);
        await app.PutOtherUnitAsync();
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        foreach (var row in routes)
        {
            var (method, route, allowed) = row.Data;
            string?[] keys =
            [
                "unit-key-of-the-tests", "other-key-of-the-tests", "consulting-key-of-the-tests", "reader-key-of-the-tests",
                "auditor-key-of-the-tests", "wrong", null,
            ];
            foreach (var key in keys)
            {
                var status = await StatusAsync(app, method, route.Replace("{id}", caseId), key);
                var expected = key is null or "wrong" ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden;
                if (key is not null && allowed.Contains(key))
                    Assert.True(status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden),
                        $"{method} {route} {key}: {status}");
                else Assert.True(status == expected, $"{method} {route} {key}: {status}, not {expected}");
            }
        }
    }

    [Fact]
    public async Task A_unit_lists_its_own_cases_only()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Keys);
        await app.PutOtherUnitAsync();
        await app.ListAsync("2026-03-30", new { months = 6 });
        async Task<int> CountAsync(string key) =>
            (await app.GetAsync("/api/cases", key)).GetProperty("items").GetArrayLength();

        Assert.Equal(1, await CountAsync("unit-key-of-the-tests"));
        Assert.Equal(0, await CountAsync("other-key-of-the-tests"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(app, "GET", "/api/cases?unitId=yj-oubei", "other-key-of-the-tests"));
    }

    [Fact]
    public async Task The_ledger_names_the_actor_by_the_key_and_never_by_the_body()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Keys);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        using var request = new HttpRequestMessage(HttpMethod.Post,
            $"/api/cases/{caseId}/submission")
        { Content = JsonContent.Create(new { summary = "已整改" }) };
        request.Headers.Add("x-functions-key", "unit-key-of-the-tests");
        (await app.WithoutKey.SendAsync(request, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

        var actors = (await app.ItemsAsync($"/api/cases/{caseId}/events")).Select(e => e.GetProperty("actor").GetString()).ToList();
        Assert.Equal("officer:officer", actors[0]);
        Assert.Equal("unit:瓯北街道", actors[^1]);
    }

    [Fact]
    public void Every_HTTP_function_says_who_may_call_it()
    {
        var silent =
            from type in typeof(RectifyApp).Assembly.GetTypes()
            from method in type.GetMethods()
            where method.GetParameters().Any(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>() is not null)
            where method.GetCustomAttribute<AllowsAttribute>() is not { Roles.Count: > 0 }
                && method.GetCustomAttribute<AllowsAnyoneAttribute>() is null
            select $"{type.Name}.{method.Name}";
        Assert.Empty(silent);
    }

    private static async Task<HttpStatusCode> StatusAsync(App app, string method, string route, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), route);
        if (key is not null) request.Headers.Add("x-functions-key", key);
        return (await app.WithoutKey.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
    }
}
