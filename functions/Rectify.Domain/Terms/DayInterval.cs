using System.Text.Json.Serialization;

namespace Rectify.Domain.Terms;

/// <summary>A run of local days, the first and the last both part of it.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, inclusive; the same as <paramref name="From"/> or later.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="To"/> lies before <paramref name="From"/>.</exception>
// Without the attribute a serializer would take the parameterless constructor of the struct and read every interval as 0001-01-01.
[method: JsonConstructor]
public readonly record struct DayInterval(DateOnly From, DateOnly To)
{
    /// <summary>The first day.</summary>
    public DateOnly From { get; } = From;

    /// <summary>The last day, inclusive.</summary>
    public DateOnly To { get; } = To >= From
        ? To
        : throw new ArgumentOutOfRangeException(nameof(To),
            $"An interval ends on its first day or later; got {From:yyyy-MM-dd} to {To:yyyy-MM-dd}.");

    /// <summary>An interval whose end is not known yet. It counts as going on for ever.</summary>
    /// <remarks>Stored with 9999-12-31 as its last day, which no rule computes.</remarks>
    public static DayInterval OpenFrom(DateOnly from) => new(from, DateOnly.MaxValue);

    /// <summary>The last day; null when it is not known yet.</summary>
    public DateOnly? End => To == DateOnly.MaxValue ? null : To;

    /// <summary>Whether the day is part of the interval.</summary>
    /// <param name="day">Local day.</param>
    public bool Contains(DateOnly day) => From <= day && day <= To;

    /// <summary>Whether at least one day is part of both; intervals that only touch (03-31 and 04-01) do not overlap.</summary>
    /// <param name="other">The other interval.</param>
    public bool Overlaps(DayInterval other) => From <= other.To && other.From <= To;

    /// <summary>The fewest intervals that cover exactly the same days, in order (S5: concurrent, never a sum).</summary>
    /// <remarks>Adjacent days merge: to 2026-04-12 and from 2026-04-13 become one, barred without a gap.</remarks>
    /// <param name="intervals">Any number, in any order.</param>
    public static IReadOnlyList<DayInterval> Union(IEnumerable<DayInterval> intervals)
    {
        var union = new List<DayInterval>();
        foreach (var next in intervals.OrderBy(interval => interval.From))
        {
            if (union.Count > 0 && next.From.DayNumber <= union[^1].To.DayNumber + 1)
                union[^1] = new(union[^1].From, next.To > union[^1].To ? next.To : union[^1].To);
            else
                union.Add(next);
        }

        return union;
    }

    /// <summary>ISO 8601 form, for example <c>2026-01-12/2026-07-12</c>, or <c>2026-01-12/..</c> when it is open.</summary>
    public override string ToString() => End is { } end ? $"{From:yyyy-MM-dd}/{end:yyyy-MM-dd}" : $"{From:yyyy-MM-dd}/..";
}
