using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>整改期限: the clock of a listing, or of a rung below it, as it stands now.</summary>
/// <param name="ListedOn">The day of the listing, of the notice or of the talk.</param>
/// <param name="Deadline">The deadline that counts now.</param>
/// <param name="SetOn">The day from which that deadline counts: no reminder of it lies before.</param>
/// <param name="Extensions">How often the deadline was extended.</param>
/// <param name="Counting">The days in which the period that led to the deadline is counted: so are pauses.</param>
/// <param name="SuspendedDays">Calendar days on which the clock stood still, over all suspensions that have ended.</param>
/// <param name="Basis">How the working days decided the deadline.</param>
public sealed record Rectification(
    DateOnly ListedOn, Deadline Deadline, DateOnly SetOn, int Extensions, Counting Counting, int SuspendedDays, DeadlineBasis Basis)
{
    /// <summary>The clock of a period that has just begun.</summary>
    public static Rectification Of(DateOnly from, Period period, Deadline deadline) =>
        new(from, deadline, from, 0, Counting.Of(period), 0, DeadlineBasis.Of(from, period));

    /// <summary>
    /// The clock with another deadline, from a day that is never before the listing: a listing may be entered, and extended, some days
    /// ahead (D10).
    /// </summary>
    public Rectification MovedTo(Deadline deadline, DateOnly setOn, DeadlineBasis basis) =>
        this with { Deadline = deadline, SetOn = setOn > ListedOn ? setOn : ListedOn, Basis = basis };

    /// <summary>The clock with the deadline after a pause. A pause of no day changes nothing, not even a day that was written.</summary>
    public Rectification PausedTo(Deadline deadline, DateOnly resumedOn) =>
        MovedTo(deadline, resumedOn, deadline == Deadline ? Basis : new DeadlineBasis.NextWorkingDay());

    /// <summary>The clock with the deadline that a changed calendar gives. A day that stays keeps its reminders.</summary>
    public Rectification Recomputed(Deadline deadline, DateOnly recomputedOn) => deadline.Effective == Deadline.Effective
        ? this with { Deadline = deadline }
        : MovedTo(deadline, recomputedOn, Basis);
}
