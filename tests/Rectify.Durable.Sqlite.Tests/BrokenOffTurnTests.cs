using System.Diagnostics;
using DurableTask.Core;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging.Abstractions;
using Rectify.Durable.Sqlite.Tests.Faults;

namespace Rectify.Durable.Sqlite.Tests;

/// <summary>A stop of the engine while a turn or an activity is under way.</summary>
public sealed class BrokenOffTurnTests
{
    private static readonly ActivityTraceId Trace = ActivityTraceId.CreateRandom();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stop_that_breaks_a_turn_off_marks_nothing_as_stalled()
    {
        await using var host = await EngineHarness.StartAsync(_ => { });
        var path = host.Path + ".remote";
        var remote = new Remote();
        await using var engine = new DurableEngine(
            new EngineOptions { DatabasePath = path, Executor = remote }, host.Catalog, JsonDataConverter.Default, host.Clock,
            NullLoggerFactory.Instance);
        await engine.StartAsync(Token);
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Main", Token);
        await remote.Called.Task.WaitAsync(Token);

        await engine.StopAsync(Token);

        Assert.Equal(0L, Sql.Run(path, "SELECT count(*) FROM instances WHERE stalled IS NOT NULL"));
        Assert.Equal(1L, Sql.Run(path, "SELECT count(*) FROM inbox"));
    }

    [Fact]
    public async Task An_activity_that_a_stop_breaks_off_runs_again_whatever_it_throws()
    {
        var called = new TaskCompletionSource();
        var stops = true;
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.RawActivity("Send", async (_, ct) =>
            {
                if (stops)
                {
                    var brokenOff = new TaskCompletionSource();
                    await using var registration = ct.Register(brokenOff.SetResult);
                    called.SetResult();
                    await brokenOff.Task;
                    throw new IOException("The connection was closed.");
                }

                return "\"sent\"";
            });
            catalog.Orchestrator("Main", context => context.CallActivityAsync<string>("Send"));
        });
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Main", Token);
        await called.Task.WaitAsync(Token);

        await host.Engine.StopAsync(Token);
        stops = false;
        await host.OpenAsync();
        await host.IdleAsync();

        Assert.Equal("sent", (await host.GetAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_stop_ends_although_the_file_breaks_under_a_turn()
    {
        await using var host = new EngineHarness { MaxWarm = 0 };
        host.Catalog.Orchestrator("Main", context => context.WaitForExternalEvent<string>("go"));
        await host.OpenAsync();
        var id = await host.RunAsync("Main");
        using var begun = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        using var spans = new ActivityListener
        {
            ShouldListenTo = source => source.Name == DurableEngine.TelemetryName,
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
            {
                if (options.Parent.TraceId == Trace)
                {
                    begun.Set();
                    goOn.Wait(Token);
                }

                return ActivitySamplingResult.None;
            },
        };
        ActivitySource.AddActivityListener(spans);
        using (var request = new Activity("request").SetParentId(Trace, ActivitySpanId.CreateRandom()).Start())
        {
            await host.Client.RaiseEventAsync(id, "go", "x", Token);
        }

        begun.Wait(Token);
        Sql.Run(host.Path,
            "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 999999 WHERE name = 'history'; PRAGMA schema_version = 999");
        var stopping = host.Engine.StopAsync(Token);
        goOn.Set();

        await stopping;
    }

    private sealed class Remote : IOrchestrationExecutor
    {
        public TaskCompletionSource Called { get; } = new();

        public async Task<OrchestratorExecutionResult> ExecuteAsync(OrchestrationRuntimeState state, CancellationToken ct)
        {
            var brokenOff = new TaskCompletionSource();
            await using var registration = ct.Register(brokenOff.SetResult);
            Called.SetResult();
            await brokenOff.Task;
            throw new InvalidOperationException("Call canceled by the client.");
        }
    }
}
