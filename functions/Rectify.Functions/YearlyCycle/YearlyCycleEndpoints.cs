using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;
using Rectify.Domain.YearlyCycle;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Register;
using Rectify.Office.Requests;
using Rectify.Office.YearlyCycle;

namespace Rectify.Functions.YearlyCycle;

/// <summary>年度责任: the yearly duties, by unit.</summary>
public sealed class YearlyCycleEndpoints(YearlyReport report, IRegisterStore registerStore, TimeProvider clock)
{
    [Function("ListYearlyCycle"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit)]
    [Api("What units owe for a year: letter, duty reports, assessment, with due dates and what is overdue.",
        Answers = typeof(ListAnswer<YearlyUnitView>), Paged = true)]
    [ApiQuery("unitId", typeof(UnitId), "Only this unit; a unit's own key sees its unit alone.")]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/yearly-cycle/{year}")] HttpRequest request, string year,
        CancellationToken cancellation)
    {
        var today = LocalDay.Of(clock.GetUtcNow());
        if (!YearlyDays.Year(year, today.Year + 1).Try(out var number, out var problem)
            || !Query.UnitId(request).Try(out var asked, out problem)
            || !report.PlanOf(number).Try(out var plan, out problem))
            return problem.ToResult();

        var caller = Caller.Of(request);
        if ((asked ?? caller.UnitId) is not { } unitId)
            return await ListAnswer.PageAsync(
                request, (top, continuation) => PageAsync(plan, today, caller.Role, top, continuation, cancellation));
        if (caller.RefuseUnit(unitId) is { } otherUnit) return otherUnit.ToResult();
        return await registerStore.FindUnitAsync(unitId, cancellation) is { } unit
            ? ListAnswer.Of(await ViewsAsync(plan, [unit], today, caller.Role, cancellation))
            : Problem.NotFound(RegisterMessages.NoUnit, unitId.Value).ToResult();
    }

    private async Task<Slice<YearlyUnitView>> PageAsync(
        YearlyPlan plan, DateOnly today, Role reader, int top, string? continuation, CancellationToken cancellation)
    {
        var units = await registerStore.ListUnitsAsync(top, continuation, cancellation);
        return new Slice<YearlyUnitView>(await ViewsAsync(plan, units.Items, today, reader, cancellation), units.Continuation);
    }

    private async Task<IReadOnlyList<YearlyUnitView>> ViewsAsync(
        YearlyPlan plan, IReadOnlyList<Unit> units, DateOnly today, Role reader, CancellationToken cancellation) =>
        [.. (await report.OfAsync(plan, units, cancellation)).Select(unit => YearlyUnitView.Of(plan, unit, today, reader))];
}

/// <summary>The duties of a unit for a year, in an answer.</summary>
internal sealed record YearlyUnitView(
    UnitId UnitId, string Name, int Year, string RulebookId, IReadOnlyList<ResponsiblePerson> Responsible,
    IReadOnlyList<YearlyDutyView> Duties,
    IReadOnlyList<string> Warnings)
{
    public static YearlyUnitView Of(YearlyPlan plan, YearlyUnit unit, DateOnly today, Role reader) => new(
        unit.Unit.UnitId, unit.Unit.Name, plan.Year, plan.Rulebook.Id, unit.Responsible,
        [.. unit.Duties.Select(duty => YearlyDutyView.Of(duty, plan.Rulebook, today, reader))],
        unit.Duties.Any(duty => duty.Duty == YearlyDuty.DutyReport)
            ? []
            : [$"Nobody in the register is a responsible person ({string.Join(", ", plan.Rule.Reporters.Select(Domain.WireName.Of))}) "
                + $"of {unit.Unit.UnitId} on {plan.DueOf(YearlyDuty.DutyReport).Effective:yyyy-MM-dd}: no report is owed. (Y2)"]);
}

/// <summary>A duty, in an answer.</summary>
internal sealed record YearlyDutyView(
    string Duty, OfficialId? OfficialId, string? Name, Responsibility? Responsibility, DateOnly NominalDueOn, DateOnly DueOn,
    bool Provisional,
    DateOnly? DoneOn, DutyStatus Status, Light Light)
{
    /// <summary>The name of the duty in both languages.</summary>
    public required Bilingual Words { get; init; }

    /// <summary>Who owes it.</summary>
    public required DutyOwer Owes { get; init; }

    public static YearlyDutyView Of(OwedDuty owed, Rulebook rulebook, DateOnly today, Role reader)
    {
        var status = owed.StatusFor(reader, today);
        return new YearlyDutyView(
            owed.Duty, owed.Person?.OfficialId, owed.Person?.Name, owed.Person?.Responsibility, owed.Due.Nominal, owed.Due.Effective,
            owed.Due.Provisional, owed.DoneOn, status, DutyRule.LightOf(status, owed.Due, today, rulebook.YellowDays))
        {
            Words = owed.Rule.Words,
            Owes = owed.Rule.Owes,
        };
    }
}
