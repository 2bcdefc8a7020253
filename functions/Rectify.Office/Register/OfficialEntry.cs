using Rectify.Domain.Identity;

namespace Rectify.Office.Register;

/// <summary>What was entered about an official: every post, or one to which the person goes.</summary>
public abstract record OfficialEntry
{
    private OfficialEntry()
    {
    }

    /// <summary>The official as entered.</summary>
    public required Official Entered { get; init; }

    /// <summary>Who.</summary>
    public OfficialId Id => Entered.OfficialId;

    /// <summary>What the register says after it.</summary>
    /// <param name="standing">What it says now; null when it does not hold the official.</param>
    public abstract Official On(Official? standing);

    /// <summary>Every post that is known: what is not among them is taken out.</summary>
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
/// <param name="Before">What the register said; null when it did not hold the official.</param>
/// <param name="After">What it says then.</param>
public sealed record OfficialChange(OfficialEntry Entry, Official? Before, Official After);
