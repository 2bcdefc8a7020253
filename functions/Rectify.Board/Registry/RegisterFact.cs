using Rectify.Domain.Messages;

namespace Rectify.Board.Registry;

/// <summary>What an entry says under a heading.</summary>
/// <param name="Label">The heading.</param>
/// <param name="Text">What stands there; null when nothing does.</param>
/// <param name="Address">Where more about it is; null when nowhere.</param>
public sealed record RegisterFact(Bilingual Label, Bilingual? Text, string? Address = null);
