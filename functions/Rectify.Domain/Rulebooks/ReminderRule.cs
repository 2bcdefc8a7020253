namespace Rectify.Domain.Rulebooks;

/// <summary>When reminders are sent.</summary>
/// <param name="DaysBeforeDeadline">Offsets before the deadline in days, 0 to 366; 0 is the day itself.</param>
/// <param name="DaysAfterDeadline">
/// Offsets after the deadline in days, 1 to 366, at which the supervising office is reminded of an inspection or decision that it owes.
/// </param>
/// <param name="DaysBeforeSanctionEnd">Offset of the announcement before a sanction's last day, 0 to 366.</param>
/// <param name="At">Local time of day at which reminders go out.</param>
/// <exception cref="ArgumentOutOfRangeException">An offset is outside its range.</exception>
public sealed record ReminderRule(
    IReadOnlyList<int> DaysBeforeDeadline, IReadOnlyList<int> DaysAfterDeadline, int DaysBeforeSanctionEnd, TimeOnly At)
{
    private const int Farthest = 366;

    /// <summary>Offsets before the deadline in days.</summary>
    public IReadOnlyList<int> DaysBeforeDeadline { get; init; } = Limit.Checked(DaysBeforeDeadline, 0, Farthest);

    /// <summary>Offsets after the deadline in days.</summary>
    public IReadOnlyList<int> DaysAfterDeadline { get; init; } = Limit.Checked(DaysAfterDeadline, 1, Farthest);

    /// <summary>Offset before a sanction's last day.</summary>
    public int DaysBeforeSanctionEnd { get; init; } = Limit.Checked(DaysBeforeSanctionEnd, 0, Farthest);
}
