using Rectify.Domain.Identity;
using Rectify.Office.Cases;
using Rectify.Office.Rulebooks;

namespace Rectify.Office.RulebookChanges;

/// <summary>Body of <c>POST /api/rulebooks/{id}/in-force</c>.</summary>
public sealed record RulebookInForceBody(DateOnly From, string Reason);

/// <summary>Body of <c>POST /api/rulebooks/{id}/retirement</c>.</summary>
public sealed record RulebookRetirementBody(string Reason);

/// <summary>An edition compared with another one, on the wire.</summary>
/// <param name="Id">The edition.</param>
/// <param name="With">The other one: by default the one in force today.</param>
/// <param name="Differences">What is different in the edition.</param>
/// <param name="RunningCases">Open cases by the edition that each keeps, whatever is put in force.</param>
/// <param name="UnreadableCases">Open cases that cannot be read.</param>
public sealed record RulebookComparisonView(
    string Id, string With, IReadOnlyList<RulebookDifference> Differences, IReadOnlyList<RunningCasesView> RunningCases,
    IReadOnlyList<UnreadableView> UnreadableCases);

/// <summary>The open cases that keep one edition.</summary>
public sealed record RunningCasesView(string RulebookId, string Hash, int Count, IReadOnlyList<RunningCaseView> Cases);

/// <summary>An open case that keeps its rulebook.</summary>
public sealed record RunningCaseView(CaseId CaseId, string DocumentNumber);

/// <summary>The answer to an upload: the edition, and what is different in it.</summary>
/// <param name="Rulebook">The edition; with <c>dryRun</c> as it would be.</param>
/// <param name="Recorded">Whether it is recorded.</param>
/// <param name="Comparison">Compared with the one in force today; null when none is.</param>
public sealed record LoadedRulebookView(RulebookEditionView Rulebook, bool Recorded, RulebookComparisonView? Comparison);

/// <summary>The answer to a decision that puts an edition in force.</summary>
/// <param name="Rulebook">The edition.</param>
/// <param name="UntouchedCases">Open cases, which keep the edition that they were opened under.</param>
/// <param name="UnreadableCases">Open cases that cannot be read.</param>
public sealed record RulebookInForceView(
    RulebookEditionView Rulebook, IReadOnlyList<RunningCasesView> UntouchedCases, IReadOnlyList<UnreadableView> UnreadableCases);
