using System.Text.Json.Serialization;

namespace Rectify.Domain.Identity;

/// <summary>Id of a sanction: one interval during which one subject is barred.</summary>
/// <param name="Value">Opaque text, never a name.</param>
[JsonConverter(typeof(IdConverter<SanctionId>))]
public readonly record struct SanctionId(string Value) : IId<SanctionId>
{
    /// <inheritdoc/>
    public static SanctionId Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
