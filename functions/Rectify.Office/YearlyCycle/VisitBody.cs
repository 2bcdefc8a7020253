using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.YearlyCycle;
using Rectify.Office.Cases;
using Rectify.Office.Commands;
using Rectify.Office.Requests;

namespace Rectify.Office.YearlyCycle;

/// <summary>Body of <c>PUT /api/units/{unitId}/visits/{visitId}</c>.</summary>
public sealed record VisitBody(
    DateOnly VisitedOn, string VisitedBy, string Findings, VisitKind VisitKind = VisitKind.Inspection, CaseId? CaseId = null,
    IReadOnlyList<Evidence>? Evidence = null, string? Reason = null) : IYearlyBody
{
    public Outcome<YearlyContent> ToContent(int year, DateOnly today)
    {
        var refusal = Problem.Together(
            TextLimits.Refuse(
                ("visitedBy", VisitedBy, TextLimits.Line), ("findings", Findings, TextLimits.Page), ("reason", Reason, TextLimits.Page)),
            EvidenceForm.Refuse(Evidence ?? []),
            YearlyDays.Refuse("visitedOn", VisitedOn, DateLimits.Earliest, today));
        return refusal is not null
            ? refusal
            : new YearlyContent.Visit(VisitedOn, VisitKind, VisitedBy, Findings, CaseId, Evidence ?? []);
    }
}

/// <summary>Finds out whether a visit may name a case: it has to be one of the unit that was visited.</summary>
public sealed class VisitedCases(CaseRepository caseRepository)
{
    /// <summary>Why the case may not be named; null when it may, or when none is named.</summary>
    public async Task<Problem?> RefuseAsync(YearlyContent? content, UnitId unitId, CancellationToken cancellation) =>
        content is not YearlyContent.Visit { CaseId: { } caseId }
            || (await caseRepository.FindAsync(caseId, cancellation))?.State.File.Opening.Unit.UnitId == unitId
            ? null
            : Problem.Rule("caseId", CaseRequestMessages.VisitOfOtherCase.With(unitId, caseId));
}

/// <summary>A supervision visit on the wire: the present content, null when it was taken back, and every entry.</summary>
public sealed record VisitView(
    UnitId UnitId, string VisitId, YearlyContent.Visit? Visit, IReadOnlyList<YearlyEntryView<YearlyContent.Visit>> Entries)
{
    public static VisitView Of(IReadOnlyList<YearlyEntry> entries) => new(
        ((Subject.Unit)entries[0].Subject).Id, entries[0].Item, (YearlyContent.Visit?)entries[^1].Content,
        [.. entries.Select(YearlyEntryView<YearlyContent.Visit>.Of)]);
}
