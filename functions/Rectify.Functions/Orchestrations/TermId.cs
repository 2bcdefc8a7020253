namespace Rectify.Functions.Orchestrations;

/// <summary>
/// Identifies the term of one measure of a case, as the input of an orchestration. Plain strings, since it is stored in the orchestration's
/// history.
/// </summary>
/// <param name="CaseId">The case.</param>
/// <param name="Measure">The measure, by its name in JSON.</param>
public sealed record TermId(string CaseId, string Measure);
