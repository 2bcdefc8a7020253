using Microsoft.DurableTask;
using Rectify.Durable.Comparison.Tests.Outcomes;

namespace Rectify.Durable.Comparison.Tests.Hosts;

/// <summary>An orchestrator; a host asks for the form it can register.</summary>
internal abstract record OrchestratorCode(string Name)
{
    /// <summary>Registers with the worker of the SDK, which wants to know the type of the input.</summary>
    public abstract void AddTo(DurableTaskRegistry registry, Journal journal);

    /// <summary>The orchestrator as a function that reads its input itself.</summary>
    public abstract Func<TaskOrchestrationContext, Task<object?>> Bind(Journal journal);
}

internal sealed record OrchestratorCode<TInput>(string Name, Func<TaskOrchestrationContext, TInput?, Journal, Task<object?>> Run)
    : OrchestratorCode(Name)
{
    public override void AddTo(DurableTaskRegistry registry, Journal journal) =>
        registry.AddOrchestratorFunc<TInput, object?>(Name, (context, input) => Run(context, input, journal));

    public override Func<TaskOrchestrationContext, Task<object?>> Bind(Journal journal) =>
        context => Run(context, context.GetInput<TInput>(), journal);
}
