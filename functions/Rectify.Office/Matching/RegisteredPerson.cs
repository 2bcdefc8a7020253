using Rectify.Domain.Identity;
using Rectify.Office.Register;

namespace Rectify.Office.Matching;

/// <summary>A person of the register, with everything that is entered under any of the person's ids.</summary>
/// <param name="Entries">The entries, the one with the latest main post first; several when ids are joined.</param>
internal sealed record RegisteredPerson(IReadOnlyList<Official> Entries)
{
    /// <summary>By which the person is asked about.</summary>
    public Subject Subject { get; } = new Subject.Official(Entries[0].OfficialId);

    /// <summary>Every post, held now, before or to come.</summary>
    public IEnumerable<OfficialPost> Posts => Entries.SelectMany(entry => entry.Posts);

    /// <summary>Makes the persons of a register: joined ids are one person.</summary>
    public static IReadOnlyList<RegisteredPerson> All(IReadOnlyList<Official> officials, JoinedPersons joined)
    {
        var byId = officials.ToDictionary(official => official.OfficialId);
        var persons = new List<RegisteredPerson>(officials.Count);
        var seen = new HashSet<OfficialId>();
        foreach (var official in officials)
        {
            if (seen.Contains(official.OfficialId)) continue;
            var ids = joined.With(official.OfficialId);
            seen.UnionWith(ids);
            persons.Add(new RegisteredPerson(
            [
                .. ids.Where(byId.ContainsKey).Select(id => byId[id])
                    .OrderByDescending(entry => entry.MainPost.To is null).ThenByDescending(entry => entry.MainPost.From)
                    .ThenBy(entry => entry.OfficialId.Value, StringComparer.Ordinal),
            ]));
        }

        return persons;
    }
}
