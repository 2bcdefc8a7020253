namespace Microsoft.Azure.Functions.Worker;

/// <summary>Makes a public method of a public class a function.</summary>
/// <remarks>One of the parameters of the method carries the trigger.</remarks>
/// <param name="name">The name of the function, unique in the app.</param>
[AttributeUsage(AttributeTargets.Method)]
public class FunctionAttribute(string name) : Attribute
{
    /// <summary>The name of the function, unique in the app.</summary>
    public string Name { get; } = name;
}
