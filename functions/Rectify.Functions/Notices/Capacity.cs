using Rectify.Domain.Cases;
using Rectify.Domain.Identity;

namespace Rectify.Functions.Notices;

/// <summary>In which capacity somebody gets a mail. It decides what the mail may tell.</summary>
internal abstract record Capacity
{
    private Capacity()
    {
    }

    /// <summary>For the unit: told what concerns the unit.</summary>
    public sealed record Liaison : Capacity;

    /// <summary>A listed leader: told what concerns that person, and nobody else.</summary>
    public sealed record Leader(OfficialId Id) : Capacity;

    /// <summary>The supervising office: told what concerns the unit.</summary>
    public sealed record Office : Capacity;

    /// <summary>The unit, its listed leaders and the office, in this order.</summary>
    public static IEnumerable<Capacity> Everybody(CaseFile file) => [.. UnitAndLeaders(file), new Office()];

    /// <summary>The unit and its listed leaders.</summary>
    public static IEnumerable<Capacity> UnitAndLeaders(CaseFile file) =>
        [new Liaison(), .. file.Opening.Leaders.Select(leader => new Leader(leader.OfficialId))];

    /// <summary>The unit, the office and, of the leaders, those among the subjects.</summary>
    public static IEnumerable<Capacity> Concerned(IEnumerable<Subject> subjects) =>
        [new Liaison(), .. subjects.OfType<Subject.Official>().Select(official => new Leader(official.Id)).Distinct(), new Office()];
}
