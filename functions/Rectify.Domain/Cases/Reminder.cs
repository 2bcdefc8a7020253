using System.Text.Json.Serialization;
using Rectify.Domain.Sanctions;

namespace Rectify.Domain.Cases;

/// <summary>A reminder: what it is about, the date to which it refers, and the day on which it goes out.</summary>
/// <param name="Kind">What it reminds of.</param>
/// <param name="RefersTo">
/// The deadline, the day of a plan or report, the day since which the office owes an inspection or a decision, or the last day of the
/// sanction.
/// </param>
/// <param name="Days">Planned number of days between the reminder and that date, before any shift to a working day.</param>
/// <param name="Day">The day on which it goes out.</param>
/// <param name="Measure">The measure whose sanctions end; null for every other kind of reminder.</param>
public sealed record Reminder(ReminderKind Kind, DateOnly RefersTo, int Days, DateOnly Day, Measure? Measure = null)
{
    /// <summary>The plan or the report that is overdue; null for every other kind of reminder.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Milestone { get; init; }

    /// <summary>
    /// The actual number of days between the day on which the reminder goes out and the date to which it refers. Every text shows this
    /// number.
    /// </summary>
    public int DaysAway => Math.Abs(RefersTo.DayNumber - Day.DayNumber);

    /// <summary>
    /// The reminder without the day on which it goes out, by which two are the same: the calendar may have moved that day (D9).
    /// </summary>
    public Reminder OnAnyDay() => this with { Day = default };
}

/// <summary>What a reminder is about.</summary>
public enum ReminderKind
{
    /// <summary>The deadline is near.</summary>
    Deadline,

    /// <summary>The rectification plan is due (S12).</summary>
    Plan,

    /// <summary>A progress report is due (S12).</summary>
    Report,

    /// <summary>The deadline has passed and a timely submission still awaits its inspection (S8).</summary>
    InspectionOutstanding,

    /// <summary>A proposed veto still awaits the committee's decision (S7).</summary>
    DecisionOutstanding,

    /// <summary>A proposed next rung still awaits the office's decision (S16).</summary>
    NextRungOutstanding,

    /// <summary>A criticism or a decision after a missed measure is still outstanding (S7, S16).</summary>
    ConsequenceOutstanding,

    /// <summary>A plan or a report is overdue, and neither it nor an urging letter is recorded (S12).</summary>
    UrgingOutstanding,

    /// <summary>A sanction ends soon.</summary>
    SanctionEnd,
}
