using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Board;
using Rectify.Board.Documents;
using Rectify.Board.YearlyCycle;
using Rectify.Domain;
using Rectify.Domain.Calendar;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;
using Rectify.Domain.YearlyCycle;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Records;
using Rectify.Functions.Documents;
using Rectify.Functions.Http;
using Rectify.Functions.Performance;
using Rectify.Office.Access;
using Rectify.Office.Calendar;
using Rectify.Office.Performance;
using Rectify.Office.Register;
using Rectify.Office.Requests;
using Rectify.Office.Settings;
using Rectify.Office.YearlyCycle;

namespace Rectify.Functions.Board;

/// <summary>The page of the yearly cycle, and the printed record of performance of a person.</summary>
public sealed class YearlyCyclePages(
    BoardPages pages, YearlyReport report, IRegisterStore registerStore, TimeProvider clock, CurrentCalendar currentCalendar,
    PerformanceReport performanceReport, PageRenderer pageRenderer, OfficeSettings officeSettings)
{
    private const int UnitsPerPage = 50;

    [Function("BoardYearlyCycle"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit)]
    public async Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/yearly-cycle")] HttpRequest request,
        CancellationToken cancellation)
    {
        var today = LocalDay.Of(clock.GetUtcNow());
        var (first, last) = (currentCalendar.Value.FirstYear, today.Year + 1);
        var asked = Query.Text(request, "year") ?? today.Year.ToString(CultureInfo.InvariantCulture);
        if (!Digits.TryRead(asked, out int year) || year < first || year > last)
            return await pages.ShowMissingAsync(request, $"年度责任从 {first} 年到 {last} 年。",
                $"The yearly cycle goes from {first} to {last}.");

        var caller = Caller.Of(request);
        var links = caller.Role == Role.Unit ? PersonLinks.None : PersonLinks.Shown;
        if (!report.PlanOf(year).Try(out var plan, out _))
            return await ShowAsync(request, new YearlyCycleModel(year, first, last, [], null, null, links));

        try
        {
            var units = await UnitsAsync(caller, Query.Text(request, "continuation"), cancellation);
            var rows = (await report.OfAsync(plan, units.Items, cancellation)).Select(unit => RowOf(plan, unit, today, caller.Role));
            return await ShowAsync(request,
                new YearlyCycleModel(
                    year, first, last, [.. plan.Rule.Table.Select(duty => duty.Words)], [.. rows],
                    units.Continuation is { } next ? ListAnswer.LinkTo(request, next) : null,
                    links));
        }
        catch (FormatException)
        {
            return await pages.ShowMissingAsync(request, "没有这一页。", "There is no such page.");
        }
    }

    [Function("BoardPerformanceRecord"), Allows(Role.Officer, Role.Reader, Role.Auditor)]
    public async Task<IActionResult> PrintAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/officials/{officialId}/performance-record")] HttpRequest request,
        string officialId,
        CancellationToken cancellation)
    {
        if (!Query.Date(request, "asOf").Try(out var asOf, out var problem)) return await pages.ShowProblemAsync(request, problem);
        if (await registerStore.FindOfficialAsync(new OfficialId(officialId), cancellation) is not { } official)
            return await pages.ShowNoOfficialAsync(request);

        return (await performanceReport.OfAsync(official, asOf, cancellation)).Try(out var found, out problem)
            ? new DocumentResult(await pageRenderer.RenderAsync<PerformancePage>(PerformanceExtract.Of(found, officeSettings.Name)))
            : await pages.ShowProblemAsync(request, problem);
    }

    private Task<IActionResult> ShowAsync(HttpRequest request, YearlyCycleModel model) =>
        pages.ShowAsync<YearlyCyclePage>(request, ($"{model.Year}年度责任", $"Owed for {model.Year}"), model);

    // A unit sees only its own duties.
    private async Task<Slice<Unit>> UnitsAsync(Caller caller, string? continuation, CancellationToken cancellation) =>
        caller.UnitId is not { } own ? await registerStore.ListUnitsAsync(UnitsPerPage, continuation, cancellation)
        : new Slice<Unit>(await registerStore.FindUnitAsync(own, cancellation) is { } unit ? [unit] : [], null);

    private static CycleRow RowOf(YearlyPlan plan, YearlyUnit unit, DateOnly today, Role role)
    {
        // What a unit owes may be entered before its year begins, as its letter; what is about the year may not.
        CycleCell Cell(OwedDuty duty) => new(
            duty.Due.Effective, duty.Due.Provisional, duty.DoneOn, duty.StatusFor(role, today),
            DutyRule.LightOf(duty.StatusFor(role, today), duty.Due, today, plan.Rulebook.YellowDays),
            role != Role.Officer || (duty.Rule.Owes != DutyOwer.Unit && plan.Year > today.Year) ? null : duty.Duty switch
            {
                YearlyDuty.ResponsibilityLetter => RecordAddress.OfLetter(unit.Unit.UnitId, plan.Year),
                YearlyDuty.DutyReport => RecordAddress.OfReport(duty.Person!.OfficialId, plan.Year),
                YearlyDuty.Assessment => RecordAddress.OfAssessment(unit.Unit.UnitId, plan.Year),
                var other => RecordAddress.OfDuty(
                    other, plan.Year,
                    duty.Person is { } person ? new Subject.Official(person.OfficialId) : new Subject.Unit(unit.Unit.UnitId)),
            });
        return new CycleRow(
            unit.Unit.UnitId.Value, unit.Unit.Name,
            [
                .. from rule in plan.Rule.Table
                   let owed = unit.Duties.Where(duty => duty.Duty == rule.Code).ToList()
                   select new CycleDuty(
                       rule.Words, rule.Owes == DutyOwer.Reporters ? null : Cell(owed.Single()),
                       rule.Owes != DutyOwer.Reporters ? [] :
                       [.. owed.Select(duty => new CyclePerson(duty.Person!.OfficialId.Value, duty.Person.Name, Cell(duty)))]),
            ]);
    }
}
