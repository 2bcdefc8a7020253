using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Domain.Identity;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Register;
using Rectify.Office.Requests;

namespace Rectify.Functions.Register;

/// <summary>The register of units.</summary>
public sealed class UnitEndpoints(IRegisterStore registerStore, RegisterHandler registerHandler)
{
    [Function("PutUnit"), Allows(Role.Officer)]
    [Api("Puts a unit into the register.", Takes = typeof(UnitBody), Answers = typeof(Unit), Statuses = [200, 201], Conditional = true)]
    public async Task<IActionResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/units/{unitId}")] HttpRequest request, string unitId,
        CancellationToken cancellation)
    {
        if (IdForm.Refuse("unitId", unitId) is { } malformed) return malformed.ToResult();
        if (!Preconditions.Of(request).Try(out var demand, out var problem)
            || !(await JsonBody.ReadAsync<UnitBody>(request)).Try(out var read, out problem)
            || !(await registerHandler.CheckAsync(unitId, read.Value, cancellation)).Try(out var unit, out problem)
            || !(await registerHandler.PutAsync(unit, demand, cancellation)).Try(out var isNew, out problem))
        {
            return problem.ToResult();
        }

        return Wire.Entry(request, unit, isNew ? 201 : 200);
    }

    [Function("GetUnit"), Allows(Role.Officer, Role.Reader, Role.Auditor)]
    [Api("A unit of the register.", Answers = typeof(Unit))]
    public async Task<IActionResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/units/{unitId}")] HttpRequest request, string unitId,
        CancellationToken cancellation) =>
        await registerStore.FindUnitAsync(new UnitId(unitId), cancellation) is { } unit
            ? Wire.Entry(request, unit)
            : Problem.NotFound(RegisterMessages.NoUnit, unitId).ToResult();

    [Function("ListUnits"), Allows(Role.Officer, Role.Reader, Role.Auditor)]
    [Api("The units of the register.", Answers = typeof(ListAnswer<Unit>), Paged = true)]
    public Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/units")] HttpRequest request, CancellationToken cancellation) =>
        ListAnswer.PageAsync(request, (top, continuation) => registerStore.ListUnitsAsync(top, continuation, cancellation));
}
