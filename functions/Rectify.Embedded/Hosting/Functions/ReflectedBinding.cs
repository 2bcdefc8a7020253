using Microsoft.Azure.Functions.Worker;

namespace Rectify.Embedded.Hosting.Functions;

/// <summary>A binding read from a parameter's attribute.</summary>
internal sealed class ReflectedBinding(string name, string type, BindingDirection direction) : BindingMetadata
{
    public override string Name => name;

    public override string Type => type;

    public override BindingDirection Direction => direction;
}
