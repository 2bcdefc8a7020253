using Rectify.Domain.Identity;
using Rectify.Domain.YearlyCycle;

namespace Rectify.Office.Register;

/// <summary>
/// Which ids of the register are one person. When one id is joined with a second and that with a third, each of the three answers for all.
/// </summary>
public sealed class JoinedPersons
{
    private readonly ILookup<OfficialId, OfficialId> links;

    /// <param name="entries">Entries of the joins, each pair's in the order of its revisions.</param>
    public JoinedPersons(IEnumerable<YearlyEntry> entries)
    {
        var pairs =
            from entry in entries
            group entry by (entry.Subject.IdText, entry.Item) into pair
            where pair.Last().Content is not null
            select (One: new OfficialId(pair.Key.IdText), Other: new OfficialId(pair.Key.Item));
        links = pairs.SelectMany(pair => new[] { pair, (One: pair.Other, Other: pair.One) }).ToLookup(pair => pair.One, pair => pair.Other);
    }

    /// <summary>The id and every other id of the same person.</summary>
    public IReadOnlySet<OfficialId> With(OfficialId id)
    {
        var all = new HashSet<OfficialId> { id };
        var open = new Queue<OfficialId>(all);
        while (open.TryDequeue(out var next))
        {
            foreach (var other in links[next].Where(all.Add)) open.Enqueue(other);
        }

        return all;
    }
}
