using Rectify.Domain.Messages;

namespace Rectify.Board.Openings;

/// <summary>The choice of the unit, before the form that opens a case.</summary>
/// <param name="Address">The address of the form for the chosen unit.</param>
/// <param name="Units">The units that may be chosen.</param>
/// <param name="Search">The text that was searched for; null when the register is short enough to show all units.</param>
/// <param name="IsEmpty">Whether the register holds no unit at all.</param>
/// <param name="Wrong">Why the unit that was asked for cannot be chosen; null when there is no such error.</param>
public sealed record UnitChoiceModel(string Address, IReadOnlyList<ChoosableUnit> Units, string? Search, bool IsEmpty, Bilingual? Wrong)
{
    /// <summary>The rulebook that was chosen for the form; null for the one in force.</summary>
    public string? RulebookId { get; init; }
}

/// <summary>A unit that may be chosen.</summary>
public sealed record ChoosableUnit(string UnitId, string Name);
