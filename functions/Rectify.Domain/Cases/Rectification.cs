using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>整改期限: the clock of a listing, or of a rung below it, as it stands now.</summary>
/// <param name="ListedOn">The day of the listing, of the notice or of the talk.</param>
/// <param name="Deadline">The deadline that counts now.</param>
/// <param name="SetOn">The day from which that deadline counts: no reminder of it is sent before this day.</param>
/// <param name="Extensions">How often the deadline was extended.</param>
/// <param name="Counting">
/// Whether the period that led to the deadline is counted in calendar days or in working days; pauses are counted likewise.
/// </param>
/// <param name="SuspendedDays">Calendar days on which the clock stood still, over all suspensions that have ended.</param>
/// <param name="Basis">How the deadline depends on the working calendar.</param>
public sealed record Rectification(
    DateOnly ListedOn, Deadline Deadline, DateOnly SetOn, int Extensions, Counting Counting, int SuspendedDays, DeadlineBasis Basis)
{
    /// <summary>The nominal last day as it would be without the extensions, with every pause and every new date (S9, S11).</summary>
    public DateOnly Unextended { get; init; }

    /// <summary>The clock of a period that has just begun.</summary>
    /// <param name="day">The day of the measure.</param>
    /// <param name="from">The day from which the period runs.</param>
    /// <param name="period">The period.</param>
    /// <param name="deadline">Its last day.</param>
    /// <param name="onDayOff">Whether a last day that is a day off moves.</param>
    public static Rectification Of(DateOnly day, DateOnly from, Period period, Deadline deadline, DayOffPolicy onDayOff) =>
        new(day, deadline, day, 0, Counting.Of(period), 0, DeadlineBasis.Of(from, period, onDayOff)) { Unextended = deadline.Nominal };

    /// <summary>
    /// The clock with another deadline, which counts from a day on or after the listing date: a listing may be entered, and extended, some
    /// days before that date (D10).
    /// </summary>
    public Rectification MovedTo(Deadline deadline, DateOnly setOn, DeadlineBasis basis) =>
        this with { Deadline = deadline, SetOn = setOn > ListedOn ? setOn : ListedOn, Basis = basis };

    /// <summary>
    /// The clock with the deadline after a pause. A pause of zero days changes nothing: a day that the office wrote stays as written.
    /// </summary>
    public Rectification PausedTo(Deadline deadline, DateOnly resumedOn, DayOffPolicy onDayOff) =>
        Shifted(deadline).MovedTo(deadline, resumedOn, deadline == Deadline ? Basis : DeadlineBasis.Moved(onDayOff));

    /// <summary>The clock with the deadline that a changed calendar gives. When the day stays the same, its reminders stay too.</summary>
    public Rectification Recomputed(Deadline deadline, DateOnly recomputedOn) => deadline.Effective == Deadline.Effective
        ? Shifted(deadline) with { Deadline = deadline }
        : Shifted(deadline).MovedTo(deadline, recomputedOn, Basis);

    /// <summary>The clock of a listing, a notice or a talk that goes on to a date the office gave (S9).</summary>
    public Rectification ContinuedTo(Deadline deadline, DateOnly decidedOn) =>
        MovedTo(deadline, decidedOn, new DeadlineBasis.AsWritten()) with
        {
            Counting = Counting.CalendarDays,
            Unextended = deadline.Nominal,
        };

    /// <summary>The clock of a case whose missed deadline was answered with a letter that gives more time (S7).</summary>
    public Rectification GivenUntil(Deadline deadline, DateOnly issuedOn, Period by, DayOffPolicy onDayOff) =>
        MovedTo(deadline, issuedOn, DeadlineBasis.Of(issuedOn, by, onDayOff)) with
        {
            Counting = Counting.Of(by),
            Unextended = deadline.Nominal,
        };

    // What moves the deadline without being an extension moves the day from which extensions are measured.
    private Rectification Shifted(Deadline deadline) =>
        this with { Unextended = Unextended.AddDays(deadline.Nominal.DayNumber - Deadline.Nominal.DayNumber) };
}
