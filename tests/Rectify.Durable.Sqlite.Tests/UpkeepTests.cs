using Microsoft.DurableTask.Client;
using Rectify.Durable.Sqlite.Upkeep;

namespace Rectify.Durable.Sqlite.Tests;

public sealed class UpkeepTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_ended_instance_goes_at_the_first_round_after_its_retention()
    {
        await using var host = await StartAsync(400 * Day);
        await host.RunAsync("Quick", id: "old");
        await host.AdvanceAsync(400 * Day);
        await host.RunAsync("Quick", id: "young");

        Assert.NotNull(await host.Client.GetInstanceAsync("old", Patience));
        await host.AdvanceAsync(Day);

        Assert.Null(await host.Client.GetInstanceAsync("old", Patience));
        Assert.NotNull(await host.Client.GetInstanceAsync("young", Patience));
    }

    [Fact]
    public async Task Retention_counts_from_the_end_and_touches_nothing_that_runs()
    {
        await using var host = await StartAsync(10 * Day);
        await host.RunAsync("Waits", id: "waits");
        await host.AdvanceAsync(30 * Day);
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.GetAsync("waits")).RuntimeStatus);

        await host.Client.RaiseEventAsync("waits", "go", cancellation: Patience);
        await host.IdleAsync();
        await host.AdvanceAsync(10 * Day);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.GetAsync("waits")).RuntimeStatus);

        await host.AdvanceAsync(Day);
        Assert.Null(await host.Client.GetInstanceAsync("waits", Patience));
    }

    [Fact]
    public async Task A_start_removes_what_passed_its_retention_while_nothing_ran()
    {
        await using var host = await StartAsync(10 * Day);
        await host.RunAsync("Quick", id: "old");
        await host.Engine.StopAsync(Patience);
        host.Clock.Advance(11 * Day);

        await host.OpenAsync();
        await host.IdleAsync();

        Assert.Null(await host.Client.GetInstanceAsync("old", Patience));
    }

    [Fact]
    public async Task Hundreds_go_in_one_round_and_their_ids_are_free_again()
    {
        await using var host = await StartAsync(10 * Day);
        for (var i = 0; i < 450; i++)
        {
            await host.Client.ScheduleNewOrchestrationInstanceAsync("Quick", null, new($"old-{i}"), Patience);
        }

        await host.IdleAsync();
        await host.AdvanceAsync(11 * Day);
        Assert.Empty(await host.Client.GetAllInstancesAsync().ToListAsync(Patience));

        await host.RunAsync("Quick", id: "old-7");
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.GetAsync("old-7")).RuntimeStatus);
    }

    [Fact]
    public async Task Without_a_retention_nothing_goes()
    {
        await using var host = await StartAsync(null);
        await host.RunAsync("Quick", id: "old");

        await host.AdvanceAsync(10_000 * Day);

        Assert.NotNull(await host.Client.GetInstanceAsync("old", Patience));
    }

    [Theory]
    // boundary: half of the file
    [InlineData(10_000, 5_000, false)]
    [InlineData(10_000, 5_001, true)]
    // boundary: 16 MiB of 4 KiB pages
    [InlineData(5_000, 4_095, false)]
    [InlineData(5_000, 4_096, true)]
    public void A_file_is_rewritten_when_most_of_it_and_a_good_deal_is_free(long pages, long free, bool expected) =>
        Assert.Equal(expected, Compaction.IsWorthwhile(pages, free, 4096));

    [Fact]
    public async Task A_start_gives_the_room_of_removed_instances_back_to_the_disk_and_keeps_the_others()
    {
        await using var host = await StartAsync(10 * Day);
        await host.RunAsync("Waits", id: "waits");
        for (var i = 0; i < 24; i++)
        {
            await host.RunAsync("Quick", new string('x', 1 << 20));
        }

        await host.AdvanceAsync(11 * Day);
        await host.Engine.StopAsync(Patience);
        var before = new FileInfo(host.Path).Length;
        await host.OpenAsync();

        Assert.True(before > 16 << 20, $"{before} bytes before");
        Assert.InRange(new FileInfo(host.Path).Length, 1, 1 << 20);
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.GetAsync("waits")).RuntimeStatus);
    }

    private static async Task<EngineHarness> StartAsync(TimeSpan? retention)
    {
        var host = new EngineHarness { Retention = retention };
        host.Catalog.Orchestrator("Quick", _ => Task.CompletedTask);
        host.Catalog.Orchestrator("Waits", context => context.WaitForExternalEvent<string>("go"));
        await host.OpenAsync();
        return host;
    }
}
