namespace Rectify.Domain.Rulebooks;

/// <summary>How far a listing date may lie from the day on which it is entered, in days.</summary>
/// <param name="MaxDaysBack">Into the past, 0 to 3650.</param>
/// <param name="MaxDaysAhead">Into the future, 0 to 366.</param>
/// <exception cref="ArgumentOutOfRangeException">A limit is outside its range.</exception>
public sealed record BackdatingRule(int MaxDaysBack, int MaxDaysAhead)
{
    /// <summary>Days into the past.</summary>
    public int MaxDaysBack { get; init; } = Limit.Checked(MaxDaysBack, 0, 3650);

    /// <summary>Days into the future.</summary>
    public int MaxDaysAhead { get; init; } = Limit.Checked(MaxDaysAhead, 0, 366);
}
