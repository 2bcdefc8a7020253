namespace Rectify.Functions.Ledger;

/// <summary>What lists show of a case, so that none of them has to read the case for it.</summary>
/// <param name="DocumentNumber">文号 of the decision that opened the case.</param>
/// <param name="UnitName">The unit's name when the case was opened.</param>
/// <param name="ListedOn">The day of the listing; null for a case that started with the veto.</param>
/// <param name="Deadline">What the deadline is; null for a case that started with the veto and has none.</param>
/// <param name="YellowFrom">The first day on which a running deadline shows yellow; null without a deadline.</param>
/// <param name="Bars">Whom the case bars on the day of its last event or later.</param>
public sealed record CaseSummary(
    string DocumentNumber, string UnitName, DateOnly? ListedOn, DeadlineState? Deadline, DateOnly? YellowFrom, BarList Bars);

/// <summary>Whether a deadline may still move by itself.</summary>
public enum DeadlineState
{
    /// <summary>The holidays of its year are announced.</summary>
    Fixed,

    /// <summary>To be computed again when they are.</summary>
    Provisional,
}
