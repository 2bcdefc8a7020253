using Rectify.Domain.Identity;
using Rectify.Office.Feeds;

namespace Rectify.Functions.Tests.Feeds;

/// <summary>What every kind of feed store does.</summary>
public abstract class FeedStoreContract
{
    private static readonly DateTimeOffset At = new DateTimeOffset(2026, 3, 30, 1, 0, 0, TimeSpan.Zero).AddTicks(1234567);

    protected abstract IFeedStore Store { get; }

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A second store over the same data, opened as another process opens it.</summary>
    protected abstract IFeedStore OpenAgain();

    [Fact]
    public async Task A_feed_reads_back_as_it_was_made_in_every_process()
    {
        var first = Feed.Of(Feed.NewToken(), null, "平安办日历", "officer:张", At);
        var second = Feed.Of(Feed.NewToken(), new UnitId("yj-oubei"), "瓯北'街道\u202E", "unit:瓯北", At.AddTicks(1));
        await Store.AddAsync(second, Cancellation);
        await Store.AddAsync(first, Cancellation);

        var other = OpenAgain();
        Assert.Equal([first, second], await other.ListAsync(Cancellation));
        Assert.Equal(second, await other.FindAsync(second.FeedId, Cancellation));
        Assert.Null(await other.FindAsync("0123456789abcdef", Cancellation));
        Assert.Null(await other.FindAsync("a/b#c?", Cancellation));
    }

    [Fact]
    public async Task A_feed_that_is_added_again_after_a_lost_answer_stands_once()
    {
        var feed = Feed.Of(Feed.NewToken(), null, "日历", "officer:张", At);
        await Store.AddAsync(feed, Cancellation);
        await Store.AddAsync(feed, Cancellation);

        Assert.Equal([feed], await Store.ListAsync(Cancellation));
    }

    [Fact]
    public async Task The_first_revocation_counts_and_the_feed_stays_known()
    {
        var token = Feed.NewToken();
        var feed = Feed.Of(token, null, "日历", "officer:张", At);
        await Store.AddAsync(feed, Cancellation);
        Assert.True((await Store.FindAsync(Feed.IdOf(token), Cancellation))!.Opens(token));

        var revoked = await Store.RevokeAsync(feed.FeedId, "officer:李", At.AddDays(1), Cancellation);
        Assert.Equal(feed with { RevokedBy = "officer:李", RevokedAt = At.AddDays(1) }, revoked);
        Assert.Equal(revoked, await OpenAgain().RevokeAsync(feed.FeedId, "officer:王", At.AddDays(2), Cancellation));
        Assert.Equal([revoked!], await OpenAgain().ListAsync(Cancellation));
        Assert.False(revoked!.Opens(token));
        Assert.Null(await Store.RevokeAsync("0123456789abcdef", "officer:李", At, Cancellation));
    }
}
