using Microsoft.Azure.Functions.Worker;
using Rectify.Embedded.Hosting.Functions;

namespace Rectify.Embedded.Hosting.Invocation;

/// <summary>One invocation: what started it, and what came of it.</summary>
internal sealed class InvocationContext(
    FunctionDescriptor function, string id, object? startedBy, IServiceProvider services, CancellationToken cancellation)
    : FunctionContext
{
    public FunctionDescriptor Function => function;

    /// <summary>Request, timer info, orchestration context, or activity input.</summary>
    public object? StartedBy => startedBy;

    /// <summary>What the function returned; null before that.</summary>
    public object? Result { get; set; }

    public override string InvocationId => id;

    public override string FunctionId => function.Definition.Id;

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition => function.Definition;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new InvocationFeatures();

    public override CancellationToken CancellationToken => cancellation;
}
