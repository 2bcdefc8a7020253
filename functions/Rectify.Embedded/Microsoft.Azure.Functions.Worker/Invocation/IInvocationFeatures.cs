namespace Microsoft.Azure.Functions.Worker;

/// <summary>Objects attached to one invocation, one for each type.</summary>
public interface IInvocationFeatures : IEnumerable<KeyValuePair<Type, object>>
{
    /// <summary>Attaches an object, in place of the one of the same type.</summary>
    /// <typeparam name="T">The type it is found by.</typeparam>
    /// <param name="instance">The object.</param>
    void Set<T>(T instance);

    /// <summary>The object attached for a type, or null.</summary>
    /// <typeparam name="T">The type it is found by.</typeparam>
    T? Get<T>();
}
