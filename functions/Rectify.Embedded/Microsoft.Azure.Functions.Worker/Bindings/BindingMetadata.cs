namespace Microsoft.Azure.Functions.Worker;

/// <summary>One binding of a function.</summary>
public abstract class BindingMetadata
{
    /// <summary>The name of the parameter that is bound.</summary>
    public abstract string Name { get; }

    /// <summary>The kind of binding, for example <c>httpTrigger</c>.</summary>
    public abstract string Type { get; }

    /// <summary>Which way the binding carries its value.</summary>
    public abstract BindingDirection Direction { get; }
}
