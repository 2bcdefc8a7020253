using Rectify.Domain.Assessments;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Office.Requests;

namespace Rectify.Office.Assessments;

/// <summary>
/// Body of <c>PUT /api/assessments/{unitId}/{year}</c>. A member that is left out keeps what was entered for the year; for a year without
/// an entry the day of the decision is today, and the other members are empty. The result is named by <c>result</c>, or by the code of a
/// grade of the rulebook in force on that day (<c>grade</c>), which says what it counts as.
/// </summary>
public sealed record AssessmentBody(
    AssessmentResult? Result = null, DateOnly? DecidedOn = null, string? DocumentNumber = null, string? Remarks = null,
    string? Reason = null, string? Grade = null)
{
    private const int FirstYear = 2000;

    /// <summary>The year in the address, from 2000 to the current year.</summary>
    public static Outcome<int> Year(string text, DateOnly today) => DateLimits.Year(AssessmentMessages.Year, text, FirstYear, today.Year);

    /// <summary>The entry that the body makes; the latest entry of the year when the body says the same.</summary>
    /// <param name="unitId">The unit.</param>
    /// <param name="year">The year.</param>
    /// <param name="standing">The latest entry of the year; null when nothing was entered yet.</param>
    /// <param name="revision">The next revision of the unit.</param>
    /// <param name="actor">Who enters it.</param>
    /// <param name="at">The instant.</param>
    /// <param name="today">The local day.</param>
    /// <param name="gradesOn">The grades of the rulebook in force on a day; empty where it has none.</param>
    public Outcome<AssessmentEntry> ToEntry(
        UnitId unitId, int year, AssessmentEntry? standing, int revision, string actor, DateTimeOffset at, DateOnly today,
        Func<DateOnly, IReadOnlyList<AssessmentGrade>> gradesOn)
    {
        if (!ResultFrom(gradesOn(DecidedOn ?? standing?.DecidedOn ?? today)).Try(out var found, out var noResult)) return noResult;
        // A grade that is left out stays, as long as it counts as the result that is named.
        var (result, grade) = (found.Result, found.Grade ?? (standing?.Result == found.Result ? standing.Grade : null));

        // A changed result takes over neither the day nor the number of the previous decision.
        var corrects = standing is not null && (standing.Result, standing.Grade) != (result, grade);
        var (first, decidedOn) = (new DateOnly(year, 1, 1), DecidedOn ?? standing?.DecidedOn ?? today);
        var refusal = Problem.Together(
            TextLimits.Refuse(("documentNumber", DocumentNumber, TextLimits.Line), ("remarks", Remarks, TextLimits.Page),
                ("reason", Reason, TextLimits.Page)),
            corrects && DecidedOn is null ? Problem.Rule("decidedOn", AssessmentMessages.DecidedOnNeeded.With(year, standing!.Words))
                : decidedOn < first || decidedOn > today
                    ? Problem.Rule("decidedOn", AssessmentMessages.DecidedOn.With(first, today, decidedOn))
                : null,
            standing is null && Reason is not null ? Problem.Rule("reason", AssessmentMessages.NothingToCorrect.With(year)) : null);
        if (refusal is not null) return refusal;

        var kept = corrects ? null : standing;
        var entry = new AssessmentEntry(unitId, revision, year, result, decidedOn, DocumentNumber ?? kept?.DocumentNumber,
            Remarks ?? kept?.Remarks, Reason, actor, at, grade);
        if (standing is null) return entry;
        if (standing.FindsTheSameAs(entry)
            && (standing.DocumentNumber, standing.Remarks, standing.Grade) == (entry.DocumentNumber, entry.Remarks, entry.Grade))
        {
            return standing;
        }

        return Reason is null
            ? Problem.Rule(
                "reason", AssessmentMessages.ReasonNeeded.With(year, DateOnly.FromDateTime(standing.At.DateTime), standing.Actor))
            : entry;
    }

    private Outcome<(AssessmentResult Result, EnteredGrade? Grade)> ResultFrom(IReadOnlyList<AssessmentGrade> grades)
    {
        if (Grade is null)
        {
            return Result is { } bare
                ? (bare, (EnteredGrade?)null)
                : Problem.Rule("result", AssessmentMessages.ResultOrGrade);
        }

        if (grades.FirstOrDefault(one => one.Code == Grade) is not { } grade)
            return Problem.Rule("grade", AssessmentMessages.UnknownGrade.With([.. grades.Select(one => one.Code)], Grade));

        var counts = grade.Counts == GradeCounts.Failed ? AssessmentResult.Failed : AssessmentResult.Passed;
        return Result is null || Result == counts
            ? (counts, new EnteredGrade(grade.Code, grade.Chinese, grade.English))
            : Problem.Rule("result", AssessmentMessages.GradeCountsOtherwise.With(grade.Code, grade.Counts));
    }
}
