using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Domain.Identity;
using Rectify.Office.Outbox;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>
/// A leader without a mail address is registered, listed and barred like the others; that nothing reaches the person by mail is said.
/// </summary>
public class NoAddressJourney
{
    /// <summary>Settings of where ledger and register are.</summary>
    protected virtual string[] Storage => [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_leader_without_an_address_is_barred_and_pointed_out_and_everybody_else_is_told()
    {
        await using var app = await App.StartAsync("2026-03-11 09:30", Storage);
        var body = new { name = "无邮箱", unitId = "yj-oubei", post = "书记", role = "principal", from = "2024-01-01" };
        var entered = await app.Http.PutAsJsonAsync("/api/officials/n-1", body, Cancellation);
        Assert.Equal(HttpStatusCode.Created, entered.StatusCode);
        var view = await entered.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(JsonValueKind.Null, view.GetProperty("email").ValueKind);
        Assert.Contains("无邮箱 has no address", view.GetProperty("warnings").ToString(), StringComparison.Ordinal);

        var listed = await app.PostAsync("/api/listings", App.Listing("2026-03-11", new { months = 3 }));
        var warnings = (await listed.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("warnings").ToString();
        Assert.Contains("无邮箱 (n-1) has no address", warnings, StringComparison.Ordinal);
        await app.AdvanceAsync("2026-06-12 10:00");

        Assert.Equal("barred", await app.EligibilityAsync("official:n-1", new DateOnly(2026, 12, 1)));
        var outbox = app.Services.GetRequiredService<IOutbox>();
        var caseId = new CaseId((await app.ItemsAsync("/api/cases"))[0].GetProperty("caseId").GetString()!);
        var mails = (await outbox.ListAsync(caseId, null, 1000, null, Cancellation)).Items;
        Assert.Equal(
            ["liaison@oubei.example", "o-1@oubei.example", "o-2@oubei.example", "o-3@oubei.example", "office@yongjia.example"],
            mails.Where(row => row.Notice.Template == "veto").Select(row => row.Notice.Recipient.Address).Order(StringComparer.Ordinal));
        Assert.All(mails, row => Assert.Equal(NoticeStatus.Sent, row.Status));
    }

    [Fact]
    public async Task A_table_without_addresses_goes_in_and_comes_out_as_it_was()
    {
        await using var app = await App.StartAsync("2026-03-11 09:30", Storage);
        var table = "officialId,name,email,unitId,post,role,from,to\n"
            + "n-1,甲,,yj-oubei,主任,other,2024-01-01,\nn-2,甲,,yj-oubei,副主任,other,2024-01-01,\n";

        var imported = await app.Http.PostAsync("/api/registry/import", new StringContent(table, Encoding.UTF8, "text/csv"), Cancellation);

        var report = await imported.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.True(imported.IsSuccessStatusCode, report.ToString());
        // Two without an address are not alike by it.
        Assert.DoesNotContain("same name and address", report.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, report.ToString().Split("has no address").Length - 1);
        var exported = await app.Http.GetStringAsync("/api/registry/export?kind=officials", Cancellation);
        Assert.Contains("n-1,甲,,yj-oubei,主任,other,2024-01-01", exported, StringComparison.Ordinal);
    }
}
