using Microsoft.DurableTask;
using Rectify.Durable.Comparison.Tests.Outcomes;

namespace Rectify.Durable.Comparison.Tests.Hosts;

/// <summary>An activity; a host asks for the form it can register.</summary>
internal abstract record ActivityCode(string Name)
{
    /// <summary>Registers with the worker of the SDK.</summary>
    public abstract void AddTo(DurableTaskRegistry registry, Journal journal);

    /// <summary>Runs on serialized text, as a store hands it out.</summary>
    public abstract Task<string?> RunAsync(TaskActivityContext context, string? input, DataConverter converter, Journal journal);
}

internal sealed record ActivityCode<TInput>(string Name, Func<TaskActivityContext, TInput?, Journal, Task<object?>> Run)
    : ActivityCode(Name)
{
    public override void AddTo(DurableTaskRegistry registry, Journal journal) =>
        registry.AddActivityFunc<TInput, object?>(Name, (context, input) => Run(context, input, journal));

    public override async Task<string?> RunAsync(
        TaskActivityContext context, string? input, DataConverter converter, Journal journal) =>
        converter.Serialize(await Run(context, input is null ? default : converter.Deserialize<TInput>(input), journal));
}
