using Rectify.Domain.Messages;

namespace Rectify.Board.Registry;

/// <summary>A fact of a register entry.</summary>
/// <param name="Label">The heading.</param>
/// <param name="Text">The value; null when there is none.</param>
/// <param name="Address">The address of a page with more about it; null when there is none.</param>
public sealed record RegisterFact(Bilingual Label, Bilingual? Text, string? Address = null);
