using Rectify.Domain.Cases;
using Rectify.Domain.Identity;

namespace Rectify.Office.Letters;

/// <summary>The capacity in which a person gets a mail. It decides what the mail tells.</summary>
internal abstract record Capacity
{
    private Capacity()
    {
    }

    /// <summary>The liaison officer, who gets the mail of the unit: told what concerns the unit.</summary>
    public sealed record Liaison : Capacity;

    /// <summary>The liaison officer of a unit that a correction took out of the case: told what concerns that unit.</summary>
    /// <param name="Unit">The unit.</param>
    public sealed record FormerLiaison(ListedUnit Unit) : Capacity;

    /// <summary>A leader whom the case names: told what concerns that person, and nobody else.</summary>
    /// <param name="Id">Who.</param>
    /// <param name="Scope">Whether the leader is told even after having left the unit.</param>
    public sealed record Leader(OfficialId Id, LeaderScope Scope = LeaderScope.Always) : Capacity;

    /// <summary>
    /// Those who hold a sanctioned role in the unit on the day of the mail, whoever they are; see <see cref="Incumbent"/>.
    /// </summary>
    public sealed record InOffice : Capacity;

    /// <summary>A person in office whom the case does not name: told what concerns the unit.</summary>
    /// <param name="Id">Who.</param>
    /// <param name="Name">Name in the register; the case does not know it.</param>
    public sealed record Incumbent(OfficialId Id, string Name) : Capacity;

    /// <summary>The supervising office: told what concerns the unit.</summary>
    public sealed record Office : Capacity;

    /// <summary>
    /// The readers of mails about a measure and about what bars: the unit, the leaders named, wherever they are now, those in office, and
    /// the supervising office.
    /// </summary>
    public static IEnumerable<Capacity> Everybody(CaseFile file) =>
        [new Liaison(), .. Leaders(file, LeaderScope.Always), new InOffice(), new Office()];

    /// <summary>
    /// The readers of mails about what is to be done: the unit, the leaders named who have not left it, and those in office.
    /// </summary>
    public static IEnumerable<Capacity> OnDuty(CaseFile file) =>
        [new Liaison(), .. Leaders(file, LeaderScope.InOffice), new InOffice()];

    // The leaders of every measure of the case, since each measure has persons of its own.
    private static IEnumerable<Capacity> Leaders(CaseFile file, LeaderScope scope) =>
        file.Leaders.Select(leader => new Leader(leader.OfficialId, scope));

    /// <summary>
    /// The readers of mails about the sanctions of these subjects: the unit, the office, and the leaders among the subjects; those in
    /// office too when the unit is among the subjects.
    /// </summary>
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

    /// <summary>Only as long as the person has not left the unit: then it is for the successor to act.</summary>
    InOffice,
}
