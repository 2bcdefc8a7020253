using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.Cases;

/// <summary>
/// Everybody who held, holds or will hold a post of a unit. Every measure asks here who is in office on its own day, whenever it is entered
/// (S6).
/// </summary>
/// <param name="posts">Every post of the unit that the register knows, in any order.</param>
public sealed class OfficeHolders(IEnumerable<OfficeHolder> posts)
{
    private readonly List<OfficeHolder> posts = [.. posts];

    /// <summary>No posts: for decisions that do not ask who is in office.</summary>
    public static OfficeHolders None { get; } = new([]);

    /// <summary>Those who hold a post in one of the roles on a day, by id; each person once.</summary>
    /// <param name="day">The day, in the past or to come.</param>
    /// <param name="roles">
    /// The roles, the gravest first. Of a person with several posts in the unit, the post whose role comes first in this list is returned.
    /// </param>
    public IReadOnlyList<OfficeHolder> On(DateOnly day, IReadOnlyList<LeaderRole> roles) =>
    [
        .. from post in posts
           where post.HoldsOn(day) && roles.Contains(post.Role)
           group post by post.OfficialId into person
           orderby person.Key.Value
           select person.MinBy(post => roles.TakeWhile(role => role != post.Role).Count()),
    ];
}
