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

    /// <summary>A day that an office wrote. No notice moves it (D4).</summary>
    public sealed record AsWritten : DeadlineBasis;

    /// <summary>A nominal day that stands, moved to the next working day (D4); so is every deadline after a pause was added.</summary>
    public sealed record NextWorkingDay : DeadlineBasis;

    /// <summary>Working days that were counted (D7).</summary>
    /// <param name="From">The day before the first that counts.</param>
    /// <param name="Period">How many.</param>
    public sealed record Counted(DateOnly From, Period.WorkingDays Period) : DeadlineBasis;

    /// <summary>The basis of the deadline of a period.</summary>
    /// <param name="from">The day from which the period runs.</param>
    /// <param name="period">The length, or the day.</param>
    public static DeadlineBasis Of(DateOnly from, Period period) => period switch
    {
        Period.Until => new AsWritten(),
        Period.WorkingDays workingDays => new Counted(from, workingDays),
        _ => new NextWorkingDay(),
    };

    /// <summary>The basis of a deadline whose period is not known: it was stored before periods were.</summary>
    /// <remarks>
    /// A day that was written is never provisional and never moved. Any other that looks like one stays as it is, which is the safe error.
    /// </remarks>
    /// <param name="deadline">The deadline.</param>
    public static DeadlineBasis Of(Deadline deadline) =>
        deadline.Provisional || deadline.Nominal != deadline.Effective ? new NextWorkingDay() : new AsWritten();

    /// <summary>The deadline as the calendar has it now.</summary>
    /// <param name="deadline">The deadline as it was computed before.</param>
    /// <param name="calendar">The working days.</param>
    public Deadline Again(Deadline deadline, WorkingCalendar calendar) => this switch
    {
        NextWorkingDay => Deadline.MovedFrom(deadline.Nominal, calendar),
        Counted(var from, var period) => Deadline.Of(from, period, calendar),
        _ => deadline,
    };
}
