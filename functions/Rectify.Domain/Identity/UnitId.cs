using System.Text.Json.Serialization;

namespace Rectify.Domain.Identity;

/// <summary>Id of a unit in the register.</summary>
/// <param name="Value">Opaque text, never a name.</param>
[JsonConverter(typeof(IdConverter<UnitId>))]
public readonly record struct UnitId(string Value) : IId<UnitId>
{
    /// <inheritdoc/>
    public static UnitId Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
