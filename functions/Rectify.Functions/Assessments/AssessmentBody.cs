using Rectify.Domain.Assessments;
using Rectify.Domain.Identity;
using Rectify.Functions.Http;

namespace Rectify.Functions.Assessments;

/// <summary>Body of <c>PUT /api/assessments/{unitId}/{year}</c>. What is left out stays as it stands; of a new year it is today, and nothing.</summary>
internal sealed record AssessmentBody(
    AssessmentResult Result, DateOnly? DecidedOn = null, string? DocumentNumber = null, string? Remarks = null, string? Reason = null)
{
    private static readonly DateOnly Long = new(2000, 1, 1);

    /// <summary>The entry that this leads to; the one that stands when it says nothing else.</summary>
    /// <param name="unitId">The unit.</param>
    /// <param name="year">The year.</param>
    /// <param name="standing">What stands of the year; null when nothing was entered yet.</param>
    /// <param name="revision">The next revision of the unit.</param>
    /// <param name="actor">Who enters it.</param>
    /// <param name="at">The instant.</param>
    /// <param name="today">The local day.</param>
    public Outcome<AssessmentEntry> ToEntry(
        UnitId unitId, int year, AssessmentEntry? standing, int revision, string actor, DateTimeOffset at, DateOnly today)
    {
        var refusal = Texts.Refuse(("documentNumber", DocumentNumber, Texts.Line), ("remarks", Remarks, Texts.Page), ("reason", Reason, Texts.Page));
        if (refusal is not null) return refusal;
        if (year < Long.Year || year > today.Year)
            return Problem.Rule("assessment-year", "year", $"year: {Long.Year} to {today.Year}, which has begun; got {year}. (V3)");

        // Of another result neither day nor number are those of the one before.
        var corrects = standing is not null && standing.Result != Result;
        if (corrects && DecidedOn is null)
            return Problem.Rule("decided-on-needed", "decidedOn", $"decidedOn: the day of the decision comes with another result; {year} stands as {(standing!.Result == AssessmentResult.Failed ? "failed" : "passed")}. (V3)");

        var decidedOn = DecidedOn ?? standing?.DecidedOn ?? today;
        if (decidedOn < new DateOnly(year, 1, 1) || decidedOn > today)
            return Problem.Rule("date-out-of-range", "decidedOn", $"decidedOn: between {year}-01-01 and today, {today:yyyy-MM-dd}; got {decidedOn:yyyy-MM-dd}. (V3)");

        var kept = corrects ? null : standing;
        var entry = new AssessmentEntry(unitId, revision, year, Result, decidedOn, DocumentNumber ?? kept?.DocumentNumber, Remarks ?? kept?.Remarks, Reason, actor, at);
        if (standing is null)
            return Reason is null ? entry : Problem.Rule("nothing-to-correct", "reason", $"reason: only of a correction; nothing was entered for {year} yet. (V3)");
        if (standing.FindsTheSameAs(entry) && (standing.DocumentNumber, standing.Remarks) == (entry.DocumentNumber, entry.Remarks)) return standing;

        return Reason is null
            ? Problem.Rule("reason-needed", "reason", $"reason: why {year} is corrected, which was entered on {standing.At:yyyy-MM-dd} by {standing.Actor}. (V3)")
            : entry;
    }
}
