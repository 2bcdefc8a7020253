namespace Rectify.Domain.Rulebooks;

/// <summary>A severity for which rungs may be passed over (S16).</summary>
/// <param name="Severity">How grave the matter is.</param>
/// <param name="To">The rung up to which it may be taken at once: talk, listing or veto.</param>
public sealed record SeveritySkip(Severity Severity, Rung To);
