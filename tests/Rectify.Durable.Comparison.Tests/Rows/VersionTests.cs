using Microsoft.DurableTask;
using Rectify.Durable.Comparison.Tests.Hosts;
using Rectify.Durable.Comparison.Tests.Outcomes;
using VersionMatchStrategy = Microsoft.DurableTask.Worker.DurableTaskWorkerOptions.VersionMatchStrategy;

namespace Rectify.Durable.Comparison.Tests.Rows;

public sealed class VersionTests : Comparison
{
    [Fact]
    public Task Without_versions_there_is_none() => SameAsync(Telling(null), script => Run(script, null));

    [Fact]
    public Task A_start_may_ask_for_a_version() => SameAsync(Telling(null), script => Run(script, "1.5"));

    [Fact]
    public Task A_start_without_a_version_takes_the_default() => SameAsync(Telling(new Versioning("2.0")), script => Run(script, null));

    [Fact]
    public Task A_start_may_ask_for_no_version_in_spite_of_the_default() => SameAsync(
        Telling(new Versioning("2.0")), script => Run(script, ""));

    [Fact]
    public Task A_child_has_the_default_and_not_its_parents_version() => SameAsync(
        Family(new Versioning("2.0"), new SubOrchestrationOptions { InstanceId = "child" }), script => Run(script, "1.5"));

    [Fact]
    public Task A_child_may_be_given_a_version() => SameAsync(
        Family(new Versioning("2.0"), new SubOrchestrationOptions { InstanceId = "child", Version = "1.9" }), script => Run(script, null));

    [Fact]
    public Task A_child_without_a_default_has_no_version() => SameAsync(
        Family(null, new SubOrchestrationOptions { InstanceId = "child" }), script => Run(script, "1.5"));

    [Fact]
    public Task An_activity_has_the_version_of_its_orchestrator_or_the_one_it_is_given() => SameAsync(
        new Code()
            .Activity<object>("Version", (context, _, _) => Task.FromResult<object?>(context.Version))
            .Orchestrator("Tell", async (context, _) =>
            {
                var own = await context.CallActivityAsync<string>("Version");
                var given = await context.CallActivityAsync<string>("Version", options: new TaskOptions { Version = "9" });
                return $"'{own}' '{given}'";
            }),
        script => Run(script, "1.5"));

    [Fact]
    public Task Another_version_fails_when_only_the_very_same_may_run() => SameAsync(
        Telling(new Versioning("2.0", VersionMatchStrategy.Strict)), script => Run(script, "1.5"));

    [Fact]
    public Task An_older_version_runs_when_older_ones_may() => SameAsync(
        Telling(new Versioning("2.0", VersionMatchStrategy.CurrentOrOlder)), script => Run(script, "1.5"));

    [Fact]
    public Task A_newer_version_fails_when_older_ones_may_run() => SameAsync(
        Telling(new Versioning("2.0", VersionMatchStrategy.CurrentOrOlder)), script => Run(script, "2.1"));

    [Fact]
    public Task The_next_execution_keeps_its_version_or_takes_a_new_one() => SameAsync(
        new Code().Orchestrator<int>("Tell", (context, input, journal) =>
        {
            journal.Add(context, $"'{context.Version}'");
            if (input < 2)
            {
                context.ContinueAsNew(new ContinueAsNewOptions { NewInput = input + 1, NewVersion = input == 1 ? "3.0" : null });
            }

            return Task.FromResult<object?>(null);
        }),
        script => Run(script, "1.5"));

    private static Code Telling(Versioning? versioning) => new Code { Versioning = versioning }
        .Orchestrator("Tell", (context, _) => Task.FromResult<object?>($"'{context.Version}'"));

    private static Code Family(Versioning? versioning, SubOrchestrationOptions options) => new Code { Versioning = versioning }
        .Orchestrator("Child", (context, _) => Task.FromResult<object?>($"'{context.Version}'"))
        .Orchestrator("Tell", async (context, _) =>
        {
            var child = await context.CallSubOrchestratorAsync<string>("Child", options: options);
            return $"'{context.Version}' {child}";
        });

    private static async Task Run(Script script, string? version)
    {
        var options = new StartOrchestrationOptions("a");
        await script.StartAsync("Tell", version is null ? options : options with { Version = version });
        await script.EndAsync("a");
    }
}
