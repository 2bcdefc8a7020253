using Rectify.Domain.Identity;

namespace Rectify.Office.Register;

/// <summary>An entry about an official: the complete list of posts, or one post to which the person is transferred.</summary>
public abstract record OfficialEntry
{
    private OfficialEntry()
    {
    }

    /// <summary>The official as entered.</summary>
    public required Official Entered { get; init; }

    /// <summary>Who.</summary>
    public OfficialId Id => Entered.OfficialId;

    /// <summary>The official as the register has it after this entry.</summary>
    /// <param name="standing">The official in the register now; null when there is none.</param>
    public abstract Official On(Official? standing);

    /// <summary>The complete list of posts: posts that are not in the list are removed.</summary>
    public sealed record Whole : OfficialEntry
    {
        /// <inheritdoc/>
        public override Official On(Official? standing) => Entered;
    }

    /// <summary>One post: a transfer of the main one, or its correction (see <see cref="PostHistory.With"/>).</summary>
    public sealed record Transfer : OfficialEntry
    {
        /// <inheritdoc/>
        public override Official On(Official? standing) =>
            standing is null ? Entered : Entered with { Posts = standing.Posts.With(Entered.MainPost) };
    }
}

/// <summary>An official before and after an entry.</summary>
/// <param name="Entry">What was entered.</param>
/// <param name="Before">The official in the register before; null when there was none.</param>
/// <param name="After">The official in the register afterwards.</param>
public sealed record OfficialChange(OfficialEntry Entry, Official? Before, Official After);
