using System.Collections;
using Rectify.Domain.Identity;

namespace Rectify.Office.Register;

/// <summary>
/// The posts of one official, in the order of their first days, one of which is the main one. Equal when they say the same.
/// </summary>
public sealed class PostHistory : IReadOnlyList<OfficialPost>, IEquatable<PostHistory>
{
    /// <summary>How many posts are kept of one person.</summary>
    public const int Max = 50;

    private readonly List<OfficialPost> posts;

    private PostHistory(IEnumerable<OfficialPost> posts, OfficialPost main) => (this.posts, Main) = (
    [
        .. posts.OrderBy(post => post.From).ThenBy(post => post.UnitId.Value, StringComparer.Ordinal).ThenBy(post => post.Post,
            StringComparer.Ordinal),
    ], main);

    /// <summary>The main post.</summary>
    public OfficialPost Main { get; }

    /// <inheritdoc/>
    public int Count => posts.Count;

    /// <inheritdoc/>
    public OfficialPost this[int index] => posts[index];

    /// <summary>The posts, of which the first without an end is the main one; when all have ended, the last.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static PostHistory Of(params IReadOnlyList<OfficialPost> posts) => Of(posts, null);

    /// <summary>The posts with the main one among them; null for the first without an end, or the last when all have ended.</summary>
    /// <exception cref="ArgumentException">There is none, or the main one is not among them.</exception>
    public static PostHistory Of(IReadOnlyList<OfficialPost> posts, OfficialPost? main)
    {
        if (posts.Count == 0) throw new ArgumentException("An official has at least one post.", nameof(posts));
        if (main is not null && !posts.Contains(main)) throw new ArgumentException("The main post is one of the posts.", nameof(main));
        return new PostHistory(posts, main ?? posts.FirstOrDefault(post => post.To is null) ?? posts.MaxBy(post => (post.To, post.From))!);
    }

    /// <summary>The posts in a unit.</summary>
    public IEnumerable<OfficialPost> In(UnitId unitId) => posts.Where(post => post.UnitId == unitId);

    /// <summary>The posts after one was entered without the others.</summary>
    /// <remarks>
    /// A later first day than that of the main post is a transfer: the main post ends the day before, all others stay. The same first day
    /// corrects the main post. An earlier one replaces it and the main posts before it that begin later too; the main post of that day ends
    /// before the new first day. What stands already changes nothing.
    /// </remarks>
    public PostHistory With(OfficialPost entered)
    {
        if (posts.Contains(entered)) return this;

        var others = posts.Where(post => post != Main && !post.IsSameAs(entered));
        return entered.From > Main.From
            ? Of([.. others, .. Main.IsSameAs(entered) ? (OfficialPost[])[] : [Main.EndedBefore(entered.From)], entered], entered)
            : Of(
                [.. others.Except(MainBefore(Main)).Concat(
                    MainBefore(Main).Where(post => !post.IsSameAs(entered)).SelectMany(post => Before(post, entered))), entered], entered);
    }

    // The main posts that led to this one, each ended when the next began; the latest first.
    private IEnumerable<OfficialPost> MainBefore(OfficialPost next)
    {
        while (posts.Find(post => post.To == next.From.AddDays(-1) && post.From < next.From) is { } before)
        {
            yield return before;
            next = before;
        }
    }

    private static IEnumerable<OfficialPost> Before(OfficialPost post, OfficialPost entered) =>
        post.From >= entered.From ? [] : post.To < entered.From ? [post] : [post.EndedBefore(entered.From)];

    /// <inheritdoc/>
    public IEnumerator<OfficialPost> GetEnumerator() => posts.GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(PostHistory? other) => other is not null && Main == other.Main && posts.SequenceEqual(other.posts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PostHistory);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Main, Count);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
