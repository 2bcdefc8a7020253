using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Rectify.Durable.Sqlite.Tests;

public sealed class ActivityTests
{
    [Fact]
    public async Task An_activity_gets_its_input_and_its_result_comes_back()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Activity<string, string>("Greet", name => $"Hello, {name}");
            catalog.Orchestrator("Main", context => context.CallActivityAsync<string>("greet", context.GetInput<string>()));
        });

        var end = await host.GetAsync(await host.RunAsync("main", "Ning"));

        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
        Assert.Equal("Hello, Ning", end.ReadOutputAs<string>());
        Assert.Equal("Ning", end.ReadInputAs<string>());
    }

    [Fact]
    public async Task A_failure_reaches_the_orchestrator_with_its_type_and_its_cause()
    {
        TaskFailedException? seen = null;
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Activity<string?, string>("Fail", _ => throw new FormatException("outer", new DivideByZeroException("inner")));
            catalog.Orchestrator("Main", async context =>
            {
                seen = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync("Fail"));
            });
        });

        var end = await host.GetAsync(await host.RunAsync("Main"));

        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
        Assert.Equal("Fail", seen!.TaskName);
        Assert.Equal("Task 'Fail' (#0) failed with an unhandled exception: outer", seen.Message);
        Assert.Equal("System.FormatException", seen.FailureDetails.ErrorType);
        Assert.True(seen.FailureDetails.IsCausedBy<FormatException>());
        Assert.True(seen.FailureDetails.IsCausedBy<SystemException>());
        Assert.False(seen.FailureDetails.IsCausedBy<DivideByZeroException>());
        Assert.True(seen.FailureDetails.InnerFailure!.IsCausedBy<DivideByZeroException>());
    }

    [Fact]
    public async Task A_failure_that_nobody_catches_fails_the_orchestration_with_the_cause_inside()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Activity<string?, string>("Fail", _ => throw new FormatException("bad"));
            catalog.Orchestrator("Main", context => context.CallActivityAsync("Fail"));
        });

        var end = await host.GetAsync(await host.RunAsync("Main"));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.True(end.FailureDetails!.IsCausedBy<TaskFailedException>());
        Assert.True(end.FailureDetails.InnerFailure!.IsCausedBy<FormatException>());
    }

    [Fact]
    public async Task An_unknown_activity_fails_its_call()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
            catalog.Orchestrator("Main", context => context.CallActivityAsync("Nowhere")));

        var end = await host.GetAsync(await host.RunAsync("Main"));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("Nowhere", end.FailureDetails!.ErrorMessage);
    }

    [Fact]
    public async Task A_failure_inside_WhenAll_waits_for_the_others_and_fails_the_orchestration()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Activity<int, int>("Odd", n => n % 2 == 1 ? n : throw new ArgumentException($"{n} is even"));
            catalog.Orchestrator("Main", context => Task.WhenAll(
                Enumerable.Range(1, 3).Select(n => context.CallActivityAsync<int>("Odd", n))));
        });

        var end = await host.GetAsync(await host.RunAsync("Main"));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.True(end.FailureDetails!.InnerFailure!.IsCausedBy<ArgumentException>());
    }

    [Fact]
    public async Task A_payload_of_a_megabyte_goes_there_and_back()
    {
        var text = new string('整', 1_000_000);
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Activity<string, string>("Echo", value => value);
            catalog.Orchestrator("Main", context => context.CallActivityAsync<string>("Echo", context.GetInput<string>()));
        });

        var end = await host.GetAsync(await host.RunAsync("Main", text));

        Assert.Equal(text, end.ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public async Task Five_hundred_calls_in_a_row_give_the_same_warm_or_replayed(int maxWarm)
    {
        await using var host = new EngineHarness { MaxWarm = maxWarm };
        host.Catalog.Activity<int, int>("Next", n => n + 1);
        host.Catalog.Orchestrator("Main", async context =>
        {
            var n = 0;
            for (var i = 0; i < 500; i++)
            {
                n = await context.CallActivityAsync<int>("Next", n);
            }

            return n;
        });
        await host.OpenAsync();

        var end = await host.GetAsync(await host.RunAsync("Main"));

        Assert.Equal(500, end.ReadOutputAs<int>());
    }

    [Fact]
    public async Task What_a_provider_tells_of_an_exception_reaches_the_orchestrator_and_the_client_also_after_a_restart()
    {
        await using var host = new EngineHarness { ExceptionProperties = new CaseNumber() };
        host.Catalog.Activity<string?, string>("Fail", _ => throw new FormatException("no", new IOException("disk")));
        host.Catalog.Orchestrator("Main", async context =>
        {
            try
            {
                await context.CallActivityAsync("Fail");
            }
            catch (TaskFailedException e)
            {
                await context.WaitForExternalEvent<string>("go");
                throw new InvalidOperationException(
                    $"{e.FailureDetails.Properties!["number"]} of {e.FailureDetails.InnerFailure!.Properties!["of"]}");
            }
        });
        await host.OpenAsync();
        var id = await host.RunAsync("Main");
        await host.CrashAsync();
        await host.Client.RaiseEventAsync(id, "go", "x", TestContext.Current.CancellationToken);
        await host.IdleAsync();

        var failure = (await host.GetAsync(id)).FailureDetails!;
        Assert.Equal("3 of System.IO.IOException", failure.ErrorMessage);
        Assert.Equal(3L, failure.Properties!["number"]);
        Assert.Equal(new object[] { "a", 1.5, true, null! }, failure.Properties["list"]);
    }

    private sealed class CaseNumber : Microsoft.DurableTask.Worker.IExceptionPropertiesProvider
    {
        public IDictionary<string, object?> GetExceptionProperties(Exception exception) => new Dictionary<string, object?>
        {
            ["number"] = 3,
            ["of"] = exception.GetType().FullName,
            ["list"] = new object?[] { "a", 1.5, true, null },
        };
    }
}
