using System.Diagnostics;
using Rectify.Domain.Assessments;
using Rectify.Domain.Identity;
using Rectify.Office.Openings;
using Rectify.Office.Requests;

namespace Rectify.Office.Assessments;

/// <summary>A warning after an assessment was entered; the entry itself is recorded.</summary>
public abstract record AssessmentWarning
{
    private AssessmentWarning()
    {
    }

    /// <summary>The text in answers of the API, which are in English.</summary>
    public string Text => this switch
    {
        NotOpened(var ground, var problem) =>
            AssessmentMessages.NotOpened.With(ground.Words, problem.Detail).ToString(),
        NobodyInPost(var unitId, var ground, var caseId) =>
            $"Nobody in the register held a sanctioned role in {unitId} on {ground.DecidedOn:yyyy-MM-dd}: "
            + $"the case {caseId} concerns the unit alone until its leaders are named by a correction. (S1)",
        CountReached(var reached) => reached.Words.English,
        OfCase(var caseId, var warning) => $"Case {caseId}: {warning.Text}",
        _ => throw new UnreachableException(GetType().Name),
    };

    /// <summary>Two consecutive years are failed, but a rule prevents the opening of the case.</summary>
    public sealed record NotOpened(FailedYears Ground, Problem Problem) : AssessmentWarning;

    /// <summary>A case was opened, and there is a warning about it.</summary>
    public sealed record OfCase(CaseId CaseId, OpeningWarning Warning) : AssessmentWarning;

    /// <summary>So many failed years are reached that the rulebook asks for something more.</summary>
    public sealed record CountReached(ReachedCount Reached) : AssessmentWarning;

    /// <summary>A case was opened that names no leader.</summary>
    public sealed record NobodyInPost(UnitId UnitId, FailedYears Ground, CaseId CaseId) : AssessmentWarning;
}
