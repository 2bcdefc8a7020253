using System.Collections;
using Rectify.Domain.Identity;

namespace Rectify.Office.Register;

/// <summary>
/// The posts of one official in the order of their first days; one of them is the main post. Histories are equal when their posts are.
/// </summary>
public sealed class PostHistory : IReadOnlyList<OfficialPost>, IEquatable<PostHistory>
{
    /// <summary>How many posts of one person are kept at most.</summary>
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

    /// <summary>A history of these posts. The first without an end is the main post; when all have ended, the last one.</summary>
    /// <exception cref="ArgumentException">There is no post.</exception>
    public static PostHistory Of(params IReadOnlyList<OfficialPost> posts) => Of(posts, null);

    /// <summary>
    /// A history of these posts with the given main post; null for the first without an end, or the last when all have ended.
    /// </summary>
    /// <exception cref="ArgumentException">There is no post, or the main one is not among them.</exception>
    public static PostHistory Of(IReadOnlyList<OfficialPost> posts, OfficialPost? main)
    {
        if (posts.Count == 0) throw new ArgumentException("An official has at least one post.", nameof(posts));
        if (main is not null && !posts.Contains(main)) throw new ArgumentException("The main post is one of the posts.", nameof(main));
        return new PostHistory(posts, main ?? posts.FirstOrDefault(post => post.To is null) ?? posts.MaxBy(post => (post.To, post.From))!);
    }

    /// <summary>The posts in a unit.</summary>
    public IEnumerable<OfficialPost> In(UnitId unitId) => posts.Where(post => post.UnitId == unitId);

    /// <summary>The history after a single post was entered.</summary>
    /// <remarks>
    /// A first day later than that of the main post is a transfer: the main post ends the day before, and all other posts stay. The same
    /// first day corrects the main post. An earlier first day replaces the main post and those main posts before it that begin on that day
    /// or later; the main post held on that day ends the day before. A post that is in the history already changes nothing.
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

    // The former main posts that led to this one, each of which ended the day before the next began; the latest first.
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
