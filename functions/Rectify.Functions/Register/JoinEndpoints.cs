using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Domain.Identity;
using Rectify.Domain.YearlyCycle;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Register;
using Rectify.Office.Requests;

namespace Rectify.Functions.Register;

/// <summary>The endpoints to record that two ids are the same person, and to undo that.</summary>
public sealed class JoinEndpoints(IRegisterStore registerStore, PersonJoins joins)
{
    [Function("PutJoin"), Allows(Role.Officer)]
    [Api("Says that two ids are one person: a question about either then answers for both.", Takes = typeof(JoinBody),
        Answers = typeof(ListAnswer<JoinView>))]
    public async Task<IActionResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/officials/{officialId}/joins/{otherId}")] HttpRequest request,
        string officialId, string otherId, CancellationToken cancellation)
    {
        if (!(await JsonBody.ReadAsync<JoinBody>(request)).Try(out var body, out var problem)) return problem.ToResult();

        var refusal =
            await joins.JoinAsync(new OfficialId(officialId), new OfficialId(otherId), body.Value.Reason,
                Caller.Of(request).Actor, cancellation);
        return refusal is null ? await ShowAsync(new OfficialId(officialId), cancellation) : refusal.ToResult();
    }

    [Function("DeleteJoin"), Allows(Role.Officer)]
    [Api("Says that two ids are not one person after all; the entries stay.", Answers = typeof(ListAnswer<JoinView>))]
    [ApiQuery("reason", typeof(string), "Why.", Required = true)]
    public async Task<IActionResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/officials/{officialId}/joins/{otherId}")] HttpRequest request,
        string officialId, string otherId, CancellationToken cancellation)
    {
        var refusal = await joins.UndoAsync(
            new OfficialId(officialId), new OfficialId(otherId), Query.Text(request, "reason"), Caller.Of(request).Actor,
            cancellation);
        return refusal is null ? await ShowAsync(new OfficialId(officialId), cancellation) : refusal.ToResult();
    }

    [Function("ListJoins"), Allows(Role.Officer, Role.Reader, Role.Auditor)]
    [Api("The ids that are one person with this one, and those that were taken for it, with every entry.",
        Answers = typeof(ListAnswer<JoinView>))]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/officials/{officialId}/joins")] HttpRequest request,
        string officialId,
        CancellationToken cancellation) =>
        await registerStore.FindOfficialAsync(new OfficialId(officialId), cancellation) is { } official
            ? await ShowAsync(official.OfficialId, cancellation)
            : Problem.NotFound(RegisterMessages.NoOfficial, officialId).ToResult();

    private async Task<IActionResult> ShowAsync(OfficialId id, CancellationToken cancellation) => ListAnswer.Of<JoinView>(
    [
        .. from entry in await joins.EntriesOfAsync(id, cancellation)
           let other = entry.Item == id.Value ? new OfficialId(entry.Subject.IdText) : new OfficialId(entry.Item)
           group entry by other into pair
           select new JoinView(id, pair.Key, StandsIn(pair.Last()),
               [.. pair.Select(entry => new JoinEntry(StandsIn(entry), entry.Reason!, entry.Actor, entry.At))]),
    ]);

    private static JoinState StandsIn(YearlyEntry entry) => entry.Content is null ? JoinState.Separate : JoinState.Joined;

    private sealed record JoinView(OfficialId OfficialId, OfficialId OtherId, JoinState State, IReadOnlyList<JoinEntry> Entries);

    private sealed record JoinEntry(JoinState State, string Reason, string Actor, DateTimeOffset At);
}

/// <summary>Body of <c>PUT /api/officials/{officialId}/joins/{otherId}</c>.</summary>
internal sealed record JoinBody(string Reason);

/// <summary>Whether two ids are one person.</summary>
internal enum JoinState
{
    /// <summary>The ids are two persons.</summary>
    Separate,

    /// <summary>The ids are one person.</summary>
    Joined,
}
