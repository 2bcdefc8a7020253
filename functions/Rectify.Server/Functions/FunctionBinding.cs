using System.Text.Json;
using Microsoft.Azure.Functions.Worker;

namespace Rectify.Server.Functions;

/// <summary>
/// A binding from the metadata that the build generates: a JSON object with name, type, direction and further members by type.
/// </summary>
internal sealed class FunctionBinding : BindingMetadata
{
    private readonly JsonElement written;

    private FunctionBinding(JsonElement written) => this.written = written;

    public override string Name => Text("name") ?? string.Empty;

    public override string Type => Text("type") ?? string.Empty;

    public override BindingDirection Direction =>
        string.Equals(Text("direction"), "in", StringComparison.OrdinalIgnoreCase) ? BindingDirection.In : BindingDirection.Out;

    /// <summary>Whether the binding starts the function.</summary>
    public bool IsTrigger => Type.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase);

    public static FunctionBinding Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new FunctionBinding(document.RootElement.Clone());
    }

    /// <summary>Whether the binding is of a type. Like the platform, this ignores case.</summary>
    public bool Is(string type) => string.Equals(Type, type, StringComparison.OrdinalIgnoreCase);

    /// <summary>A member that holds text; null if it is absent or null.</summary>
    public string? Text(string member) => Find(member) is { } value ? value.ToString() : null;

    /// <summary>A member that holds true or false; <paramref name="otherwise"/> if it is absent.</summary>
    public bool Flag(string member, bool otherwise) => Find(member) is { } value ? bool.Parse(value.ToString()) : otherwise;

    /// <summary>A member that holds a list of texts; null if it is absent.</summary>
    public IReadOnlyList<string>? Texts(string member) =>
        Find(member) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(item => item.ToString())] : null;

    private JsonElement? Find(string member)
    {
        foreach (var found in written.EnumerateObject())
        {
            if (string.Equals(found.Name, member, StringComparison.OrdinalIgnoreCase) && found.Value.ValueKind != JsonValueKind.Null)
            {
                return found.Value;
            }
        }

        return null;
    }
}
