using System.Diagnostics;
using Rectify.Domain.Calendar;
using Rectify.Domain.Messages;

namespace Rectify.Domain.Terms;

/// <summary>The last inclusive day on which a duty can be done, as the period gives it and as days off move it (D4).</summary>
/// <param name="Nominal">The last day of the period by itself.</param>
/// <param name="Effective">The last day that counts: the next working day when the nominal one is a day off.</param>
/// <param name="Provisional">
/// A day that decided the result lies in a year without a loaded notice; to be computed again when it is imported (D9).
/// </param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="Effective"/> lies before <paramref name="Nominal"/>.</exception>
public sealed record Deadline(DateOnly Nominal, DateOnly Effective, bool Provisional)
{
    /// <summary>The last day of the period by itself.</summary>
    public DateOnly Nominal { get; } = Nominal;

    /// <summary>The last day that counts.</summary>
    public DateOnly Effective { get; } = Effective >= Nominal
        ? Effective
        : throw new ArgumentOutOfRangeException(nameof(Effective),
            $"A deadline never moves to an earlier day; got {Nominal:yyyy-MM-dd} moved to {Effective:yyyy-MM-dd}. (D4)");

    /// <summary>The instant at which the deadline has passed: 24:00 of <see cref="Effective"/>, 16:00 UTC (D1).</summary>
    public DateTimeOffset ExpiresAt => LocalDay.EndOf(Effective);

    /// <summary>The deadline of a period.</summary>
    /// <remarks>
    /// The first day is not counted; months end on the corresponding day, or on the last day of a month without it (D2, Civil Code arts.
    /// 201-202).
    /// 2026-04-01 and 6 months: nominal 2026-10-01, effective 2026-10-08. An explicit day is kept as written, also on a day off,
    /// and is never provisional (D4).
    /// </remarks>
    /// <param name="from">The day from which the period runs; it may be a day off.</param>
    /// <param name="period">The length, or the day.</param>
    /// <param name="calendar">The working days.</param>
    /// <param name="onDayOff">Whether a last day that is a day off moves.</param>
    /// <exception cref="ArgumentOutOfRangeException">For the reasons that <see cref="Refusal"/> names.</exception>
    public static Deadline Of(
        DateOnly from, Period period, WorkingCalendar calendar, DayOffPolicy onDayOff = DayOffPolicy.NextWorkingDay)
    {
        if (Refusal(from, period, calendar) is { } reason)
            throw new ArgumentOutOfRangeException(nameof(from), reason.ToString());

        return period switch
        {
            Period.Months or Period.Days => MovedFrom(period.EndFrom(from, calendar), calendar, onDayOff),
            Period.WorkingDays workingDays => Counted(from, workingDays.Count, calendar),
            Period.Until until => new(until.DueOn, until.DueOn, Provisional: false),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Why a period that starts on this day has no deadline, or <see langword="null"/> when it has one.</summary>
    /// <remarks>
    /// An explicit day before the start; a period that ends, or for working days starts, in a year the calendar does not cover.
    /// </remarks>
    /// <param name="from">The day from which the period runs.</param>
    /// <param name="period">The length, or the day.</param>
    /// <param name="calendar">The working days.</param>
    public static Message? Refusal(DateOnly from, Period period, WorkingCalendar calendar) => period switch
    {
        Period.Until until => until.DueOn >= from ? null : TermMessages.DueBeforeStart.With(until.DueOn, from),
        _ when from.Year > LastStart => TermMessages.StartsTooLate.With(LastStart, from),
        Period.Months or Period.Days => NotCovered(period.EndFrom(from, calendar), calendar),
        Period.WorkingDays => NotCovered(from, calendar),
        _ => throw new UnreachableException(),
    };

    // The longest period, 500 working days, is over within three years, so that its last day is still covered.
    private const int LastStart = WorkingCalendar.LastYear - 3;

    private static Message? NotCovered(DateOnly day, WorkingCalendar calendar) =>
        day.Year >= calendar.FirstYear ? null : TermMessages.NotCovered.With(calendar.FirstYear, WorkingCalendar.LastYear, day);

    /// <summary>The deadline of a nominal day: the day itself, or the next working day (D4).</summary>
    internal static Deadline MovedFrom(
        DateOnly nominal, WorkingCalendar calendar, DayOffPolicy onDayOff = DayOffPolicy.NextWorkingDay)
    {
        if (onDayOff == DayOffPolicy.Keep) return new(nominal, nominal, Provisional: false);

        var effective = calendar.NextWorkingDay(nominal);
        return new(nominal, effective, AnyProvisional(nominal, effective, calendar));
    }

    /// <summary>The deadline that lies a number of working days after a day.</summary>
    // The last counted day is a working day itself, so it need not be moved.
    internal static Deadline Counted(DateOnly from, int workingDays, WorkingCalendar calendar)
    {
        var last = calendar.AddWorkingDays(from, workingDays);
        return new(last, last, AnyProvisional(from.AddDays(1), last, calendar));
    }

    // It is enough to check the last day and the years in between: days at the end of a year are provisional only because the next year is,
    // and then either that year is one of those checked or the last day is provisional too.
    private static bool AnyProvisional(DateOnly first, DateOnly last, WorkingCalendar calendar) =>
        calendar.IsProvisional(last) || Enumerable.Range(first.Year, last.Year - first.Year + 1).Any(calendar.IsProvisional);
}
