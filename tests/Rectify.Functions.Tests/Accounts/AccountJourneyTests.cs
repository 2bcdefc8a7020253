using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Rectify.Functions.Tests.Journeys;
using Rectify.Functions.Tests.Ledger.Tables;

namespace Rectify.Functions.Tests.Accounts;

/// <summary>Accounts over the interface: who gets one, what it opens, and when it no longer does.</summary>
public class AccountJourneyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_system_comes_in_by_its_key_until_it_is_over_revoked_or_its_key_is()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        await app.ListAsync("2026-03-30", new { months = 6 });
        var key = await SystemAsync(app, "oa", new { name = "办公系统", role = "reader", validUntil = "2026-04-30" });

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, "GET", "/api/cases", key));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(app, "GET", "/api/eligibility?subject=unit:yj-oubei", key));
        var view = await app.GetAsync("/api/accounts/oa");
        Assert.Equal("2026-03-30", view.GetProperty("keys")[0].GetProperty("lastUsedOn").GetString());
        Assert.DoesNotContain(key, view.GetRawText(), StringComparison.Ordinal);

        await app.AdvanceAsync("2026-05-01 00:01");
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(app, "GET", "/api/cases", key));
        Assert.Equal("expired", (await app.GetAsync("/api/accounts/oa")).GetProperty("status").GetString());
        await PostAsync(app, "/api/accounts/oa/renewal", new { validUntil = "2026-12-31" });
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, "GET", "/api/cases", key));
        Assert.Equal(
            "2026-05-01", (await app.GetAsync("/api/accounts/oa")).GetProperty("keys")[0].GetProperty("lastUsedOn").GetString());

        var second = await KeyAsync(app, "oa", "second");
        Assert.Equal(HttpStatusCode.OK, (await app.Http.DeleteAsync("/api/accounts/oa/keys/first", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(app, "GET", "/api/cases", key));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, "GET", "/api/cases", second));

        await PostAsync(app, "/api/accounts/oa/revocation", new { reason = "系统停用" });
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(app, "GET", "/api/cases", second));
        var entries = await app.ItemsAsync("/api/account-entries");
        Assert.Equal(
            ["issue", "issueKey", "renew", "issueKey", "revokeKey", "revoke"],
            entries.Select(entry => entry.GetProperty("data").GetProperty("kind").GetString()));
        Assert.All(entries, entry => Assert.Equal("officer:officer", entry.GetProperty("actor").GetString()));
        Assert.True((await app.GetAsync("/api/audit/verify", await AuditorAsync(app))).GetProperty("whole").GetBoolean());
    }

    [Fact]
    public async Task A_revocation_counts_at_once_in_every_instance()
    {
        var tables = Azurite.Settings();
        await using var one = await App.StartAsync("2026-03-30 09:00", tables);
        await using var two = await App.StartAsync("2026-03-30 09:00", tables);
        var key = await SystemAsync(one, "oa", new { name = "办公系统", role = "reader" });
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(two, "GET", "/api/cases", key));

        await PostAsync(one, "/api/accounts/oa/revocation", new { reason = "密钥外泄" });

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(two, "GET", "/api/cases", key));
    }

    [Fact]
    public async Task What_an_account_has_to_be_is_held_against_the_register()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        await IssueAsync(app, "a-1", new { name = "张三", role = "officer", email = "zhang@county.example" });
        (string Id, object Body, HttpStatusCode Expected, string Told)[] rows =
        [
            ("u-1", new { name = "邻街道", role = "unit", email = "n@county.example", unitId = "yj-other" },
                HttpStatusCode.UnprocessableEntity, "yj-other"),
            ("u-1", new { name = "邻街道", role = "unit", email = "n@county.example" }, HttpStatusCode.UnprocessableEntity, "unitId"),
            ("u-1", new { name = "读者", role = "reader", unitId = "yj-oubei" }, HttpStatusCode.UnprocessableEntity, "unitId"),
            ("l-1", new { name = "干部", role = "leader", email = "l@county.example" }, HttpStatusCode.UnprocessableEntity, "officialId"),
            ("l-1", new { name = "干部", role = "leader", officialId = "o-1" }, HttpStatusCode.UnprocessableEntity, "email"),
            ("l-1", new { name = "干部", role = "leader", email = "l@county.example", officialId = "none" },
                HttpStatusCode.UnprocessableEntity, "none"),
            ("a-2", new { name = "李四", role = "reader", email = "ZHANG@county.example" }, HttpStatusCode.UnprocessableEntity, "a-1"),
            ("a-2", new { name = "李四", role = "reader", validUntil = "2026-03-29" }, HttpStatusCode.UnprocessableEntity, "validUntil"),
            ("a-2", new { name = "李四", role = "reader", objectId = "zhang" }, HttpStatusCode.UnprocessableEntity, "objectId"),
            ("a-1", new { name = "张三", role = "reader", email = "zhang@county.example" }, HttpStatusCode.Conflict, "a-1"),
            ("a-1", new { name = "张三", role = "officer", email = "zhang@county.example" }, HttpStatusCode.OK, "张三"),
            ("a 1", new { name = "张三", role = "officer" }, HttpStatusCode.UnprocessableEntity, "accountId"),
        ];
        foreach (var (id, body, expected, told) in rows)
        {
            var answer = await app.Http.PutAsJsonAsync($"/api/accounts/{Uri.EscapeDataString(id)}", body, Cancellation);
            var text = await answer.Content.ReadAsStringAsync(Cancellation);
            Assert.True(answer.StatusCode == expected, $"{id} {JsonSerializer.Serialize(body)}: {answer.StatusCode} {text}");
            Assert.Contains(told, text, StringComparison.Ordinal);
        }

        Assert.Single(await app.ItemsAsync("/api/accounts"));
        Assert.Equal(HttpStatusCode.Conflict, (await app.Http.PutAsync("/api/accounts/a-1/keys/k", null, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_key_of_the_settings_for_a_unit_that_is_not_there_opens_nothing_and_is_told_in_health()
    {
        string[] keys =
        [
            "--Access:Keys:0:Name", "邻街道", "--Access:Keys:0:Role", "unit", "--Access:Keys:0:Key", "other-key-of-the-tests",
            "--Access:Keys:0:UnitId", "yj-other",
        ];
        await using var app = await App.StartAsync("2026-03-30 09:00", keys);

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(app, "GET", "/api/cases", "other-key-of-the-tests"));
        Assert.Contains("Access:Keys:0:Key: yj-other", (await app.GetAsync("/api/health/ready")).GetRawText(), StringComparison.Ordinal);
        await app.PutOtherUnitAsync();
        Assert.DoesNotContain("yj-other", (await app.GetAsync("/api/health/ready")).GetRawText(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, "GET", "/api/cases", "other-key-of-the-tests"));
    }

    private static async Task<string> AuditorAsync(App app) => await SystemAsync(app, "audit", new { name = "审计", role = "auditor" });

    /// <summary>Issues an account to a system and a key with it.</summary>
    internal static async Task<string> SystemAsync(App app, string id, object body)
    {
        await IssueAsync(app, id, body);
        return await KeyAsync(app, id, "first");
    }

    internal static async Task IssueAsync(App app, string id, object body)
    {
        var answer = await app.Http.PutAsJsonAsync($"/api/accounts/{id}", body, Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    internal static async Task PostAsync(App app, string route, object body)
    {
        var answer = await app.PostAsync(route, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private static async Task<string> KeyAsync(App app, string id, string keyId)
    {
        var answer = await app.Http.PutAsync($"/api/accounts/{id}/keys/{keyId}", null, Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Cancellation));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("key").GetString()!;
    }

    internal static async Task<HttpStatusCode> StatusAsync(App app, string method, string route, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), route);
        request.Headers.Add("x-functions-key", key);
        return (await app.WithoutKey.SendAsync(request, Cancellation)).StatusCode;
    }
}
