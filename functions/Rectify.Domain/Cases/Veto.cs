using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>A veto in a case.</summary>
/// <param name="Ground">Why.</param>
/// <param name="Term">First and last barred day.</param>
/// <param name="LegalBasis">The article.</param>
/// <param name="NeedsReview">The listing it follows from was revoked: a person has to decide about the veto (S10).</param>
public sealed record Veto(VetoGround Ground, DayInterval Term, string LegalBasis, Review NeedsReview = Review.NotNeeded);

/// <summary>Whether a person has to look at a measure again.</summary>
public enum Review
{
    /// <summary>It stands on its own basis.</summary>
    NotNeeded,

    /// <summary>Its basis was taken away.</summary>
    Needed,
}
