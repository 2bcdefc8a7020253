using System.Text.Json.Serialization;

namespace Rectify.Domain.Identity;

/// <summary>Id of a person in the register. A sanction is bound to the person, not to the post (S6).</summary>
/// <param name="Value">Opaque text, never a name.</param>
[JsonConverter(typeof(IdConverter<OfficialId>))]
public readonly record struct OfficialId(string Value) : IId<OfficialId>
{
    /// <inheritdoc/>
    public static OfficialId Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
