namespace Rectify.Domain.Rulebooks;

/// <summary>How long the listing bars (S4).</summary>
public enum ListingSanction
{
    /// <summary>For its fixed number of months, even when the unit is released earlier.</summary>
    FixedTerm,

    /// <summary>
    /// As long as the unit is listed: up to and including the day of the release, the first day of the veto, or the day of the decision
    /// against the veto.
    /// </summary>
    WhileListed,
}
