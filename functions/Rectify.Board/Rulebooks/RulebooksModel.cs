using Rectify.Domain.Rulebooks;

namespace Rectify.Board.Rulebooks;

/// <summary>The rules by which cases are decided.</summary>
/// <param name="InForce">The one for a case that is opened today and names none; null when there is none.</param>
/// <param name="All">Every edition, the one in force first.</param>
public sealed record RulebooksModel(string? InForce, IReadOnlyList<Rulebook> All);
