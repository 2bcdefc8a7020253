using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Rectify.Domain.Calendar;
using Rectify.Domain.Messages;

namespace Rectify.Domain.Terms;

/// <summary>How long a unit has: a number of months, days or working days, or a day the office names itself.</summary>
/// <remarks>
/// The unit is part of the value, since 日 and 工作日 are different things (D7); half a year is 6 months, a year is 12, never a number
/// of days (D3). Written as JSON a period has one member, which is its unit: <c>{"months":6}</c>.
/// </remarks>
[JsonConverter(typeof(PeriodConverter))]
public abstract record Period
{
    private Period()
    {
    }

    /// <summary>The last day of the period by itself, whatever day that is; the first is not counted (D2).</summary>
    /// <param name="from">The day from which the period runs.</param>
    /// <param name="calendar">The working days, which periods in working days are counted by.</param>
    /// <param name="times">
    /// So many such periods in a row. They are counted from the same day, so that a short month does not pull the later ones forward (D8).
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The calendar does not cover the working days that are counted.</exception>
    public DateOnly EndFrom(DateOnly from, WorkingCalendar calendar, int times = 1) => this switch
    {
        Months(var count) => from.AddMonths(count * times),
        Days(var count) => from.AddDays(count * times),
        WorkingDays(var count) => calendar.AddWorkingDays(from, count * times),
        Until(var day) => day,
        _ => throw new UnreachableException(GetType().Name),
    };

    /// <summary>The length in words; for a named day the day.</summary>
    public Bilingual Words => this switch
    {
        Months(var count) => ($"{count}个月", count == 1 ? "1 month" : $"{count} months"),
        Days(var count) => ($"{count}日", count == 1 ? "1 day" : $"{count} days"),
        WorkingDays(var count) => ($"{count}个工作日", count == 1 ? "1 working day" : $"{count} working days"),
        Until(var day) => new(Dates.Day(day, Language.Chinese), Dates.Day(day, Language.English)),
        _ => throw new UnreachableException(GetType().Name),
    };

    /// <summary>Calendar months (D2, Civil Code art. 202).</summary>
    /// <param name="Count">1 to 24.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is outside the range.</exception>
    public sealed record Months(int Count) : Period
    {
        /// <summary>The longest period in months.</summary>
        public const int Max = 24;

        /// <summary>Number of months, 1 to 24.</summary>
        public int Count { get; } = Checked(Count, Refusal(Count));

        /// <summary>Why a count is no period, or <see langword="null"/> when it is one.</summary>
        /// <param name="count">Number of months.</param>
        public static Message? Refusal(int count) => count is >= 1 and <= Max ? null : TermMessages.Months.With(Max, count);

        /// <summary>A period, or the reason why the count is none.</summary>
        /// <param name="count">Number of months.</param>
        /// <param name="period">The period when the count is 1 to 24.</param>
        /// <param name="refusal">The reason otherwise.</param>
        public static bool TryCreate(int count, [NotNullWhen(true)] out Months? period, [NotNullWhen(false)] out Message? refusal) =>
            (period = (refusal = Refusal(count)) is null ? new(count) : null) is not null;
    }

    /// <summary>Calendar days (日; D2, D7).</summary>
    /// <param name="Count">1 to 730.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is outside the range.</exception>
    public sealed record Days(int Count) : Period
    {
        /// <summary>The longest period in days.</summary>
        public const int Max = 730;

        /// <summary>Number of days, 1 to 730.</summary>
        public int Count { get; } = Checked(Count, Refusal(Count));

        /// <inheritdoc cref="Months.Refusal"/>
        /// <param name="count">Number of days.</param>
        public static Message? Refusal(int count) => count is >= 1 and <= Max ? null : TermMessages.Days.With(Max, count);

        /// <summary>A period, or the reason why the count is none.</summary>
        /// <param name="count">Number of days.</param>
        /// <param name="period">The period when the count is 1 to 730.</param>
        /// <param name="refusal">The reason otherwise.</param>
        public static bool TryCreate(int count, [NotNullWhen(true)] out Days? period, [NotNullWhen(false)] out Message? refusal) =>
            (period = (refusal = Refusal(count)) is null ? new(count) : null) is not null;
    }

    /// <summary>Working days (工作日; D2, D6, D7).</summary>
    /// <param name="Count">1 to 500.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is outside the range.</exception>
    public sealed record WorkingDays(int Count) : Period
    {
        /// <summary>The longest period in working days.</summary>
        public const int Max = 500;

        /// <summary>Number of working days, 1 to 500.</summary>
        public int Count { get; } = Checked(Count, Refusal(Count));

        /// <inheritdoc cref="Months.Refusal"/>
        /// <param name="count">Number of working days.</param>
        public static Message? Refusal(int count) => count is >= 1 and <= Max ? null : TermMessages.WorkingDays.With(Max, count);

        /// <summary>A period, or the reason why the count is none.</summary>
        /// <param name="count">Number of working days.</param>
        /// <param name="period">The period when the count is 1 to 500.</param>
        /// <param name="refusal">The reason otherwise.</param>
        public static bool TryCreate(int count, [NotNullWhen(true)] out WorkingDays? period, [NotNullWhen(false)] out Message? refusal) =>
            (period = (refusal = Refusal(count)) is null ? new(count) : null) is not null;
    }

    /// <summary>A day the office names itself; it is kept as written, even on a day off (D4).</summary>
    /// <param name="DueOn">The last inclusive day.</param>
    public sealed record Until(DateOnly DueOn) : Period
    {
        /// <summary>The last inclusive day.</summary>
        public DateOnly DueOn { get; } = DueOn;
    }

    private static int Checked(int count, Message? refusal) =>
        refusal is null ? count : throw new ArgumentOutOfRangeException(nameof(count), refusal.ToString());
}
