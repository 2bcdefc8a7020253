using Microsoft.Extensions.Time.Testing;
using Rectify.Worker.Tests.StartupHook;

namespace Rectify.Worker.Tests.Clock;

/// <summary>The instant that host and worker share. It stands still until a test moves it.</summary>
internal sealed class TestClock : IDisposable
{
    private readonly FakeTimeProvider time;
    private readonly SharedClock shared;

    public TestClock(string file, DateTimeOffset start)
    {
        (File, time, shared) = (file, new FakeTimeProvider(start), SharedClock.Open(file));
        shared.Set(start);
    }

    /// <summary>The file from which the worker reads the instant.</summary>
    public string File { get; }

    /// <summary>The clock of what runs in the host.</summary>
    public TimeProvider Time => time;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Jumps ahead; timers of the host that are due fire before this returns.</summary>
    public void MoveTo(DateTimeOffset instant)
    {
        // The worker first: what the host's timers set off must not see an earlier instant there.
        shared.Set(instant);
        time.SetUtcNow(instant);
    }

    public void Dispose() => shared.Dispose();
}
