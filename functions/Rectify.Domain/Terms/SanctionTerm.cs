namespace Rectify.Domain.Terms;

/// <summary>How long a sanction lasts.</summary>
public static class SanctionTerm
{
    /// <summary>From the first day to the corresponding day of the last month, both inclusive (D2, D3; S1, S2).</summary>
    /// <remarks>
    /// The end never moves, whatever day it falls on (D5), so no calendar is needed. 2026-04-01 and 6 months end on 2026-10-01; 2026-03-30
    /// and 6 months on 2026-09-30; a month without the day ends on its last: 2028-02-29 and 12 months end on 2029-02-28.
    /// </remarks>
    /// <param name="from">The first day of the sanction.</param>
    /// <param name="months">1 to 24; half a year is 6, a year is 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of months is outside the range.</exception>
    public static DayInterval Of(DateOnly from, int months) => Period.Months.Refusal(months) is { } reason
        ? throw new ArgumentOutOfRangeException(nameof(months), reason.ToString())
        : new(from, from.AddMonths(months));
}
