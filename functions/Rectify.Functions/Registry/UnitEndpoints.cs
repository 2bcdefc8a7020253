using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Domain.Identity;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;

namespace Rectify.Functions.Registry;

/// <summary>The register of units.</summary>
public sealed class UnitEndpoints(IRegistry registry)
{
    [Function("PutUnit"), Allows(Role.Officer)]
    [Api("Puts a unit into the register.", Takes = typeof(UnitBody), Answers = typeof(Unit), Statuses = [200, 201])]
    public async Task<IActionResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/units/{unitId}")] HttpRequest request, string unitId, CancellationToken cancellation)
    {
        if (WireId.Refuse("unitId", unitId) is { } malformed) return malformed.ToResult();
        if (!(await JsonBody.ReadAsync<UnitBody>(request)).Try(out var read, out var problem)) return problem.ToResult();

        var (name, kind, level, liaison, parent, supervisorEmail, successor) = read.Value;
        var refusal = Texts.Refuse(("name", name, Texts.Line), ("liaison.name", liaison.Name, Texts.Line))
            ?? EmailAddressForm.Refuse("liaison.email", liaison.Email)
            ?? EmailAddressForm.Refuse("supervisorEmail", supervisorEmail);
        if (refusal is not null) return refusal.ToResult();

        var unit = new Unit(new UnitId(unitId), name, kind, level, parent, liaison, supervisorEmail, successor);
        var links = parent is null && successor is null
            ? new UnitLinks([unit])
            : new UnitLinks([.. (await registry.AllUnitsAsync(cancellation)).Where(other => other.UnitId != unit.UnitId), unit]);
        if (links.RefuseParent(unit) is { } noParent)
            return Problem.Rule("unknown-unit", "parentUnitId", $"parentUnitId: {noParent}; got \"{parent}\".").ToResult();
        if (links.RefuseSuccessor(unit) is { } noSuccessor)
            return Problem.Rule("unknown-unit", "successorUnitId", $"successorUnitId: {noSuccessor}; got \"{successor}\". (S6)").ToResult();

        return Wire.Json(unit, await registry.PutUnitAsync(unit, cancellation) ? 201 : 200);
    }

    [Function("GetUnit"), Allows(Role.Officer, Role.Reader, Role.Auditor)]
    [Api("A unit of the register.", Answers = typeof(Unit))]
    public async Task<IActionResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/units/{unitId}")] HttpRequest request, string unitId, CancellationToken cancellation) =>
        await registry.FindUnitAsync(new UnitId(unitId), cancellation) is { } unit
            ? Wire.Json(unit)
            : Problem.NotFound("unit", unitId).ToResult();

    [Function("ListUnits"), Allows(Role.Officer, Role.Reader, Role.Auditor)]
    [Api("The units of the register.", Answers = typeof(ListAnswer<Unit>), Paged = true)]
    public Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/units")] HttpRequest request, CancellationToken cancellation) =>
        ListAnswer.PageAsync(request, (top, continuation) => registry.ListUnitsAsync(top, continuation, cancellation));

    private sealed record UnitBody(
        string Name, UnitKind Kind, UnitLevel Level, Liaison Liaison, UnitId? ParentUnitId = null, string? SupervisorEmail = null,
        UnitId? SuccessorUnitId = null);
}
