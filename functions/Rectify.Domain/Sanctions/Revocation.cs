using System.Text.Json.Serialization;

namespace Rectify.Domain.Sanctions;

/// <summary>撤销: the deciding body takes a measure or a sanction back (S10). History is never rewritten.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "effect")]
[JsonDerivedType(typeof(FromDate), "fromDate")]
[JsonDerivedType(typeof(Void), "void")]
public abstract record Revocation
{
    private Revocation()
    {
    }

    /// <summary>The bar ends: <paramref name="On"/> is the first day that is free again.</summary>
    public sealed record FromDate(DateOnly On) : Revocation;

    /// <summary>The bar is void from its start, as if it had never been imposed.</summary>
    public sealed record Void : Revocation;
}
