using System.Text.Json.Serialization;
using Rectify.Domain.Assessments;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>Something that happened to a case. Stored events are a public format: they stay readable for ever.</summary>
/// <remarks>The name in the ledger is given in <see cref="EventCodec"/>, never derived from the type.</remarks>
public abstract record CaseEvent
{
    private CaseEvent()
    {
    }

    /// <summary>What every entry that opens a case says.</summary>
    public interface IOpens
    {
        /// <summary>The unit.</summary>
        ListedUnit Unit { get; }

        /// <summary>What happened.</summary>
        string Facts { get; }

        /// <summary>The leaders who share the unit's sanctions.</summary>
        IReadOnlyList<ListedLeader> Leaders { get; }

        /// <summary>文号 of the decision that opened the case (S14).</summary>
        string DocumentNumber { get; }

        /// <summary>The article on which it rests.</summary>
        string LegalBasis { get; }

        /// <summary>The organ that decided.</summary>
        string IssuedBy { get; }

        /// <summary>The policy, fixed when the case opened.</summary>
        Rulebook Rulebook { get; }

        /// <summary>The case on a lower rung that this one follows (S16); null when it stands alone.</summary>
        CaseId? PrecededBy { get; }

        /// <summary>Which of the six grounds; null for a veto on another one.</summary>
        AccountabilityGround? Ground { get; }

        /// <summary>How grave the matter is; null for a veto.</summary>
        Severity? Severity { get; }

        /// <summary>What the inspection judges; nothing for a veto.</summary>
        IReadOnlyList<string> Goals { get; }

        /// <summary>The period to rectify; null for a veto.</summary>
        Period? Period { get; }

        /// <summary>The day of the notice, the talk or the listing, or on which a veto was decided or called for.</summary>
        DateOnly BeganOn { get; }
    }

    /// <summary>挂牌督办: the unit was placed under supervised rectification.</summary>
    public sealed record UnitListed(
        ListedUnit Unit, AccountabilityGround Ground, Severity Severity, string Facts, IReadOnlyList<string> Goals,
        DateOnly ListedOn, DateOnly? ReceivedOn, Period Period, Deadline Deadline, IReadOnlyList<ListedLeader> Leaders,
        string DocumentNumber, string LegalBasis, string IssuedBy, Rulebook Rulebook,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CaseId? PrecededBy = null) : CaseEvent, IOpens
    {
        AccountabilityGround? IOpens.Ground => Ground;

        Severity? IOpens.Severity => Severity;

        Period? IOpens.Period => Period;

        DateOnly IOpens.BeganOn => ListedOn;
    }

    /// <summary>通报、约谈: the unit was admonished and given a period (S16). Nobody is barred by it.</summary>
    /// <param name="Unit">The unit.</param>
    /// <param name="Rung">Notice or talk.</param>
    /// <param name="Ground">Which of the six grounds.</param>
    /// <param name="Severity">How grave the matter is: it decides which rung follows.</param>
    /// <param name="Facts">What happened.</param>
    /// <param name="Goals">What the inspection judges.</param>
    /// <param name="IssuedOn">The day of the notice or of the talk, from which the period runs.</param>
    /// <param name="Period">The period that was given.</param>
    /// <param name="Deadline">Its last day.</param>
    /// <param name="Leaders">To whom the notice goes, or who was called to the talk.</param>
    /// <param name="DocumentNumber">文号.</param>
    /// <param name="LegalBasis">The article.</param>
    /// <param name="IssuedBy">The organ that issued it.</param>
    /// <param name="Rulebook">The policy.</param>
    /// <param name="PrecededBy">The rung before it; null when it is the first.</param>
    public sealed record AdmonitionIssued(
        ListedUnit Unit, Rung Rung, AccountabilityGround Ground, Severity Severity, string Facts, IReadOnlyList<string> Goals,
        DateOnly IssuedOn, Period Period, Deadline Deadline, IReadOnlyList<ListedLeader> Leaders,
        string DocumentNumber, string LegalBasis, string IssuedBy, Rulebook Rulebook,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CaseId? PrecededBy = null) : CaseEvent, IOpens
    {
        AccountabilityGround? IOpens.Ground => Ground;

        Severity? IOpens.Severity => Severity;

        Period? IOpens.Period => Period;

        DateOnly IOpens.BeganOn => IssuedOn;
    }

    /// <summary>A case was opened that starts with the veto: V1, V3 or V4, without a listing (S3).</summary>
    /// <param name="Unit">The unit.</param>
    /// <param name="Ground">Why; never a missed deadline.</param>
    /// <param name="AccountabilityGround">Which of the six grounds; null when none was named.</param>
    /// <param name="EventOn">The day of the event, from which V1 counts; null on the other grounds.</param>
    /// <param name="OpenedOn">The day of the decision, or of the result that calls for one.</param>
    /// <param name="Facts">What happened.</param>
    /// <param name="Leaders">The leaders who share the veto.</param>
    /// <param name="DocumentNumber">文号.</param>
    /// <param name="LegalBasis">The article.</param>
    /// <param name="IssuedBy">The organ that decided.</param>
    /// <param name="Rulebook">The policy.</param>
    /// <param name="Assessments">The two failed years on which V3 rests, the earlier first; null on the other grounds, and for cases that were opened by hand before it was asked.</param>
    /// <param name="PrecededBy">The lower rung that it follows (S16); null when it stands alone.</param>
    public sealed record VetoCaseOpened(
        ListedUnit Unit, VetoGround Ground, AccountabilityGround? AccountabilityGround, DateOnly? EventOn, DateOnly OpenedOn, string Facts,
        IReadOnlyList<ListedLeader> Leaders, string DocumentNumber, string LegalBasis, string IssuedBy, Rulebook Rulebook,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<FailedYear>? Assessments = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CaseId? PrecededBy = null) : CaseEvent, IOpens
    {
        AccountabilityGround? IOpens.Ground => AccountabilityGround;

        Severity? IOpens.Severity => null;

        IReadOnlyList<string> IOpens.Goals => [];

        Period? IOpens.Period => null;

        DateOnly IOpens.BeganOn => OpenedOn;
    }

    /// <summary>One subject was barred.</summary>
    public sealed record SanctionImposed(Sanction Sanction) : CaseEvent;

    /// <summary>A reminder fell due and went out.</summary>
    public sealed record ReminderDue(Reminder Reminder) : CaseEvent;

    /// <summary>A reminder was not sent, because its day had passed before it could be.</summary>
    public sealed record ReminderSkipped(Reminder Reminder) : CaseEvent;

    /// <summary>限期延长: the deadline was moved (S11).</summary>
    /// <remarks>Entries written before clocks could be stopped lack <paramref name="By"/>.</remarks>
    public sealed record ExtensionGranted(
        DateOnly GrantedOn, Deadline Previous, Deadline Deadline, string Reason, string ApprovedBy,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Period? By = null) : CaseEvent;

    /// <summary>The notice for a year was imported: the deadline moved, or is no longer provisional (D9).</summary>
    /// <param name="RecomputedOn">When.</param>
    /// <param name="Source">The notice; null when the year of the deadline has none any more.</param>
    /// <param name="Previous">The deadline before.</param>
    /// <param name="Deadline">The deadline after; the same day when only the doubt is gone.</param>
    public sealed record DeadlineRecomputed(DateOnly RecomputedOn, string? Source, Deadline Previous, Deadline Deadline) : CaseEvent;

    /// <summary>中止: the clock was stopped; this is the first paused day.</summary>
    public sealed record ClockSuspended(DateOnly SuspendedOn, string Reason) : CaseEvent;

    /// <summary>恢复: the clock runs again, and the paused days are added to the deadline.</summary>
    public sealed record ClockResumed(DateOnly ResumedOn, Deadline Previous, Deadline Deadline, int PausedDays, string Reason) : CaseEvent;

    /// <summary>挂牌督办终止: with the release, the veto or the decision against it. Recorded where a listing bars as long as it lasts (S4): its sanctions end on this day.</summary>
    public sealed record ListingEnded(DateOnly LastDay) : CaseEvent;

    /// <summary>The unit handed in its rectification report and asked for inspection.</summary>
    public sealed record RectificationSubmitted(
        DateOnly SubmittedOn, string Summary, IReadOnlyList<Evidence> Evidence) : CaseEvent;

    /// <summary>A report that the unit had handed in in time was entered after the deadline: what the timer had led to is void (S8).</summary>
    public sealed record TimelySubmissionEntered(
        DateOnly SubmittedOn, DateOnly EnteredOn, string Summary, IReadOnlyList<Evidence> Evidence) : CaseEvent;

    /// <summary>验收合格、摘牌: the goal is reached and the listing is released.</summary>
    /// <remarks>Entries written before a release had a number lack <paramref name="DocumentNumber"/>.</remarks>
    public sealed record InspectionPassed(
        DateOnly InspectedOn, string Remarks,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? DocumentNumber = null) : CaseEvent;

    /// <summary>验收合格、整改到位: the goal of a notice or a talk is reached (S16).</summary>
    public sealed record RungFulfilled(DateOnly InspectedOn, string Remarks) : CaseEvent;

    /// <summary>验收不合格: the goal is not reached.</summary>
    public sealed record InspectionFailed(DateOnly InspectedOn, string Remarks) : CaseEvent;

    /// <summary>After an inspection that failed late, the inspector let the listing continue to a new date (S9).</summary>
    public sealed record ListingContinued(DateOnly DecidedOn, Deadline Previous, Deadline Deadline) : CaseEvent;

    /// <summary>After an inspection that failed late, the inspector gave a notice or a talk a new date (S9, S16).</summary>
    public sealed record RungContinued(DateOnly DecidedOn, Deadline Previous, Deadline Deadline) : CaseEvent;

    /// <summary>The rectification period expired without the goal being reached (S7).</summary>
    /// <remarks>Entries written before there was a choice lack <paramref name="By"/>, and those after leave its usual value out.</remarks>
    public sealed record DeadlineMissed(
        DateOnly Deadline, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] MissedBy By = MissedBy.Time) : CaseEvent;

    /// <summary>拟升级: the goal of a notice or a talk was not reached; the supervising office opens the next rung, or does not (S16).</summary>
    public sealed record NextRungProposed(Rung Rung, DateOnly ProposedOn) : CaseEvent;

    /// <summary>已升级: another case took the matter to a higher rung (S16).</summary>
    public sealed record NextRungOpened(CaseId NextCase, Rung Rung, DateOnly OpenedOn) : CaseEvent;

    /// <summary>不予升级: the office declined the proposal (S16).</summary>
    public sealed record NextRungDeclined(DateOnly DecidedOn, string Reason, string DecidedBy) : CaseEvent;

    /// <summary>撤销通报、约谈: the office took the rung back (S10, S16).</summary>
    public sealed record RungRevoked(Rung Rung, Revocation Revocation, string Reason, string DecidedBy) : CaseEvent;

    /// <summary>拟一票否决: the veto awaits the committee's decision (S7).</summary>
    public sealed record VetoProposed(VetoGround Ground, DateOnly ProposedOn, DayInterval? Term) : CaseEvent;

    /// <summary>一票否决: the veto was imposed.</summary>
    public sealed record VetoImposed(
        VetoGround Ground, DayInterval Term, string LegalBasis, DateOnly? DecidedOn = null, string? DocumentNumber = null) : CaseEvent;

    /// <summary>The committee confirmed a veto that had taken effect by itself, or kept one whose basis was taken away (S7, S10).</summary>
    public sealed record VetoConfirmed(DateOnly DecidedOn, string DocumentNumber, string Remarks) : CaseEvent;

    /// <summary>A result on which a decided veto rests was corrected: it stands until a person has decided about it (V3, S10).</summary>
    public sealed record VetoBasisLost(DateOnly LostOn, string Reason) : CaseEvent;

    /// <summary>不予一票否决: the committee declined the proposal (S7).</summary>
    public sealed record VetoDeclined(DateOnly DecidedOn, string? DocumentNumber, string Remarks) : CaseEvent;

    /// <summary>The sanctions of a measure ran out.</summary>
    public sealed record SanctionExpired(Measure Measure, DateOnly LastDay) : CaseEvent;

    /// <summary>撤销: a measure, and with it every sanction that follows from it, was taken back (S10).</summary>
    public sealed record MeasureRevoked(
        Measure Measure, Revocation Revocation, string Reason, string DecidedBy) : CaseEvent;

    /// <summary>A single sanction was taken back; the measure stands (S10).</summary>
    public sealed record SanctionRevoked(
        SanctionId SanctionId, Revocation Revocation, string Reason, string DecidedBy) : CaseEvent;

    /// <summary>更正: facts, document number or persons were entered wrongly; null leaves what stands. What follows for sanctions are entries of their own.</summary>
    public sealed record CaseCorrected(
        DateOnly CorrectedOn, string? Facts, string? DocumentNumber, IReadOnlyList<ListedLeader>? Leaders, string Reason, string DecidedBy) : CaseEvent;

    /// <summary>Nothing is left to do: the case ended and every sanction is over.</summary>
    public sealed record CaseClosed : CaseEvent;
}
