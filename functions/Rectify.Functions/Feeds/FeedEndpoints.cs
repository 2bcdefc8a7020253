using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Domain.Identity;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Feeds;
using Rectify.Office.Register;
using Rectify.Office.Requests;
using Rectify.Office.Settings;

namespace Rectify.Functions.Feeds;

/// <summary>The endpoints that create, list and revoke calendar feeds.</summary>
public sealed class FeedEndpoints(
    IFeedStore feeds, FeedDrafts drafts, IRegisterStore registerStore, OfficeSettings office, TimeProvider clock)
{
    /// <summary>Creates a feed. Only this answer contains its address; whoever loses the address has to create another feed.</summary>
    [Function("CreateFeed"), Allows(Role.Officer, Role.Unit)]
    [Api("Makes a calendar feed; its address stands in this answer alone.", Takes = typeof(FeedBody), Answers = typeof(FeedView),
        Statuses = [201], Repeatable = true)]
    public async Task<IActionResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/feeds")] HttpRequest request, CancellationToken cancellation)
    {
        if (!IdempotencyKey.Of(request.Headers["Idempotency-Key"].ToString()).Try(out var key, out var problem)
            || !(await JsonBody.ReadAsync<FeedBody>(request)).Try(out var read, out problem))
            return problem.ToResult();

        var (caller, body) = (Caller.Of(request), read.Value);
        if (TextLimits.Refuse(("label", body.Label, TextLimits.Line)) is { } refusal) return refusal.ToResult();
        // A unit gets a feed of its own cases only, also when it names no unit.
        var unitId = body.UnitId ?? caller.UnitId;
        if (unitId is { } unit && caller.RefuseUnit(unit) is { } otherUnit) return otherUnit.ToResult();
        if (unitId is { } named && await registerStore.FindUnitAsync(named, cancellation) is null)
            return Problem.Rule("unitId", RegisterMessages.UnknownUnitOfFeed.With(named)).ToResult();

        var draft = new FeedDraft(Feed.NewToken(), clock.GetUtcNow(), read.Hash);
        if (key.Within(caller, "feeds") is { } repeatable
            && !(await drafts.KeepAsync(repeatable, draft, cancellation)).Try(out draft, out problem))
            return problem.ToResult();

        // If the process is killed after the draft was kept, a repeated request comes here again and adds the feed.
        var (feed, token) = (Feed.Of(draft.Token, unitId, body.Label, caller.Actor, draft.At), draft.Token);
        await feeds.AddAsync(feed, cancellation);
        return Wire.Json(FeedView.Of(feed) with { Address = new Uri(office.BaseAddress, $"feeds/{token}.ics") }, 201);
    }

    [Function("ListFeeds"), Allows(Role.Officer, Role.Unit)]
    [Api("The calendar feeds, also those that were revoked.", Answers = typeof(ListAnswer<FeedView>))]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/feeds")] HttpRequest request, CancellationToken cancellation)
    {
        var caller = Caller.Of(request);
        return ListAnswer.Of([.. (await feeds.ListAsync(cancellation)).Where(feed => IsFor(caller, feed)).Select(FeedView.Of)]);
    }

    /// <summary>Revokes a feed: its address gives no access any more.</summary>
    [Function("RevokeFeed"), Allows(Role.Officer, Role.Unit)]
    [Api("Revokes a calendar feed.", Answers = typeof(FeedView))]
    public async Task<IActionResult> RevokeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/feeds/{feedId}")] HttpRequest request, string feedId,
        CancellationToken cancellation)
    {
        var caller = Caller.Of(request);
        return await feeds.FindAsync(feedId, cancellation) is { } feed && IsFor(caller, feed)
            && await feeds.RevokeAsync(feedId, caller.Actor, clock.GetUtcNow(), cancellation) is { } revoked
            ? Wire.Json(FeedView.Of(revoked))
            : Problem.NotFound(FeedMessages.NoFeed, feedId).ToResult();
    }

    private static bool IsFor(Caller caller, Feed feed) => caller.Role != Role.Unit || feed.UnitId == caller.UnitId;

    private sealed record FeedBody(string Label, UnitId? UnitId = null);

    private sealed record FeedView(
        string FeedId, UnitId? UnitId, string Label, string CreatedBy, DateTimeOffset CreatedAt, string? RevokedBy,
        DateTimeOffset? RevokedAt, Uri? Address)
    {
        public static FeedView Of(Feed feed) =>
            new(feed.FeedId, feed.UnitId, feed.Label, feed.CreatedBy, feed.CreatedAt, feed.RevokedBy, feed.RevokedAt, null);
    }
}
