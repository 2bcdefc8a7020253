using System.Text.Json.Serialization;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Rulebooks;

/// <summary>The policy of a region, as data: terms, roles, limits, reminders, each with the article it was read in.</summary>
/// <remarks>The whole rulebook is written into a case when it opens, so that a later edition never changes an open case.</remarks>
/// <param name="Id">Region and edition, for example <c>zhejiang-2017</c>.</param>
/// <param name="Name">Title of the regulation, as it is cited in a document.</param>
/// <param name="ValidFrom">First day on which a case may be opened under it.</param>
/// <param name="ValidTo">Last day on which a case may be opened under it; null while it is in force.</param>
/// <param name="Listing">Terms of the listing (S1); null when the rulebook knows none.</param>
/// <param name="Veto">Terms of the veto (S2); null when the rulebook knows none.</param>
/// <param name="SanctionedRoles">
/// Roles whose holders share the sanction: the register gives them, and an officer may name them. A measure may have its own.
/// </param>
/// <param name="Extension">What an extension may do (S11); null when none is allowed.</param>
/// <param name="Reminders">When those concerned are reminded (D10).</param>
/// <param name="YellowDays">A deadline at most this many days away shows yellow.</param>
/// <param name="Backdating">How far a listing date may lie from the day it is entered.</param>
/// <param name="Copies">Organs that receive a copy of a decision (S13).</param>
/// <param name="Escalation">How a veto comes about (S7). Automatic in rulebooks of earlier versions, which had no choice.</param>
/// <param name="VetoStart">
/// From when a decided veto counts (S2). From the deadline in rulebooks of earlier versions, which had no choice.
/// </param>
/// <param name="ListingSanction">
/// How long the listing bars (S4). For a fixed term in rulebooks of earlier versions, which had no choice.
/// </param>
/// <param name="Milestones">Plan and reports after a listing (S12); null when there are none, or the rungs have their own.</param>
/// <param name="CopiesOfVeto">Organs that receive a copy of a veto (S13); null when they are those of every decision.</param>
/// <param name="DirectVeto">Vetoes without a listing (S3); null when the rulebook knows none.</param>
/// <param name="AssessmentVeto">The veto for two failed assessment years (V3); null when the rulebook knows none.</param>
/// <param name="Choices">
/// What the regulation leaves open and this edition has chosen, in words; null in rulebooks of earlier versions, which did not say so.
/// </param>
/// <param name="YearlyCycle">Letters, reports and assessments of every year; null when the rulebook knows none.</param>
/// <param name="LongestPeriodMonths">The longest rectification period in months; null for 24, the most that any period may have.</param>
/// <param name="Ladder">The rungs below the listing (S16); null in rulebooks of earlier versions, which had none.</param>
/// <param name="VetoPersons">
/// Whom the veto after a missed deadline bars (S6). The persons of the listing in rulebooks of earlier versions, which had no choice.
/// </param>
/// <param name="NamedRoles">Roles that share the sanction when an officer names their holders, and never by the register; null for none.
/// </param>
/// <param name="Units">
/// Kinds of units to which the regulation applies in part or by reference, each once; to every other kind it applies whole (S20).
/// </param>
/// <param name="AssessmentGrades">
/// The grades of the yearly assessment, from the best, each with a code of its own; null where a year is passed or failed.
/// </param>
/// <param name="ReplyValidityDays">
/// For how many days after its own a reply to a consultation may be relied on, and whoever asked is told when it no longer holds; null for
/// 90.
/// </param>
/// <param name="Grounds">
/// The grounds for accountability as the regulation lists them, each with a code; null where the six of the program are enough.
/// </param>
/// <param name="Triggers">
/// Counts of measures or failed years for which the regulation asks for something more; null where it counts none.
/// </param>
/// <param name="Deciders">Who decides a measure, each measure once; null where the regulation does not say.</param>
/// <param name="Replaces">The edition that this one corrects: no case opens under that one any more; null when it corrects none.</param>
public sealed record Rulebook(
    string Id,
    string Name,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    ListingRule? Listing,
    MeasureRule? Veto,
    IReadOnlyList<LeaderRole> SanctionedRoles,
    ExtensionRule? Extension,
    ReminderRule Reminders,
    int YellowDays,
    BackdatingRule Backdating,
    IReadOnlyList<string> Copies,
    Escalation Escalation = Escalation.Automatic,
    VetoStart VetoStart = VetoStart.Deadline,
    DirectVetoRule? DirectVeto = null,
    ListingSanction ListingSanction = ListingSanction.FixedTerm,
    MilestoneRule? Milestones = null,
    IReadOnlyList<string>? CopiesOfVeto = null,
    AssessmentVetoRule? AssessmentVeto = null,
    IReadOnlyList<string>? Choices = null,
    YearlyCycleRule? YearlyCycle = null,
    LadderRule? Ladder = null,
    int? LongestPeriodMonths = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] VetoPersons VetoPersons = VetoPersons.Listed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<LeaderRole>? NamedRoles = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Replaces = null,
    IReadOnlyList<UnitKindRule>? Units = null,
    IReadOnlyList<AssessmentGrade>? AssessmentGrades = null,
    int? ReplyValidityDays = null,
    IReadOnlyList<GroundRule>? Grounds = null,
    IReadOnlyList<CountingTrigger>? Triggers = null,
    IReadOnlyList<DeciderRule>? Deciders = null)
{
    /// <summary>For how many days a reply may be relied on unless told.</summary>
    public const int UsualReplyValidity = 90;

    /// <summary>Terms of the veto; null when the rulebook knows none.</summary>
    public MeasureRule? Veto { get; init; } = MeasureChain.Checked(Veto, Listing, Ladder, DirectVeto, AssessmentVeto);

    /// <summary>Kinds of units to which the regulation applies in part or by reference, each once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<UnitKindRule>? Units { get; init; } = MeasureChain.Checked(Units, Listing, Ladder);

    /// <summary>The grades of the yearly assessment, from the best; null where a year is passed or failed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AssessmentGrade>? AssessmentGrades { get; init; } = AssessmentGrade.Checked(AssessmentGrades);

    /// <summary>The grounds for accountability as the regulation lists them, each with a code of its own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<GroundRule>? Grounds { get; init; } = MeasureChain.Checked(Grounds, Veto, Listing, Ladder);

    /// <summary>Counts for which the regulation asks for something more.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CountingTrigger>? Triggers { get; init; } = MeasureChain.Checked(Triggers, DirectVeto, Listing, Ladder);

    /// <summary>Who decides a measure, each measure once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DeciderRule>? Deciders { get; init; } = MeasureChain.Checked(Deciders, Veto, DirectVeto, Listing, Ladder);

    /// <summary>Who decides a measure; null where the regulation does not say.</summary>
    public DeciderRule? DeciderOf(Rung measure) => Deciders?.FirstOrDefault(rule => rule.Measure == measure);

    /// <summary>The ground with a code; null when the rulebook lists none of that code.</summary>
    public GroundRule? Ground(string code) => Grounds?.FirstOrDefault(rule => rule.Code == code);

    /// <summary>The longest rectification period in months.</summary>
    [JsonIgnore]
    public int LongestPeriod => LongestPeriodMonths ?? Period.Months.Max;

    /// <summary>The longest rectification period in months, 1 to 24; null for 24.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? LongestPeriodMonths { get; init; } =
        Limit.Optional(LongestPeriodMonths, 1, Period.Months.Max);

    /// <summary>For how many days a reply may be relied on.</summary>
    [JsonIgnore]
    public int ReplyValidity => ReplyValidityDays ?? UsualReplyValidity;

    /// <summary>For how many days a reply may be relied on, 1 to 366; null for 90.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ReplyValidityDays { get; init; } = Limit.Optional(ReplyValidityDays, 1, 366);

    /// <summary>Who receives a copy of a measure (S13).</summary>
    public IReadOnlyList<string> CopiesOf(Measure measure) => measure == Measure.Veto ? CopiesOfVeto ?? Copies : Copies;

    /// <summary>The roles whose holders a measure bars by the register, the gravest first.</summary>
    public IReadOnlyList<LeaderRole> RolesOf(Measure measure) =>
        (measure == Measure.Veto ? Veto?.SanctionedRoles : Listing?.SanctionedRoles) ?? SanctionedRoles;

    /// <summary>The roles in which an officer may name the persons of a measure.</summary>
    public IReadOnlyList<LeaderRole> RolesToNameOf(Measure measure) => [.. RolesOf(measure).Union(NamedRoles ?? [])];

    /// <summary>How a period on a rung is counted; null for from the day of the measure, by D4.</summary>
    public PeriodRule? PeriodRuleOf(Rung rung) => rung == Rung.Listing ? Listing?.PeriodRule : Ladder?.Of(rung)?.PeriodRule;

    /// <summary>The highest measure that a unit of a kind may meet (S20); a unit whose kind is not known may meet every one.</summary>
    public Rung HighestFor(UnitKind? kind) => RuleFor(kind)?.Highest ?? Rung.Veto;

    /// <summary>What the rulebook says of a kind of unit; null when it applies whole.</summary>
    public UnitKindRule? RuleFor(UnitKind? kind) => Units?.FirstOrDefault(rule => rule.Kind == kind);

    /// <summary>What follows when the goal of a measure on this rung is not reached in time (S7, S16).</summary>
    /// <param name="rung">The notice, the talk or the listing.</param>
    public MissedStep AfterMissed(Rung rung) =>
        (rung == Rung.Listing ? Listing?.Missed : Ladder?.Of(rung)?.Missed) ?? MissedStep.NextRung;

    /// <summary>The letters that come first when a measure on this rung is missed; null where none do.</summary>
    public UrgingRule? UrgingOf(Rung rung) => rung == Rung.Listing ? Listing?.Urging : Ladder?.Of(rung)?.Urging;

    /// <summary>Whether a case listed on <paramref name="day"/> falls under this edition.</summary>
    public bool InForceOn(DateOnly day) => day >= ValidFrom && (ValidTo is not { } last || day <= last);
}
