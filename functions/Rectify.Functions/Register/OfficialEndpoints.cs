using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Domain.Calendar;
using Rectify.Domain.Identity;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Register;
using Rectify.Office.RegisterEntries;
using Rectify.Office.Requests;

namespace Rectify.Functions.Register;

/// <summary>The register of officials.</summary>
public sealed class OfficialEndpoints(
    IRegisterStore registerStore, RegisterHandler registerHandler, RegisterWarnings warnings, TimeProvider clock)
{
    [Function("PutOfficial"), Allows(Role.Officer)]
    [Api("Puts an official into the register.", Takes = typeof(OfficialBody), Answers = typeof(OfficialView), Statuses = [200, 201],
        Conditional = true)]
    public async Task<IActionResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/officials/{officialId}")] HttpRequest request, string officialId,
        CancellationToken cancellation)
    {
        if (IdForm.Refuse("officialId", officialId) is { } malformed) return malformed.ToResult();
        if (!Preconditions.Of(request).Try(out var demand, out var problem)
            || !(await JsonBody.ReadAsync<OfficialBody>(request)).Try(out var read, out problem)
            || !(await registerHandler.CheckAsync(officialId, read.Value, cancellation)).Try(out var entry, out problem)
            || !(await registerHandler.PutAsync(entry, demand, cancellation)).Try(out var change, out problem))
        {
            return problem.ToResult();
        }

        return Wire.Entry(request, change.After, OfficialView.Of(change.After, await warnings.OfAsync(change, cancellation)),
            change.Before is null ? 201 : 200);
    }

    [Function("GetOfficial"), Allows(Role.Officer, Role.Reader, Role.Auditor)]
    [Api("An official of the register.", Answers = typeof(OfficialView))]
    public async Task<IActionResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/officials/{officialId}")] HttpRequest request, string officialId,
        CancellationToken cancellation) =>
        await registerStore.FindOfficialAsync(new OfficialId(officialId), cancellation) is { } official
            ? Wire.Entry(request, official, OfficialView.Of(official))
            : Problem.NotFound(RegisterMessages.NoOfficial, officialId).ToResult();

    [Function("ListOfficials"), Allows(Role.Officer, Role.Reader, Role.Auditor)]
    [Api("The officials of the register.", Answers = typeof(ListAnswer<OfficialView>), Paged = true)]
    [ApiQuery("unitId", typeof(UnitId), "Only those whose main post is in this unit, or who hold a post there or are to hold one.")]
    [ApiQuery("on", typeof(DateOnly), "With unitId: only those who held a post there on this day.")]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/officials")] HttpRequest request, CancellationToken cancellation)
    {
        if (!Query.UnitId(request).Try(out var unitId, out var problem) || !Query.Date(request, "on").Try(out var on, out problem))
            return problem.ToResult();
        if (on is not null && unitId is null) return Problem.Malformed("on", RegisterMessages.OnlyWithUnit).ToResult();

        // The store returns everybody who ever had a post in the unit, and IsMeant filters them, so that a part of the list may be shorter
        // than asked for.
        var today = LocalDay.Of(clock.GetUtcNow());
        if (DateLimits.Asked("on", on, today) is { } outside) return outside.ToResult();
        bool IsMeant(Official official) => unitId is not { } unit
            || (on is { } day ? official.Posts.In(unit).Any(post => post.HeldOn(day)) : official.BelongsTo(unit, today));
        return await ListAnswer.PageAsync(request, async (top, continuation) =>
        {
            var slice = await registerStore.ListOfficialsAsync(unitId, top, continuation, cancellation);
            return new Slice<OfficialView>([.. slice.Items.Where(IsMeant).Select(OfficialView.Of)], slice.Continuation);
        });
    }
}
