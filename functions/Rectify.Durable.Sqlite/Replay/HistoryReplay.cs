namespace Rectify.Durable.Sqlite.Replay;

/// <summary>Replays recorded turns and compares what the code asks for with the record.</summary>
internal static class HistoryReplay
{
    /// <summary>Null when the code does what the record says; otherwise the first difference, in words.</summary>
    public static string? FindDifference(IExecution run, IReadOnlyList<Turn> turns)
    {
        for (var number = 0; number < turns.Count; number++)
        {
            var turn = turns[number];
            var outcome = run.Repeat(turn);
            if (Difference(turn.Decisions, outcome.Decisions) is { } difference)
            {
                return $"turn {number}: {difference}";
            }

            if (turn.End != outcome.Ending?.Name)
            {
                return $"turn {number}: the record says '{turn.End ?? "goes on"}', the code '{outcome.Ending?.Name ?? "goes on"}'"
                    + (outcome.Ending is Ending.Failed failed ? $" ({failed.Failure.Message})" : "");
            }
        }

        return null;
    }

    private static string? Difference(IReadOnlyList<RecordedDecision> recorded, IReadOnlyList<RecordedDecision> asked)
    {
        for (var i = 0; i < Math.Max(recorded.Count, asked.Count); i++)
        {
            var (was, now) = (recorded.ElementAtOrDefault(i), asked.ElementAtOrDefault(i));
            if (was is null || now is null || !was.Matches(now))
            {
                return $"the record says {was?.ToString() ?? "nothing more"}, the code asks for {now?.ToString() ?? "nothing more"}";
            }
        }

        return null;
    }
}
