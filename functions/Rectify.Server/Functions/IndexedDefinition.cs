using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;

namespace Rectify.Server.Functions;

/// <summary>The definition of a function that middleware sees.</summary>
internal sealed class IndexedDefinition(IFunctionMetadata metadata, MethodInfo method, IReadOnlyList<FunctionBinding> bindings)
    : FunctionDefinition
{
    public override ImmutableArray<FunctionParameter> Parameters { get; } =
    [
        .. method.GetParameters().Select(p =>
            new FunctionParameter(p.Name!, p.ParameterType, p.HasDefaultValue, p.HasDefaultValue ? p.DefaultValue : null)),
    ];

    public override string PathToAssembly => method.DeclaringType!.Assembly.Location;

    public override string EntryPoint => metadata.EntryPoint!;

    public override string Id => metadata.FunctionId!;

    public override string Name => metadata.Name!;

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } = Of(bindings, BindingDirection.In);

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings { get; } = Of(bindings, BindingDirection.Out);

    private static ImmutableDictionary<string, BindingMetadata> Of(IEnumerable<FunctionBinding> bindings, BindingDirection direction) =>
        bindings
            .Where(binding => binding.Direction == direction)
            .ToImmutableDictionary(binding => binding.Name, BindingMetadata (binding) => binding);
}
