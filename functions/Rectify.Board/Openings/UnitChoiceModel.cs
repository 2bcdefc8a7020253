using Rectify.Domain.Messages;

namespace Rectify.Board.Openings;

/// <summary>Which unit a case is about.</summary>
/// <param name="Address">Where the choice leads.</param>
/// <param name="Units">Those that may be chosen.</param>
/// <param name="Search">What was searched for; null when the register is short enough to be shown.</param>
/// <param name="IsEmpty">Whether the register holds no unit at all.</param>
/// <param name="Wrong">What is wrong with the unit that was asked for; null when nothing is.</param>
public sealed record UnitChoiceModel(string Address, IReadOnlyList<ChoosableUnit> Units, string? Search, bool IsEmpty, Bilingual? Wrong);

/// <summary>A unit that may be chosen.</summary>
public sealed record ChoosableUnit(string UnitId, string Name);
