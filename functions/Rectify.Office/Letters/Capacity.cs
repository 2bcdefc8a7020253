using Rectify.Domain.Cases;
using Rectify.Domain.Identity;

namespace Rectify.Office.Letters;

/// <summary>In which capacity somebody gets a mail. It decides what the mail may tell.</summary>
internal abstract record Capacity
{
    private Capacity()
    {
    }

    /// <summary>For the unit: told what concerns the unit.</summary>
    public sealed record Liaison : Capacity;

    /// <summary>A leader whom the case names: told what concerns that person, and nobody else.</summary>
    /// <param name="Id">Who.</param>
    /// <param name="Scope">Whether also somebody who has left the unit is told.</param>
    public sealed record Leader(OfficialId Id, LeaderScope Scope = LeaderScope.Always) : Capacity;

    /// <summary>
    /// Those who hold a sanctioned role in the unit on the day of the mail, whoever they are; see <see cref="Incumbent"/>.
    /// </summary>
    public sealed record InOffice : Capacity;

    /// <summary>Somebody in office whom the case does not name: told what concerns the unit.</summary>
    /// <param name="Id">Who.</param>
    /// <param name="Name">Name in the register; the case does not know it.</param>
    public sealed record Incumbent(OfficialId Id, string Name) : Capacity;

    /// <summary>The supervising office: told what concerns the unit.</summary>
    public sealed record Office : Capacity;

    /// <summary>
    /// The unit, the leaders named, wherever they are now, who is in office, and the supervising office: of a measure and what bars.
    /// </summary>
    public static IEnumerable<Capacity> Everybody(CaseFile file) =>
        [new Liaison(), .. Leaders(file, LeaderScope.Always), new InOffice(), new Office()];

    /// <summary>The unit and who is in office: of what is to be done. A leader who has left is not told.</summary>
    public static IEnumerable<Capacity> OnDuty(CaseFile file) =>
        [new Liaison(), .. Leaders(file, LeaderScope.InOffice), new InOffice()];

    // Each measure has persons of its own.
    private static IEnumerable<Capacity> Leaders(CaseFile file, LeaderScope scope) =>
        file.Leaders.Select(leader => new Leader(leader.OfficialId, scope));

    /// <summary>The unit, the office and, of the leaders, those among the subjects; who is in office when the unit is.</summary>
    public static IEnumerable<Capacity> Concerned(IReadOnlyCollection<Subject> subjects) =>
    [
        new Liaison(),
        .. subjects.OfType<Subject.Official>().Select(official => new Leader(official.Id)).Distinct(),
        .. subjects.OfType<Subject.Unit>().Take(1).Select(_ => new InOffice()),
        new Office(),
    ];
}

/// <summary>When a leader whom a case names is told.</summary>
internal enum LeaderScope
{
    /// <summary>Also after the person has left the unit: a sanction follows the person (S6).</summary>
    Always,

    /// <summary>Only as long as the person has not left the unit: what is to be done is the successor's.</summary>
    InOffice,
}
