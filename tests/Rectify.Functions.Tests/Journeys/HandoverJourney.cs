using Microsoft.Extensions.DependencyInjection;
using Rectify.Domain.Calendar;
using Rectify.Domain.Identity;
using Rectify.Office.Outbox;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>What is to be done is told to who is in office on the day, and who is barred is told wherever that person is now.</summary>
public class HandoverJourney
{
    /// <summary>Settings of where ledger and register are.</summary>
    protected virtual string[] Storage => [];

    private const string Liaison = "liaison@oubei.example";
    private const string Office = "office@yongjia.example";

    [Fact]
    public async Task A_reminder_after_a_handover_goes_to_the_successor_and_the_veto_to_both()
    {
        await using var app = await HandedOverAsync();

        await app.AdvanceAsync("2026-08-27 23:00");
        Assert.Equal(
            [Liaison, "o-2@oubei.example", "o-3@oubei.example", "o-9@oubei.example"],
            await ReadersAsync(app, "reminder", "2026-08-27"));

        await app.AdvanceAsync("2026-09-12 10:00");
        Assert.Equal(
            [Liaison, "o-1@oubei.example", "o-2@oubei.example", "o-3@oubei.example", "o-9@oubei.example", Office],
            await ReadersAsync(app, "veto", "2026-09-12"));
        var successor = Assert.Single(await MailsAsync(app, "veto", "2026-09-12"), mail => Address(mail) == "o-9@oubei.example");
        Assert.StartsWith("接任者同志：", successor.Body, StringComparison.Ordinal);
        Assert.Contains("取消评选综合性荣誉称号资格", successor.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("干部o-", successor.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_extension_is_told_to_who_is_in_office_and_not_to_who_left()
    {
        await using var app = await HandedOverAsync();

        await app.DoAsync(await CaseAsync(app), "extension", new { by = new { months = 1 }, reason = "汛期", approvedBy = "县委政法委" });

        Assert.Equal(
            [Liaison, "o-2@oubei.example", "o-3@oubei.example", "o-9@oubei.example", Office],
            await ReadersAsync(app, "extension", "2026-08-21"));
    }

    [Fact]
    public async Task The_end_of_a_sanction_is_told_to_who_is_barred_also_after_leaving()
    {
        await using var app = await HandedOverAsync();
        await app.DoAsync(await CaseAsync(app), "submission", new { summary = "已整改" });
        await app.DoAsync(await CaseAsync(app), "inspection", new { result = "passed", remarks = "合格" });

        await app.AdvanceAsync("2026-09-12 10:00");
        var told = await ReadersAsync(app, "sanction-over", "2026-09-12");
        Assert.Contains("o-1@oubei.example", told);
        Assert.Contains(Liaison, told);
        Assert.Equal("barred", await app.EligibilityAsync("official:o-1", new DateOnly(2026, 9, 10)));
    }

    [Fact]
    public async Task Who_left_and_came_back_and_who_was_named_from_elsewhere_are_reminded()
    {
        await using var app = await PostsJourney.StartAsync("2026-03-11 09:30", Storage);
        await app.PutAsync(
            "/api/officials/q-1",
            PostsJourney.Bare("外单位", "q1@qiaotou.example", "yj-qiaotou", "镇长", "principal", "2024-01-01"));
        var body = App.Listing("2026-03-11", new { months = 6 });
        body["officials"] = new[] { new { officialId = "o-1", role = "principal" }, new { officialId = "q-1", role = "inCharge" } };
        (await app.PostAsync("/api/listings", body)).EnsureSuccessStatusCode();
        await app.AdvanceAsync("2026-05-01 10:00");
        await app.PutAsync(
            "/api/officials/o-1",
            PostsJourney.Bare("干部o-1", "o-1@oubei.example", "yj-qiaotou", "镇长", "principal", "2026-05-01"));
        await app.AdvanceAsync("2026-08-01 10:00");
        await app.PutAsync(
            "/api/officials/o-1",
            PostsJourney.Bare("干部o-1", "o-1@oubei.example", "yj-oubei", "书记", "principal", "2026-08-01"));

        await app.AdvanceAsync("2026-08-27 23:00");
        Assert.Equal(
            [Liaison, "o-1@oubei.example", "o-2@oubei.example", "o-3@oubei.example", "q1@qiaotou.example"],
            (await ReadersAsync(app, "reminder", "2026-08-27")).Order());
    }

    // Listed 03-11 for six months: the reminder of 15 days falls on 08-27, the handover on 08-21.
    private async Task<App> HandedOverAsync()
    {
        var app = await PostsJourney.StartAsync("2026-03-11 09:30", Storage);
        await app.ListAsync("2026-03-11", new { months = 6 });
        await app.AdvanceAsync("2026-08-21 10:00");
        await app.PutAsync(
            "/api/officials/o-1",
            PostsJourney.Bare("干部o-1", "o-1@oubei.example", "yj-qiaotou", "镇长", "principal", "2026-08-21"));
        await app.PutAsync(
            "/api/officials/o-9",
            PostsJourney.Bare("接任者", "o-9@oubei.example", "yj-oubei", "书记", "principal", "2026-08-21"));
        return app;
    }

    private static async Task<string> CaseAsync(App app) => (await app.ItemsAsync("/api/cases"))[0].GetProperty("caseId").GetString()!;

    private static async Task<IReadOnlyList<string>> ReadersAsync(App app, string template, string day) =>
        [.. (await MailsAsync(app, template, day)).Select(Address).Order(StringComparer.Ordinal)];

    private static async Task<IReadOnlyList<Notice>> MailsAsync(App app, string template, string day)
    {
        var outbox = app.Services.GetRequiredService<IOutbox>();
        var mails = await outbox.ListAsync(new CaseId(await CaseAsync(app)), null, 1000, null, TestContext.Current.CancellationToken);
        return
        [
            .. mails.Items.Select(row => row.Notice)
                .Where(mail => mail.Template == template && LocalDay.Of(mail.CreatedAt) == DateOnly.Parse(day)),
        ];
    }

    private static string Address(Notice mail) => mail.Recipient.Address;
}
