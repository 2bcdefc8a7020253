using System.Reflection;

namespace Rectify.Server.Functions;

/// <summary>A function of the app, checked and ready to be called.</summary>
/// <param name="Name">Unique in the app.</param>
/// <param name="Method">The method.</param>
/// <param name="Trigger">What starts it.</param>
/// <param name="Sources">Where each argument comes from, in the order of the parameters.</param>
/// <param name="Definition">What middleware sees of it.</param>
internal sealed record FunctionDescriptor(
    string Name,
    MethodInfo Method,
    Trigger Trigger,
    IReadOnlyList<ParameterSource> Sources,
    IndexedDefinition Definition)
{
    public ReturnValue Returns { get; } = ReturnValue.Of(Method.ReturnType);
}
