using Rectify.Domain.Rulebooks;

namespace Rectify.Board.Rulebooks;

/// <summary>The page of the rulebooks.</summary>
/// <param name="InForce">The id of the rulebook for a case that is opened today without naming one; null when there is none.</param>
/// <param name="All">All rulebooks, the one in force first.</param>
public sealed record RulebooksModel(string? InForce, IReadOnlyList<Rulebook> All);
