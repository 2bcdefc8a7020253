using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Domain.Identity;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;

namespace Rectify.Functions.Registry;

/// <summary>The register of officials.</summary>
public sealed class OfficialEndpoints(IServiceProvider services)
{
    private readonly IRegistry registry = services.GetRequiredService<IRegistry>();
    private readonly RegistryDesk desk = services.GetRequiredService<RegistryDesk>();

    [Function("PutOfficial"), Allows(Role.Officer)]
    [Api("Puts an official into the register.", Takes = typeof(OfficialBody), Answers = typeof(Official), Statuses = [200, 201], Conditional = true)]
    public async Task<IActionResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/officials/{officialId}")] HttpRequest request, string officialId, CancellationToken cancellation)
    {
        if (WireId.Refuse("officialId", officialId) is { } malformed) return malformed.ToResult();
        if (!Precondition.Of(request).Try(out var demand, out var problem)
            || !(await JsonBody.ReadAsync<OfficialBody>(request)).Try(out var read, out problem)
            || !(await desk.CheckAsync(officialId, read.Value, cancellation)).Try(out var official, out problem)
            || !(await desk.PutAsync(official, demand, Caller.Of(request.HttpContext).Actor, cancellation)).Try(out var isNew, out problem))
        {
            return problem.ToResult();
        }

        return Wire.Entry(request, official, isNew ? 201 : 200);
    }

    [Function("GetOfficial"), Allows(Role.Officer, Role.Reader, Role.Auditor)]
    [Api("An official of the register.", Answers = typeof(Official))]
    public async Task<IActionResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/officials/{officialId}")] HttpRequest request, string officialId, CancellationToken cancellation) =>
        await registry.FindOfficialAsync(new OfficialId(officialId), cancellation) is { } official
            ? Wire.Entry(request, official)
            : Problem.NotFound("official", officialId).ToResult();

    [Function("ListOfficials"), Allows(Role.Officer, Role.Reader, Role.Auditor)]
    [Api("The officials of the register.", Answers = typeof(ListAnswer<Official>), Paged = true)]
    [ApiQuery("unitId", typeof(UnitId), "Only those of this unit.")]
    public Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/officials")] HttpRequest request, CancellationToken cancellation)
    {
        if (!Query.UnitId(request).Try(out var unitId, out var problem)) return Task.FromResult(problem.ToResult());

        return ListAnswer.PageAsync(request, (top, continuation) => registry.ListOfficialsAsync(unitId, top, continuation, cancellation));
    }
}
