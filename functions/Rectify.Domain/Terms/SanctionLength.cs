using System.Text.Json.Serialization;
using Rectify.Domain.Messages;

namespace Rectify.Domain.Terms;

/// <summary>How long a sanction lasts: calendar months, days, or to the end of a year.</summary>
/// <remarks>
/// The end never moves, whatever day it falls on (D5), so no calendar is needed. Written as JSON it has one member:
/// <c>{"months":6}</c>, <c>{"days":90}</c> or <c>{"yearEnding":"12-31"}</c>.
/// </remarks>
[JsonConverter(typeof(SanctionLengthConverter))]
public abstract record SanctionLength
{
    private SanctionLength()
    {
    }

    /// <summary>The sanction that begins on a day: the first and the last day are both barred.</summary>
    /// <param name="first">The first barred day.</param>
    public abstract DayInterval From(DateOnly first);

    /// <summary>The length in words, as a decision writes it after the first day: 六个月 is written as 6个月.</summary>
    public abstract Bilingual Words { get; }

    /// <summary>Calendar months (D2, D3); half a year is 6, a year is 12.</summary>
    /// <remarks>
    /// 2026-04-01 and 6 months end on 2026-10-01; 2026-03-30 and 6 months on 2026-09-30; a month without the day ends on its last:
    /// 2028-02-29 and 12 months end on 2029-02-28.
    /// </remarks>
    /// <param name="Count">1 to 120.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is outside the range.</exception>
    public sealed record Months(int Count) : SanctionLength
    {
        /// <summary>The longest sanction in months: ten years.</summary>
        public const int Max = 120;

        /// <summary>Number of months, 1 to 120.</summary>
        public int Count { get; } = Checked(Count, Max, "months");

        /// <inheritdoc/>
        public override DayInterval From(DateOnly first) => new(first, first.AddMonths(Count));

        /// <inheritdoc/>
        public override Bilingual Words => new($"{Count}个月", Count == 1 ? "1 month" : $"{Count} months");
    }

    /// <summary>Calendar days; the first is not counted (D2).</summary>
    /// <param name="Count">1 to 3,660.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is outside the range.</exception>
    public sealed record Days(int Count) : SanctionLength
    {
        /// <summary>The longest sanction in days: ten years.</summary>
        public const int Max = 3660;

        /// <summary>Number of days, 1 to 3,660.</summary>
        public int Count { get; } = Checked(Count, Max, "days");

        /// <inheritdoc/>
        public override DayInterval From(DateOnly first) => new(first, first.AddDays(Count));

        /// <inheritdoc/>
        public override Bilingual Words => new($"{Count}日", Count == 1 ? "1 day" : $"{Count} days");
    }

    /// <summary>To the end of the year in which the sanction begins, such as the calendar year or an assessment year.</summary>
    /// <param name="Month">The month in which the year ends, 1 to 12.</param>
    /// <param name="Day">
    /// The last day of the year, 1 to 31; in a month that is shorter its last day.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day in any year.</exception>
    public sealed record YearEnding(int Month, int Day) : SanctionLength
    {
        // 2028 is a leap year, so that 02-29 is a day.
        private const int AnyLeapYear = 2028;

        /// <summary>The month in which the year ends.</summary>
        public int Month { get; } = Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(AnyLeapYear, Month)
            ? Month
            : throw new ArgumentOutOfRangeException(nameof(Month), $"A year ends on a day written MM-dd; got {Month:00}-{Day:00}.");

        /// <summary>The last day of the year.</summary>
        public int Day { get; } = Day;

        /// <inheritdoc/>
        public override DayInterval From(DateOnly first) =>
            new(first, EndIn(first.Year) is var end && end >= first ? end : EndIn(first.Year + 1));

        /// <inheritdoc/>
        public override Bilingual Words =>
            new($"至年度终了（{Month}月{Day}日）", $"to the end of the year ({Month:00}-{Day:00})");

        private DateOnly EndIn(int year) => new(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));
    }

    private static int Checked(int count, int most, string unit) => count >= 1 && count <= most
        ? count
        : throw new ArgumentOutOfRangeException(unit, $"A sanction lasts 1 to {most} {unit}; got {count}. (D3)");
}
