using Rectify.Domain.Sanctions;

namespace Rectify.Domain.Cases;

/// <summary>One reminder: what it is about, the date it refers to, and the day on which it goes out.</summary>
/// <param name="Kind">What it reminds of.</param>
/// <param name="RefersTo">
/// The deadline, the day of a plan or report, the first day of what the office owes, or the last day of the sanction.
/// </param>
/// <param name="Days">Distance of its offset from that date, in days, before any shift to a working day.</param>
/// <param name="Day">The day on which it goes out.</param>
/// <param name="Measure">Whose sanction ends; null for a reminder of the deadline.</param>
public sealed record Reminder(ReminderKind Kind, DateOnly RefersTo, int Days, DateOnly Day, Measure? Measure = null)
{
    /// <summary>The days between the day it goes out and the date it refers to, as they are: what every text counts.</summary>
    public int DaysAway => Math.Abs(RefersTo.DayNumber - Day.DayNumber);

    /// <summary>Whether both are the same reminder. The day it goes out may have moved with the calendar meanwhile (D9).</summary>
    public bool IsSameAs(Reminder other) => this with { Day = other.Day } == other;
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

    /// <summary>The next rung is proposed and the office has not decided about it (S16).</summary>
    NextRungOutstanding,

    /// <summary>A sanction ends soon.</summary>
    SanctionEnd,
}
