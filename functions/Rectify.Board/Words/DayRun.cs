using Rectify.Domain.Messages;

namespace Rectify.Board.Words;

/// <summary>A run of consecutive days, both ends inclusive.</summary>
public readonly record struct DayRun(DateOnly First, DateOnly Last)
{
    /// <summary>The number of days.</summary>
    public int Count => Last.DayNumber - First.DayNumber + 1;

    /// <summary>Groups days into runs, in order.</summary>
    public static IReadOnlyList<DayRun> Of(IEnumerable<DateOnly> days)
    {
        List<DayRun> runs = [];
        foreach (var day in days.Distinct().Order())
        {
            if (runs is [.., var last] && last.Last.AddDays(1) == day) runs[^1] = last with { Last = day };
            else runs.Add(new DayRun(day, day));
        }

        return runs;
    }

    /// <summary>The run in words, for example 2026年10月1日至2026年10月7日，共 7 天.</summary>
    public string In(Language language) => (Count, language) switch
    {
        (1, _) => Dates.Day(First, language),
        (_, Language.English) => $"{Dates.Day(First, language)} to {Dates.Day(Last, language)}, {Count} days",
        _ => $"{Dates.Day(First, language)}至{Dates.Day(Last, language)}，共 {Count} 天",
    };
}
