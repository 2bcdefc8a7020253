namespace Rectify.Functions.Tests.Kills;

/// <summary>How long something took without kills, and how many changes of files it made.</summary>
internal sealed record Measured(TimeSpan Elapsed, int Changes);

/// <summary>A kill that hits a step, and the one, if any, that hits the start after it.</summary>
internal sealed record Hit(Moment Moment, Moment? Restart);

/// <summary>Which kills hit which step, one an attempt, and which kill hits the very first start.</summary>
internal sealed record KillPlan(Moment? FirstStart, ILookup<int, Hit> Hits)
{
    /// <summary>Nothing is killed.</summary>
    public static KillPlan None { get; } = new(null, Array.Empty<int>().ToLookup(step => step, _ => default(Hit)!));

    /// <summary>
    /// A fifth of the kills hits starts, a fourth requests, and the rest the advances of the clock, the longer the likelier.
    /// </summary>
    public static KillPlan Draw(int seed, int kills, Measured start, IReadOnlyList<Step> steps, IReadOnlyList<Measured> measured)
    {
        var random = new Random(seed);
        var (starts, requests) = (Math.Max(1, kills / 5), kills / 4);
        var targets = Enumerable.Range(0, kills - starts)
            .Select(i => i < requests
                ? Pick(random, steps, step => step.IsAdvance ? 0 : 1)
                : Pick(random, steps, step => step.IsAdvance ? measured[step.Number].Elapsed.TotalMilliseconds : 0))
            .ToList();

        // The starts that are hit are spread over the whole run.
        var restarts = Enumerable.Range(0, targets.Count).ToArray();
        random.Shuffle(restarts);
        var hits = targets.Select((step, i) => (Step: step, Hit: new Hit(
            Draw(random, Share(measured[step], targets.Count(target => target == step))),
            restarts[i] < starts - 1 ? Draw(random, start) : null)));
        return new KillPlan(Draw(random, start), hits.ToLookup(hit => hit.Step, hit => hit.Hit));
    }

    private static Measured Share(Measured whole, int kills) => new(whole.Elapsed / kills, whole.Changes / kills);

    private static Moment Draw(Random random, Measured within) => random.Next(3) == 0
        ? new Moment.After(within.Elapsed * random.NextDouble())
        : new Moment.AtChange(1 + random.Next(Math.Max(1, within.Changes)));

    private static int Pick(Random random, IReadOnlyList<Step> steps, Func<Step, double> weight)
    {
        var left = steps.Sum(weight) * random.NextDouble();
        foreach (var step in steps)
        {
            left -= weight(step);
            if (left < 0) return step.Number;
        }

        return steps[^1].Number;
    }
}
