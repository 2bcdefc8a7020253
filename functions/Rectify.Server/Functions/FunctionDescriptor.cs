using System.Reflection;

namespace Rectify.Server.Functions;

/// <summary>A function of the app, checked and ready to be called.</summary>
/// <param name="Name">The name of the function, unique in the app.</param>
/// <param name="Method">The method that is called.</param>
/// <param name="Trigger">What starts the function.</param>
/// <param name="Sources">Where each argument comes from, in the order of the parameters.</param>
/// <param name="Definition">The definition of the function that middleware sees.</param>
internal sealed record FunctionDescriptor(
    string Name,
    MethodInfo Method,
    Trigger Trigger,
    IReadOnlyList<ParameterSource> Sources,
    IndexedDefinition Definition)
{
    public ReturnValue Returns { get; } = ReturnValue.Of(Method.ReturnType);
}
