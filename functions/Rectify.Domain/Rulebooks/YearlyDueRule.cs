namespace Rectify.Domain.Rulebooks;

/// <summary>Until when something is due that a unit or a person owes for each year.</summary>
/// <param name="YearsAfter">0 when it is due in the year itself, 1 in the year after it.</param>
/// <param name="Month">Month, 1 to 12.</param>
/// <param name="Day">Day of the month, 1 to 31; in a shorter month its last day is meant (D2).</param>
/// <param name="WorkingDays">
/// Working days that are counted from that day on, 1 to 250; null when the day itself is meant, which moves to the next working day (D4).
/// </param>
/// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
public sealed record YearlyDueRule(int YearsAfter, int Month, int Day, int? WorkingDays)
{
    /// <summary>0 or 1.</summary>
    public int YearsAfter { get; init; } = Limit.Checked(YearsAfter, 0, 1);

    /// <summary>1 to 12.</summary>
    public int Month { get; init; } = Limit.Checked(Month, 1, 12);

    /// <summary>1 to 31.</summary>
    public int Day { get; init; } = Limit.Checked(Day, 1, 31);

    /// <summary>1 to 250, or none.</summary>
    public int? WorkingDays { get; init; } = WorkingDays is { } count ? Limit.Checked(count, 1, 250, nameof(WorkingDays)) : null;
}
