using System.Globalization;
using System.Net.Http.Json;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;
using Rectify.Server.Clock;
using Rectify.Server.Rehearsal;

namespace Rectify.Functions.Tests.Kills;

/// <summary>The program dies after an entry in the ledger and before anybody is woken by it.</summary>
public class LostWakeUpTests
{
    private static readonly DateTimeOffset Listed = Instant("2026-03-30T01:00:00Z");
    private static readonly DateTimeOffset Inspected = Instant("2026-05-25T02:00:00Z");
    private static readonly DateTimeOffset NewDeadline = Instant("2026-07-31T16:00:00Z");

    private static readonly CaseCommand Continue =
        new CaseCommand.FailInspection(null, "差一点", new IfFailedLate.ContinueUntil(new DateOnly(2026, 7, 31)));

    // Both reminders of the inspection are over by then: the orchestration waits for a change and for nothing else.
    [Fact]
    public async Task A_new_deadline_that_woke_nobody_is_kept_to_the_instant_after_the_next_start()
    {
        using var interrupted = new Interrupted();
        var caseId = await AwaitingInspectionAsync(interrupted);
        await interrupted.RecordAsync(Inspected, caseId, Continue);

        await using (var stage = await interrupted.OpenAsync(Inspected)) await stage.Clock.AdvanceToAsync(NewDeadline.AddDays(1),
            TestContext.Current.CancellationToken);
        CheckKept(interrupted.Books);
    }

    [Fact]
    public async Task The_clock_does_not_move_before_the_start_has_taken_up_what_was_left()
    {
        using var interrupted = new Interrupted();
        var caseId = await AwaitingInspectionAsync(interrupted);
        await interrupted.RecordAsync(Inspected, caseId, Continue);

        var builder = interrupted.Build(Inspected);
        builder.Services.AddSingleton<Impatient>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<Impatient>());
        var host = await builder.BuildAsync();
        await using (host)
        {
            await host.StartAsync(TestContext.Current.CancellationToken);
            await host.Services.GetRequiredService<Impatient>().Advance.WaitAsync(TimeSpan.FromSeconds(30),
                TestContext.Current.CancellationToken);
            await host.StopAsync(TestContext.Current.CancellationToken);
        }

        CheckKept(interrupted.Books);
    }

    [Fact]
    public async Task The_orchestration_of_a_case_that_closed_unnoticed_ends_all_the_same()
    {
        using var interrupted = new Interrupted();
        var end = Instant("2027-04-30T16:00:00Z");
        string caseId;
        await using (var stage = await interrupted.OpenAsync(Listed))
        {
            caseId = await ListAsync(stage, new { months = 1 });
            await stage.Clock.AdvanceToAsync(end.AddTicks(-1), TestContext.Current.CancellationToken);
        }

        await interrupted.RecordAsync(end, new CaseId(caseId), new CaseCommand.CarryOutDue());
        Assert.Equal(["closed"], interrupted.Books.StatesOfCases());
        await using (var stage = await interrupted.OpenAsync(end)) await stage.Clock.WhenIdleAsync(TestContext.Current.CancellationToken);
        Assert.All(interrupted.Books.OrchestrationsOfCases(),
            o => Assert.Equal((o.Id, OrchestrationRuntimeStatus.Completed), (o.Id, o.Status)));
    }

    [Fact]
    public async Task The_orchestrations_of_a_case_that_was_revoked_unnoticed_end_all_the_same()
    {
        using var interrupted = new Interrupted();
        var caseId = await AwaitingInspectionAsync(interrupted);
        await interrupted.RecordAsync(Inspected, caseId, new CaseCommand.RevokeMeasure(
            Measure.Listing, new RevocationEffect.Void(), "认定有误", "县委政法委"));

        await using (var stage = await interrupted.OpenAsync(Inspected)) await stage.Clock.AdvanceToAsync(Instant("2027-12-01T00:00:00Z"),
            TestContext.Current.CancellationToken);
        Assert.All(interrupted.Books.OrchestrationsOfCases(),
            o => Assert.Equal((o.Id, OrchestrationRuntimeStatus.Completed), (o.Id, o.Status)));
    }

    private static async Task<CaseId> AwaitingInspectionAsync(Interrupted interrupted)
    {
        await using var stage = await interrupted.OpenAsync(Listed);
        var caseId = await ListAsync(stage, new { workingDays = 20 });
        await stage.Clock.AdvanceToAsync(Instant("2026-04-20T01:00:00Z"), TestContext.Current.CancellationToken);
        await OkAsync(stage.Http.PostAsJsonAsync($"/api/cases/{caseId}/submission", new { summary = "已整改" }));
        await stage.Clock.AdvanceToAsync(Inspected, TestContext.Current.CancellationToken);
        return new CaseId(caseId);
    }

    private static async Task<string> ListAsync(Stage stage, object period)
    {
        await OkAsync(stage.Http.PutAsJsonAsync("/api/units/u1", new
        {
            name = "街道",
            kind = "locality",
            level = "township",
            liaison = new { name = "联络员", email = "liaison@u1.example" },
            supervisorEmail = "office@yongjia.example",
        }));
        foreach (var role in new[] { "principal", "supervising", "inCharge" })
        {
            await OkAsync(stage.Http.PutAsJsonAsync($"/api/officials/{role}", new
            {
                name = "干部",
                email = $"{role}@u1.example",
                unitId = "u1",
                post = "职务",
                role,
                from = "2024-01-01",
            }));
        }

        var listed = await OkAsync(stage.Http.PostAsJsonAsync("/api/listings", new
        {
            unitId = "u1",
            ground = "unresolvedHotspot",
            facts = "问题突出",
            goals = new[] { "整改到位" },
            listedOn = "2026-03-30",
            period,
            legalBasis = "实施办法第二十一条",
            issuedBy = "永嘉县平安办",
        }));
        return listed.Headers.Location!.ToString().Split('/')[^1];
    }

    private static async Task<HttpResponseMessage> OkAsync(Task<HttpResponseMessage> request)
    {
        var answer = await request;
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return answer;
    }

    private static void CheckKept(Books books)
    {
        var entries = books.Streams().Single().ToList();
        Assert.DoesNotContain(entries, e => e.Type == "reminderSkipped");
        Assert.Equal(NewDeadline, Assert.Single(entries, e => e.Type == "vetoImposed").At);
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Moves the clock as soon as the program answers requests, before its timers have been looked at.</summary>
    private sealed class Impatient(ClockDriver clock) : IHostedLifecycleService
    {
        public Task Advance { get; private set; } = Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken)
        {
            Advance = clock.AdvanceToAsync(NewDeadline.AddDays(1), CancellationToken.None);
            return Task.CompletedTask;
        }

        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
