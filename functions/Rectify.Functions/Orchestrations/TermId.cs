namespace Rectify.Functions.Orchestrations;

/// <summary>The sanctions of one measure of one case. Plain texts, since it is stored in the history of an orchestration.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Measure">Name of the measure on the wire.</param>
public sealed record TermId(string CaseId, string Measure);
