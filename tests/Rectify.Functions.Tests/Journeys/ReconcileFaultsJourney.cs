using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Cases;
using Rectify.Office.Delivery;
using Rectify.Office.Outbox;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>Every state in which an orchestration or a mail can be left behind, brought about and mended by the hourly timer.</summary>
public class ReconcileFaultsJourney
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_suspended_orchestration_is_resumed_and_its_deadline_is_kept_to_the_instant()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-09-30 10:30");
        foreach (var id in new[] { $"case-{caseId}", $"term-{caseId}-listing" })
            await app.Durable.SuspendInstanceAsync(id, "by mistake", Cancellation);
        await app.SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, await StatusAsync(app, $"case-{caseId}"));

        await app.AdvanceAsync("2026-09-30 11:20");
        Assert.Equal(OrchestrationRuntimeStatus.Running, await StatusAsync(app, $"case-{caseId}"));
        Assert.Equal(OrchestrationRuntimeStatus.Running, await StatusAsync(app, $"term-{caseId}-listing"));
        await app.AdvanceAsync("2026-10-01 09:00");
        Assert.Equal(App.Instant("2026-10-01 00:00"), await AtAsync(app, caseId, "vetoImposed"));
    }

    [Fact]
    public async Task An_orchestration_that_failed_because_its_storage_was_away_is_replaced_and_makes_up_for_it()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-09-14 18:00");

        // Longer than an activity is tried; the reminder of the 15th falls into it.
        var (ledger, away) = (Path.Combine(app.Folder, "ledger.db"), Path.Combine(app.Folder, "away.db"));
        File.Move(ledger, away);
        await app.AdvanceAsync("2026-09-15 10:45");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, await StatusAsync(app, $"case-{caseId}"));
        File.Move(away, ledger);
        Assert.DoesNotContain("reminder", app.Mails().Keys);

        await app.AdvanceAsync("2026-09-15 11:20");
        Assert.Equal(OrchestrationRuntimeStatus.Running, await StatusAsync(app, $"case-{caseId}"));
        await app.AdvanceAsync("2026-09-15 11:30");
        Assert.Equal(4, app.Mails()["reminder"]);
    }

    [Fact]
    public async Task A_case_whose_orchestration_no_longer_fits_its_code_is_carried_on_all_the_same()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-09-14 10:30");
        await app.StopForAsync(
            () => Change(app.Folder, "durable.db", $"UPDATE instances SET name = 'GoneWorkflow' WHERE id LIKE '%{caseId}%'"),
            "2026-09-14 10:40");
        await app.AdvanceAsync("2026-09-15 09:16");
        Assert.Equal(1, await RemindersAsync(app, caseId));
        Assert.DoesNotContain("reminder", app.Mails().Keys);

        await app.AdvanceAsync("2026-09-15 09:17");
        Assert.Equal(2, await RemindersAsync(app, caseId));
        await app.AdvanceAsync("2026-09-15 10:17");
        Assert.Equal(4, app.Mails()["reminder"]);

        // The term of the veto begins in an orchestration of its own, which finds the deadline missed.
        await app.AdvanceAsync("2026-10-01 01:00");
        Assert.Equal(App.Instant("2026-10-01 00:00"), await AtAsync(app, caseId, "vetoImposed"));
    }

    [Fact]
    public async Task An_orchestration_that_sleeps_towards_the_wrong_step_is_woken_before_the_right_one()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-05-06 10:00");
        await app.DoAsync(caseId, "suspension", new { reason = "等待鉴定" });
        await app.SettleAsync();
        await app.AdvanceAsync("2026-05-07 10:00");

        // An entry whose writer woke nobody: the orchestration waits for a change and for nothing else.
        var commandHandler = app.Services.GetRequiredService<CaseCommandHandler>();
        Assert.IsType<CommandOutcome.Done>(
            await commandHandler.ExecuteAsync(new CaseId(caseId), new CaseCommand.ResumeClock("鉴定已出"), "officer:officer", null,
                Cancellation));

        await app.AdvanceAsync("2026-10-09 09:00");
        Assert.Equal(App.Instant("2026-09-08 09:00"), await AtAsync(app, caseId, "reminderDue", skip: 1));
    }

    [Fact]
    public async Task A_mail_that_was_claimed_and_abandoned_goes_out_although_no_orchestration_is_left()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.DoAsync(caseId, "revocation",
            new { measure = "listing", effect = "void", reason = "认定有误", decidedBy = "县委政法委" });
        await app.SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await StatusAsync(app, $"case-{caseId}"));

        var outbox = app.Services.GetRequiredService<IOutbox>();
        var earlier = (await outbox.ListAsync(new CaseId(caseId), null, 1, null, Cancellation)).Items[0].Notice;
        var mail = earlier with { Id = new NoticeId($"{caseId}.0001.told-again.1"), Template = "told-again", CreatedAt = app.Now };
        Assert.True(await outbox.AddAsync(mail, Cancellation));
        Assert.True(await outbox.ClaimAsync(mail.Id, MessageId.Of(mail.Id), app.Now, Cancellation));

        await app.AdvanceAsync("2026-03-30 10:17");
        Assert.Equal(NoticeStatus.Sent, (await outbox.FindAsync(mail.Id, Cancellation))!.Status);
        Assert.Equal(1, app.Mails()["told-again"]);
    }

    [Theory]
    [InlineData("terminated")]
    [InlineData("suspended")]
    [InlineData("lost")]
    [InlineData("unfit")]
    public async Task The_yearly_cycle_goes_on_whatever_became_of_its_orchestration(string fault)
    {
        const string id = "yearly-cycle";
        await using var app = await App.StartAsync("2026-03-20 09:30");
        await app.PutAsync("/api/officials/o-1", new
        {
            name = "王主任",
            email = "o-1@oubei.example",
            unitId = "yj-oubei",
            post = "书记",
            role = "principal",
            from = "2024-01-01",
            responsibility = "first",
        });
        if (fault == "terminated") await app.Durable.TerminateInstanceAsync(id, null, Cancellation);
        if (fault == "suspended") await app.Durable.SuspendInstanceAsync(id, "by mistake", Cancellation);
        await app.SettleAsync();
        if (fault == "lost") await app.RestartAtAsync("2026-03-20 10:30", "durable.db*");
        if (fault == "unfit")
            await app.StopForAsync(() => Change(app.Folder, "durable.db", $"UPDATE instances SET name = 'GoneWorkflow' WHERE id = '{id}'"),
                "2026-03-20 10:30");

        // Once an hour what is missing is started; what cannot run does not keep its day's reminders back.
        await app.AdvanceAsync("2026-03-20 11:20");
        await app.AdvanceAsync("2026-03-24 10:20");
        await app.AdvanceAsync("2026-03-24 11:20");

        Assert.Equal(3, app.Mails()["duty-due"]);
        if (fault != "unfit") Assert.Equal(OrchestrationRuntimeStatus.Running, await StatusAsync(app, id));
    }

    [Fact]
    public async Task An_office_whose_rulebook_knows_no_yearly_cycle_has_no_orchestration_of_it()
    {
        await using var app = await App.StartAsync("2026-03-20 09:30");
        Assert.Equal(OrchestrationRuntimeStatus.Running, await StatusAsync(app, "yearly-cycle"));

        await app.RestartAtAsync("2026-03-20 10:30", null, "--Office:Rulebook", "henan-2016-2");
        await app.AdvanceAsync("2026-03-20 12:00");
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await StatusAsync(app, "yearly-cycle"));

        await using var other = await App.StartAsync("2026-03-20 09:30", "--Office:Rulebook", "henan-2016-2");
        await other.AdvanceAsync("2026-03-20 11:00");
        Assert.Null(await StatusAsync(other, "yearly-cycle"));
    }

    private static void Change(string folder, string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, file)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.True(command.ExecuteNonQuery() > 0);
    }

    private static async Task<int> RemindersAsync(App app, string caseId) =>
        (await app.ItemsAsync($"/api/cases/{caseId}/events")).Count(e =>
            e.GetProperty("type").GetString() == "reminderDue"
                && e.GetProperty("data").GetProperty("reminder").GetProperty("kind").GetString() == "deadline");

    private static async Task<DateTimeOffset> AtAsync(App app, string caseId, string type, int skip = 0) =>
        (await app.ItemsAsync($"/api/cases/{caseId}/events")).Where(e => e.GetProperty("type").GetString() == type).Skip(skip).First()
            .GetProperty("at").GetDateTimeOffset();

    private static async Task<OrchestrationRuntimeStatus?> StatusAsync(App app, string instanceId) =>
        (await app.Durable.GetInstanceAsync(instanceId, Cancellation))?.RuntimeStatus;
}
