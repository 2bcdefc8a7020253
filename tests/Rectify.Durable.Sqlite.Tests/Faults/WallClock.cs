using Microsoft.Extensions.Time.Testing;

namespace Rectify.Durable.Sqlite.Tests.Faults;

/// <summary>A clock on a wall: somebody may set it, and its timers, which count from one tick to the next, do not notice.</summary>
internal sealed class WallClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private long offset;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref offset));

    public void Set(TimeSpan by) => Interlocked.Add(ref offset, by.Ticks);
}
