using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;

namespace Rectify.Office.Register;

/// <summary>A person in the register, with every known post.</summary>
/// <param name="OfficialId">Opaque.</param>
/// <param name="Name">Name.</param>
/// <param name="Email">Address for notices; null for somebody who has none, and has to be told otherwise.</param>
/// <param name="Language">In which this person is written to.</param>
/// <param name="Posts">The posts held, held before and to be held; several may be held at once.</param>
public sealed record Official(OfficialId OfficialId, string Name, string? Email, MailLanguage Language, PostHistory Posts)
{
    /// <summary>A person with one post.</summary>
    public Official(
        OfficialId officialId, string name, string? email, UnitId unitId, string post, LeaderRole role, DateOnly from, DateOnly? to,
        MailLanguage language = default, Responsibility? responsibility = null)
        : this(officialId, name, email, language, PostHistory.Of(new OfficialPost(unitId, post, role, from, to, responsibility)))
    {
    }

    /// <summary>The main post, by which older clients know the person.</summary>
    public OfficialPost MainPost => Posts.Main;

    /// <summary>
    /// The post by which the person is known in a unit on a day: a post held then, the gravest role first; otherwise the last post there;
    /// null when there was none.
    /// </summary>
    public OfficialPost? PostIn(UnitId unitId, DateOnly day) =>
        Posts.In(unitId).Where(post => post.HeldOn(day)).MinBy(post => post.Role) ?? Posts.In(unitId).LastOrDefault();

    /// <summary>Whether the unit is the person's own on a day: that of the main post, or of any post that is not over.</summary>
    public bool BelongsTo(UnitId unitId, DateOnly day) =>
        MainPost.UnitId == unitId || Posts.Any(post => post.UnitId == unitId && (post.To is not { } last || last >= day));
}
