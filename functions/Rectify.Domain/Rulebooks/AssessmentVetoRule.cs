namespace Rectify.Domain.Rulebooks;

/// <summary>The veto for two failed assessment years in a row (V3).</summary>
/// <param name="Source">Where it is written; the veto cites it.</param>
public sealed record AssessmentVetoRule(string Source);
