using System.Text.Json.Serialization;
using Rectify.Domain.Calendar;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>What is known of an opened case in every state: the opening entry and what has been added to it since.</summary>
/// <param name="Opening">What the case is about.</param>
/// <param name="Rectification">
/// The clock of a listing, a notice or a talk; null for a case that started with the veto, which has no deadline.
/// </param>
/// <param name="Reminders">Reminders that were sent or skipped.</param>
/// <param name="Sanctions">Every sanction of the case, in the order in which they were imposed.</param>
/// <param name="Expired">Measures whose sanctions are recorded as over.</param>
/// <param name="Revoked">Measures that were taken back as a whole (S10).</param>
/// <param name="Veto">The veto; null when there is none.</param>
/// <param name="FormerLeaders">Who was named as a leader before a correction; some may be named again.</param>
/// <param name="Release">The release from the listing; null when there is none.</param>
/// <param name="FollowedBy">The case that took a notice or a talk to a higher rung; null when there is none (S16).</param>
/// <param name="RungRevocation">How a notice or a talk was taken back; null when it was not.</param>
/// <param name="TimelyReport">
/// A report that had been handed in by the deadline and was entered only after a person had decided, so that the decision has to be
/// reviewed; null when there is none.
/// </param>
public sealed record CaseFile(
    Opening Opening,
    Rectification? Rectification,
    IReadOnlyList<Reminder> Reminders,
    IReadOnlyList<Sanction> Sanctions,
    IReadOnlyList<Measure> Expired,
    IReadOnlyList<Measure> Revoked,
    Veto? Veto,
    IReadOnlyList<ListedLeader> FormerLeaders,
    Release? Release = null,
    Follower? FollowedBy = null,
    Revocation? RungRevocation = null,
    TimelyReport? TimelyReport = null)
{
    /// <summary>
    /// The leaders who share the veto, imposed or proposed, when they differ from those of the listing, by the rulebook or by a correction;
    /// null when they are the same.
    /// </summary>
    public IReadOnlyList<ListedLeader>? VetoLeaders { get; init; }

    /// <summary>The entries that count, from which the case is computed again when one of them was made by error.</summary>
    [JsonIgnore]
    public CaseHistory? History { get; init; }

    /// <summary>The units that a correction took out of the case, the earliest first.</summary>
    public IReadOnlyList<ListedUnit> FormerUnits { get; init; } = [];

    /// <summary>The name of a unit that the case names or named before a correction.</summary>
    public string NameOf(UnitId unit) =>
        FormerUnits.Append(Opening.Unit).LastOrDefault(one => one.UnitId == unit)?.Name ?? unit.Value;

    /// <summary>Whether a person has decided whom the present veto bars: took a sanction of it back, or corrected its persons.</summary>
    public bool VetoPersonsDecided { get; init; }

    /// <summary>
    /// From which ledger the case was taken over, and who vouches for its history; null when this ledger kept it from the start.
    /// </summary>
    public CaseEvent.CaseTakenOver? TakenOver { get; init; }

    /// <summary>The criticism or the decision with which a missed measure ended; null when there is none.</summary>
    public CaseEvent.ConsequenceDecided? Decided { get; init; }

    /// <summary>The urging letters of the case, in the order in which they were recorded.</summary>
    public IReadOnlyList<CaseEvent.UrgingIssued> Urgings { get; init; } = [];

    /// <summary>The plans and the reports that came in, in the order in which they were recorded.</summary>
    public IReadOnlyList<CaseEvent.MilestoneReceived> Received { get; init; } = [];

    /// <summary>
    /// Whether the notice, the talk or the listing was taken back as void, so that it counts as never taken. What was withdrawn as
    /// entered by error does not count.
    /// </summary>
    public bool IsRungVoid => (History?.Entries ?? []).Any(entry => entry is CaseEvent.RungRevoked { Revocation: Revocation.Void }
        or CaseEvent.MeasureRevoked { Measure: Measure.Listing, Revocation: Revocation.Void });

    /// <summary>
    /// Whether the case has a listing and a veto, each with persons of its own. A proposed veto counts when its persons differ from those
    /// of the listing.
    /// </summary>
    public bool HasTwoMeasures => Opening is Opening.Listing && (Veto is not null || VetoLeaders is not null);

    /// <summary>The leaders who share the sanctions of a measure.</summary>
    public IReadOnlyList<ListedLeader> LeadersOf(Measure measure) => measure == Measure.Veto
        ? VetoLeaders ?? InRolesOfVeto(Opening.Leaders)
        : Opening.Leaders;

    /// <summary>Those of the leaders whom a veto bars, where the rulebook gives it other roles than the listing.</summary>
    public IReadOnlyList<ListedLeader> InRolesOfVeto(IReadOnlyList<ListedLeader> leaders) => Rulebook.Veto?.SanctionedRoles is null
        ? leaders
        : [.. leaders.Where(leader => Rulebook.RolesToNameOf(Measure.Veto).Contains(leader.Role))];

    /// <summary>The unit and every leader who shares the sanctions of a measure.</summary>
    public IEnumerable<Subject> SubjectsOf(Measure measure) =>
        [new Subject.Unit(Opening.Unit.UnitId), .. LeadersOf(measure).Select(leader => new Subject.Official(leader.OfficialId))];

    /// <summary>The reports and the failed inspections by their own dates (S8).</summary>
    public Submissions Submissions { get; init; } = Submissions.None;

    /// <summary>The file of a listing that has just been opened.</summary>
    public static CaseFile Of(CaseEvent.UnitListed opening) =>
        new(new Opening.Listing(opening), ClockOf(opening, opening.Period, opening.Deadline), [], [], [], [], null, []);

    /// <summary>The file of a notice or a talk that has just been issued.</summary>
    public static CaseFile Of(CaseEvent.AdmonitionIssued opening) =>
        new(new Opening.Admonition(opening), ClockOf(opening, opening.Period, opening.Deadline), [], [], [], [], null, []);

    /// <summary>The file of a case that starts with the veto.</summary>
    public static CaseFile Of(CaseEvent.VetoCaseOpened opening) => new(new Opening.DirectVeto(opening), null, [], [], [], [], null, []);

    private static Rectification ClockOf(CaseEvent.IOpens opening, Period period, Deadline deadline) => Rectification.Of(
        opening.BeganOn, opening.PeriodFrom, period, deadline,
        opening.Rulebook.PeriodRuleOf(opening.RungOfPeriod)?.OnDayOff ?? DayOffPolicy.NextWorkingDay);

    /// <summary>The policy that was fixed when the case opened.</summary>
    public Rulebook Rulebook => Opening.Rulebook;

    /// <summary>The rung on which the case began.</summary>
    public Rung Rung => Opening.Rung;

    /// <summary>Offsets in days of the reminders before the deadline.</summary>
    public IReadOnlyList<int> DaysBeforeDeadline => Rulebook.Ladder?.Of(Rung)?.DaysBefore ?? Rulebook.Reminders.DaysBeforeDeadline;

    /// <summary>Plan and reports that the rung owes (S12); null when it owes none.</summary>
    public MilestoneRule? Milestones => Opening switch
    {
        Opening.Listing => Rulebook.Listing?.Milestones ?? Rulebook.Milestones,
        Opening.Admonition => Rulebook.Ladder?.Of(Rung)?.Milestones,
        _ => null,
    };

    /// <summary>Working days after the deadline in which the unit may still apply for its inspection (S8); null for none.</summary>
    public int? ApplicationWorkingDays => Opening switch
    {
        Opening.Listing => Rulebook.Listing?.ApplicationWorkingDays,
        Opening.Admonition => Rulebook.Ladder?.Of(Rung)?.ApplicationWorkingDays,
        _ => null,
    };

    /// <summary>
    /// The last day on which the unit may apply in writing for its inspection after the deadline (S8); null where the deadline is the last.
    /// A report that the document itself asks for on a later day is such an application too.
    /// </summary>
    public DateOnly? ApplicationsUntil(WorkingCalendar calendar)
    {
        if (Deadline is not { Effective: var deadline }) return null;

        DateOnly? window = ApplicationWorkingDays is { } days ? calendar.AddWorkingDays(deadline, days) : null;
        return window > ReportAfterDeadline ? window : ReportAfterDeadline ?? window;
    }

    /// <summary>
    /// The day of a report that the document itself asks for after the deadline, and until which nothing follows (S8); null for none.
    /// </summary>
    public DateOnly? ReportAfterDeadline => Opening.ReportDueOn is { } report && report > Deadline?.Effective ? report : null;

    /// <summary>Whether a report after the deadline may still be in time (S8).</summary>
    public bool HasTimeAfterDeadline => ApplicationWorkingDays is not null || ReportAfterDeadline is not null;

    /// <summary>Whether the listing of the rulebook bars anybody (S1).</summary>
    public bool ListingBars => Rulebook.ListingSanction == ListingSanction.WhileListed || Rulebook.Listing?.Length is not null;

    /// <summary>Whether a last day that is a day off moves, by the rule of the rung (D4).</summary>
    public DayOffPolicy OnDayOff => Rulebook.PeriodRuleOf(Rung)?.OnDayOff ?? DayOffPolicy.NextWorkingDay;

    /// <summary>What follows when the goal is not reached in time (S7, S16).</summary>
    /// <remarks>Where the next rung is above the highest measure for this kind of unit, the deciding body decides (S20).</remarks>
    public MissedStep AfterMissed => ByRule is MissedStep.NextRung && NextRung > Rulebook.HighestFor(Opening.Unit.Kind)
        ? MissedStep.Decision
        : ByRule;

    // After as many letters as the rulebook has, what follows in the end.
    private MissedStep ByRule => Rulebook.UrgingOf(Rung) is { } rule && Urgings.Count(letter => letter.Milestone is null) >= rule.Letters
        ? rule.Then
        : Rulebook.AfterMissed(Rung);

    /// <summary>
    /// The rung above this one, at most the highest one for this kind of unit where that is above; the veto for a listing, and for a veto
    /// itself.
    /// </summary>
    public Rung NextRung
    {
        get
        {
            var highest = Rulebook.HighestFor(Opening.Unit.Kind);
            var next = Opening is Opening.Admonition { Entry: var issued }
                ? Rulebook.Ladder!.After(issued.Rung, issued.Severity)
                : Rung.Veto;
            return next > highest && highest > Rung ? highest : next;
        }
    }

    /// <summary>The deadline that counts now; null for a case that started with the veto.</summary>
    public Deadline? Deadline => Rectification?.Deadline;

    /// <summary>The unit and every leader of the measure that opened the case.</summary>
    public IEnumerable<Subject> Subjects =>
        [new Subject.Unit(Opening.Unit.UnitId), .. Opening.Leaders.Select(leader => new Subject.Official(leader.OfficialId))];

    /// <summary>Everybody who is named as a leader of a measure, each once.</summary>
    public IEnumerable<ListedLeader> Leaders => Opening.Leaders.Concat(VetoLeaders ?? []).DistinctBy(leader => leader.OfficialId);

    /// <summary>Everybody who is or was named as a leader, each once.</summary>
    public IEnumerable<ListedLeader> EveryLeader => Leaders.Concat(FormerLeaders).DistinctBy(leader => leader.OfficialId);

    /// <summary>The unit and everybody whom a measure bars: each measure has persons of its own (S6).</summary>
    public IEnumerable<Subject> EverySubject => Subjects.Union(SubjectsOf(Measure.Veto));

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

    /// <summary>文号 of the decision on which a measure rests: a veto may have one of its own (S14).</summary>
    public string DocumentNumberOf(Measure measure) => (measure == Measure.Veto ? Veto?.DocumentNumber : null) ?? Opening.DocumentNumber;
}
