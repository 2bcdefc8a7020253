using System.Text.Json.Serialization;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

// What happens to the period to rectify: its end moves or stands still, reports come in, inspections judge them.
public abstract partial record CaseEvent
{
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

    /// <summary>
    /// 挂牌督办终止: with the release, the veto or the decision against it. Recorded where a listing bars as long as it lasts (S4): its
    /// sanctions end on this day.
    /// </summary>
    public sealed record ListingEnded(DateOnly LastDay) : CaseEvent;

    /// <summary>The unit handed in its rectification report and asked for inspection.</summary>
    public sealed record RectificationSubmitted(
        DateOnly SubmittedOn, string Summary, IReadOnlyList<Evidence> Evidence) : CaseEvent;

    /// <summary>
    /// A report that the unit had handed in in time was entered after the deadline: what the timer had led to is void (S8).
    /// </summary>
    public sealed record TimelySubmissionEntered(
        DateOnly SubmittedOn, DateOnly EnteredOn, string Summary, IReadOnlyList<Evidence> Evidence) : CaseEvent;

    /// <summary>Another report that the unit had handed in in time was entered while the case awaited its inspection (S8).</summary>
    public sealed record FurtherSubmissionEntered(
        DateOnly SubmittedOn, DateOnly EnteredOn, string Summary, IReadOnlyList<Evidence> Evidence) : CaseEvent;

    /// <summary>
    /// A report that the unit had handed in in time was entered after a person had decided about what followed from its absence: that
    /// stands, and a person has to decide again (S8, S10).
    /// </summary>
    public sealed record TimelySubmissionNoted(
        DateOnly SubmittedOn, DateOnly EnteredOn, string Summary, IReadOnlyList<Evidence> Evidence) : CaseEvent;

    /// <summary>
    /// 恢复待验收: the veto was voided because of a report that was in time, and the inspection decides after all (S8, S10).
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
    /// 验收不合格: an inspection of the period that judged an earlier report was entered; a later report still awaits its own (S8).
    /// </summary>
    public sealed record EarlierInspectionFailed(DateOnly InspectedOn, string Remarks) : CaseEvent;

    /// <summary>After an inspection that failed late, the inspector let the listing continue to a new date (S9).</summary>
    public sealed record ListingContinued(DateOnly DecidedOn, Deadline Previous, Deadline Deadline) : CaseEvent;

    /// <summary>After an inspection that failed late, the inspector gave a notice or a talk a new date (S9, S16).</summary>
    public sealed record RungContinued(DateOnly DecidedOn, Deadline Previous, Deadline Deadline) : CaseEvent;

    /// <summary>The rectification period expired without the goal being reached (S7).</summary>
    /// <remarks>Entries written before there was a choice lack <paramref name="By"/>, and those after leave its usual value out.</remarks>
    /// <param name="Deadline">The last day of the period.</param>
    /// <param name="By">How it came to be known.</param>
    /// <param name="VetoLeaders">
    /// Whom the veto that follows bars beside the unit, where the rulebook asks who is in office; null for the listing's persons (S6).
    /// </param>
    public sealed record DeadlineMissed(
        DateOnly Deadline,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] MissedBy By = MissedBy.Time,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        IReadOnlyList<ListedLeader>? VetoLeaders = null) : CaseEvent;
}
