using System.Text.Json.Serialization;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;

namespace Rectify.Domain.Assessments;

/// <summary>
/// An entry about the yearly assessment of a unit. Entries are never changed: a later entry about the same year corrects an earlier one.
/// </summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Revision">Sequence number among the entries about the unit, from 1.</param>
/// <param name="Year">The year that was assessed.</param>
/// <param name="Result">Whether the unit passed or failed.</param>
/// <param name="DecidedOn">The day on which it was decided.</param>
/// <param name="DocumentNumber">文号 of that decision; null when it has none.</param>
/// <param name="Remarks">Remarks of the office; null when there are none.</param>
/// <param name="Reason">Why this entry corrects the previous entry about the year; null for the first one.</param>
/// <param name="Actor">Who entered it, from the credential.</param>
/// <param name="At">When it was entered, UTC.</param>
/// <param name="Grade">
/// The grade, where the rulebook of the year has grades; null where it has none, and in entries from before there were any.
/// </param>
public sealed record AssessmentEntry(
    UnitId UnitId, int Revision, int Year, AssessmentResult Result, DateOnly DecidedOn, string? DocumentNumber, string? Remarks,
    string? Reason,
    string Actor, DateTimeOffset At,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EnteredGrade? Grade = null)
{
    /// <summary>The grade, or passed or failed where none was named.</summary>
    [JsonIgnore]
    public Bilingual Words => Grade is { } grade ? (grade.Chinese, grade.English)
        : Result == AssessmentResult.Failed ? ("不合格", "failed") : ("合格", "passed");

    /// <summary>
    /// Whether both entries state the same result with the same day of decision for the same year. Remarks and document numbers may differ.
    /// </summary>
    public bool FindsTheSameAs(AssessmentEntry other) => (Year, Result, DecidedOn) == (other.Year, other.Result, other.DecidedOn);
}

/// <summary>A grade as it was when it was entered: a later rulebook changes neither its name nor what it counts as.</summary>
public sealed record EnteredGrade(string Code, string Chinese, string English);

/// <summary>A failed year on which a veto rests, as it was entered. Stored in the case.</summary>
/// <param name="Year">The year that was assessed.</param>
/// <param name="DecidedOn">The day on which it was decided.</param>
/// <param name="DocumentNumber">文号 of that decision; null when it has none.</param>
/// <param name="Revision">Revision of the entry since which the year stands as failed with this day of decision.</param>
public sealed record FailedYear(int Year, DateOnly DecidedOn, string? DocumentNumber, int Revision)
{
    /// <summary>Whether both are the same failure: neither the result nor the day of its decision was corrected in between.</summary>
    public bool IsSameAs(FailedYear other) => (Year, DecidedOn, Revision) == (other.Year, other.DecidedOn, other.Revision);
}
