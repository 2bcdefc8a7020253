using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rectify.Server.Functions;

namespace Rectify.Server.Invocation;

/// <summary>One invocation of a function: what started it, and its result.</summary>
internal sealed class InvocationContext(
    FunctionDescriptor function, string id, object? startedBy, IServiceProvider services, CancellationToken cancellation)
    : FunctionContext
{
    public FunctionDescriptor Function => function;

    /// <summary>What started the invocation: request, timer info, orchestration context, or activity input.</summary>
    public object? StartedBy => startedBy;

    /// <summary>What the function returned; null before that.</summary>
    public object? Result { get; set; }

    public override string InvocationId => id;

    public override string FunctionId => function.Definition.Id;

    public override TraceContext TraceContext { get; } = new CurrentTrace();

    public override BindingContext BindingContext { get; } = new RouteData((startedBy as HttpRequest)?.RouteValues);

    public override RetryContext RetryContext { get; } = new NoRetries();

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition => function.Definition;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new InvocationFeatures();

    public override CancellationToken CancellationToken => cancellation;

    private sealed class CurrentTrace : TraceContext
    {
        public override string TraceParent { get; } = Activity.Current?.Id ?? string.Empty;

        public override string TraceState { get; } = Activity.Current?.TraceStateString ?? string.Empty;
    }

    private sealed class RouteData(IReadOnlyDictionary<string, object?>? values) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData { get; } = values ?? new Dictionary<string, object?>();
    }

    private sealed class NoRetries : RetryContext
    {
        public override int RetryCount => 0;

        public override int MaxRetryCount => 0;
    }
}
