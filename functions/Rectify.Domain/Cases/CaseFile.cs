using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>What is known of an opened case in every state: the opening entry and what has been added to it since.</summary>
/// <param name="Opening">The listing as it was entered.</param>
/// <param name="Deadline">The deadline that counts now.</param>
/// <param name="DeadlineSetOn">The day from which that deadline counts: no reminder of it lies before.</param>
/// <param name="Extensions">How often the deadline was extended.</param>
/// <param name="Reminders">Reminders that were sent or skipped.</param>
/// <param name="Sanctions">Every sanction of the case, in the order in which they were imposed.</param>
/// <param name="Expired">Measures whose sanctions are recorded as over.</param>
/// <param name="Revoked">Measures that were taken back as a whole (S10).</param>
/// <param name="Veto">The veto; null when there is none.</param>
public sealed record CaseFile(
    CaseEvent.UnitListed Opening,
    Deadline Deadline,
    DateOnly DeadlineSetOn,
    int Extensions,
    IReadOnlyList<Reminder> Reminders,
    IReadOnlyList<Sanction> Sanctions,
    IReadOnlyList<Measure> Expired,
    IReadOnlyList<Measure> Revoked,
    Veto? Veto)
{
    /// <summary>The file of a case that has just been opened.</summary>
    public static CaseFile Of(CaseEvent.UnitListed opening) =>
        new(opening, opening.Deadline, opening.ListedOn, 0, [], [], [], [], null);

    /// <summary>The policy that was fixed when the case opened.</summary>
    public Rulebook Rulebook => Opening.Rulebook;

    /// <summary>The unit and every leader who shares its sanctions.</summary>
    public IEnumerable<Subject> Subjects =>
        [new Subject.Unit(Opening.Unit.UnitId), .. Opening.Leaders.Select(leader => new Subject.Official(leader.OfficialId))];

    /// <summary>Every measure that was taken, in order, also those that were revoked or are over.</summary>
    public IReadOnlyList<Measure> MeasuresTaken => [.. Sanctions.Select(sanction => sanction.Measure).Distinct()];

    /// <summary>The measures whose sanctions still run or will run, in the order in which they were taken.</summary>
    public IReadOnlyList<Measure> MeasuresInForce =>
        [.. MeasuresTaken.Where(measure => !Expired.Contains(measure) && LastBarredDay(measure) is not null)];

    /// <summary>The sanction with this id, or null.</summary>
    public Sanction? Find(SanctionId id) => Sanctions.FirstOrDefault(sanction => sanction.Id == id);

    /// <summary>The last barred day among the sanctions of a measure; null when none bars any day.</summary>
    public DateOnly? LastBarredDay(Measure measure) =>
        Sanctions.Where(s => s.Measure == measure).Select(s => s.Barred?.To).Max();
}
