using Rectify.Domain.Calendar;

namespace Rectify.Domain.Terms;

/// <summary>
/// How the working days decided a deadline, so that it can be computed again when the notice for a year is imported (D9).
/// </summary>
public abstract record DeadlineBasis
{
    private DeadlineBasis()
    {
    }

    /// <summary>A day that an office wrote, or that the rulebook keeps on a day off. No notice moves it (D4).</summary>
    public sealed record AsWritten : DeadlineBasis;

    /// <summary>
    /// A fixed nominal day, moved to the next working day (D4). Every deadline to which a pause was added has this basis.
    /// </summary>
    public sealed record NextWorkingDay : DeadlineBasis;

    /// <summary>Working days that were counted (D7).</summary>
    /// <param name="From">The day before the first that counts.</param>
    /// <param name="Period">How many.</param>
    public sealed record Counted(DateOnly From, Period.WorkingDays Period) : DeadlineBasis;

    /// <summary>The basis of the deadline of a period.</summary>
    /// <param name="from">The day from which the period runs.</param>
    /// <param name="period">The length, or the day.</param>
    /// <param name="onDayOff">Whether a last day that is a day off moves.</param>
    public static DeadlineBasis Of(DateOnly from, Period period, DayOffPolicy onDayOff) => period switch
    {
        Period.Until => new AsWritten(),
        Period.WorkingDays workingDays => new Counted(from, workingDays),
        _ => Moved(onDayOff),
    };

    /// <summary>The basis of a fixed day.</summary>
    /// <param name="onDayOff">Whether it moves when it is a day off.</param>
    public static DeadlineBasis Moved(DayOffPolicy onDayOff) => onDayOff == DayOffPolicy.Keep ? new AsWritten() : new NextWorkingDay();

    /// <summary>
    /// The basis of a deadline whose period is not known, because an earlier version stored it, which did not store periods.
    /// </summary>
    /// <remarks>
    /// A day that the office wrote is never provisional and never moved. A computed deadline that looks like one is taken for one and stays
    /// as it is, which is the safer mistake.
    /// </remarks>
    /// <param name="deadline">The deadline.</param>
    public static DeadlineBasis Of(Deadline deadline) =>
        deadline.Provisional || deadline.Nominal != deadline.Effective ? new NextWorkingDay() : new AsWritten();

    /// <summary>The deadline computed again with the present calendar.</summary>
    /// <param name="deadline">The deadline as it was computed before.</param>
    /// <param name="calendar">The working days.</param>
    public Deadline Again(Deadline deadline, WorkingCalendar calendar) => this switch
    {
        NextWorkingDay => Deadline.MovedFrom(deadline.Nominal, calendar),
        Counted(var from, var period) => Deadline.Of(from, period, calendar),
        _ => deadline,
    };
}
