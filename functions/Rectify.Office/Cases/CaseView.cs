using System.Text.Json.Serialization;
using Rectify.Domain.Assessments;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Office.Cases;

/// <summary>A case on the wire, as of a day. Members that its rung does not have are null; <c>kind</c> is the name of its rung.</summary>
public sealed record CaseView(
    CaseId CaseId, string Kind, Rung Rung, CaseId? PrecededBy, Follower? FollowedBy, RungProposalView? ProposedRung, CaseStatus Status,
    Light Light, ListedUnit Unit, AccountabilityGround? Ground, Severity? Severity,
    string Facts, DateOnly? IssuedOn, DateOnly? ListedOn, DateOnly? ReceivedOn, Period? Period, DeadlineView? Deadline,
    IReadOnlyList<ListedLeader> Officials, IReadOnlyList<string> Goals, string DocumentNumber, string LegalBasis, string IssuedBy,
    string RulebookId, string RulebookHash, Release? Release, VetoView? Veto, ProposalView? ProposedVeto,
    IReadOnlyList<FailedYear> FailedYears,
    IReadOnlyList<SanctionView> Sanctions, StepView? NextStep,
    IReadOnlyList<string> Warnings, int Version)
{
    /// <summary>The day of the event; null when none was named.</summary>
    public DateOnly? EventOn { get; init; }

    /// <summary>A day on which a report is due that the document itself names; null for none.</summary>
    public DateOnly? ReportDueOn { get; init; }

    /// <summary>An earlier case of the unit that the document names; null for none.</summary>
    public CaseId? PreviousCaseId { get; init; }

    /// <summary>The supervision visit whose findings led to the case; null for none.</summary>
    public string? VisitId { get; init; }

    /// <summary>The cases of the other units that the same document lists; empty where it lists this one alone.</summary>
    public IReadOnlyList<SharedCase> SharedWith { get; init; } = [];

    /// <summary>The grounds that were named by code, as the rulebook of the case lists them; empty where none was.</summary>
    public IReadOnlyList<GroundView> Grounds { get; init; } = [];

    /// <summary>
    /// The counts that the measure reaches, for which the rulebook asks for something more; given in the answer about one case, and not in
    /// lists.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CountView>? CountsReached { get; init; }

    /// <summary>Who proposed a veto without a listing; null where none was proposed.</summary>
    public string? ProposedBy { get; init; }

    /// <summary>What each correction has changed, from what to what.</summary>
    public IReadOnlyList<CaseCorrection> Corrections { get; init; } = [];

    /// <summary>The level of that body; null where none was named.</summary>
    public UnitLevel? ProposerLevel { get; init; }

    /// <summary>The level of the body that issued the measure; null where none was named.</summary>
    public UnitLevel? IssuerLevel { get; init; }

    /// <summary>What follows a missed measure where that is a criticism or a decision; null where it is not, or not yet.</summary>
    public ConsequenceView? Consequence { get; init; }

    /// <summary>The plan and the reports that the unit owes, in the order of their days.</summary>
    public IReadOnlyList<MilestoneView> Milestones { get; init; } = [];

    /// <summary>The urging letters, in the order in which they were recorded.</summary>
    public IReadOnlyList<UrgingView> UrgingLetters { get; init; } = [];

    /// <summary>From which ledger the case was taken over, and who vouches for it; null when this ledger kept it from the start.</summary>
    public CaseEvent.CaseTakenOver? TakenOver { get; init; }

    public static CaseView Of(CaseRecord record, DateOnly today, WorkingCalendar calendar)
    {
        var (file, opening) = (record.State.File, record.State.File.Opening);
        var steps = Schedule.Of(record.State, calendar);
        return new CaseView(
            record.CaseId, Domain.WireName.Of(file.Rung), file.Rung, opening.PrecededBy, file.FollowedBy,
            record.State is CaseState.NextRungProposed rung ? RungProposalView.Of(rung.Proposal) : null,
            CaseStatus.Of(record.State), LightRule.Of(record.State, today, calendar), opening.Unit,
            opening.Ground, opening.Severity, opening.Facts,
            opening is Opening.Admonition ? opening.BeganOn : null, opening is Opening.Listing ? opening.BeganOn : null,
            opening.ReceivedOn, opening.Period,
            DeadlineView.Of(record.State, today, calendar),
            opening.Leaders, opening.Goals, opening.DocumentNumber,
            opening.LegalBasis, opening.IssuedBy, file.Rulebook.Id, Domain.Rulebooks.RulebookHash.Of(file.Rulebook), file.Release,
            file.Veto is { } veto
                ? VetoView.Of(veto) with { EventOn = opening.EventOn, Officials = file.LeadersOf(Measure.Veto) }
                : null,
            record.State is CaseState.VetoProposed proposed
                ? ProposalView.Of(proposed.Proposal) with { Officials = file.LeadersOf(Measure.Veto) }
                : null,
            (opening as Opening.DirectVeto)?.Entry.Assessments ?? [],
            [.. file.Sanctions.Select(
                sanction => SanctionView.Of(record.CaseId, sanction, file.DocumentNumberOf(sanction.Measure), today))],
            steps is [var next, ..] ? StepView.Of(next) : null, CaseWarnings.Of(file), record.Version)
        {
            EventOn = opening.EventOn,
            ReportDueOn = opening.ReportDueOn,
            PreviousCaseId = opening.PreviousCaseId,
            VisitId = opening.VisitId,
            SharedWith = [.. opening.SharedBy.Where(shared => shared.CaseId != record.CaseId)],
            Grounds = GroundView.Of(opening),
            ProposedBy = (opening as Opening.DirectVeto)?.Entry.ProposedBy,
            ProposerLevel = (opening as Opening.DirectVeto)?.Entry.ProposerLevel,
            IssuerLevel = opening.IssuerLevel,
            Consequence = ConsequenceView.Of(record.State),
            Corrections = CaseCorrections.Of(record.Stream),
            Milestones = [.. Domain.Cases.Milestones.Owed(file, calendar).Select(one => MilestoneView.Of(one, today))],
            UrgingLetters = [.. file.Urgings.Select(UrgingView.Of)],
            TakenOver = file.TakenOver,
        };
    }

    /// <summary>
    /// The same view with those who were in office on the day of the veto and are not barred by it; unchanged for a case without a veto.
    /// </summary>
    public CaseView With(IReadOnlyList<OfficeHolder>? notBarred) => this with
    {
        Veto = Veto is null ? null : Veto with { InOfficeNotBarred = HolderView.Of(notBarred) },
        ProposedVeto = ProposedVeto is null ? null : ProposedVeto with { InOfficeNotBarred = HolderView.Of(notBarred) },
    };
}

/// <summary>The criticism or the decision after a missed measure on the wire; without a day while it is due.</summary>
/// <param name="Step">What the rulebook provides.</param>
/// <param name="ProposedOn">Since when it is due; null when it is decided.</param>
/// <param name="DecidedOn">The day of the decision; null while it is due.</param>
/// <param name="Text">What was decided.</param>
/// <param name="DecidedBy">Who decided.</param>
/// <param name="DocumentNumber">The number of the decision, where it has one.</param>
public sealed record ConsequenceView(
    MissedStep Step, DateOnly? ProposedOn, DateOnly? DecidedOn, string? Text, string? DecidedBy, string? DocumentNumber)
{
    public static ConsequenceView? Of(CaseState.Opened state) => state switch
    {
        CaseState.ConsequenceProposed due => new(due.Step, due.ProposedOn, null, null, null, null),
        { File.Decided: { } decided } =>
            new(decided.Step, null, decided.DecidedOn, decided.Text, decided.DecidedBy, decided.DocumentNumber),
        _ => null,
    };
}

/// <summary>
/// The deadline of a case on the wire. With a stopped clock it is the deadline that would count if the clock were resumed on the given day.
/// </summary>
public sealed record DeadlineView(
    DateOnly Nominal, DateOnly Effective, DateTimeOffset ExpiresAt, bool Provisional, int Extended, int SuspendedDays)
{
    public static DeadlineView? Of(CaseState.Opened state, DateOnly today, WorkingCalendar calendar) =>
        RunningClock.Of(state, today, calendar) is { } clock
        ? new(clock.Deadline.Nominal, clock.Deadline.Effective, clock.Deadline.ExpiresAt, clock.Deadline.Provisional, clock.Extensions,
            clock.SuspendedDays)
        : null;
}

/// <summary>A veto on the wire. <c>inOfficeNotBarred</c> is given in the answer about one case, and not in lists.</summary>
public sealed record VetoView(
    VetoGround Ground, DateOnly From, DateOnly To, string LegalBasis, DateOnly? EventOn, DateOnly? DecidedOn, string? DocumentNumber,
    bool NeedsReview,
    IReadOnlyList<ListedLeader> Officials)
{
    /// <summary>Who imposed or confirmed it; null where nobody was named.</summary>
    public DecidingBody? DecidedBy { get; init; }

    /// <summary>Who held a sanctioned role in the unit on the day of the veto and is not barred by it (S6).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<HolderView>? InOfficeNotBarred { get; init; }

    public static VetoView Of(Veto veto) => new(
        veto.Ground, veto.Term.From, veto.Term.To, veto.LegalBasis, null, veto.DecidedOn, veto.DocumentNumber,
        veto.NeedsReview == Review.Needed, [])
    {
        DecidedBy = veto.By,
    };
}

/// <summary>The next rung, which awaits the office's decision, on the wire (S16).</summary>
public sealed record RungProposalView(Rung Rung, DateOnly ProposedOn)
{
    public static RungProposalView Of(RungProposal proposal) => new(proposal.Rung, proposal.ProposedOn);
}

/// <summary>A veto that awaits the committee's decision, on the wire; without dates when it would count from the decision.</summary>
/// <remarks>
/// <c>officials</c> are those whom it would bar; <c>inOfficeNotBarred</c> is given in the answer about one case, and not in lists.
/// </remarks>
public sealed record ProposalView(
    VetoGround Ground, DateOnly ProposedOn, DateOnly? From, DateOnly? To, IReadOnlyList<ListedLeader> Officials)
{
    /// <summary>Who held a sanctioned role in the unit on the day of the veto and would not be barred by it (S6).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<HolderView>? InOfficeNotBarred { get; init; }

    public static ProposalView Of(Proposal proposal) =>
        new(proposal.Ground, proposal.ProposedOn, proposal.Term?.From, proposal.Term?.To, []);
}

/// <summary>
/// A sanction on the wire, as of a day; without a last day while the listing lasts under a rulebook whose listings bar as long as they
/// last.
/// </summary>
public sealed record SanctionView(
    SanctionId SanctionId, CaseId CaseId, Subject Subject, Bars Bars, Measure Measure, DateOnly From, DateOnly? To,
    SanctionStatus Status, Revocation? Revocation, string DocumentNumber)
{
    public static SanctionView Of(CaseId caseId, Sanction sanction, string documentNumber, DateOnly day) =>
        new(sanction.Id, caseId, sanction.Subject, sanction.Bars, sanction.Measure, sanction.Term.From, sanction.Term.End,
            sanction.StatusOn(day), sanction.Revocation, documentNumber);
}

/// <summary>A future step on the wire.</summary>
/// <param name="Step">Name of the step.</param>
/// <param name="DueAt">When it falls due.</param>
/// <param name="Day">Its local day.</param>
/// <param name="Days">Days between the day of a reminder and the date to which it refers; null for other steps.</param>
/// <param name="Measure">The measure whose sanctions end; null for other steps.</param>
/// <param name="Outcome">Whether it is still to come.</param>
public sealed record StepView(string Step, DateTimeOffset DueAt, DateOnly Day, int? Days, Measure? Measure,
    StepOutcome Outcome = StepOutcome.ToCome)
{
    /// <summary>The day of which a reminder reminds, such as that of a report, which may be a day off; null for another step.</summary>
    public DateOnly? RefersTo { get; init; }

    public static StepView Of(Step step) => step switch
    {
        Step.Remind(var reminder, _) =>
            new(step.Name, step.DueAt, step.Day, reminder.DaysAway, reminder.Measure) { RefersTo = reminder.RefersTo },
        Step.EndSanctions(var measure, _) => new(step.Name, step.DueAt, step.Day, null, measure),
        _ => new(step.Name, step.DueAt, step.Day, null, null),
    };

    public static StepView Of(CaseStep step) => Of(step.Step) with { Outcome = step.Outcome };
}
