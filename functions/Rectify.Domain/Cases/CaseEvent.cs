using System.Text.Json.Serialization;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>Something that happened to a case. Stored events are a public format: they stay readable for ever.</summary>
/// <remarks>The name in the ledger is given in <see cref="EventCodec"/>, never derived from the type.</remarks>
public abstract partial record CaseEvent
{
    private CaseEvent()
    {
    }

    /// <summary>
    /// 接转: another ledger kept the case until this day. The entries before and after it that were recorded at the same instant tell its
    /// history as <paramref name="VouchedBy"/> vouches for it.
    /// </summary>
    public sealed record CaseTakenOver(DateOnly TakenOverOn, string Source, string VouchedBy) : CaseEvent;

    /// <summary>One subject was barred.</summary>
    public sealed record SanctionImposed(Sanction Sanction) : CaseEvent;

    /// <summary>A reminder fell due and went out.</summary>
    public sealed record ReminderDue(Reminder Reminder) : CaseEvent;

    /// <summary>A reminder was not sent, because its day had passed before it could be.</summary>
    public sealed record ReminderSkipped(Reminder Reminder) : CaseEvent;

    /// <summary>
    /// 拟升级: the goal of a notice or a talk was not reached, and the supervising office has to decide whether it opens the next rung
    /// (S16).
    /// </summary>
    public sealed record NextRungProposed(Rung Rung, DateOnly ProposedOn) : CaseEvent;

    /// <summary>已升级: another case took the matter to a higher rung (S16).</summary>
    public sealed record NextRungOpened(CaseId NextCase, Rung Rung, DateOnly OpenedOn) : CaseEvent;

    /// <summary>不予升级: the office declined the proposal (S16).</summary>
    public sealed record NextRungDeclined(DateOnly DecidedOn, string Reason, string DecidedBy) : CaseEvent;

    /// <summary>撤销通报、约谈: the office took the notice or the talk back (S10, S16).</summary>
    public sealed record RungRevoked(Rung Rung, Revocation Revocation, string Reason, string DecidedBy) : CaseEvent;

    /// <summary>
    /// 待处理: the goal was not reached, and the deciding body has to issue the criticism or the decision that the rulebook names
    /// (S7, S16).
    /// </summary>
    public sealed record ConsequenceProposed(MissedStep Step, DateOnly ProposedOn) : CaseEvent;

    /// <summary>已处理: the criticism or the decision with which the case ends.</summary>
    public sealed record ConsequenceDecided(
        MissedStep Step, DateOnly DecidedOn, string Text, string DecidedBy, string? DocumentNumber) : CaseEvent;

    /// <summary>
    /// 督办函、催办函: the unit was urged after a missed deadline, plan or report, and given another day (S7, S12). After a missed deadline
    /// that day is the new deadline of the case.
    /// </summary>
    /// <param name="Duty">What was missed.</param>
    /// <param name="Milestone">The key of the plan or the report; null for the deadline.</param>
    /// <param name="MissedOn">The last day that passed without it.</param>
    /// <param name="IssuedOn">The day of the letter.</param>
    /// <param name="By">The time that the letter gives.</param>
    /// <param name="Deadline">The last day of that time.</param>
    /// <param name="Text">What the letter asks for.</param>
    /// <param name="IssuedBy">The organ that issued it.</param>
    /// <param name="DocumentNumber">文号 (S14).</param>
    public sealed record UrgingIssued(
        UrgedDuty Duty, string? Milestone, DateOnly MissedOn, DateOnly IssuedOn, Period By, Deadline Deadline, string Text,
        string IssuedBy, string DocumentNumber) : CaseEvent;

    /// <summary>A plan or a report came in (S12).</summary>
    /// <param name="Milestone">Its key.</param>
    /// <param name="Duty">Plan or report.</param>
    /// <param name="DueOn">The day on which it was due by the rule or the document.</param>
    /// <param name="ReceivedOn">The day on which it came in.</param>
    /// <param name="Remarks">What the office noted; may be empty.</param>
    public sealed record MilestoneReceived(string Milestone, UrgedDuty Duty, DateOnly DueOn, DateOnly ReceivedOn, string Remarks)
        : CaseEvent;

    /// <summary>拟一票否决: the veto awaits the committee's decision (S7).</summary>
    public sealed record VetoProposed(VetoGround Ground, DateOnly ProposedOn, DayInterval? Term) : CaseEvent;

    /// <summary>一票否决: the veto was imposed.</summary>
    public sealed record VetoImposed(
        VetoGround Ground, DayInterval Term, string LegalBasis, DateOnly? DecidedOn = null, string? DocumentNumber = null) : CaseEvent
    {
        /// <summary>Who decided; null in entries of earlier versions, and for a veto that took effect by itself.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public DecidingBody? By { get; init; }
    }

    /// <summary>The committee confirmed a veto that had taken effect by itself, or kept one whose basis was taken away (S7, S10).</summary>
    public sealed record VetoConfirmed(DateOnly DecidedOn, string DocumentNumber, string Remarks) : CaseEvent
    {
        /// <summary>Who decided; null in entries of earlier versions.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public DecidingBody? By { get; init; }
    }

    /// <summary>
    /// An assessment on which a decided veto rests was corrected. The veto stays in force until a person has decided about it (V3, S10).
    /// </summary>
    public sealed record VetoBasisLost(DateOnly LostOn, string Reason) : CaseEvent;

    /// <summary>不予一票否决: the committee declined the proposal (S7).</summary>
    public sealed record VetoDeclined(DateOnly DecidedOn, string? DocumentNumber, string Remarks) : CaseEvent
    {
        /// <summary>Who decided; null in entries of earlier versions.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public DecidingBody? By { get; init; }
    }

    /// <summary>The sanctions of a measure ran out.</summary>
    public sealed record SanctionExpired(Measure Measure, DateOnly LastDay) : CaseEvent;

    /// <summary>撤销: a measure, and with it every sanction that follows from it, was taken back (S10).</summary>
    public sealed record MeasureRevoked(
        Measure Measure, Revocation Revocation, string Reason, string DecidedBy) : CaseEvent;

    /// <summary>A single sanction was taken back; the measure stands (S10).</summary>
    public sealed record SanctionRevoked(
        SanctionId SanctionId, Revocation Revocation, string Reason, string DecidedBy) : CaseEvent;

    /// <summary>
    /// 更正: a field of the opening or a person was entered wrongly; a null member stays unchanged. Sanctions that are imposed because of
    /// the correction, and those that single persons lose by it, are separate entries. Sanctions of a wrong unit, or with wrong days, are
    /// void by this entry.
    /// </summary>
    public sealed record CaseCorrected(
        DateOnly CorrectedOn, string? Facts, string? DocumentNumber, IReadOnlyList<ListedLeader>? Leaders, string Reason, string DecidedBy)
            : CaseEvent
    {
        /// <summary>The other fields of the opening that were corrected; null when none was.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public OpeningCorrection? Opening { get; init; }

        /// <summary>
        /// Where a day or the period was corrected: the last day of the corrected period, and that after each entry which has moved it
        /// since, all computed by the rules; null where neither was.
        /// </summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public IReadOnlyList<Deadline>? Deadlines { get; init; }

        /// <summary>The days of a veto without a listing whose first day was corrected; null for every other case.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public DayInterval? VetoTerm { get; init; }
    }

    /// <summary>
    /// 更正一项措施的人员: the persons of one measure, the listing or the veto that followed it, were corrected; those of the other measure
    /// are unchanged (S6).
    /// </summary>
    public sealed record MeasureCorrected(
        DateOnly CorrectedOn, Measure Measure, IReadOnlyList<ListedLeader> Leaders, string Reason, string DecidedBy) : CaseEvent;

    /// <summary>
    /// 误登更正: an entry was made by error. The case stands as if it had never been made, and the entry stays readable; what falls due
    /// because of it follows by the dates of the rules.
    /// </summary>
    /// <param name="WithdrawnOn">The day of the correction.</param>
    /// <param name="Entry">What was entered.</param>
    /// <param name="EntryType">The name under which the entry is stored.</param>
    /// <param name="Reason">Why it was an error.</param>
    /// <param name="DecidedBy">Who decided on the correction.</param>
    /// <param name="On">The own day of the entry, such as that of the inspection; null for one that has none.</param>
    /// <param name="Measure">The measure of a revocation; null for another entry.</param>
    /// <param name="SanctionId">The sanction of the revocation of a single one; null for another entry.</param>
    public sealed record EntryWithdrawn(
        DateOnly WithdrawnOn, WithdrawableEntry Entry, string EntryType, string Reason, string DecidedBy,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? On = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Measure? Measure = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SanctionId? SanctionId = null) : CaseEvent
    {
        /// <summary>What was entered, with the measure where a revocation names one.</summary>
        public string What(Language language) => (Measure, language) switch
        {
            (null, _) => Names.Of(Entry, language),
            ({ } measure, Language.English) => $"revocation of the {Names.Of(measure, language)}",
            ({ } measure, _) => $"撤销{Names.Of(measure, language)}",
        };
    }

    /// <summary>Nothing is left to do: the case ended and every sanction is over.</summary>
    public sealed record CaseClosed : CaseEvent;
}
