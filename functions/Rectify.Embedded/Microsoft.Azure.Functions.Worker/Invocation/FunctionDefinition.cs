using System.Collections.Immutable;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>What is known of a function before it runs.</summary>
public abstract class FunctionDefinition
{
    /// <summary>The parameters of the method, in order.</summary>
    public abstract ImmutableArray<FunctionParameter> Parameters { get; }

    /// <summary>The file of the assembly that holds the function.</summary>
    public abstract string PathToAssembly { get; }

    /// <summary>The full name of the method: namespace, class, method.</summary>
    public abstract string EntryPoint { get; }

    /// <summary>An id, unique to the function and the same after a restart.</summary>
    public abstract string Id { get; }

    /// <summary>The name of the function, unique in the app.</summary>
    public abstract string Name { get; }

    /// <summary>The trigger and the other inputs, by name of the parameter.</summary>
    public abstract IImmutableDictionary<string, BindingMetadata> InputBindings { get; }

    /// <summary>The outputs, by name; <c>$return</c> is the return value.</summary>
    public abstract IImmutableDictionary<string, BindingMetadata> OutputBindings { get; }
}
