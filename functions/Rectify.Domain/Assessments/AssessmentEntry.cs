using Rectify.Domain.Identity;

namespace Rectify.Domain.Assessments;

/// <summary>
/// What was entered of the assessment of a unit for a year. An entry is never changed: a later one of the same year corrects it.
/// </summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Revision">Place among the entries of the unit, from 1.</param>
/// <param name="Year">The year that was assessed.</param>
/// <param name="Result">What was found.</param>
/// <param name="DecidedOn">The day on which it was decided.</param>
/// <param name="DocumentNumber">文号 of that decision; null when it has none.</param>
/// <param name="Remarks">What the office adds; null when nothing.</param>
/// <param name="Reason">Why it corrects the entry before; null for the first of a year.</param>
/// <param name="Actor">Who entered it, from the credential.</param>
/// <param name="At">When it was entered, UTC.</param>
public sealed record AssessmentEntry(
    UnitId UnitId, int Revision, int Year, AssessmentResult Result, DateOnly DecidedOn, string? DocumentNumber, string? Remarks,
    string? Reason,
    string Actor, DateTimeOffset At)
{
    /// <summary>The entry says of the year what another one says; remarks and numbers apart.</summary>
    public bool FindsTheSameAs(AssessmentEntry other) => (Year, Result, DecidedOn) == (other.Year, other.Result, other.DecidedOn);
}

/// <summary>A failed year on which a veto rests, as it was entered. Stored in the case.</summary>
/// <param name="Year">The year that was assessed.</param>
/// <param name="DecidedOn">The day on which it was decided.</param>
/// <param name="DocumentNumber">文号 of that decision; null when it has none.</param>
/// <param name="Revision">The entry from which on the year stood as failed on that day.</param>
public sealed record FailedYear(int Year, DateOnly DecidedOn, string? DocumentNumber, int Revision)
{
    /// <summary>The same failure: neither the result nor its day was corrected in between.</summary>
    public bool IsSameAs(FailedYear other) => (Year, DecidedOn, Revision) == (other.Year, other.DecidedOn, other.Revision);
}
