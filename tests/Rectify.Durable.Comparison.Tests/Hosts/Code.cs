using Microsoft.DurableTask;
using Rectify.Durable.Comparison.Tests.Outcomes;

namespace Rectify.Durable.Comparison.Tests.Hosts;

/// <summary>The orchestrators and activities of a row.</summary>
internal sealed class Code
{
    private readonly List<OrchestratorCode> orchestrators = [];
    private readonly List<ActivityCode> activities = [];

    public IReadOnlyList<OrchestratorCode> Orchestrators => orchestrators;

    public IReadOnlyList<ActivityCode> Activities => activities;

    /// <summary>The version of the code and which instances it may run; null is no versioning.</summary>
    public Versioning? Versioning { get; init; }

    public Code Orchestrator<TInput>(string name, Func<TaskOrchestrationContext, TInput?, Journal, Task<object?>> run)
    {
        orchestrators.Add(new OrchestratorCode<TInput>(name, run));
        return this;
    }

    public Code Orchestrator(string name, Func<TaskOrchestrationContext, Journal, Task<object?>> run) =>
        Orchestrator<object>(name, (context, _, journal) => run(context, journal));

    public Code Activity<TInput>(string name, Func<TaskActivityContext, TInput?, Journal, Task<object?>> run)
    {
        activities.Add(new ActivityCode<TInput>(name, run));
        return this;
    }

    public Code Activity(string name, Func<Journal, object?> run) =>
        Activity<object>(name, (_, _, journal) => Task.FromResult(run(journal)));

    /// <summary>Adds an orchestrator that waits for the event 'go' and returns its payload.</summary>
    public Code Waiter(string name = "Wait") =>
        Orchestrator(name, async (context, _) => await context.WaitForExternalEvent<string>("go"));

    /// <summary>Adds an activity that returns its input.</summary>
    public Code Echo() => Activity<string>("Echo", (_, input, _) => Task.FromResult<object?>(input));

    /// <summary>Adds an activity that always fails, with a cause.</summary>
    public Code Broken(string name = "Broken") => Activity(
        name, _ => throw new InvalidOperationException("The press is broken.", new FormatException("No such paper.")));
}
