using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Client;

namespace Rectify.Durable.Sqlite.Tests;

public sealed class DurabilityTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_kill_a_waiting_instance_goes_on()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Activity<int, int>("Double", n => 2 * n);
            catalog.Orchestrator("Main", async context =>
            {
                var a = await context.CallActivityAsync<int>("Double", 21);
                await context.CreateTimer(TimeSpan.FromDays(30), CancellationToken.None);
                return a + await context.WaitForExternalEvent<int>("add");
            });
        });
        var id = await host.RunAsync("Main");

        await host.CrashAsync();
        await host.Client.RaiseEventAsync(id, "add", 8, Token);
        await host.CrashAsync();
        await host.AdvanceAsync(TimeSpan.FromDays(30));

        Assert.Equal(50, (await host.GetAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task An_activity_under_way_at_a_kill_runs_again()
    {
        var calls = 0;
        var never = new TaskCompletionSource<string?>();
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.RawActivity("Slow", (_, stop) => ++calls == 1 ? never.Task.WaitAsync(stop) : Task.FromResult<string?>("7"));
            catalog.Orchestrator("Main", context => context.CallActivityAsync<int>("Slow"));
        });
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Main", Token);
        await host.Client.WaitForInstanceStartAsync(id, Token);

        await host.CrashAsync();
        await host.IdleAsync();

        Assert.Equal(7, (await host.GetAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task What_a_caller_was_told_survives_a_kill_in_the_middle_of_the_load()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Activity<int, int>("Double", n => 2 * n);
            catalog.Orchestrator("Main", context => context.CallActivityAsync<int>("Double", context.GetInput<int>()));
        });
        var told = new List<string>();

        for (var round = 0; round < 10; round++)
        {
            var starts = Enumerable.Range(0, 50)
                .Select(n => host.Client.ScheduleNewOrchestrationInstanceAsync("Main", n, new($"{round}-{n}"), Token));
            told.AddRange(await Task.WhenAll(starts));
            await host.CrashAsync();
        }

        await host.IdleAsync();

        foreach (var id in told)
        {
            Assert.Equal(2 * int.Parse(id.Split('-')[1]), (await host.GetAsync(id)).ReadOutputAs<int>());
        }
    }

    [Fact]
    public async Task A_second_engine_on_the_file_is_refused_with_a_clear_message()
    {
        await using var host = await EngineHarness.StartAsync(_ => { });
        await using var second = host.Create();

        var refused = await Assert.ThrowsAsync<DurableStoreException>(() => second.StartAsync(Token));

        Assert.Contains("in use by another process or engine", refused.Message);
    }

    [Fact]
    public async Task A_file_that_another_process_keeps_locked_refuses_the_caller_and_goes_on_afterwards()
    {
        await using var host = await EngineHarness.StartAsync(catalog => catalog.Orchestrator("Main", _ => Task.CompletedTask));
        using var other = new SqliteConnection($"Data Source={host.Path};Pooling=False");
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();

        var refused = await Assert.ThrowsAsync<DurableStoreException>(() => host.RunAsync("Main", id: "one"));
        Assert.Contains("locked by another process", refused.Message);
        command.CommandText = "ROLLBACK";
        command.ExecuteNonQuery();
        await host.RunAsync("Main", id: "one");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.GetAsync("one")).RuntimeStatus);
    }

    [Fact]
    public async Task A_file_of_a_newer_build_is_refused()
    {
        await using var host = await EngineHarness.StartAsync(_ => { });
        await host.Engine.StopAsync(Token);
        using (var connection = new SqliteConnection($"Data Source={host.Path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO schema_version VALUES (99)";
            command.ExecuteNonQuery();
        }

        var refused = await Assert.ThrowsAsync<DurableStoreException>(host.OpenAsync);

        Assert.Contains("schema 99", refused.Message);
    }

    [Fact]
    public async Task A_damaged_file_is_refused_and_left_alone()
    {
        await using var host = await EngineHarness.StartAsync(_ => { });
        await host.Engine.StopAsync(Token);
        var garbage = Enumerable.Repeat((byte)'x', 8192).ToArray();
        await File.WriteAllBytesAsync(host.Path, garbage, Token);
        File.Delete(host.Path + "-wal");

        var refused = await Assert.ThrowsAsync<DurableStoreException>(host.OpenAsync);

        Assert.Contains("damaged", refused.Message);
        Assert.Equal(garbage, await File.ReadAllBytesAsync(host.Path, Token));
    }

    [Fact]
    public async Task A_finished_instance_takes_no_more_turns_and_leaves_no_rows_to_run()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Activity<int, int>("Double", n => 2 * n);
            catalog.Orchestrator("Main", context =>
            {
                _ = context.CallActivityAsync<int>("Double", 1);
                return Task.FromResult("early");
            });
        });

        var id = await host.RunAsync("Main");

        Assert.Equal("early", (await host.GetAsync(id)).ReadOutputAs<string>());
        using var connection = new SqliteConnection($"Data Source={host.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT count(*) FROM inbox) + (SELECT count(*) FROM activities)";
        Assert.Equal(0L, command.ExecuteScalar());
    }
}
