using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Board.Cases;
using Rectify.Board.Openings;
using Rectify.Domain.Calendar;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.YearlyCycle;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Entries;
using Rectify.Functions.Board.Openings;
using Rectify.Functions.Board.Records;
using Rectify.Office.Access;
using Rectify.Office.Register;
using Rectify.Office.Requests;
using Rectify.Office.YearlyCycle;

namespace Rectify.Functions.Board;

/// <summary>The pages to enter supervision visits (督促检查、明察暗访) to a unit.</summary>
public sealed class VisitPages(
    BoardPages pages, EntryForms forms, IRegisterStore registerStore, YearlyRecords yearlyRecords, VisitedCases visitedCases,
    TimeProvider clock)
{
    [Function("BoardVisit"), Allows(Role.Officer)]
    public Task<IActionResult> VisitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/units/{unitId}/visits/{visitId}")] HttpRequest request,
        string unitId, string visitId, CancellationToken cancellation) =>
        OfUnitAsync(request, unitId, async unit => IdForm.Refuse("visitId", visitId) is { } malformed
            ? await pages.ShowProblemAsync(request, malformed)
            : await forms.RunAsync(
                request, new VisitForm(yearlyRecords, visitedCases, unit, visitId, LocalDay.Of(clock.GetUtcNow())), visitId,
                cancellation), cancellation);

    /// <summary>Redirects to the form for a visit under the next free id.</summary>
    [Function("BoardNewVisit"), Allows(Role.Officer)]
    public Task<IActionResult> NewVisitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/units/{unitId}/new-visit")] HttpRequest request,
        string unitId, CancellationToken cancellation) =>
        OfUnitAsync(request, unitId, async unit =>
        {
            var known = (await yearlyRecords.Store.EntriesOfAsync(YearlyRecordKind.Visits, new Subject.Unit(unit.UnitId), cancellation))
                .Select(entry => entry.Item).ToHashSet(StringComparer.Ordinal);
            var free = Enumerable.Range(1, int.MaxValue).Select(number => FormattableString.Invariant($"v-{number}"))
                .First(id => !known.Contains(id));
            return new RedirectResult(RecordAddress.OfVisit(unit.UnitId, free));
        }, cancellation);

    /// <summary>A row for a visit; an officer may correct it, or issue a measure that names it.</summary>
    internal static VisitRow RowOf(UnitId unitId, string visitId, YearlyContent.Visit visit, Role reader) => new(
        visit.VisitedOn, visit.VisitKind, visit.VisitedBy, visit.Findings, visit.CaseId?.Value,
        reader != Role.Officer ? [] :
        [
            new(RecordAddress.OfVisit(unitId, visitId), ("更正", "Correct")),
            new(After(Rung.Notice, unitId, visitId), ("通报、约谈", "Notice or talk")),
            new(After(Rung.Listing, unitId, visitId), ("挂牌督办", "Listing")),
        ]);

    private static string After(Rung rung, UnitId unitId, string visitId) =>
        $"{OpeningForm.AddressOf(rung)}?{OpeningFields.UnitName}={unitId}&{OpeningFields.VisitName}={visitId}";

    private async Task<IActionResult> OfUnitAsync(
        HttpRequest request, string unitId, Func<Unit, Task<IActionResult>> answer, CancellationToken cancellation) =>
        await registerStore.FindUnitAsync(new UnitId(unitId), cancellation) is { } unit
            ? await answer(unit)
            : await pages.ShowMissingAsync(request, "单位台账中没有这个单位。", "The register holds no such unit.");
}
