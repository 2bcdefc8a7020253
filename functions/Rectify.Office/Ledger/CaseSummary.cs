using Rectify.Domain.Rulebooks;

namespace Rectify.Office.Ledger;

/// <summary>What lists show of a case, so that none of them has to read the case for it.</summary>
/// <param name="DocumentNumber">文号 of the decision that opened the case.</param>
/// <param name="UnitName">The unit's name when the case was opened.</param>
/// <param name="Rung">The rung on which the case began.</param>
/// <param name="ListedOn">The day of the listing, the notice or the talk; null for a case that started with the veto.</param>
/// <param name="Deadline">What the deadline is; null for a case that started with the veto and has none.</param>
/// <param name="YellowFrom">The first day on which a running deadline shows yellow; null without a deadline.</param>
/// <param name="Bars">Whom the case bars on the day of its last event or later.</param>
public sealed record CaseSummary(
    string DocumentNumber, string UnitName, Rung Rung, DateOnly? ListedOn, DeadlineState? Deadline, DateOnly? YellowFrom, BarList Bars)
{
    /// <summary>The act for which the case waits; null in a row of an earlier version, so that the case itself has to be read.</summary>
    public Awaited? Awaited { get; init; }

    /// <summary>The instant of the last entry, UTC; null in a row of an earlier version.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>How many units the document of the case lists, each with a case of its own; 1 for most.</summary>
    public int Units { get; init; } = 1;

    /// <summary>The rung of a row as it was stored. Earlier versions stored none and knew listings and vetoes only.</summary>
    /// <param name="stored">The rung in the row; null when it has none.</param>
    /// <param name="listedOn">The day of the listing in the same row.</param>
    public static Rung RungOf(Rung? stored, DateOnly? listedOn) => stored ?? (listedOn is null ? Rung.Veto : Rung.Listing);
}

/// <summary>Whether a deadline may still move by itself.</summary>
public enum DeadlineState
{
    /// <summary>The holidays of its year are announced.</summary>
    Fixed,

    /// <summary>The holidays of its year are not announced yet; the deadline is computed again when they are.</summary>
    Provisional,
}
