using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Azure.Functions.Worker;

namespace Rectify.Embedded.Hosting.Functions;

/// <summary>A function's definition, read from its method.</summary>
internal sealed class ReflectedDefinition : FunctionDefinition
{
    public ReflectedDefinition(string name, MethodInfo method, IEnumerable<BindingMetadata> bindings)
    {
        Name = name;
        EntryPoint = $"{method.DeclaringType!.FullName}.{method.Name}";
        PathToAssembly = method.DeclaringType.Assembly.Location;
        Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name} {EntryPoint}")))[..16];
        Parameters =
        [
            .. method.GetParameters().Select(p =>
                new FunctionParameter(p.Name!, p.ParameterType, p.HasDefaultValue, p.HasDefaultValue ? p.DefaultValue : null)),
        ];

        var byDirection = bindings.ToLookup(b => b.Direction);
        InputBindings = byDirection[BindingDirection.In].ToImmutableDictionary(b => b.Name);
        OutputBindings = byDirection[BindingDirection.Out].ToImmutableDictionary(b => b.Name);
    }

    public override ImmutableArray<FunctionParameter> Parameters { get; }

    public override string PathToAssembly { get; }

    public override string EntryPoint { get; }

    public override string Id { get; }

    public override string Name { get; }

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; }

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings { get; }
}
