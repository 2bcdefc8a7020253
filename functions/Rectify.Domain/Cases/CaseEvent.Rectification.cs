using System.Text.Json.Serialization;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

// Entries about the rectification period: moved deadlines, pauses, reports and inspections.
public abstract partial record CaseEvent
{
    /// <summary>限期延长: the deadline was moved (S11).</summary>
    /// <remarks>
    /// Entries written before clocks could be stopped lack <paramref name="By"/>. <paramref name="AskedOn"/> is the day of the unit's
    /// request, where it was named.
    /// </remarks>
    public sealed record ExtensionGranted(
        DateOnly GrantedOn, Deadline Previous, Deadline Deadline, string Reason, string ApprovedBy,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Period? By = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? AskedOn = null) : CaseEvent
    {
        /// <summary>
        /// The nominal last day from which the extension is counted; null where the office named the new day. When that day is a day off,
        /// the period ended later: the shift is extra time and does not move the start (D4).
        /// </summary>
        [JsonIgnore]
        public DateOnly? CountsFrom => By is null or Period.Until ? null : Previous.Nominal;
    }

    /// <summary>The notice for a year was imported: the deadline moved, or is no longer provisional (D9).</summary>
    /// <param name="RecomputedOn">The day on which it was computed again.</param>
    /// <param name="Source">The notice; null when the year of the deadline has none any more.</param>
    /// <param name="Previous">The deadline before.</param>
    /// <param name="Deadline">The deadline after; the same day when it only ceased to be provisional.</param>
    public sealed record DeadlineRecomputed(DateOnly RecomputedOn, string? Source, Deadline Previous, Deadline Deadline) : CaseEvent;

    /// <summary>中止: the clock was stopped. <paramref name="SuspendedOn"/> is the first paused day.</summary>
    /// <remarks>Entries written before an approval was asked for lack <paramref name="ApprovedBy"/>.</remarks>
    public sealed record ClockSuspended(
        DateOnly SuspendedOn, string Reason,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ApprovedBy = null) : CaseEvent;

    /// <summary>恢复: the clock runs again, and the paused days are added to the deadline.</summary>
    /// <remarks>Entries written before an approval was asked for lack <paramref name="ApprovedBy"/>.</remarks>
    public sealed record ClockResumed(
        DateOnly ResumedOn, Deadline Previous, Deadline Deadline, int PausedDays, string Reason,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ApprovedBy = null) : CaseEvent;

    /// <summary>
    /// 挂牌督办终止: the listing ended with the release, the veto or the decision against the veto, and its sanctions end on this day.
    /// Recorded only under rulebooks whose listings bar as long as they last (S4).
    /// </summary>
    public sealed record ListingEnded(DateOnly LastDay) : CaseEvent;

    /// <summary>The unit handed in its rectification report and asked for inspection.</summary>
    public sealed record RectificationSubmitted(
        DateOnly SubmittedOn, string Summary, IReadOnlyList<Evidence> Evidence) : CaseEvent;

    /// <summary>
    /// A report that the unit had handed in by the deadline was entered after it. The veto, or the proposal of a veto or of the next rung,
    /// that followed from the expired deadline is void (S8).
    /// </summary>
    public sealed record TimelySubmissionEntered(
        DateOnly SubmittedOn, DateOnly EnteredOn, string Summary, IReadOnlyList<Evidence> Evidence) : CaseEvent;

    /// <summary>
    /// Another report that the unit had handed in by the deadline was entered while the case awaited its inspection (S8).
    /// </summary>
    public sealed record FurtherSubmissionEntered(
        DateOnly SubmittedOn, DateOnly EnteredOn, string Summary, IReadOnlyList<Evidence> Evidence) : CaseEvent;

    /// <summary>
    /// A report that the unit had handed in by the deadline was entered after a person had decided about the consequence of its absence.
    /// That decision stands until a person decides again (S8, S10).
    /// </summary>
    public sealed record TimelySubmissionNoted(
        DateOnly SubmittedOn, DateOnly EnteredOn, string Summary, IReadOnlyList<Evidence> Evidence) : CaseEvent;

    /// <summary>
    /// 恢复待验收: the veto was taken back as void because a report had been handed in by the deadline; the case awaits its inspection
    /// again (S8, S10).
    /// </summary>
    public sealed record InspectionReopened(DateOnly ReopenedOn, DateOnly SubmittedOn) : CaseEvent;

    /// <summary>验收合格、摘牌: the goal is reached and the listing is released.</summary>
    /// <remarks>Entries written before a release had a number lack <paramref name="DocumentNumber"/>.</remarks>
    public sealed record InspectionPassed(
        DateOnly InspectedOn, string Remarks,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? DocumentNumber = null) : CaseEvent;

    /// <summary>验收合格、整改到位: the goal of a notice or a talk is reached (S16).</summary>
    public sealed record RungFulfilled(DateOnly InspectedOn, string Remarks) : CaseEvent;

    /// <summary>验收不合格: the goal is not reached.</summary>
    public sealed record InspectionFailed(DateOnly InspectedOn, string Remarks) : CaseEvent;

    /// <summary>
    /// 验收不合格: a failed inspection within the period was entered that judged an earlier report; a later report still awaits its
    /// inspection (S8).
    /// </summary>
    public sealed record EarlierInspectionFailed(DateOnly InspectedOn, string Remarks) : CaseEvent;

    /// <summary>After an inspection that failed late, the inspector let the listing continue to a new date (S9).</summary>
    public sealed record ListingContinued(DateOnly DecidedOn, Deadline Previous, Deadline Deadline) : CaseEvent;

    /// <summary>After an inspection that failed late, the inspector gave a notice or a talk a new date (S9, S16).</summary>
    public sealed record RungContinued(DateOnly DecidedOn, Deadline Previous, Deadline Deadline) : CaseEvent;

    /// <summary>The rectification period expired without the goal being reached (S7).</summary>
    /// <remarks>
    /// Entries of earlier versions lack <paramref name="By"/>; it is also left out when it is <see cref="MissedBy.Time"/>.
    /// </remarks>
    /// <param name="Deadline">The last day of the period.</param>
    /// <param name="By">How it came to be known that the goal was not reached.</param>
    /// <param name="VetoLeaders">
    /// The persons whom the veto that follows bars besides the unit, where the rulebook asks who is in office; null for the persons of the
    /// listing (S6).
    /// </param>
    /// <param name="ApplicationsUntil">
    /// The last day on which the unit could still apply for its inspection, where the rulebook gives days for it and none was asked for.
    /// </param>
    public sealed record DeadlineMissed(
        DateOnly Deadline,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] MissedBy By = MissedBy.Time,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        IReadOnlyList<ListedLeader>? VetoLeaders = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? ApplicationsUntil = null) : CaseEvent;
}
