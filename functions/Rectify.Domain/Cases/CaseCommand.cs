using Rectify.Domain.Assessments;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>What a caller asks a case to do.</summary>
public abstract record CaseCommand
{
    private CaseCommand()
    {
    }

    /// <summary>
    /// 通报、约谈: issue a notice or an admonishing talk, the rungs below the listing (S16). A null period means that of the rulebook.
    /// </summary>
    public sealed record Admonish(
        ListedUnit Unit, Rung Rung, AccountabilityGround Ground, Severity Severity, string Facts, IReadOnlyList<string> Goals,
        DateOnly IssuedOn, Period? Period, IReadOnlyList<ListedLeader> Leaders,
        string DocumentNumber, string LegalBasis, string IssuedBy, Rulebook Rulebook, CaseId? PrecededBy = null,
        DateOnly? ReceivedOn = null, DateOnly? EventOn = null, DateOnly? ReportDueOn = null, CaseId? PreviousCaseId = null,
        IReadOnlyList<SharedCase>? SharedBy = null, IReadOnlyList<string>? GroundCodes = null) : CaseCommand
    {
        /// <summary>The supervision visit whose findings led to it (S18); null for none.</summary>
        public string? VisitId { get; init; }

        /// <summary>The level of the body that decided; null where none is named.</summary>
        public UnitLevel? IssuerLevel { get; init; }
    }

    /// <summary>
    /// Record in a notice or a talk which case took the matter to a higher rung (S16). The opening entry of that case already names this
    /// one.
    /// </summary>
    public sealed record FollowUp(CaseId NextCase, Rung Rung) : CaseCommand;

    /// <summary>不予升级: decline the rung that is proposed (S16). A null date means today.</summary>
    public sealed record DeclineNextRung(DateOnly? DecidedOn, string Reason, string DecidedBy) : CaseCommand;

    /// <summary>
    /// 处理: record the criticism or the decision with which a missed measure ends (S7, S16). A null date means today; a null number means
    /// that the document has none.
    /// </summary>
    public sealed record DecideConsequence(DateOnly? DecidedOn, string Text, string DecidedBy, string? DocumentNumber) : CaseCommand;

    /// <summary>
    /// 督办函: urge the unit after a missed deadline, plan or report (S7, S12). A null milestone means the deadline, a null day of the
    /// letter today, a null last day that of the rulebook.
    /// </summary>
    public sealed record Urge(
        string? Milestone, DateOnly? IssuedOn, DateOnly? DueOn, string Text, string IssuedBy, string DocumentNumber) : CaseCommand;

    /// <summary>Record a plan or a report that came in (S12). A null date means today.</summary>
    public sealed record ReceiveMilestone(string Milestone, DateOnly? ReceivedOn, string Remarks) : CaseCommand;

    /// <summary>Take a notice or a talk back (S10).</summary>
    public sealed record RevokeRung(RevocationEffect Effect, string Reason, string DecidedBy) : CaseCommand;

    /// <summary>Place a unit under supervised listing. A null period means that of the rulebook.</summary>
    public sealed record ListUnit(
        ListedUnit Unit, AccountabilityGround Ground, Severity Severity, string Facts, IReadOnlyList<string> Goals,
        DateOnly ListedOn, DateOnly? ReceivedOn, Period? Period, IReadOnlyList<ListedLeader> Leaders,
        string DocumentNumber, string LegalBasis, string IssuedBy, Rulebook Rulebook, CaseId? PrecededBy = null,
        DateOnly? EventOn = null, DateOnly? ReportDueOn = null, CaseId? PreviousCaseId = null,
        IReadOnlyList<SharedCase>? SharedBy = null, IReadOnlyList<string>? GroundCodes = null) : CaseCommand
    {
        /// <summary>The supervision visit whose findings led to it (S18); null for none.</summary>
        public string? VisitId { get; init; }

        /// <summary>The level of the body that decided; null where none is named.</summary>
        public UnitLevel? IssuerLevel { get; init; }
    }

    /// <summary>
    /// Open a case with a veto that has no listing before it (S3). <paramref name="EventOn"/> is mandatory for V1, <paramref name="Years"/>
    /// are for V3. With <paramref name="ProposedBy"/> the veto is only proposed, and the deciding body decides it.
    /// </summary>
    public sealed record VetoDirectly(
        ListedUnit Unit, VetoGround Ground, AccountabilityGround? AccountabilityGround, DateOnly? EventOn, DateOnly DecidedOn, string Facts,
        IReadOnlyList<ListedLeader> Leaders, string DocumentNumber, string LegalBasis, string IssuedBy, Rulebook Rulebook,
        FailedYears? Years = null,
        CaseId? PrecededBy = null, CaseId? PreviousCaseId = null, string? ProposedBy = null,
        IReadOnlyList<string>? GroundCodes = null) : CaseCommand
    {
        /// <summary>The level of the body that decides; null where none is named.</summary>
        public UnitLevel? IssuerLevel { get; init; }

        /// <summary>The level of the body that proposes; null where none is named.</summary>
        public UnitLevel? ProposerLevel { get; init; }
    }

    /// <summary>Open a case with the veto for two failed assessment years, imposed or proposed as the rulebook says (V3).</summary>
    public sealed record VetoForAssessments(
        ListedUnit Unit, FailedYears Years, string Facts, IReadOnlyList<ListedLeader> Leaders, string DocumentNumber, string IssuedBy,
        Rulebook Rulebook) : CaseCommand;

    /// <summary>Undo a veto for two failed assessment years, because a result on which it rests was corrected (V3).</summary>
    public sealed record WithdrawAssessments(string Reason, string DecidedBy) : CaseCommand;

    /// <summary>Hand in the rectification report. A null date means today.</summary>
    public sealed record SubmitRectification(
        DateOnly? SubmittedOn, string Summary, IReadOnlyList<Evidence> Evidence, EnteredBy By = EnteredBy.Unit) : CaseCommand;

    /// <summary>
    /// Record that the goal was found reached. A null date means today; the document number is that of the release notice.
    /// </summary>
    public sealed record PassInspection(DateOnly? InspectedOn, string Remarks, string? DocumentNumber = null) : CaseCommand;

    /// <summary>Record that the goal was found not reached; <paramref name="IfLate"/> counts only after the deadline (S9).</summary>
    public sealed record FailInspection(DateOnly? InspectedOn, string Remarks, IfFailedLate IfLate) : CaseCommand;

    /// <summary>Extend the deadline (S11). A null day of the request means today.</summary>
    public sealed record GrantExtension(Period By, string Reason, string ApprovedBy, DateOnly? AskedOn = null) : CaseCommand;

    /// <summary>Stop the clock, from today.</summary>
    public sealed record SuspendClock(string Reason, DateOnly? SuspendedOn = null, string? ApprovedBy = null) : CaseCommand;

    /// <summary>Let the clock run again, from today.</summary>
    public sealed record ResumeClock(string Reason, DateOnly? ResumedOn = null, string? ApprovedBy = null) : CaseCommand;

    /// <summary>
    /// Decide about a veto: impose or decline a proposed one, or confirm one that took effect by itself (S7). A null date means today.
    /// </summary>
    public sealed record DecideVeto(VetoVerdict Verdict, DateOnly? DecidedOn, string? DocumentNumber, string Remarks) : CaseCommand
    {
        /// <summary>Who decided; null where nobody is named.</summary>
        public DecidingBody? By { get; init; }
    }

    /// <summary>Take a measure back with all its sanctions (S10).</summary>
    public sealed record RevokeMeasure(Measure Measure, RevocationEffect Effect, string Reason, string DecidedBy) : CaseCommand;

    /// <summary>Take a single sanction back.</summary>
    public sealed record RevokeSanction(SanctionId SanctionId, RevocationEffect Effect, string Reason, string DecidedBy) : CaseCommand;

    /// <summary>
    /// Correct what was entered wrongly; a null member stays unchanged. The leaders are those of one measure, which has to be named in a
    /// case with both a listing and a veto.
    /// </summary>
    public sealed record CorrectCase(
        string? Facts, string? DocumentNumber, IReadOnlyList<ListedLeader>? Leaders, string Reason, string DecidedBy,
        Measure? Measure = null) : CaseCommand
    {
        /// <summary>The other fields that are corrected; null for none.</summary>
        public OpeningCorrection? Opening { get; init; }
    }

    /// <summary>
    /// Take out the last entry of a kind, which was made by error. The measure or the sanction tells revocations apart; null means the
    /// last of any.
    /// </summary>
    public sealed record WithdrawEntry(
        WithdrawableEntry Entry, string Reason, string DecidedBy, Measure? Measure = null, SanctionId? SanctionId = null) : CaseCommand;

    /// <summary>Compute the deadline again, because the calendar has changed (D9).</summary>
    public sealed record RecomputeDeadline : CaseCommand;

    /// <summary>Carry out whatever has fallen due, and nothing else.</summary>
    public sealed record CarryOutDue : CaseCommand;
}

/// <summary>Who enters a submission. Only the office can vouch for the day on which paper came in.</summary>
public enum EnteredBy
{
    /// <summary>The unit itself.</summary>
    Unit,

    /// <summary>The supervising office.</summary>
    Office,
}

/// <summary>What the committee decides about a veto.</summary>
public enum VetoVerdict
{
    /// <summary>A proposed veto is imposed.</summary>
    Impose,

    /// <summary>A proposed veto is not imposed.</summary>
    Decline,

    /// <summary>A veto that took effect by itself, or whose basis was taken away, is confirmed.</summary>
    Confirm,
}

/// <summary>What follows when an inspection fails after the deadline (S9).</summary>
public abstract record IfFailedLate
{
    private IfFailedLate()
    {
    }

    /// <summary>The veto. The usual consequence.</summary>
    public sealed record Escalate : IfFailedLate;

    /// <summary>The listing continues to a new deadline.</summary>
    public sealed record ContinueUntil(DateOnly NewDueOn) : IfFailedLate;
}

/// <summary>From when a revocation counts.</summary>
public abstract record RevocationEffect
{
    private RevocationEffect()
    {
    }

    /// <summary>The subject is free from this day on; null means today.</summary>
    public sealed record FromDate(DateOnly? On) : RevocationEffect;

    /// <summary>As if it had never been imposed.</summary>
    public sealed record Void : RevocationEffect;
}
