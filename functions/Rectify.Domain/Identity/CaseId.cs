using System.Text.Json.Serialization;

namespace Rectify.Domain.Identity;

/// <summary>Id of a case: one matter from its opening entry to its close.</summary>
/// <param name="Value">Opaque text, never a name.</param>
[JsonConverter(typeof(IdConverter<CaseId>))]
public readonly record struct CaseId(string Value) : IId<CaseId>
{
    /// <inheritdoc/>
    public static CaseId Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
