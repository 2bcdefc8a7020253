namespace Rectify.Domain.Rulebooks;

/// <summary>A severity that may skip rungs (S16).</summary>
/// <param name="Severity">How grave the matter is.</param>
/// <param name="To">The highest rung at which such a matter may start: talk, listing or veto.</param>
public sealed record SeveritySkip(Severity Severity, Rung To);
