namespace Rectify.Durable.Sqlite.Tests.Faults;

/// <summary>The moments at which one life after another is ended, all from one seed.</summary>
internal sealed class KillPlan(int seed, int kills)
{
    private readonly Random random = new(seed);

    public int Seed => seed;

    public int Kills => kills;

    /// <summary>Orchestrations in all: 1,000, or more when many lives have to be kept busy.</summary>
    public int Orchestrations => Math.Max(1_000, 40 * kills);

    /// <summary>How many of them shall exist at the end of a life, so that each has work of its own.</summary>
    public int UpTo(int killsBefore) => Orchestrations * (killsBefore + 1) / (kills + 1);

    public Moment Next()
    {
        var share = Orchestrations / (kills + 1);
        return random.Next(9) switch
        {
            0 => new Moment.AfterOpening(TimeSpan.FromMilliseconds(random.Next(80))),
            1 or 2 => new Moment.AfterOpening(TimeSpan.FromMilliseconds(random.Next(80, 800))),
            3 => new Moment.AtWord("promise", random.Next(1, share)),
            4 => new Moment.AtWord("end", random.Next(1, share)),
            5 => new Moment.InCommit(1),
            6 => new Moment.AtWord("writing", random.Next(1, 60)),
            _ => new Moment.InCommit(random.Next(2, 60)),
        };
    }
}
