namespace Rectify.Functions.Tests.Kills;

/// <summary>When a kill comes, counted from the start of what it is to hit. If that is over sooner, the kill follows at once.</summary>
internal abstract record Moment
{
    private Moment()
    {
    }

    /// <summary>Sees to the kill until it is disposed of.</summary>
    public abstract IDisposable Arm(string folder, Action kill);

    /// <summary>After a time: the middle of anything.</summary>
    public sealed record After(TimeSpan Elapsed) : Moment
    {
        public override IDisposable Arm(string folder, Action kill) =>
            TimeProvider.System.CreateTimer(_ => kill(), null, Elapsed, Timeout.InfiniteTimeSpan);
    }

    /// <summary>At the n-th change of a file in the data folder: the middle of a commit or of a mail being written.</summary>
    public sealed record AtChange(int Number) : Moment
    {
        public override IDisposable Arm(string folder, Action kill)
        {
            var left = Number;
            return new Changes(folder, () =>
            {
                if (Interlocked.Decrement(ref left) == 0) kill();
            });
        }
    }
}
