using Rectify.Domain.Identity;
using Rectify.Domain.YearlyCycle;
using Rectify.Office.Cases;
using Rectify.Office.Records;
using Rectify.Office.Requests;

namespace Rectify.Office.Openings;

/// <summary>Looks up supervision visits (督促检查、明察暗访), which may lead to a notice, a talk or a listing (S18).</summary>
public sealed class VisitLookup(IYearlyRecordStore yearlyRecordStore)
{
    /// <summary>The visits to a unit that were not taken back, by their ids, the latest first.</summary>
    public async Task<IReadOnlyList<(string Id, YearlyContent.Visit Visit)>> OfAsync(UnitId unitId, CancellationToken cancellation) =>
    [
        .. from entry in YearlyEntry.Standing(
               await yearlyRecordStore.EntriesOfAsync(YearlyRecordKind.Visits, new Subject.Unit(unitId), cancellation))
           let visit = entry.Content as YearlyContent.Visit
           where visit is not null
           orderby visit.VisitedOn descending
           select (entry.Item, visit),
    ];

    /// <summary>Why a measure of a day may not name a visit; null when it may, or names none.</summary>
    public async Task<Problem?> RefuseAsync(string? visitId, UnitId unitId, DateOnly day, CancellationToken cancellation)
    {
        if (visitId is null) return null;

        var found = (await OfAsync(unitId, cancellation)).FirstOrDefault(one => one.Id == visitId).Visit;
        return found is null ? Problem.Rule("visitId", CaseRequestMessages.UnknownVisit.With(unitId, visitId))
            : found.VisitedOn > day ? Problem.Rule("visitId", CaseRequestMessages.VisitAfterMeasure.With(day, visitId, found.VisitedOn))
            : null;
    }
}
