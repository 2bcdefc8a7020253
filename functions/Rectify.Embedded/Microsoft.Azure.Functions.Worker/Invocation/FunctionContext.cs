namespace Microsoft.Azure.Functions.Worker;

/// <summary>One invocation of a function, as middleware and the function itself see it.</summary>
public abstract class FunctionContext
{
    /// <summary>An id, unique to the invocation.</summary>
    public abstract string InvocationId { get; }

    /// <summary>An id, unique to the function and the same after a restart.</summary>
    public abstract string FunctionId { get; }

    /// <summary>The services of this invocation's scope.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    /// <summary>The function that is invoked.</summary>
    public abstract FunctionDefinition FunctionDefinition { get; }

    /// <summary>Data shared by middleware and function within the invocation.</summary>
    public abstract IDictionary<object, object> Items { get; set; }

    /// <summary>Typed objects attached to the invocation.</summary>
    public abstract IInvocationFeatures Features { get; }

    /// <summary>Signalled when the invocation should end early: the caller has gone, or the host stops.</summary>
    public virtual CancellationToken CancellationToken { get; } = CancellationToken.None;
}
