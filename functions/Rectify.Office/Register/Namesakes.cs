using Rectify.Domain.Identity;
using Rectify.Domain.Messages;

namespace Rectify.Office.Register;

/// <summary>Finds entries of the register that look like one person under two ids.</summary>
internal static class Namesakes
{
    /// <summary>
    /// For each of the officials, the other ids that look like the same person; ids that are joined already are left out.
    /// </summary>
    public static async Task<ILookup<OfficialId, Namesake>> OfAsync(
        IRegisterStore registerStore, JoinedPersons joined, IReadOnlyCollection<Official> officials, CancellationToken cancellation)
    {
        // For these officials the given entry counts, and not the one that is stored under the same id.
        var given = officials.DistinctBy(official => official.OfficialId).ToDictionary(official => official.OfficialId);
        var others = (await registerStore.FindNamedAsync([.. given.Values.Select(official => official.Name).Distinct()], cancellation))
            .Where(other => !given.ContainsKey(other.OfficialId)).Concat(given.Values)
            .ToLookup(other => other.Name, StringComparer.Ordinal);
        var found =
            from official in given.Values
            let same = joined.With(official.OfficialId)
            from other in others[official.Name]
            where !same.Contains(other.OfficialId)
            let namesake = Of(official, other)
            where namesake is not null
            orderby other.OfficialId.Value
            select (official.OfficialId, namesake);
        return found.ToLookup(pair => pair.OfficialId, pair => pair.namesake);
    }

    private static Namesake? Of(Official official, Official other) =>
        official.Email is { } address && address.Equals(other.Email, StringComparison.OrdinalIgnoreCase)
            ? new Namesake(other.OfficialId, Likeness.Address)
        : official.Posts.Any(post => other.Posts.Any(its => (its.UnitId, its.Post) == (post.UnitId, post.Post)))
            ? new Namesake(other.OfficialId, Likeness.Post)
        : null;
}

/// <summary>Another id of the register that looks like the same person.</summary>
/// <param name="Other">The other id.</param>
/// <param name="Likeness">In what they are alike besides the name.</param>
public sealed record Namesake(OfficialId Other, Likeness Likeness)
{
    /// <summary>The note in an answer about a person, which says that this other id looks like the same person.</summary>
    public Bilingual InAnswer
    {
        get
        {
            var (chinese, english) = Likeness == Likeness.Address
                ? ("姓名、邮箱", "name and address")
                : ("姓名、单位、职务", "name, unit and post");
            return (
                $"另有 official:{Other} {chinese}相同，本意见不含其限制；如是同一人，请一并征求意见。",
                $"official:{Other} has the same {english}. This answer does not count what bars that id: "
                + "if they are one person, ask about both.");
        }
    }
}

/// <summary>In what two entries with the same name are alike.</summary>
public enum Likeness
{
    /// <summary>The address.</summary>
    Address,

    /// <summary>Unit and post.</summary>
    Post,
}
