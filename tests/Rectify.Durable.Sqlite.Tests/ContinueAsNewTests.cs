using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Rectify.Durable.Sqlite.Tests;

public sealed class ContinueAsNewTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_thousand_executions_keep_the_history_constant()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Activity<int, int>("Next", n => n + 1);
            catalog.Orchestrator("Main", async context =>
            {
                var next = await context.CallActivityAsync<int>("Next", context.GetInput<int>());
                if (next < 1_000)
                {
                    context.ContinueAsNew(next);
                }

                return next;
            });
        });

        var id = await host.RunAsync("Main", 0);

        Assert.Equal(1_000, (await host.GetAsync(id)).ReadOutputAs<int>());
        Assert.Equal(2L, Count(host, "history"));
        Assert.Equal(0L, Count(host, "inputs"));
        Assert.Equal(0L, Count(host, "inbox"));
    }

    [Theory]
    [InlineData(1, 198, 0)]
    [InlineData(198, 1, 0)]
    // boundary: with its quotes an input of 200 characters still stands in the instance's row
    [InlineData(1, 199, 1)]
    [InlineData(199, 1, 0)]
    [InlineData(199, 10_000, 1)]
    public async Task An_input_of_any_length_is_there_after_a_kill_and_gone_with_its_execution(int first, int second, long kept)
    {
        await using var host = await EngineHarness.StartAsync(catalog => catalog.Orchestrator("Main", async context =>
        {
            var length = await context.WaitForExternalEvent<int>("go");
            if (context.GetInput<string>()!.Length != length)
            {
                context.ContinueAsNew(new string('x', length));
            }

            return context.GetInput<string>();
        }));
        var id = await host.RunAsync("Main", new string('x', first));
        await host.CrashAsync();
        Assert.Equal(new string('x', first), (await host.GetAsync(id)).ReadInputAs<string>());

        await host.Client.RaiseEventAsync(id, "go", second, Token);
        await host.IdleAsync();
        await host.CrashAsync();
        await host.Client.RaiseEventAsync(id, "go", second, Token);
        await host.IdleAsync();

        var end = await host.GetAsync(id);
        Assert.Equal(new string('x', second), end.ReadInputAs<string>());
        Assert.Equal(new string('x', second), end.ReadOutputAs<string>());
        Assert.Equal(kept, Count(host, "inputs"));
        await host.Client.PurgeInstanceAsync(id, null, Token);
        Assert.Equal(0L, Count(host, "inputs"));
    }

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 1)]
    public async Task Unread_events_go_along_when_asked(bool preserve, int expected)
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
            catalog.Orchestrator("Main", async context =>
            {
                if (context.GetInput<string>() == "first")
                {
                    await context.WaitForExternalEvent<string>("go");
                    context.ContinueAsNew("second", preserve);
                    return 0;
                }

                await context.WaitForExternalEvent<string>("end");
                var count = 1;
                while (count < 3 && context.WaitForExternalEvent<int>("number") is { IsCompleted: true })
                {
                    count++;
                }

                return count;
            }));
        var id = await host.RunAsync("Main", "first");

        await host.Client.RaiseEventAsync(id, "number", 1, Token);
        await host.Client.RaiseEventAsync(id, "number", 2, Token);
        await host.Client.RaiseEventAsync(id, "go", "x", Token);
        await host.IdleAsync();
        await host.CrashAsync();
        await host.Client.RaiseEventAsync(id, "end", "x", Token);
        await host.IdleAsync();

        Assert.Equal(expected, (await host.GetAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task The_custom_status_is_gone_and_an_open_timer_holds_the_start_over_until_it_has_fired()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
            catalog.Orchestrator("Main", async context =>
            {
                if (context.GetInput<int>() == 0)
                {
                    _ = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                    context.SetCustomStatus("old");
                    await context.WaitForExternalEvent<string>("go");
                    context.ContinueAsNew(1);
                    return;
                }

                await context.WaitForExternalEvent<string>("never");
            }));
        var id = await host.RunAsync("Main", 0);
        Assert.Equal("old", (await host.GetAsync(id)).ReadCustomStatusAs<string>());

        await host.Client.RaiseEventAsync(id, "go", "x", Token);
        await host.IdleAsync();
        Assert.Equal("old", (await host.GetAsync(id)).ReadCustomStatusAs<string>());

        await host.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Null((await host.GetAsync(id)).SerializedCustomStatus);
        Assert.Null(host.Engine.NextDue);
    }

    [Fact]
    public async Task A_new_version_is_the_next_executions()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
            catalog.Orchestrator("Main", context =>
            {
                if (context.Version == "")
                {
                    context.ContinueAsNew(new ContinueAsNewOptions { NewVersion = "2" });
                }

                return Task.FromResult(context.Version);
            }));

        var end = await host.GetAsync(await host.RunAsync("Main"));

        Assert.Equal("2", end.ReadOutputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
    }

    private static long Count(EngineHarness host, string table)
    {
        using var connection = new SqliteConnection($"Data Source={host.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table}";
        return (long)command.ExecuteScalar()!;
    }
}
