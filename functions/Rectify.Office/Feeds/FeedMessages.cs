using Rectify.Domain.Messages;

namespace Rectify.Office.Feeds;

/// <summary>The messages that say why a feed is not found.</summary>
public static class FeedMessages
{
    public static readonly MessageCode<string> NoFeed = new("not-found.feed", "There is no feed {0}.", "没有日历订阅 {0}。");

    public static readonly MessageCode NoAddress = new(
        "not-found.feed-address", "The address of a feed opens it until the feed is revoked.", "订阅地址在撤销之前有效。");
}
