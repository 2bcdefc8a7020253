using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>A veto in a case.</summary>
/// <param name="Ground">Why.</param>
/// <param name="Term">First and last barred day.</param>
/// <param name="LegalBasis">The article.</param>
/// <param name="MissedBy">How the missed deadline came to be known; null for a veto on another ground.</param>
/// <param name="DecidedOn">
/// The day on which the committee imposed or confirmed it; null for a veto that took effect by itself and is not confirmed (S7).
/// </param>
/// <param name="DocumentNumber">文号 of that decision; null when the case's own number stands for it.</param>
/// <param name="NeedsReview">
/// Whether a person has to decide about the veto, because the listing it follows from was revoked, an assessment was corrected, or a report
/// handed in by the deadline was entered late (S8, S10).
/// </param>
public sealed record Veto(
    VetoGround Ground, DayInterval Term, string LegalBasis, MissedBy? MissedBy, DateOnly? DecidedOn, string? DocumentNumber,
    Review NeedsReview = Review.NotNeeded)
{
    /// <summary>Who imposed or confirmed it; null where the entry does not say, and the organ that opened the case stands for it.</summary>
    public DecidingBody? By { get; init; }
}

/// <summary>Whether a person has to look at a measure again.</summary>
public enum Review
{
    /// <summary>The basis of the measure stands.</summary>
    NotNeeded,

    /// <summary>The basis of the measure was taken away.</summary>
    Needed,
}

/// <summary>How it came to be known that the goal was not reached in time.</summary>
public enum MissedBy
{
    /// <summary>The deadline passed and no report had been entered.</summary>
    Time,

    /// <summary>An inspection after the deadline found it (S8).</summary>
    Inspection,
}

/// <summary>A veto that a body has yet to decide about (S7).</summary>
/// <param name="Ground">Why.</param>
/// <param name="ProposedOn">First day on which it can be decided.</param>
/// <param name="Term">First and last day it would bar; null when it would count from the decision.</param>
/// <param name="MissedBy">How the missed deadline came to be known; null on another ground.</param>
public sealed record Proposal(VetoGround Ground, DateOnly ProposedOn, DayInterval? Term, MissedBy? MissedBy)
{
    /// <summary>Whether the veto, once imposed, could bar this day.</summary>
    public bool MayBar(DateOnly day) => Term is { } term ? term.Contains(day) : day >= ProposedOn;
}
