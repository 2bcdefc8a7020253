using Rectify.Domain.Identity;

namespace Rectify.Domain.Eligibility;

/// <summary>Units that were renamed or merged, and the units that took their place.</summary>
/// <remarks>
/// A bar does not end with a new name or a merger: a unit answers for every unit whose place it took, directly or through other units. For
/// persons nothing changes, since their bar is bound to the person (S6).
/// </remarks>
/// <param name="links">
/// Each unit that is gone, with the one that took its place. A unit has one successor; a successor may have many predecessors.
/// </param>
public sealed class Succession(IEnumerable<(UnitId Unit, UnitId Successor)> links)
{
    private readonly ILookup<UnitId, UnitId> predecessors = links.ToLookup(link => link.Successor, link => link.Unit);
    private readonly ILookup<UnitId, UnitId> successors = links.ToLookup(link => link.Unit, link => link.Successor);

    /// <summary>The subject itself and every unit whose place it took. Links that lead in a circle are followed once.</summary>
    /// <param name="subject">A unit or an official.</param>
    public IReadOnlySet<Subject> AnswersFor(Subject subject) => Along(predecessors, subject);

    /// <summary>The subject itself and every unit that took its place. Links that lead in a circle are followed once.</summary>
    /// <param name="subject">A unit or an official.</param>
    public IReadOnlySet<Subject> AnsweredFor(Subject subject) => Along(successors, subject);

    private static HashSet<Subject> Along(ILookup<UnitId, UnitId> next, Subject subject)
    {
        var all = new HashSet<Subject> { subject };
        var open = new Queue<UnitId>(subject is Subject.Unit(var id) ? [id] : []);
        while (open.TryDequeue(out var unit))
        {
            foreach (var other in next[unit])
            {
                if (all.Add(new Subject.Unit(other))) open.Enqueue(other);
            }
        }

        return all;
    }
}
