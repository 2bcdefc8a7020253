namespace Rectify.Domain.Rulebooks;

/// <summary>How long the listing bars (S4).</summary>
public enum ListingSanction
{
    /// <summary>For its months, whether or not the unit is released before.</summary>
    FixedTerm,

    /// <summary>
    /// As long as the unit is listed: to the day of the release, the first day of the veto, or the decision against it, inclusive.
    /// </summary>
    WhileListed,
}
